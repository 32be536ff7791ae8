/**
 * Search: sets up the box in the header and the search page. An ES module.
 *
 * The box is loaded when somebody turns to it, what finds at the first question, so that a page
 * costs its readers little.
 */

/** Search for one form, its engine loaded at the first question. */
function searchFor(form) {
  // Now, and absolute: the address of the page may change under a form that stays.
  const root = new URL(form.dataset.root || ".", document.baseURI).href;
  let opened;
  return async (query, options) => {
    opened ??= import("./search/client.js").then(({ clientFor }) => clientFor(root));
    opened.catch(() => (opened = undefined));
    return (await opened)(query, options);
  };
}

/** The box, once somebody turns to it: by the key "/", by the magnifier, or by going into it. */
function awaitBox(form) {
  const around = form.closest(".bt-search");
  const input = form.elements.q;
  let box;
  const load = () => {
    box ??= import("./search/box.js").then(({ setUpBox }) => setUpBox(form, searchFor(form)));
    // Without it Enter leads to the search page all the same.
    box.catch(() => (box = undefined));
  };
  // The field at once: what is typed next is meant for it, and telephones then show their keys.
  const open = () => {
    around.classList.add("bt-search--open");
    input.focus();
  };
  // What it is, is told before anyone is in it.
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-controls", form.querySelector("[role=listbox]").id);
  input.setAttribute("aria-expanded", "false");
  form.addEventListener("focusin", load);
  // Once more with every letter, should the first try have failed.
  form.addEventListener("input", load);
  around.querySelector(".bt-search__open").addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest?.("input, textarea, select, [contenteditable]")) return;
    event.preventDefault();
    open();
    input.select();
  });
}

for (const form of document.querySelectorAll("form[data-search]")) {
  if (form.dataset.search === "box") awaitBox(form);
  else import("./search/page.js").then(({ setUpPage }) => setUpPage(form, searchFor(form)));
}
if (location.hash.startsWith("#tim=")) {
  import("./search/mark_found_words.js").then(({ markFoundWords }) => markFoundWords());
}

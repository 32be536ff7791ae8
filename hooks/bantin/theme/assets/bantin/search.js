/**
 * Search: sets up the box in the header and the search page. An ES module.
 *
 * The box is loaded when a reader goes to it, and the engine at the first query. So a page stays
 * small for its readers.
 */

/** The search for one form; its engine is loaded at the first query. */
function searchFor(form) {
  // Resolved now, because the address of the page may change while the form stays.
  const root = new URL(form.dataset.root || ".", document.baseURI).href;
  let opened;
  return async (query, options) => {
    opened ??= import("./search/client.js").then(({ clientFor }) => clientFor(root));
    opened.catch(() => (opened = undefined));
    return (await opened)(query, options);
  };
}

/** Load the box once a reader goes to it: by the key "/", by the magnifier, or by focus. */
function awaitBox(form) {
  const around = form.closest(".bt-search");
  const input = form.elements.q;
  let box;
  const load = () => {
    box ??= import("./search/box.js").then(({ setUpBox }) => setUpBox(form, searchFor(form)));
    // Without the box, Enter still leads to the search page.
    box.catch(() => (box = undefined));
  };
  // Focus the field at once: the next letters are meant for it, and phones show their keyboard.
  const open = () => {
    around.classList.add("bt-search--open");
    input.focus();
  };
  // The role must be known before the field gets the focus.
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-controls", form.querySelector("[role=listbox]").id);
  input.setAttribute("aria-expanded", "false");
  form.addEventListener("focusin", load);
  // Try again with every letter, in case the first try failed.
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

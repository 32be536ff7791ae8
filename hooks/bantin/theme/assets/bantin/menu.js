/**
 * Makes the menu of narrow screens work from the keyboard. Material opens it with a label, which
 * works without scripts but only for a pointer. A button replaces the label. An ES module.
 */

const label = document.querySelector("label[data-menu]");
const toggle = document.getElementById("__drawer");
const menu = document.querySelector(".md-sidebar--primary");

/** Replace the label with a button that looks like it. */
function buttonFor(label) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = `${label.className} bt-menu`;
  button.setAttribute("aria-label", label.dataset.menu);
  button.append(...label.childNodes);
  label.replaceWith(button);
  return button;
}

function setUp() {
  const button = buttonFor(label);
  const tell = () => button.setAttribute("aria-expanded", String(toggle.checked));
  // With a click, because Material listens for its events.
  const turn = (open) => toggle.checked !== open && toggle.click();

  tell();
  toggle.addEventListener("change", tell);
  button.addEventListener("click", () => {
    turn(!toggle.checked);
    if (toggle.checked) menu.querySelector("a[href]")?.focus();
  });
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    turn(false);
    button.focus();
  });
  // After the last link, the focus would go to the page, which the menu covers.
  menu.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget && !menu.contains(relatedTarget)) turn(false);
  });
}

if (label && toggle && menu) setUp();

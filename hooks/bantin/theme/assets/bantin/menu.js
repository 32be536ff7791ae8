/**
 * The menu of narrow screens, from the keyboard: Material opens it by a label, which only a pointer
 * reaches and which serves without scripts. A button takes its place. An ES module.
 */

const label = document.querySelector("label[data-menu]");
const toggle = document.getElementById("__drawer");
const menu = document.querySelector(".md-sidebar--primary");

/** Put a button that looks like the label in its place. */
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
  // By a click: Material listens for what that sets off.
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
  // Past its last link the page goes on below, covered.
  menu.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget && !menu.contains(relatedTarget)) turn(false);
  });
}

if (label && toggle && menu) setUp();

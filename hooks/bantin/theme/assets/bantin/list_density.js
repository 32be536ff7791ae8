/** Switches lists between dense (titles alone) and airy (with summaries). An ES module. */

import { choose, chosen } from "./appearance.js";

const buttons = document.querySelectorAll("[data-view]");

function show() {
  for (const button of buttons) {
    button.setAttribute("aria-pressed", String(button.dataset.view === chosen("view")));
  }
}

for (const button of buttons) {
  button.addEventListener("click", () => {
    choose("view", button.dataset.view);
    show();
  });
}
show();

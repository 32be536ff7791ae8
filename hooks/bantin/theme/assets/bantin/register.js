/** Sets up the register page, which filters, sorts and exports conclusions. An ES module. */

import { setUpRegister } from "./register/form.js";
import { openRegister } from "./register/data.js";

for (const form of document.querySelectorAll("form[data-register]")) {
  const root = new URL(form.dataset.root || ".", document.baseURI).href;
  setUpRegister(form, openRegister(root), root);
}

/** Sets up the pages of the register: its form, the filter of a month, tables. An ES module. */

import { setUpRegister } from "./register/form.js";
import { openRegister } from "./register/data.js";
import { offerFormats } from "./register/formats.js";
import { setUpMonth } from "./register/month_filter.js";

for (const form of document.querySelectorAll("form[data-register]")) {
  const root = new URL(form.dataset.root || ".", document.baseURI).href;
  setUpRegister(form, openRegister(root), root);
}
for (const form of document.querySelectorAll("form[data-month]")) setUpMonth(form);
for (const link of document.querySelectorAll("a[data-table]")) offerFormats(link);

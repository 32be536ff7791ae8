/** Sets up the register's pages of months and years: a filter, tables. An ES module. */

import { offerFormats } from "./register/formats.js";
import { setUpMonth } from "./register/month_filter.js";

for (const form of document.querySelectorAll("form[data-month]")) setUpMonth(form);
for (const link of document.querySelectorAll("a[data-table]")) offerFormats(link);

/** Sets up the page of a body's tasks: which ones are due, as of the reader's day. An ES module. */

import { offerFormats } from "./register/formats.js";
import { setUpDueTasks } from "./register/due_tasks.js";

for (const group of document.querySelectorAll("[data-due-tasks]")) setUpDueTasks(group);
for (const link of document.querySelectorAll("a[data-table]")) offerFormats(link);

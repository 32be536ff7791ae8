/** Saves a file made in the browser. */

import { element } from "../search/view.js";

export const CSV = "text/csv;charset=utf-8";
export const CALENDAR = "text/calendar;charset=utf-8";

/** @param {string} name @param {string | Blob} content @param {string} type of a text */
export function download(name, content, type = CSV) {
  const url = URL.createObjectURL(new Blob([content], { type: content.type || type }));
  const link = element("a", { href: url, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}

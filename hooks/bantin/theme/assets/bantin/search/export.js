/** Writes results as a table for spreadsheets. Knows hits, but not how they are found. */

import { tableOf } from "../register/csv.js";

const HEADINGS = ["Ngày", "Loại", "Số, ký hiệu", "Tiêu đề", "Địa chỉ"];

/** @param {import("./engine.js").Hit[]} hits */
export function csvOfHits(hits) {
  const lines = hits.map(({ day, kind, number, title, url }) => {
    return [day, kind, plain(number), plain(title), url];
  });
  return tableOf([HEADINGS, ...lines]);
}

function plain(parts) {
  return parts.map(({ text }) => text).join("");
}

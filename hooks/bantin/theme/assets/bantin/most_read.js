/**
 * Updates the page of most read records. The page has the counts of the build. A later count
 * changes only a file, which this script reads. If it cannot be fetched, the page stays as it is.
 */

import { readCounts } from "./read_json.js";

const page = document.querySelector("[data-most-read]");
if (page && location.protocol.startsWith("http")) refresh(page);

async function refresh(page) {
  const told = await readCounts(page.dataset.mostRead);
  if (!told?.ever?.length) return;
  for (const place of page.querySelectorAll("[data-day]")) {
    place.textContent = told[place.dataset.day].split("-").reverse().join("/");
  }
  for (const list of page.querySelectorAll("[data-list]")) {
    list.replaceChildren(...told[list.dataset.list].map((row) => item(row, page.dataset.root)));
  }
}

function item([url, title, views], root) {
  const line = document.createElement("li");
  const link = document.createElement("a");
  const count = document.createElement("span");
  link.href = root + url;
  link.textContent = title;
  count.textContent = `${views.toLocaleString("vi-VN")} lượt xem`;
  line.append(link, " ", count);
  return line;
}

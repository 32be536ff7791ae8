/**
 * The page of what is read most shows what was counted when the site was built; a later count
 * changes the file alone, and this shows it. Where nothing can be fetched the page stays as it is.
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

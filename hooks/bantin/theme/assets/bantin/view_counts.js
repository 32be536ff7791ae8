/**
 * Shows a record's views here, beside its portal's earlier count. The page names the file and the
 * key, and keeps room for the number. Without a count, or if the file cannot be fetched, it shows
 * nothing.
 */

import { readCounts } from "./read_json.js";

const place = document.querySelector("[data-views]");
if (place && location.protocol.startsWith("http")) show(place);

async function show(place) {
  const [file, key] = place.dataset.views.split("#");
  const told = await readCounts(file);
  const views = told?.views?.[key];
  if (!views) return;
  const day = told.since.split("-").reverse().join("/");
  const number = views.toLocaleString("vi-VN");
  place.textContent = "also" in place.dataset
    ? `thêm ${number} lượt (từ ${day})`
    : `${number} lượt xem (từ ${day})`;
  place.classList.add("bt-seen--told");
}

/**
 * How often a record was viewed here, beside what its portal had counted before. The page says in
 * which file that stands and under which key, and keeps the room; where nothing was counted, or
 * nothing can be fetched, it says nothing.
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

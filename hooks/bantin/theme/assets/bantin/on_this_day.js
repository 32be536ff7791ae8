/**
 * Fills the home page's box of this day in earlier years from the month's file.
 *
 * Only the reader's browser knows the day. If nothing happened on that day, the box shows the days
 * around it, and the heading says so.
 */

import { readJson } from "./read_json.js";
import { today } from "./today.js";

const LINES = 4;

const box = document.querySelector("[data-recall]");
if (box) recall(box, ...today().split("-").map(Number));

async function recall(box, year, month, day) {
  const key = String(month).padStart(2, "0");
  if (!box.dataset.months.split(" ").includes(key)) return;
  // Without the file, the box still links to the calendar.
  const told = await readJson(new URL(`${box.dataset.recall}${key}.json`, document.baseURI));
  if (!told) return;
  const days = Object.entries(told).map(([number, records]) => ({
    distance: Math.abs(Number(number) - day),
    records: records.filter((record) => Number(record.day.slice(0, 4)) < year),
  }));
  const filled = days.filter(({ records }) => records.length > 0);
  if (filled.length === 0) return;
  const onTheDay = filled.filter(({ distance }) => distance === 0);
  const near = onTheDay.length ? onTheDay : filled.sort((a, b) => a.distance - b.distance);
  const found = near.flatMap(({ records }) => records).slice(0, LINES);
  const heading = onTheDay.length ? `Ngày ${day}/${month}` : `Tháng ${month}`;
  box.querySelector("h2").textContent = `${heading} các năm trước`;
  box.querySelector("h2").after(listOf(found, box.dataset.recall));
}

function listOf(records, page) {
  const root = new URL("..", new URL(page, document.baseURI));
  const list = document.createElement("ul");
  list.className = "bt-list";
  for (const { day, label, title, url } of records) {
    const link = document.createElement("a");
    link.href = new URL(url, root).href;
    link.textContent = title;
    const note = document.createElement("span");
    note.className = "bt-note";
    note.textContent = `${label}, ${day.split("-").reverse().join("/")}`;
    const line = document.createElement("li");
    line.append(link, note);
    list.append(line);
  }
  return list;
}

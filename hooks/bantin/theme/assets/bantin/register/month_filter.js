/** Filters the page of a month by words and by office. All orders are on the page already. */

import { debounce, element } from "../search/view.js";
import { exact, fold } from "../search/text.js";

const WAIT_MS = 150;

/** @param {HTMLFormElement} form */
export function setUpMonth(form) {
  const list = form.closest(".bt-register").querySelector(".bt-register__list");
  const [words, office] = [form.querySelector("input"), form.querySelector("select")];
  const status = form.querySelector("[role=status]");
  const points = [...list.querySelectorAll(".bt-point")].map(readPoint);
  fillOffices(office, points);

  function answer() {
    const wanted = wordsIn(words.value);
    let size = 0;
    for (const point of points) {
      const isWanted =
        (!office.value || point.offices.includes(office.value)) &&
        wanted.every((word) => (word.isMarked ? point.exact : point.folded).includes(word.text));
      point.node.hidden = !isWanted;
      size += isWanted ? 1 : 0;
    }
    for (const entry of list.querySelectorAll(".bt-entry, .bt-register__day")) {
      entry.hidden = !entry.querySelector(".bt-point:not([hidden])");
    }
    list.querySelector(".bt-register__none").hidden = size > 0;
    const isAll = wanted.length === 0 && !office.value;
    const [some, all] = [size, points.length].map((number) => number.toLocaleString("vi-VN"));
    status.textContent = isAll ? "" : `Còn ${some} trong ${all} kết luận, chỉ đạo.`;
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    answer();
  });
  words.addEventListener("input", debounce(answer, WAIT_MS));
  office.addEventListener("change", answer);
  // The browser may bring back what was typed before.
  addEventListener("pageshow", answer);
}

function readPoint(node) {
  const entry = node.closest(".bt-entry");
  const title = [...entry.querySelectorAll(".bt-card__meta, .bt-card__title")];
  const text = [...title, node].map((part) => part.textContent).join(" ");
  const offices = [...node.querySelectorAll(".bt-point__to")].flatMap((names) =>
    names.textContent.split("; ").map((name) => name.trim()),
  );
  return { node, offices, exact: exact(text), folded: fold(text) };
}

function fillOffices(select, points) {
  const sizes = new Map();
  for (const name of points.flatMap((point) => [...new Set(point.offices)])) {
    sizes.set(name, (sizes.get(name) ?? 0) + 1);
  }
  const names = [...sizes.keys()].sort((a, b) => a.localeCompare(b, "vi"));
  select.append(
    ...names.map((name) => element("option", { value: name }, `${name} (${sizes.get(name)})`)),
  );
}

/** A word typed without marks is found with any marks. */
function wordsIn(typed) {
  return typed
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => {
      const isMarked = exact(word) !== fold(word);
      return { isMarked, text: isMarked ? exact(word) : fold(word) };
    });
}

/** Shows conclusions in the register like its pages made at build. */

import { element } from "../search/view.js";
import { dayText } from "../today.js";

/** Conclusions in order. Neighbours from one document stand under its title. */
export function listOf(points, kinds, root) {
  const entries = [];
  for (const point of points) {
    const last = entries.at(-1);
    if (last?.document === point.document) last.points.push(point);
    else entries.push({ document: point.document, points: [point] });
  }
  return element(
    "div",
    { class: "bt-entries" },
    ...entries.map((entry) => entryOf(entry, kinds, root)),
  );
}

function entryOf({ document, points }, kinds, root) {
  const { number, date, title, url, chairs, withdrawn } = document;
  return element(
    "article",
    { class: "bt-entry" },
    element(
      "p",
      { class: "bt-card__meta" },
      element("span", { class: "bt-card__label" }, document.label),
      element("span", { class: "bt-card__number" }, number),
      element("time", { datetime: date }, dayText(date)),
      ...(withdrawn ? [element("span", { class: "bt-tag" }, "Đã thu hồi")] : []),
    ),
    element("h2", { class: "bt-card__title" }, element("a", { href: root + url }, title)),
    ...(chairs.length
      ? [
          element(
            "p",
            { class: "bt-entry__chairs" },
            "Người kết luận: ",
            ...joined(chairs.map((chair) => named(chair, root)), ", "),
          ),
        ]
      : []),
    element(
      "ul",
      { class: "bt-entry__points" },
      ...points.map((point) => pointOf(point, kinds, root)),
    ),
  );
}

function pointOf(point, kinds, root) {
  const href = `${root}${point.document.url}#${point.anchor}`;
  const facts = [];
  if (kinds[point.kind]) facts.push(fact("Loại việc", kinds[point.kind]));
  for (const [term, bodies] of [
    ["Giao cho", point.addressees],
    ["Phối hợp", point.helpers],
  ]) {
    const names = bodies.map((one) => named(one, root));
    if (names.length) facts.push(fact(term, ...joined(names, "; ")));
  }
  if (point.deadline) facts.push(fact("Thời hạn", ...deadlineOf(point)));
  return element(
    "li",
    { class: "bt-point" },
    ...(point.heading ? [element("p", { class: "bt-point__heading" }, point.heading)] : []),
    element("p", { class: "bt-point__text" }, ...wordsOf(point, href)),
    ...(facts.length ? [element("dl", { class: "bt-point__facts" }, ...facts)] : []),
    ...(point.history.length ? [historyOf(point.history, root)] : []),
    ...(point.edited.length
      ? [element("p", { class: "bt-note" }, `Biên tập viên ghi: ${point.edited.join(", ")}.`)]
      : []),
  );
}

function historyOf(events, root) {
  return element(
    "ul",
    { class: "bt-point__history", "aria-label": "Văn bản sau nói về việc này" },
    ...events.map((event) => element("li", {}, `${event.said} `, named(event, root))),
  );
}

/** A point without a number leads into the text by its own last words. */
function wordsOf({ label, text }, href) {
  const link = element("a", { class: "bt-point__number", href }, label || "Xem trong văn bản");
  return label ? [link, ` ${text}`] : [`${text} `, link];
}

function fact(term, ...told) {
  return element("div", {}, element("dt", {}, term), element("dd", {}, ...told));
}

function deadlineOf({ deadline, due }) {
  if (!due) return [deadline];
  const told = element("time", { datetime: due }, deadline);
  const day = dayText(due);
  return deadline.includes(day) ? [told] : [told, ` (${day})`];
}

function named({ name, url }, root) {
  return url ? element("a", { href: root + url }, name) : name;
}

function joined(nodes, mark) {
  return nodes.flatMap((node, at) => (at ? [mark, node] : [node]));
}

/**
 * Groups the tasks of a body by today: past their last day, due in 30 days, later.
 *
 * The page that was built knows no today: it has them in one list, the latest day first. Nobody can
 * tell from a text whether its task was done, so the first group is "overdue by the document".
 */

import { dayAfter, daysBetween, dayText, today } from "../today.js";
import { element } from "../search/view.js";

const SOON_DAYS = 30;
// An old office has hundreds of these; what is still to do stands below them.
const PAST_SHOWN = 5;

/** @param {HTMLElement} list the section with all tasks that have a last day */
export function setUpDueTasks(list) {
  const tasks = [...list.querySelectorAll("[data-due]")];
  const link = document.querySelector(`.bt-tasks__nav a[href="#${list.querySelector("h2").id}"]`);
  let shown = [list];
  let shownLinks = [link.closest("li")];
  let day = "";

  function show() {
    if (day === today()) return;
    day = today();
    for (const task of tasks) tell(task, day);
    const groups = groupsOf(tasks, day, list.dataset);
    shown = replace(shown, [introduction(day), ...groups.map(sectionOf)]);
    shownLinks = replace(shownLinks, groups.map(linkOf));
  }

  show();
  // A page that is left open over night tells of the new day.
  document.addEventListener("visibilitychange", () => document.hidden || show());
}

function replace(old, nodes) {
  old[0].before(...nodes);
  for (const node of old) node.remove();
  return nodes;
}

/** Past tasks with the latest day first, those to come with the earliest first. */
function groupsOf(tasks, day, { register, cut }) {
  const soon = dayAfter(day, SOON_DAYS);
  const toCome = tasks.filter((task) => task.dataset.due >= day).reverse();
  const past = tasks.filter((task) => task.dataset.due < day);
  // The page holds the latest ones. If none of them is past, there may be nearer ones.
  const isNearCut = cut !== undefined && past.length === 0;
  const nearest = isNearCut && {
    text: `Việc có hạn trước ngày ${dayText(toCome[0].dataset.due)}: xem trong sổ theo dõi`,
    href: `${register}&han-tu=${day}&sap-xep=han`,
  };
  const earlier = cut !== undefined && {
    text: "Việc có hạn sớm hơn nữa: xem trong sổ theo dõi",
    href: `${register}&han-den=${dayAfter(day, -1)}&sap-xep=han-muon`,
  };
  return [
    { id: "qua-han", title: "Quá hạn theo văn bản", tasks: past, link: !isNearCut && earlier },
    {
      id: "trong-30-ngay",
      title: "30 ngày tới",
      tasks: toCome.filter((task) => task.dataset.due <= soon),
      link: nearest,
    },
    { id: "sau-do", title: "Sau đó", tasks: toCome.filter((task) => task.dataset.due > soon) },
  ].filter((group) => group.tasks.length > 0 || group.link);
}

function sectionOf({ id, title, tasks, link }) {
  const list = element("div", { class: "bt-entries" }, ...tasks);
  const section = element(
    "section",
    { class: "bt-tasks__group", "aria-labelledby": id },
    element("h2", { id }, title),
    list,
  );
  const isLong = id === "qua-han" && tasks.length > PAST_SHOWN;
  if (isLong) section.append(unfold(list, tasks));
  if (link) {
    const { text, href } = link;
    section.append(element("p", { class: "bt-note" }, element("a", { href }, text)));
  }
  return section;
}

/** A button that shows all of a long list. Paper always has all of it. */
function unfold(list, tasks) {
  list.classList.add("bt-entries--short");
  const text = `Xem thêm ${pointsIn(tasks.slice(PAST_SHOWN))} việc có hạn trước đó`;
  const button = element("button", { class: "bt-register__more", type: "button" }, text);
  button.addEventListener("click", () => {
    list.classList.remove("bt-entries--short");
    button.remove();
    tasks[PAST_SHOWN].querySelector("a").focus();
  });
  return button;
}

function linkOf({ id, title, tasks }) {
  return element(
    "li",
    {},
    element("a", { href: `#${id}` }, title),
    " ",
    element("span", { class: "bt-count" }, pointsIn(tasks).toLocaleString("vi-VN")),
  );
}

function pointsIn(tasks) {
  return tasks.reduce((sum, task) => sum + task.querySelectorAll(".bt-point").length, 0);
}

function introduction(day) {
  const text = `Tính đến hôm nay, ${dayText(day)}. “Quá hạn” chỉ là ngày ghi trong văn bản đã qua.`;
  return element("p", { class: "bt-note bt-tasks__today" }, text);
}

function tell(task, day) {
  const line = task.querySelector(".bt-due");
  const left = daysBetween(day, task.dataset.due);
  const told = left === 0 ? "hôm nay" : left > 0 ? `còn ${left} ngày` : `quá ${-left} ngày`;
  line.querySelector(".bt-due__left")?.remove();
  line.append(" ", element("span", { class: "bt-due__left" }, told));
  line.classList.toggle("bt-due--past", left < 0);
  line.classList.toggle("bt-due--soon", left >= 0 && left <= SOON_DAYS);
}

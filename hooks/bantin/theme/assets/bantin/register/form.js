/** Runs the register page: a form with results below. The page's address holds the query. */

import { element } from "../search/view.js";
import { setUpDay } from "./day_field.js";
import { listOf } from "./view.js";

const STEP = 40;
const WRONG_DAY = "Có ngày gõ chưa đúng; sửa lại rồi lọc.";
const FAILED = "Không tải được dữ liệu kết luận. Hãy kiểm tra kết nối rồi thử lại.";
const KEYS = ["co-quan", "vai-tro", "nguoi", "nam", "loai", "han-tu", "han-den", "sap-xep", "co-han"];

/** @param {HTMLFormElement} form @param register of data.js @param {string} root */
export async function setUpRegister(form, register, root) {
  const page = form.closest(".bt-register");
  const list = page.querySelector(".bt-register__list");
  const status = page.querySelector("[role=status]");
  const more = page.querySelector(".bt-register__more");
  const untouched = [...list.childNodes];
  const days = {
    from: setUpDay(form.elements["han-tu"]),
    to: setUpDay(form.elements["han-den"]),
  };
  let limit = STEP;
  let asked = 0;

  // An answer asked for early comes when the data are there.
  form.addEventListener("submit", (event) => event.preventDefault());
  let index;
  try {
    index = await register.index();
  } catch (error) {
    // There is no data to filter, but the lists by year below still work.
    form.hidden = true;
    status.textContent = FAILED;
    console.info("bantin register:", error);
    return;
  }
  fillChoices(form, index);

  /** What is asked for; null while a day is wrong. */
  function query() {
    const [dueFrom, dueTo] = [days.from.read(), days.to.read()];
    if (dueFrom === null || dueTo === null) return null;
    if (dueFrom && dueTo && dueFrom > dueTo) {
      days.to.blame("Ngày này phải là ngày bắt đầu hoặc sau đó.");
      return null;
    }
    return { ...valuesOf(form), dueFrom, dueTo };
  }

  async function answer() {
    const wanted = query();
    const turn = ++asked;
    if (!wanted) {
      status.textContent = WRONG_DAY;
      return;
    }
    remember(form, wanted);
    if (isEmpty(form)) {
      list.replaceChildren(...untouched);
      status.textContent = "";
      more.hidden = true;
      return;
    }
    status.setAttribute("aria-busy", "true");
    try {
      const { found, isAll } = await register.find(wanted, limit);
      if (turn !== asked) return;
      list.replaceChildren(listOf(found, index.kinds, root));
      status.textContent = summary(found.length, isAll);
      more.hidden = isAll;
    } catch (error) {
      if (turn !== asked) return;
      status.textContent = FAILED;
      console.info("bantin register:", error);
    } finally {
      if (turn === asked) status.removeAttribute("aria-busy");
    }
  }

  async function save(format) {
    const wanted = query();
    if (!wanted) {
      status.textContent = WRONG_DAY;
      return;
    }
    status.textContent = "Đang gom kết quả…";
    try {
      // Most readers save nothing, and need not fetch what writes files.
      const { saveAs } = await import("./save.js");
      status.textContent = await saveAs(format, register, wanted, { index, root });
    } catch (error) {
      status.textContent = FAILED;
      console.info("bantin register:", error);
    }
  }

  function restart() {
    limit = STEP;
    return answer();
  }

  form.addEventListener("submit", restart);
  form.addEventListener("change", restart);
  // The form gets its first values only after this event.
  form.addEventListener("reset", () => setTimeout(restart));
  for (const button of form.querySelectorAll("[data-save]")) {
    button.addEventListener("click", () => save(button.dataset.save));
  }
  more.addEventListener("click", async () => {
    const shown = list.querySelectorAll(".bt-point").length;
    limit += STEP;
    await answer();
    list.querySelectorAll(".bt-point")[shown]?.querySelector("a").focus();
  });

  recall(form);
  // Writes days from the address as people do, whatever they are.
  query();
  if (!isEmpty(form)) await answer();
}

function fillChoices(form, { bodies, people, kinds, months }) {
  const add = (name, choices) =>
    form.elements[name].append(
      ...choices.map(([value, text]) => element("option", { value }, text)),
    );
  const counted = ([slug, name, size]) => [slug, `${name} (${size.toLocaleString("vi-VN")})`];
  add("co-quan", bodies.map(counted));
  add("nguoi", people.map(counted));
  add("nam", [...new Set(months.map(([month]) => month.slice(0, 4)))].map((year) => [year, year]));
  const present = new Set(months.flatMap(([, , found]) => found));
  add("loai", Object.entries(kinds).filter(([kind]) => present.has(kind)));
}

function valuesOf(form) {
  const { elements } = form;
  return {
    body: elements["co-quan"].value,
    role: elements["vai-tro"].value,
    person: elements.nguoi.value,
    year: elements.nam.value,
    kind: elements.loai.value,
    hasDue: elements["co-han"].checked,
    order: elements["sap-xep"].value,
  };
}

function isEmpty(form) {
  return [...new FormData(form).values()].every((value) => value === "");
}

/** Addresses hold ISO days. */
function remember(form, { dueFrom, dueTo }) {
  const address = new URL(location.href);
  const values = new FormData(form);
  values.set("han-tu", dueFrom);
  values.set("han-den", dueTo);
  for (const key of KEYS) {
    if (values.get(key)) address.searchParams.set(key, values.get(key));
    else address.searchParams.delete(key);
  }
  history.replaceState(history.state, "", address);
}

function recall(form) {
  for (const [key, value] of new URLSearchParams(location.search)) {
    const field = KEYS.includes(key) ? form.elements[key] : null;
    if (!field) continue;
    if (field.type === "checkbox") field.checked = value === field.value;
    else field.value = value;
    // A body without conclusions is no option. The answer is then "none", not "all".
    if (field.value !== value && field.tagName === "SELECT") {
      field.append(element("option", { value }, value));
      field.value = value;
    }
  }
}

function summary(size, isAll) {
  if (size === 0) return "Không có kết luận, chỉ đạo nào như vậy.";
  const counted = size.toLocaleString("vi-VN");
  return isAll
    ? `Có ${counted} kết luận, chỉ đạo.`
    : `Dưới đây là ${counted} kết luận, chỉ đạo đầu tiên; còn nữa.`;
}

/** The form that filters and sorts results. The page's address holds all its values. */

import { fill, tellSizes } from "./choices.js";
import { setUpNamed } from "./name_field.js";
import { setUpEnd } from "./period_fields.js";
import { describe } from "./summary_text.js";
import { count, element } from "./view.js";

const LISTS = { loai: "kind", "chuyen-muc": "section", ky: "period" };
const CHECKS = { "ket-luan": "conclusions", tep: "files" };
/** Keys in the order of the address, a year before its month. Terms follow them. */
const KEYS = [
  ...Object.keys(LISTS),
  "co-quan",
  "nguoi",
  "vai-tro",
  "tu-nam",
  "tu-thang",
  "den-nam",
  "den-thang",
  ...Object.keys(CHECKS),
  "sap-xep",
];
const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const YEAR = /^\d{4}$/;
const NO_BODY = "Chưa có cơ quan nào tên như vậy: hãy chọn một tên trong danh sách.";
const NO_PERSON = "Chưa có người nào tên như vậy: hãy chọn một tên trong danh sách.";
const BEST_FIRST = "Phù hợp nhất trước";
const NOTHING_ASKED = "Mới nhất trước (chưa có từ cần tìm)";

/**
 * @param {HTMLElement} page the search page.
 * @param {() => void} changed called when a filter or the order changes.
 */
export function setUpFilters(page, changed) {
  const panel = page.querySelector(".bt-search-page__refine");
  const form = panel.querySelector("form");
  const fields = form.elements;
  // A list of choices for each kind of lists with freely named terms, by the kind's folder.
  const terms = [...form.querySelectorAll("select[data-terms]")];
  const keys = [...KEYS, ...terms.map(({ name }) => name)];
  const body = setUpNamed(fields["co-quan"], NO_BODY);
  const person = setUpNamed(fields.nguoi, NO_PERSON);
  const named = { "co-quan": body, nguoi: person };
  const from = setUpEnd(fields["tu-nam"], fields["tu-thang"], true);
  const to = setUpEnd(fields["den-nam"], fields["den-thang"], false);
  let countsPeople = false;

  /** The filters and the order; undefined while the form is closed and unused. */
  function wanted() {
    if (!panel.open && !isUsed()) return undefined;
    const chosen = values();
    return { ...chosen, people: countsPeople || Boolean(chosen.person || chosen.role) };
  }

  function values() {
    return {
      kind: fields.loai.value,
      section: fields["chuyen-muc"].value,
      period: fields.ky.value,
      body: body.chosen(),
      person: person.chosen(),
      role: fields["vai-tro"].value,
      from: from.value(),
      to: to.value(),
      conclusions: fields["ket-luan"].checked,
      files: fields.tep.checked,
      order: fields["sap-xep"].value,
      terms: Object.fromEntries(terms.map(({ name, value }) => [name, value])),
    };
  }

  function isUsed() {
    return isAny(values());
  }

  /** True when a filter is chosen. The query may then be empty. */
  function isChosen() {
    const { order, ...chosen } = values();
    return isAny(chosen);
  }

  function remember(address) {
    const given = new Map(new FormData(form));
    for (const [key, field] of Object.entries(named)) given.set(key, field.chosen());
    for (const key of keys) {
      if (given.get(key)) address.searchParams.set(key, given.get(key));
      else address.searchParams.delete(key);
    }
  }

  function recall(address) {
    for (const key of keys) {
      const value = address.searchParams.get(key);
      if (!value) continue;
      const field = fields[key];
      if (field.type === "checkbox") field.checked = value === field.value;
      else if (key in named) named[key].choose(value);
      else choose(field, value, key in LISTS || terms.includes(field) ? SLUG : YEAR);
      from.settle();
      to.settle();
    }
    if (isUsed()) panel.open = true;
  }

  /**
   * Show the choices, each with the number of results it would give.
   * @param {boolean} isRanked true when some results fit better than others.
   */
  function show(counts, isRanked) {
    const byName = (one, other) => one[1].name.localeCompare(other[1].name, "vi");
    fill(fields.loai, counts.kind, byName);
    fill(fields["chuyen-muc"], counts.section, byName);
    fill(fields.ky, counts.period, byLength);
    for (const select of terms) {
      fill(select, counts[select.name], byName);
      // In most archives, many kinds have no terms.
      select.parentElement.hidden = select.options.length < 2;
    }
    const isLate = [[body, counts.body], [person, counts.person]].map(
      ([field, sizes]) => sizes && field.show(sizes),
    );
    tellSizes(fields["vai-tro"], counts.role);
    from.show(counts.from);
    to.show(counts.to);
    for (const [key, choice] of Object.entries(CHECKS)) {
      const size = counts[choice].get(true)?.size ?? 0;
      form.querySelector(`label[for="${fields[key].id}"] span`).textContent = ` (${count(size)})`;
    }
    fields["sap-xep"].options[0].textContent = isRanked ? BEST_FIRST : NOTHING_ASKED;
    if (isLate.some(Boolean)) changed();
  }

  function read(field) {
    named[field.name]?.read();
    from.settle();
    to.settle();
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    Object.values(named).forEach((one) => one.read());
    changed();
  });
  form.addEventListener("change", (event) => {
    read(event.target);
    changed();
  });
  form.addEventListener("focusin", ({ target }) => {
    if (countsPeople || ![fields.nguoi, fields["vai-tro"]].includes(target)) return;
    countsPeople = true;
    changed();
  });
  // The form has its first values only after this event.
  form.addEventListener("reset", () =>
    setTimeout(() => {
      Object.values(named).forEach((one) => one.choose(""));
      from.settle();
      to.settle();
      changed();
    }),
  );
  panel.addEventListener("toggle", () => panel.open && changed());

  const told = () => describe(form, body.told(), person.told(), from.value(), to.value());
  return { wanted, isUsed, isChosen, remember, recall, show, told };
}

function isAny({ terms, ...others }) {
  return [...Object.values(others), ...Object.values(terms)].some(Boolean);
}

/** Choose the value in an address. The first answer brings its name and its number of results. */
function choose(select, value, form) {
  const isThere = [...select.options].some((option) => option.value === value);
  if (!isThere && form.test(value)) select.append(element("option", { value }, value));
  select.value = value;
  // An unknown value leaves the list without a choice.
  if (select.selectedIndex < 0) select.value = "";
}

/** Sort periods by length: a month, quarters, half a year, nine months, the year. */
function byLength([one], [other]) {
  const lengthOf = (span) => span.split("-").reduce((first, last) => last - first);
  const startOf = (span) => Number(span.split("-")[0]);
  return lengthOf(one) - lengthOf(other) || startOf(one) - startOf(other);
}

/** The form that results are chosen and ordered with; all of it in the page's address. */

import { describe } from "./told.js";
import { fold } from "./text.js";
import { count, element } from "./view.js";

const KEYS = ["loai", "chuyen-muc", "co-quan", "tu-nam", "den-nam", "ket-luan", "tep", "sap-xep"];
const NO_BODY = "Chưa có cơ quan nào tên như vậy: hãy chọn một tên trong danh sách.";

/**
 * @param {HTMLElement} page the search page.
 * @param {() => void} changed called when something else is wanted.
 */
export function setUpFilters(page, changed) {
  const panel = page.querySelector(".bt-search-page__refine");
  const form = panel.querySelector("form");
  const fields = form.elements;
  const bodyNote = form.querySelector(".bt-search-page__body-note");
  /** Name to slug, of the bodies counted last. */
  let names = new Map();
  let body = "";

  /** What is wanted, or undefined while nobody looks at the form or has used it. */
  function wanted() {
    return panel.open || isUsed() ? values() : undefined;
  }

  function values() {
    return {
      kind: fields.loai.value,
      section: fields["chuyen-muc"].value,
      body,
      from: fields["tu-nam"].value,
      to: fields["den-nam"].value,
      conclusions: fields["ket-luan"].checked,
      files: fields.tep.checked,
      order: fields["sap-xep"].value,
    };
  }

  function isUsed() {
    return Object.values(values()).some(Boolean);
  }

  /** True when something is chosen, so that the query may be empty. */
  function isChosen() {
    const { order, ...chosen } = values();
    return Object.values(chosen).some(Boolean);
  }

  function remember(address) {
    const given = new Map(new FormData(form)).set("co-quan", body);
    for (const key of KEYS) {
      if (given.get(key)) address.searchParams.set(key, given.get(key));
      else address.searchParams.delete(key);
    }
  }

  function recall(address) {
    for (const key of KEYS) {
      const value = address.searchParams.get(key);
      if (!value) continue;
      const field = fields[key];
      if (field.type === "checkbox") field.checked = value === field.value;
      else if (key === "co-quan") body = value;
      else {
        // Its name and how many there are come with the first answer.
        if (![...field.options].some((option) => option.value === value)) {
          field.append(element("option", { value }, value));
        }
        field.value = value;
      }
    }
    if (isUsed()) panel.open = true;
  }

  /** Show what may be chosen, with how many results each would give. */
  function show(counts) {
    const byName = (one, other) => one[1].name.localeCompare(other[1].name, "vi");
    const newest = (one, other) => other[0] - one[0];
    fill(fields.loai, counts.kind, byName);
    fill(fields["chuyen-muc"], counts.section, byName);
    fill(fields["tu-nam"], counts.from, newest);
    fill(fields["den-nam"], counts.to, newest);
    fillBodies(counts.body, byName);
    for (const [key, choice] of [["ket-luan", "conclusions"], ["tep", "files"]]) {
      const size = counts[choice].get(true)?.size ?? 0;
      form.querySelector(`label[for="${fields[key].id}"] span`).textContent = ` (${count(size)})`;
    }
  }

  function fillBodies(sizes, order) {
    const rows = [...sizes].sort(order);
    names = new Map(rows.map(([slug, { name }]) => [name, slug]));
    fields["co-quan"].list.replaceChildren(
      ...rows.map(([, { name, size }]) =>
        element("option", { value: name, label: `${name} (${count(size)})` }),
      ),
    );
    const known = sizes.get(body);
    if (body && document.activeElement !== fields["co-quan"]) {
      fields["co-quan"].value = known?.name ?? (fields["co-quan"].value || body);
    }
  }

  function chooseBody() {
    const typed = fields["co-quan"].value.trim();
    const name = typed && nameOf(typed, [...names.keys()]);
    body = name ? names.get(name) : "";
    if (name) fields["co-quan"].value = name;
    bodyNote.textContent = typed && !body ? NO_BODY : "";
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    chooseBody();
    changed();
  });
  form.addEventListener("change", (event) => {
    if (event.target === fields["co-quan"]) chooseBody();
    changed();
  });
  // The form has its first values only after this event.
  form.addEventListener("reset", () =>
    setTimeout(() => {
      chooseBody();
      changed();
    }),
  );
  panel.addEventListener("toggle", () => panel.open && changed());
  panel.hidden = false;

  return { wanted, isUsed, isChosen, remember, recall, show, told: () => describe(form, body) };
}

/** Fill a list of choices, keeping the one chosen even where it would give nothing. */
function fill(select, sizes, order) {
  const { value } = select;
  const [all] = select.options;
  const rows = [...sizes].sort(order);
  if (value && !rows.some(([one]) => String(one) === value)) {
    const known = select.selectedOptions[0]?.dataset.name ?? value;
    rows.push([value, { name: known, size: 0 }]);
  }
  select.replaceChildren(
    all,
    ...rows.map(([one, { name, size }]) =>
      element("option", { value: one, "data-name": name }, `${name} (${count(size)})`),
    ),
  );
  select.value = value;
}

/** What was typed, or the only name that holds it, marks or not; "" where there is none. */
function nameOf(typed, names) {
  if (names.includes(typed)) return typed;
  const alike = names.filter((name) => fold(name) === fold(typed));
  const holding = names.filter((name) => fold(name).includes(fold(typed)));
  return [alike, holding].find((found) => found.length === 1)?.[0] ?? "";
}

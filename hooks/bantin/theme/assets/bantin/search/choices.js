/** Fills lists of choices with the number of results of each. Knows no meaning of a choice. */

import { count, element } from "./view.js";

/**
 * Fill a list. Keep the chosen option, even if it would give no result.
 * @param {HTMLSelectElement} select its first option is any.
 * @param {Map<string|number, {name: string, size: number}>} sizes by value.
 * @param {(one, other) => number} order of [value, {name, size}].
 */
export function fill(select, sizes, order) {
  const { value } = select;
  const [all] = select.options;
  const rows = [...sizes].sort(order);
  select.replaceChildren(
    all,
    ...rows.map(([one, { name, size }]) =>
      element("option", { value: one, "data-name": name }, `${name} (${count(size)})`),
    ),
  );
  // The reader may have chosen something else before the answer comes.
  if (![...select.options].some((option) => option.value === value)) {
    select.append(element("option", { value }, value));
  }
  select.value = value;
}

/** Show the number of results beside each option of a fixed list. */
export function tellSizes(select, sizes) {
  for (const option of [...select.options].slice(1)) {
    const { name } = option.dataset;
    const size = sizes?.get(option.value)?.size ?? 0;
    option.textContent = sizes ? `${name} (${count(size)})` : name;
  }
}

/** The name of the chosen option of a list; "" for any. */
export function nameIn(select) {
  return select.value && (select.selectedOptions[0]?.dataset.name ?? select.value);
}

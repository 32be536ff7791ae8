/** Lists of choices, with how many results each would give. Knows nothing of what is chosen. */

import { count, element } from "./view.js";

/**
 * Fill a list, keeping the one chosen even where it would give nothing.
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
  // An answer can come when something else is chosen already.
  if (![...select.options].some((option) => option.value === value)) {
    select.append(element("option", { value }, value));
  }
  select.value = value;
}

/** Tell beside each option of a list that stands as it is. */
export function tellSizes(select, sizes) {
  for (const option of [...select.options].slice(1)) {
    const { name } = option.dataset;
    const size = sizes?.get(option.value)?.size ?? 0;
    option.textContent = sizes ? `${name} (${count(size)})` : name;
  }
}

/** The name of what is chosen in a list; "" for any. */
export function nameIn(select) {
  return select.value && (select.selectedOptions[0]?.dataset.name ?? select.value);
}

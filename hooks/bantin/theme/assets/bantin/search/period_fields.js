/** The fields of a period: year and month of its start and end. Knows the fields and counts. */

import { fill } from "./choices.js";
import { count } from "./view.js";

/**
 * @param {HTMLSelectElement} year
 * @param {HTMLSelectElement} month 1 to 12; "" for the start or the end of the year.
 * @param {boolean} isFrom true for the start of the period, false for its end.
 */
export function setUpEnd(year, month, isFrom) {
  const edge = isFrom ? 0 : 11;

  /** A month without a year does not count. */
  function settle() {
    if (!year.value) month.value = "";
    month.disabled = !year.value;
  }

  /** @param {Map<number, number>} sums number of results from, or to, each month. */
  function show(sums) {
    const months = [...sums.keys()];
    const [first, last] = [Math.min(...months), Math.max(...months)];
    const total = Math.max(0, ...sums.values());
    const sizeAt = (at) => {
      if (sums.has(at)) return sums.get(at);
      return (isFrom ? at < first : at > last) ? total : 0;
    };
    const sizeIn = (one, number) => sizeAt(one * 12 + number);
    const chosen = month.value ? Number(month.value) - 1 : edge;
    const sizes = new Map();
    const years = new Set([...months.map((at) => Math.floor(at / 12)), Number(year.value)]);
    for (const one of years) {
      const beside = isFrom ? sizeIn(one + 1, 0) : sizeIn(one - 1, 11);
      const isEmpty = sizeIn(one, edge) === beside && String(one) !== year.value;
      if (one && !isEmpty) sizes.set(one, { name: String(one), size: sizeIn(one, chosen) });
    }
    fill(year, sizes, (one, other) => other[0] - one[0]);
    settle();
    for (const option of [...month.options].slice(1)) {
      const size = year.value ? ` (${count(sizeIn(Number(year.value), option.value - 1))})` : "";
      option.textContent = `Tháng ${option.value}${size}`;
    }
  }

  settle();
  return {
    settle,
    show,
    /** "2013", "2013-10", "" for any time. */
    value: () => [year.value, year.value && month.value].filter(Boolean).join("-"),
  };
}

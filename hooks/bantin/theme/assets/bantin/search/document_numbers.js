/**
 * Finds the documents that a query names by number, whole or unfinished.
 *
 * Knows the keys of numbers in the index (`whole_keys` in `postings.py`).
 */

import { citationsIn } from "./citations.js";

/**
 * @param {import("./store.js").Store} store
 * @param {string} typed the query, NFC.
 * @returns {Promise<number[]>} places, in no order.
 */
export async function placesOfNumbers(store, typed) {
  const found = await Promise.all(citationsIn(typed).map((ways) => firstOf(store, ways)));
  return [...new Set(found.flat())];
}

async function firstOf(store, ways) {
  for (const citation of ways) {
    const places = await placesOf(store, citation);
    if (places.length) return places;
  }
  return [];
}

async function placesOf(store, { serial, year, symbol }) {
  const inYear = year ? await store.whole(`${serial}/${year}`) : [];
  if (symbol.length === 0) return year ? inYear : store.wholeFrom(`${serial}/`);
  const key = serial + symbol.join("");
  const same = await store.whole(key);
  const whole = same.length ? same : await store.wholeFrom(key);
  const both = whole.filter((place) => inYear.includes(place));
  // A year that fits no document is a slip. The number alone then counts.
  return both.length ? both : whole;
}

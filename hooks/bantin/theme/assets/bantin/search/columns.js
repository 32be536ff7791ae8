/**
 * Columns: what every entry can be chosen by, as arrays in one order, newest first.
 *
 * Knows how `bantin.outputs.search.columns` writes them and nothing of who asks.
 */

import { readNumbers } from "./digits.js";
import { pause } from "./pause.js";

/**
 * @typedef {{places: number[], years: number[], flags: number[], views?: number[],
 *   kinds: string[], sections: ([string, string]|null)[], bodies: [string, string][][]}} Columns
 *   `flags`: 1 has conclusions, 2 has files; sections and bodies as [slug, name].
 */

/** @returns {Promise<Columns>} of blocks as they were fetched, lowest places first. */
export async function readColumns(blocks) {
  const columns = { places: [], years: [], flags: [], kinds: [], sections: [], bodies: [] };
  for (const block of [...blocks].reverse()) {
    await pause();
    append(columns.places, placesOf(block.places));
    for (const [year, size] of block.years) append(columns.years, Array(size).fill(year));
    append(columns.flags, readNumbers(block.flags));
    append(columns.kinds, valuesOf(block.kinds));
    append(columns.sections, valuesOf(block.sections));
    append(columns.bodies, shared(valuesOf(block.bodies), readNumbers(block.bodies.sizes)));
  }
  return columns;
}

/** Views in the order of the columns, from blocks as they were fetched. */
export async function readViews(blocks) {
  const all = [];
  for (const { views } of [...blocks].reverse()) {
    await pause();
    append(all, readNumbers(views));
  }
  return all;
}

/** How many of `places`, which fall, are above `place`: where it stands if it is one of them. */
export function rankOf(places, place) {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (places[middle] > place) low = middle + 1;
    else high = middle;
  }
  return low;
}

function placesOf(text) {
  const [first, ...gaps] = readNumbers(text);
  let place = first;
  return [first, ...gaps.map((gap) => (place -= gap))];
}

function valuesOf({ table, of }) {
  return readNumbers(of).map((rank) => table[rank]);
}

function shared(values, sizes) {
  let at = 0;
  return sizes.map((size) => values.slice(at, (at += size)));
}

function append(list, values) {
  for (const value of values) list.push(value);
}

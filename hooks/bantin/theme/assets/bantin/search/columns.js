/**
 * Columns: the facet values of all entries, as arrays in one order, newest first.
 *
 * Reads the form that `bantin.search.columns` writes. Does not know its users.
 */

import { readNumbers } from "./digits.js";
import { fold } from "./text.js";

const NO_TERMS = [];

/**
 * Many entries share a value, which is kept once, as a group. `of` has the group of each entry.
 * @template Group
 * @typedef {{of: number[], groups: Group[]}} Grouped
 */

/**
 * @typedef {[string, string|null, string|null, number]} Class kind, slug of the section, period
 *   ("1-9"), and flags: 1 has conclusions, 2 has files.
 * @typedef {[string, number][]} Cast slugs of people, and their roles: 1 chairs, 2 signs, 4 is
 *   named; 0 on a person's own page.
 * @typedef {[string, string, string]} Term folder of its lists, slug, and name.
 * @typedef {{places: number[], months: Grouped<number>, classes: Grouped<Class>,
 *   bodies: Grouped<string[]>, terms: Grouped<Term[]> & {names: Map<string, string>},
 *   names: import("./facet_names.js").Names,
 *   people?: Grouped<Cast> & {names: Map<string, string>}, views?: number[]}} Columns
 *   A month is year * 12 + its number from 0; 0 without a day.
 */

/**
 * @param {object[]} blocks as fetched, lowest places first.
 * @returns {Columns} without `names`, `people` and `views`.
 */
export function readColumns(blocks) {
  const columns = { places: [], months: grouping(), classes: grouping(), bodies: grouping() };
  columns.terms = { ...grouping(), names: new Map() };
  const { names } = columns.terms;
  for (const { places, months, classes, bodies, terms } of [...blocks].reverse()) {
    append(columns.places, placesOf(places));
    const runs = readNumbers(months);
    for (let at = 0; at < runs.length; at += 2) {
      columns.months.add(Array(runs[at + 1]).fill(runs[at]));
    }
    columns.classes.add(valuesOf(classes));
    columns.bodies.add(listsOf(bodies, valuesOf(bodies)));
    // The most common name of a term in the newest block counts.
    for (const [kind, slug, name] of terms?.table ?? []) {
      if (!names.has(`${kind}/${slug}`)) names.set(`${kind}/${slug}`, name);
    }
    columns.terms.add(terms ? listsOf(terms, valuesOf(terms)) : readNumbers(classes.of).map(noTerms));
  }
  return columns;
}

/** People in the order of the columns, from blocks as fetched. */
export function readPeople(blocks) {
  const all = { ...grouping(), names: new Map() };
  for (const { people, roles } of [...blocks].reverse()) {
    const table = people.table.map((one) => (typeof one === "string" ? [slugOf(one), one] : one));
    // The most common name of a person in the newest block counts.
    for (const [slug, name] of table) if (!all.names.has(slug)) all.names.set(slug, name);
    const given = readNumbers(roles);
    const members = new Map();
    const cast = readNumbers(people.of).map((rank, at) => {
      const key = rank * 8 + given[at];
      if (!members.has(key)) members.set(key, [table[rank][0], given[at]]);
      return members.get(key);
    });
    all.add(listsOf(people, cast));
  }
  return all;
}

/** Views in the order of the columns, from blocks as fetched. */
export function readViews(blocks) {
  const all = [];
  for (const { views } of [...blocks].reverse()) {
    append(all, readNumbers(views));
  }
  return all;
}

/** The number of falling `places` above `place`: its rank if it is among them. */
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

/** The slug of a plain name, or of a kind. */
export function slugOf(name) {
  return fold(name).replaceAll(" ", "-");
}

/** An empty Grouped. Call `add` to add values. Values with the same text are one group. */
function grouping() {
  const ranks = new Map();
  const of = [];
  const groups = [];
  const add = (values) => {
    // Most values are one of a few objects, and a look-up by object is fast.
    const known = new Map();
    for (const value of values) {
      let rank = known.get(value);
      if (rank === undefined) {
        const key = String(value);
        rank = ranks.get(key);
        if (rank === undefined) {
          rank = groups.push(value) - 1;
          ranks.set(key, rank);
        }
        known.set(value, rank);
      }
      of.push(rank);
    }
  };
  return { of, groups, add };
}

function placesOf(text) {
  const [first, ...gaps] = readNumbers(text);
  let place = first;
  return [first, ...gaps.map((gap) => (place -= gap))];
}

function valuesOf({ table, of }) {
  return readNumbers(of).map((rank) => table[rank]);
}

function listsOf({ sizes }, values) {
  const none = [];
  const single = new Map();
  let at = 0;
  return readNumbers(sizes).map((size) => {
    if (size === 0) return none;
    if (size > 1) return values.slice(at, (at += size));
    const value = values[at++];
    if (!single.has(value)) single.set(value, [value]);
    return single.get(value);
  });
}

function noTerms() {
  return NO_TERMS;
}

function append(list, values) {
  for (const value of values) list.push(value);
}

/**
 * Choosing among the entries that a query finds: which fit, in which order, how many of each kind.
 *
 * Knows columns, and nothing of files or of the page.
 */

import { rankOf } from "./columns.js";
import { pause } from "./pause.js";
import { fold } from "./text.js";

const CONCLUSIONS = 1;
const FILES = 2;

/**
 * What is wanted: "" or false for whatever does not matter.
 * @typedef {{kind: string, section: string, body: string, from: string, to: string,
 *   conclusions: boolean, files: boolean, order: ""|"moi"|"cu"|"xem"}} Wanted
 *   `kind`, `section`, `body` are slugs; `from` and `to` are years; `order` "" is the best first.
 */

/** So many entries are looked at between two pauses: some milliseconds' work. */
const STRETCH = 4_000;
/** What counts are kept of; each of the choices counts what all the others let through. */
const CHOICES = ["kind", "section", "body", "from", "to", "conclusions", "files"];

/**
 * @param {import("./columns.js").Columns} columns with `views` where the order asks for them.
 * @param {number[]|null} found places, best first; null for all entries.
 * @param {Wanted} wanted
 * @returns {Promise<{places: number[], counts: object}>} `counts`: by choice a Map of value to
 *   {name, size}, how many there would be with it; years by number, flags under true.
 */
export async function sift(columns, found, wanted) {
  const tests = testsOf(columns, wanted);
  const counts = Object.fromEntries(CHOICES.map((choice) => [choice, new Map()]));
  const kept = [];
  let done = 0;
  for (const at of ranksOf(columns, found)) {
    if (++done % STRETCH === 0) await pause();
    const failed = tests.filter(({ fits }) => !fits(at));
    // What two choices keep out would not come in by changing one.
    if (failed.length > 1) continue;
    if (failed.length === 0) kept.push(at);
    for (const choice of failed.length ? [failed[0].choice] : CHOICES) {
      for (const [value, name] of valuesOf(columns, at, choice)) add(counts[choice], value, name);
    }
  }
  counts.from = summedUp(counts.from, (one, other) => other - one);
  counts.to = summedUp(counts.to, (one, other) => one - other);
  return { places: ordered(columns, kept, found ? wanted.order : wanted.order || "moi"), counts };
}

export function slugOf(kind) {
  return fold(kind).replaceAll(" ", "-");
}

function testsOf(columns, { kind, section, body, from, to, conclusions, files }) {
  const tests = [];
  const add = (choice, value, fits) => value && tests.push({ choice, fits });
  const { years, flags, sections, bodies } = columns;
  const slugs = slugsOf(columns);
  add("kind", kind, (at) => slugs.get(columns.kinds[at]) === kind);
  add("section", section, (at) => sections[at]?.[0] === section);
  add("body", body, (at) => bodies[at].some(([slug]) => slug === body));
  add("from", from, (at) => years[at] >= Number(from));
  // Year 0: what has no day is of no time.
  add("to", to, (at) => years[at] > 0 && years[at] <= Number(to));
  add("conclusions", conclusions, (at) => flags[at] & CONCLUSIONS);
  add("files", files, (at) => flags[at] & FILES);
  return tests;
}

function valuesOf(columns, at, choice) {
  const year = columns.years[at];
  switch (choice) {
    case "kind":
      return [[slugsOf(columns).get(columns.kinds[at]), columns.kinds[at]]];
    case "section":
      return columns.sections[at] ? [columns.sections[at]] : [];
    case "body":
      return columns.bodies[at];
    case "conclusions":
      return columns.flags[at] & CONCLUSIONS ? [[true, ""]] : [];
    case "files":
      return columns.flags[at] & FILES ? [[true, ""]] : [];
    default:
      return year ? [[year, String(year)]] : [];
  }
}

function add(counts, value, name) {
  const known = counts.get(value);
  if (known) known.size += 1;
  else counts.set(value, { name, size: 1 });
}

/** Years with how many there are from each on, the way `order` goes. */
function summedUp(years, order) {
  let sum = 0;
  return new Map(
    [...years.keys()]
      .sort(order)
      .map((year) => [year, { name: String(year), size: (sum += years.get(year).size) }]),
  );
}

const slugs = new WeakMap();

/** Kind to slug; there are few kinds, and many entries. */
function slugsOf(columns) {
  if (!slugs.has(columns)) {
    slugs.set(columns, new Map([...new Set(columns.kinds)].map((kind) => [kind, slugOf(kind)])));
  }
  return slugs.get(columns);
}

/** Where the places found stand in the columns. */
function ranksOf({ places }, found) {
  if (!found) return places.keys();
  return found
    .map((place) => [rankOf(places, place), place])
    .filter(([at, place]) => places[at] === place)
    .map(([at]) => at);
}

function ordered({ places, views }, kept, order) {
  if (order === "moi") kept.sort((one, other) => one - other);
  if (order === "cu") kept.sort((one, other) => other - one);
  if (order === "xem") kept.sort((one, other) => views[other] - views[one] || one - other);
  return kept.map((at) => places[at]);
}

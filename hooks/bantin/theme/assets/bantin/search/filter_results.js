/**
 * Filters and sorts the entries that a query finds, and counts them for each choice.
 *
 * Knows columns, but no files and no page.
 */

import { rankOf, slugOf } from "./columns.js";

const CONCLUSIONS = 1;
const FILES = 2;
/** Name of a role in the address → its number in columns. */
const ROLES = new Map([["chu-tri", 1], ["ky", 2], ["neu-ten", 4]]);

/**
 * The chosen filters and order; "" or false for no choice.
 * @typedef {{kind: string, section: string, body: string, period: string, person: string,
 *   role: string, from: string, to: string, conclusions: boolean, files: boolean,
 *   people: boolean, order: ""|"moi"|"cu"|"xem", terms?: Object<string, string>}} Wanted
 *   `kind`, `section`, `body`, `person` are slugs. `period` is like "1-9". `from` and `to` are
 *   years or months, "2013" or "2013-10". `order` "" puts the best first. `people` asks for counts
 *   of people too. `terms` has the chosen slug of each kind of lists, by the kind's folder.
 */

/**
 * @param {import("./columns.js").Columns} columns with `views` and `people` if they are needed.
 * @param {number[]|null} found places, best first; null for all entries.
 * @param {Wanted} wanted
 * @returns {{places: number[], counts: object}} `counts` has, for each choice, a Map of value to
 *   {name, size}. `size` is the number of results that this value would give. Values are slugs of
 *   kinds, sections, bodies, periods and people; roles; `true` for flags. Terms are in a Map for
 *   each kind's folder, by slug. A chosen value is always there, with size 0 for no results.
 *   `from` and `to` map every month between the first and the last to the number of results from,
 *   or up to, that month.
 */
export function filterResults(columns, found, wanted) {
  const choices = choicesOf(columns, wanted);
  const tests = choices.filter(({ fits }) => fits);
  const lists = [...new Set(choices.map(({ list }) => list))];
  const kept = [];
  // `inside` counts the kept entries of each group, for each list. `outside` counts, for each
  // test, the entries that only this test excludes.
  const inside = new Map(lists.map((list) => [list, zeros(list)]));
  for (const test of tests) test.outside = zeros(test.list);
  for (const at of ranksOf(columns, found)) {
    let failed;
    let failures = 0;
    for (const test of tests) {
      if (test.fits[test.list.of[at]]) continue;
      failed = test;
      // Changing one choice does not bring back an entry that two choices exclude.
      if (++failures > 1) break;
    }
    if (failures === 1) failed.outside[failed.list.of[at]] += 1;
    if (failures > 0) continue;
    kept.push(at);
    for (const list of lists) inside.get(list)[list.of[at]] += 1;
  }
  const counts = Object.fromEntries(choices.map((one) => [one.choice, countsOf(one, inside)]));
  nameAll(counts, columns, wanted);
  counts.from = summedUp(counts.from, true);
  counts.to = summedUp(counts.to, false);
  return { places: ordered(columns, kept, found ? wanted.order : wanted.order || "moi"), counts };
}

/**
 * Every choice: its list of groups, a function from a group to its values, and, if a value
 * is chosen, whether each group fits.
 */
function choicesOf({ classes, bodies, months, people, terms, names }, wanted) {
  const { kind, section, period, body, person, role, conclusions, files } = wanted;
  const choices = [];
  const add = (choice, list, values, chosen, fits = (group) => values(group).includes(chosen)) =>
    choices.push({ choice, list, values, fits: chosen ? list.groups.map(fits) : null });
  const flag = (bit) => (group) => (group[3] & bit ? [true] : []);
  add("kind", classes, ([name]) => [slugOf(name)], kind);
  add("section", classes, ([, slug]) => (slug ? [slug] : []), section);
  add("period", classes, ([, , span]) => (span ? [span] : []), period);
  add("conclusions", classes, flag(CONCLUSIONS), conclusions);
  add("files", classes, flag(FILES), files);
  add("body", bodies, (slugs) => [...names.holders(slugs)], body);
  for (const [kind, chosen] of Object.entries(wanted.terms ?? {})) {
    const slugsOf = (group) => group.filter(([one]) => one === kind).map(([, slug]) => slug);
    add(kind, terms, slugsOf, chosen);
  }
  // Month 0 is an entry without a day. It belongs to no time.
  const dated = (month) => (month ? [month] : []);
  add("from", months, dated, wanted.from, (month) => month >= firstMonth(wanted.from));
  add("to", months, dated, wanted.to, (month) => month > 0 && month <= lastMonth(wanted.to));
  if (people) addPeople(add, people, person, role);
  return choices;
}

/** Add the choices of person and role. Each is counted among the entries that fit the other. */
function addPeople(add, people, person, role) {
  const bit = ROLES.get(role);
  const inRole = ([, roles]) => !role || (roles & bit) > 0;
  const isMeant = ([slug]) => !person || slug === person;
  const rolesOf = (cast) =>
    [...ROLES].filter(([, one]) => cast.some((who) => isMeant(who) && who[1] & one));
  add("person", people, (cast) => cast.filter(inRole).map(([slug]) => slug), person, (cast) =>
    cast.some(([slug]) => slug === person),
  );
  add("role", people, (cast) => rolesOf(cast).map(([name]) => name), role, (cast) => {
    const meant = cast.filter(isMeant);
    return (meant.length > 0 ? meant : cast).some(inRole);
  });
}

function zeros({ groups }) {
  return new Uint32Array(groups.length);
}

/** A Map of value to {size} for one choice. */
function countsOf({ list, values, outside }, inside) {
  const counts = new Map();
  inside.get(list).forEach((kept, rank) => {
    const size = kept + (outside?.[rank] ?? 0);
    if (size === 0) return;
    for (const value of values(list.groups[rank])) {
      const known = counts.get(value);
      if (known) known.size += size;
      else counts.set(value, { size });
    }
  });
  return counts;
}

/** Give each value its name, and add chosen values that are missing. */
function nameAll(counts, { names, people, terms }, wanted) {
  const nameOf = {
    kind: (slug) => names.kind.get(slug),
    section: (slug) => names.section.get(slug),
    period: (span) => names.period.get(span),
    body: (slug) => names.body.get(slug),
    person: (slug) => names.person.get(slug) ?? people?.names.get(slug),
  };
  for (const kind of Object.keys(wanted.terms ?? {})) {
    nameOf[kind] = (slug) => terms.names.get(`${kind}/${slug}`);
  }
  for (const [choice, find] of Object.entries(nameOf)) {
    const sizes = counts[choice];
    if (!sizes) continue;
    const chosen = wanted[choice] ?? wanted.terms?.[choice];
    if (chosen && !sizes.has(chosen)) sizes.set(chosen, { size: 0 });
    for (const [slug, known] of sizes) known.name = find(slug) ?? slug;
  }
}

/** The first month of "2013" or "2013-10"; `lastMonth`: the last one. */
function firstMonth(text) {
  const [year, month = 1] = text.split("-").map(Number);
  return year * 12 + month - 1;
}

function lastMonth(text) {
  const [year, month = 12] = text.split("-").map(Number);
  return year * 12 + month - 1;
}

/** Map every month between the first and the last to the count from it on, or up to it. */
function summedUp(counts, isFrom) {
  if (counts.size === 0) return new Map();
  const months = [...counts.keys()];
  const [first, last] = [Math.min(...months), Math.max(...months)];
  const all = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  if (isFrom) all.reverse();
  let sum = 0;
  return new Map(all.map((month) => [month, (sum += counts.get(month)?.size ?? 0)]));
}

/** The positions of found places in the columns. */
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

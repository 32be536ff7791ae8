/**
 * One reading of a query against the index: which entries hold it, and how well.
 *
 * Pairs of neighbours are asked first. They carry the meaning ("phụ nữ"), and where they find
 * enough the lists of common syllables, the longest of all, are never fetched.
 */

import { keyOf, likeness, likenessOfStart } from "./text.js";

const ENOUGH = 20;
const PAIR = 2.5;
/** A spelling written with other marks finds, but does not count as found. */
const LIKE = 0.3;
const OTHER = 0.1;
/** A word that only begins with what was typed. */
const START = 0.5;

/**
 * @param {import("./store.js").Store} store
 * @param {string[]} words exact syllables, at least one.
 * @param {{count: number, prefix: boolean, settled: Promise<boolean>, enough?: number,
 *   full?: boolean}} options `count` of
 *   entries in the index; `prefix`: the last word may be unfinished; `settled`: the query is a
 *   number or title in full, so that words apart from each other were not meant; `enough`: with
 *   so many that hold all pairs, those that hold the words apart are not looked for; `full`: they are,
 *   however many there are.
 * @returns {Promise<{all: Map<number, number>, some: Map<number, number>, missing: string[],
 *   strange: boolean}>} place to score: `all` hold every word, `some` (only when none does) hold a part of them;
 *   `missing` words are nowhere; `strange`: some stand with other marks only.
 */
export async function matchWords(store, words, { count, prefix, settled, enough = ENOUGH, full }) {
  const last = words.length - 1;
  const pairs = await Promise.all(
    words.slice(1).map((word, index) => {
      const start = prefix && index + 1 === last;
      return unit(store, "pairs", [words[index], word], start, count);
    }),
  );
  const chain = together(pairs, pairs);
  const good = [...chain.values()].filter((found) => found.likeness >= LIKE).length;
  if (!full && pairs.length && (good >= enough || (await settled))) {
    return { all: scores(chain), some: new Map(), missing: [], strange: isStrange(pairs) };
  }

  const singles = await Promise.all(
    words.map((word, index) => {
      const start = prefix && index === last && word.length > 1;
      return unit(store, "words", [word], start, count);
    }),
  );
  const all = together(singles, [...singles, ...pairs]);
  // A word still being typed: its pair is found where the many words it may become are not.
  for (const [place, found] of chain) if (!all.has(place)) all.set(place, found);
  const missing = words.filter((_, index) => singles[index].places.size === 0);
  const some = all.size ? new Map() : part(singles, pairs);
  const strange = isStrange(pairs.length ? pairs : singles);
  return { all: scores(all), some, missing, strange };
}

/** True when something is only found with other marks than those typed. */
function isStrange(units) {
  const other = ({ likeness: like }) => like <= OTHER;
  return units.some(({ places }) => places.size && [...places.values()].every(other));
}

/**
 * One word or pair with all its spellings: {factor, places}, `places` a Map of place to
 * {impact, likeness}.
 */
async function unit(store, section, words, start, count) {
  const key = words.map(keyOf).join(" ");
  const groups = start ? await store.range(section, key) : [[key, await store.get(section, key)]];
  const known = groups.filter(([, spellings]) => spellings);
  const rarity = Math.log(1 + count / sizeOf(known));
  const places = new Map();
  for (const [groupKey, spellings] of known) {
    const whole = groupKey === key;
    for (const [spelling, items] of spellings) {
      const like = likeWords(words, spelling.split(" "), whole ? likeness : likenessOfStart);
      const likely = whole ? like : like * START;
      for (const item of items) hold(places, item >> 4, (item & 15) * rarity * likely, likely);
    }
  }
  return { factor: words.length > 1 ? PAIR : 1, places };
}

function sizeOf(groups) {
  let size = 0;
  for (const [, spellings] of groups) for (const items of spellings.values()) size += items.length;
  return Math.max(1, size);
}

/** Keep the best of several spellings in one entry. */
function hold(places, place, impact, like) {
  const old = places.get(place);
  if (old === undefined) places.set(place, { impact, likeness: like });
  else {
    old.impact = Math.max(old.impact, impact);
    old.likeness = Math.max(old.likeness, like);
  }
}

function likeWords(asked, found, compareLast) {
  const all = asked.map((word, index) => {
    const compare = index === asked.length - 1 ? compareLast : likeness;
    return compare(word, found[index]);
  });
  return all.reduce((product, like) => product * like, 1);
}

/** The entries that hold all `required` units; each of the `counted` ones adds its impact. */
function together(required, counted) {
  const found = new Map();
  if (required.length === 0) return found;
  const [fewest, ...others] = [...required].sort((a, b) => a.places.size - b.places.size);
  for (const place of fewest.places.keys()) {
    if (!others.every(({ places }) => places.has(place))) continue;
    const impact = sum(counted, ({ factor, places }) => factor * (places.get(place)?.impact ?? 0));
    const like = sum(required, ({ places }) => places.get(place).likeness);
    found.set(place, { impact, likeness: like / required.length });
  }
  return found;
}

/** The entries that hold any of the words, with their scores; how many they hold counts most. */
function part(singles, pairs) {
  const found = new Map();
  for (const place of new Set(singles.flatMap(({ places }) => [...places.keys()]))) {
    const impact = sum([...singles, ...pairs], ({ factor, places }) => {
      return factor * (places.get(place)?.impact ?? 0);
    });
    // A word with other marks is hardly held at all.
    const held = sum(singles, ({ places }) => places.get(place)?.likeness ?? 0);
    found.set(place, impact * (held / singles.length) ** 3);
  }
  return found;
}

function sum(list, of) {
  return list.reduce((total, item) => total + of(item), 0);
}

function scores(found) {
  return new Map(
    [...found].map(([place, { impact, likeness: like }]) => [place, impact * like]),
  );
}

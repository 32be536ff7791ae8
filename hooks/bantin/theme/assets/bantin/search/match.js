/**
 * One reading of a query against the index: which entries hold it, and how well.
 *
 * Pairs of neighbours are asked first. They carry the meaning ("phụ nữ"), and where they find
 * enough the lists of common syllables, the longest of all, are never fetched. Of what is asked
 * together the short lists come first: of the long ones only the blocks are fetched in which an
 * entry may lie that all the short ones hold.
 */

import { addTo, common, merge, walk } from "./hits.js";
import { LIKE, openUnit, readUnit } from "./unit.js";

const ENOUGH = 20;
const PAIR = 2.5;
/** All the words one behind the other are worth more than the best of titles that has but two. */
const CHAIN = 1.5;
/** Where no entry holds all words, what stands in more than a share of them tells little. */
const TELLING_SHARE = 1 / 4;
const TELLING_SIZE = 1_000;

/**
 * @typedef {Map<number, number>} Scores by place.
 *
 * @param {import("./store.js").Store} store
 * @param {string[]} words exact syllables, at least one.
 * @param {{count: number, prefix: boolean, settled: Promise<boolean>, enough?: number,
 *   full?: boolean}} options `count` of entries in the index; `prefix`: the last word may be
 *   unfinished; `settled`: the query is a number or title in full, so that words apart from each
 *   other were not meant; `enough`: with so many that hold all pairs, those that hold the words
 *   apart are not looked for; `full`: they are, however many there are.
 * @returns {Promise<{all: Scores, some: Scores, missing: string[], strange: boolean}>} `all` hold
 *   every word, `some` (only when none does) those that are anywhere, or else a telling one;
 *   `missing` words are nowhere; `strange`: some stand with other marks only.
 */
export async function matchWords(store, words, { count, prefix, settled, enough = ENOUGH, full }) {
  const last = words.length - 1;
  const pairs = await Promise.all(
    words.slice(1).map((word, index) => {
      const start = prefix && index + 1 === last;
      return openUnit(store, [words[index], word], start, count);
    }),
  );
  const chain = weigh(await together(pairs), pairs, pairs);
  const good = chain.likes.filter((like) => like >= LIKE).length;
  if (!full && pairs.length && (good >= enough || (await settled))) {
    return { all: scoresOf(chain), some: new Map(), missing: [], strange: isStrange(pairs) };
  }

  const singles = await Promise.all(
    words.map((word, index) => {
      const start = prefix && index === last && word.length > 1;
      return openUnit(store, [word], start, count);
    }),
  );
  const found = await rate(singles, pairs, chain);
  // A word still being typed: its pair is found where the many words it may become are not.
  const all = new Map([...scoresOf(chain), ...scoresOf(found)]);
  const missing = words.filter((_, index) => singles[index].size === 0);
  const some = all.size ? new Map() : await part(singles, pairs, count);
  return { all, some, missing, strange: isStrange(pairs.length ? pairs : singles) };
}

function isStrange(units) {
  return units.some((unit) => unit.isStrange);
}

/** The entries that hold all of the singles, for which the pairs count too. */
async function rate(singles, pairs, chain) {
  const found = await together(singles);
  for (const pair of pairs) found.hits.set(pair, await readUnit(pair, found.places));
  const rated = weigh(found, singles, [...singles, ...pairs]);
  walk(rated.places, chain.places, (_, at, there) => {
    if (chain.likes[there] >= LIKE) rated.impacts[at] *= CHAIN;
  });
  return rated;
}

/**
 * The entries that hold all units, and the hits of each unit, in these at least.
 * @returns {Promise<{places: Uint32Array, hits: Map<object, import("./hits.js").Hits>}>}
 */
async function together(units) {
  const hits = new Map();
  const isNowhere = units.length === 0 || units.some(({ size }) => size === 0);
  if (isNowhere) return { places: new Uint32Array(0), hits };
  const read = async (some, within) => {
    await Promise.all(some.map(async (unit) => hits.set(unit, await readUnit(unit, within))));
  };
  await read(units.filter(({ blocks }) => blocks === 0));
  await read(units.filter(({ blocks }) => blocks > 0), hits.size ? inAll(hits) : undefined);
  return { places: inAll(hits), hits };
}

/** The places that all hits have. */
function inAll(hits) {
  const all = Array.from(hits.values(), ({ places }) => places);
  return all.sort((one, other) => one.length - other.length).reduce(common);
}

/** Hits of what is found together: likeness is that of the required, impacts of the counted. */
function weigh({ places, hits }, required, counted) {
  const impacts = new Float64Array(places.length);
  const likes = new Float64Array(places.length);
  if (places.length === 0) return { places, impacts, likes };
  for (const unit of counted) addTo(impacts, places, hits.get(unit), "impacts", factorOf(unit));
  for (const unit of required) addTo(likes, places, hits.get(unit), "likes", 1 / required.length);
  return { places, impacts, likes };
}

/**
 * What comes nearest where no entry holds all words: those that hold all the words there are, else
 * those that hold some telling one. How many they hold counts most.
 */
async function part(singles, pairs, count) {
  const known = singles.filter(({ size }) => size > 0);
  let asked = known;
  let found = await together(known.length < singles.length ? known : []);
  if (found.places.length === 0) {
    const most = Math.max(TELLING_SIZE, count * TELLING_SHARE);
    const telling = known.filter(({ size }) => size <= most);
    asked = telling.length ? telling : known;
    found = await anyOf(asked);
  }
  for (const pair of pairs) found.hits.set(pair, await readUnit(pair, found.places));
  const { places, impacts, likes } = weigh(found, asked, [...asked, ...pairs]);
  // A word with other marks is hardly held at all.
  const shares = likes.map((like) => ((like * asked.length) / singles.length) ** 3);
  return scoresOf({ places, impacts, likes: shares });
}

/** As `together`, for the entries that hold any of the units. */
async function anyOf(units) {
  const read = await Promise.all(units.map(async (unit) => [unit, await readUnit(unit)]));
  const hits = new Map(read);
  return { places: merge([...hits.values()]).places, hits };
}

/** A pair says more than its words. */
function factorOf({ isPair }) {
  return isPair ? PAIR : 1;
}

function scoresOf({ places, impacts, likes }) {
  const scores = new Map();
  for (let at = 0; at < places.length; at += 1) {
    scores.set(places[at], impacts[at] * likes[at]);
  }
  return scores;
}

/**
 * Matches one reading of a query with the index: finds entries and their scores.
 *
 * Pairs of neighbours come first, because they carry the meaning ("phụ nữ"). If they find enough,
 * the lists of common syllables are never fetched. Those are the longest of all. Among lists that
 * are read together, the short ones come first. Of the long ones only some blocks are fetched:
 * those that may hold an entry of all the short ones.
 */

import { addTo, common, merge, walk } from "./hits.js";
import { LIKE, openTerm, readTerm } from "./query_term.js";

const ENOUGH = 20;
const PAIR = 2.5;
/** The bonus of each pair when all words stand in a row, because that was meant. */
const CHAIN = 1.5;
/** Most items read to find words apart, if some entry has them as typed. */
const APART_AT_MOST = 120_000;
/** Approximate number of items read to check one entry. */
const BLOCK = 3_000;
/** Most items read to find words apart when only a guess is tested. */
const GUESS_AT_MOST = 20_000;
/** Most of the likeliest entries checked, if all words are common and nowhere in a row. */
const LIKELIEST = 8;
/** If no entry holds all words, the rarest words count most. Most items read of the others. */
const TELLING_AT_MOST = 40_000;

/**
 * @typedef {Map<number, number>} Scores by place.
 * @typedef {{words: string[], pairs: object[], chain: object, whole: Scores}} Chain the entries
 *   that hold each pair of neighbours; `whole`: those that have them as typed, or without marks.
 */

/**
 * @param {import("./store.js").Store} store
 * @param {string[]} words exact syllables, at least one.
 * @param {{count: number, prefix: boolean}} options `count` of entries in the index; `prefix`: the
 *   last word may be unfinished.
 * @returns {Promise<Chain>}
 */
export async function findChain(store, words, { count, prefix }) {
  const pairs = await Promise.all(
    words.slice(1).map((word, index) => {
      const start = prefix && index + 2 === words.length;
      return openTerm(store, [words[index], word], start, count);
    }),
  );
  const chain = weigh(await together(pairs), pairs, pairs);
  return { words, pairs, chain, whole: scoresOf(chain, LIKE) };
}

/**
 * The entries that hold the words, wherever they stand.
 * @param {Chain} found the entries that hold them side by side.
 * @param {{count: number, prefix: boolean, enough?: number, full?: boolean, isGuess?: boolean}}
 *   options as above; `enough`: with so many in the chain, those that hold the words apart are not
 *   looked for; `full`: they are, however many there are; `isGuess`: one entry found is enough.
 * @returns {Promise<{all: Scores, some: Scores, missing: string[], strange: boolean,
 *   spared: boolean}>} `all` hold every word; `some`, only when none does, come nearest; `missing`
 *   words are nowhere; `strange`: some stand with other marks only; `spared`: whether there are
 *   more that hold the words apart is not known, it would have cost too much.
 */
export async function matchWords(store, found, options) {
  const { count, prefix, enough = ENOUGH, full, isGuess } = options;
  const { words, pairs, chain, whole } = found;
  const beside = { all: scoresOf(chain), some: new Map(), missing: [], strange: isStrange(pairs) };
  if (!full && pairs.length && whole.size >= (isGuess ? 1 : enough)) {
    return { ...beside, spared: false };
  }
  const singles = await Promise.all(
    words.map((word, index) => {
      const start = prefix && index + 1 === words.length && word.length > 1;
      return openTerm(store, [word], start, count);
    }),
  );
  const cost = costOf(singles);
  // Beside a phrase all entries count, because the phrase is checked later.
  const isDear = !full && enough === ENOUGH && cost > APART_AT_MOST;
  if ((isDear && whole.size > 0) || (isGuess && cost > GUESS_AT_MOST)) {
    return { ...beside, spared: true };
  }
  if (isDear) {
    for (const likeliest of [withRarest, withMostPairs]) {
      const all = scoresOf(await likeliest(singles, pairs), LIKE);
      if (all.size) return { ...beside, all, strange: false, spared: true };
    }
  }
  const rated = await rate(singles, pairs, chain);
  // For a word still being typed, its pair is found without reading the many words it may become.
  const all = new Map([...scoresOf(chain), ...scoresOf(rated)]);
  const missing = words.filter((_, index) => singles[index].size === 0);
  const some = all.size ? new Map() : await part(singles, pairs);
  const strange = isStrange(pairs.length ? pairs : singles);
  return { all, some, missing, strange, spared: false };
}

/** The approximate number of items read to find the entries that hold all terms. */
function costOf(terms) {
  const rarest = Math.min(...terms.map(({ size }) => size));
  return terms.reduce((total, { size }) => total + Math.min(size, rarest * BLOCK), 0);
}

function isStrange(terms) {
  return terms.some((term) => term.isStrange);
}

/** The entries that hold all singles, when a word has marks that few entries have. */
async function withRarest(singles, pairs) {
  const [rarest] = [...singles].sort((one, other) => one.meant - other.meant);
  if (rarest.meant > LIKELIEST) return holdersAmong(new Uint32Array(0), new Map(), [], []);
  const hits = new Map([[rarest, await readTerm(rarest)]]);
  const { places, likes } = hits.get(rarest);
  return holdersAmong(
    places.filter((_, at) => likes[at] >= LIKE),
    hits,
    singles,
    pairs,
  );
}

/**
 * The entries that hold most pairs and all singles. This finds words in another order, or two names
 * beside each other.
 */
async function withMostPairs(singles, pairs) {
  const short = pairs.filter(({ size, blocks }) => size > 0 && blocks === 0);
  const { places, hits } = await anyOf(short);
  const held = new Float64Array(places.length);
  for (const term of short) addTo(held, places, hits.get(term), "likes", 1);
  // Among equals the newest comes first.
  const byHeld = Array.from(held.keys()).sort((one, other) => held[other] - held[one]);
  const best = byHeld.filter((at) => held[at] > 1).slice(0, LIKELIEST);
  return holdersAmong(Uint32Array.from(best, (at) => places[at]), hits, singles, short);
}

/** The places among these that hold all singles; their pairs also count. */
async function holdersAmong(places, hits, singles, pairs) {
  const falling = places.sort().reverse();
  await readMore({ places: falling, hits }, [...singles, ...pairs]);
  const holding = singles.map((term) => hits.get(term).places).reduce(common, falling);
  return weigh({ places: holding, hits }, singles, [...singles, ...pairs]);
}

/** The entries that hold all singles; their pairs also count. */
async function rate(singles, pairs, chain) {
  const found = await together(singles);
  await readMore(found, pairs);
  const rated = weigh(found, singles, [...singles, ...pairs]);
  walk(rated.places, chain.places, (_, at, there) => {
    if (chain.likes[there] >= LIKE) rated.impacts[at] *= CHAIN ** pairs.length;
  });
  return rated;
}

/**
 * The entries that hold all terms, and the hits of each term at least in these.
 * @returns {Promise<{places: Uint32Array, hits: Map<object, import("./hits.js").Hits>}>}
 */
async function together(terms) {
  const hits = new Map();
  const isNowhere = terms.length === 0 || terms.some(({ size }) => size === 0);
  if (isNowhere) return { places: new Uint32Array(0), hits };
  const read = async (some, within) => {
    await Promise.all(some.map(async (term) => hits.set(term, await readTerm(term, within))));
  };
  await read(terms.filter(({ blocks }) => blocks === 0));
  await read(terms.filter(({ blocks }) => blocks > 0), hits.size ? inAll(hits) : undefined);
  return { places: inAll(hits), hits };
}

/** The places in all hits. */
function inAll(hits) {
  const all = Array.from(hits.values(), ({ places }) => places);
  return all.sort((one, other) => one.length - other.length).reduce(common);
}

/**
 * The hits of entries found together. Impacts come from the counted terms. Likeness is the lowest
 * of the required terms: other words do not make "người" a better match for "nguôi".
 */
function weigh({ places, hits }, required, counted) {
  const likes = new Float64Array(places.length).fill(1);
  if (places.length === 0) return { places, impacts: new Float64Array(0), likes };
  for (const term of required) {
    const found = hits.get(term);
    walk(places, found.places, (_, at, there) => {
      likes[at] = Math.min(likes[at], found.likes[there]);
    });
  }
  return { places, impacts: impactsOf({ places, hits }, counted), likes };
}

function impactsOf({ places, hits }, terms) {
  const impacts = new Float64Array(places.length);
  for (const term of terms) addTo(impacts, places, hits.get(term), "impacts", factorOf(term));
  return impacts;
}

/**
 * The nearest entries, if no entry holds all words. First those with all known words, side by side
 * as far as any entry has them so. Else those with all of them apart. Else those with some rare
 * word. The number of words held counts most.
 */
async function part(singles, pairs) {
  const known = singles.filter(({ size }) => size > 0);
  const linked = pairs.filter(({ size }) => size > 0);
  const isLinked = (_, at) => pairs[at - 1]?.size > 0 || pairs[at]?.size > 0;
  const loose = singles.filter((term, at) => term.size > 0 && !isLinked(term, at));
  // If each word is in some entry, we know already that no entry has them all.
  const ways = known.length < singles.length ? [[...linked, ...loose], known] : [];
  let asked = known;
  let found = await together([]);
  for (const terms of ways) {
    if (found.places.length === 0 && costOf(terms) <= APART_AT_MOST) found = await together(terms);
  }
  await readMore(found, known);
  if (found.places.length === 0) {
    asked = telling(known);
    found = await anyOf(asked);
  }
  await readMore(found, pairs);
  const impacts = impactsOf(found, [...asked, ...pairs]);
  const held = new Float64Array(impacts.length);
  for (const term of asked) addTo(held, found.places, found.hits.get(term), "likes", 1);
  // A word with other marks hardly counts as held.
  const likes = held.map((size) => (size / singles.length) ** 3);
  return scoresOf({ places: found.places, impacts, likes });
}

/** Read the hits of more terms in the found places. */
async function readMore({ places, hits }, terms) {
  const others = terms.filter((term) => !hits.has(term));
  await Promise.all(others.map(async (term) => hits.set(term, await readTerm(term, places))));
}

/** The rarest terms, at least one. */
function telling(terms) {
  let read = 0;
  const byRarity = [...terms].sort((one, other) => one.size - other.size);
  return byRarity.filter(({ size }, at) => (read += size) <= TELLING_AT_MOST || at === 0);
}

/** As `together`, for the entries that hold any of the terms. */
async function anyOf(terms) {
  const read = await Promise.all(terms.map(async (term) => [term, await readTerm(term)]));
  const hits = new Map(read);
  return { places: merge([...hits.values()]).places, hits };
}

/** A pair counts more than its words. */
function factorOf({ isPair }) {
  return isPair ? PAIR : 1;
}

function scoresOf({ places, impacts, likes }, least = 0) {
  const scores = new Map();
  for (let at = 0; at < places.length; at += 1) {
    if (likes[at] >= least) scores.set(places[at], impacts[at] * likes[at]);
  }
  return scores;
}

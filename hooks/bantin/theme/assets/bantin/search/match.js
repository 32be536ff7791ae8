/**
 * One reading of a query against the index: which entries hold it, and how well.
 *
 * Pairs of neighbours are asked first. They carry the meaning ("phụ nữ"), and where they find
 * enough the lists of common syllables, the longest of all, are never fetched. Of what is asked
 * together the short lists come first: of the long ones only the blocks are fetched in which an
 * entry may lie that all the short ones hold.
 */

import { addTo, common, merge, walk } from "./hits.js";
import { LIKE, openTerm, readTerm } from "./query_term.js";

const ENOUGH = 20;
const PAIR = 2.5;
/** What each neighbour adds where all the words stand one behind the other: it was meant so. */
const CHAIN = 1.5;
/** Items read at most to find words apart from each other, where some entry has them as typed. */
const APART_AT_MOST = 120_000;
/** So many items about are read to know of one entry. */
const BLOCK = 3_000;
/** To know whether a guess finds anything, words apart are looked for if it takes no more items. */
const GUESS_AT_MOST = 20_000;
/** Where all words are common and nowhere in a row, no more of the likeliest are looked into. */
const LIKELIEST = 8;
/** Where no entry holds all words, the rarest tell most: of the others so many items at most. */
const TELLING_AT_MOST = 40_000;

/**
 * @typedef {Map<number, number>} Scores by place.
 * @typedef {{words: string[], pairs: object[], chain: object, whole: Scores}} Chain the entries in
 *   which all neighbours are neighbours; `whole`: those that have them as typed, or without marks.
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
 * What holds the words, wherever they stand.
 * @param {Chain} found what holds them side by side.
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
  // Beside a phrase all count: which of them hold it is seen later.
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
  // A word still being typed: its pair is found where the many words it may become are not.
  const all = new Map([...scoresOf(chain), ...scoresOf(rated)]);
  const missing = words.filter((_, index) => singles[index].size === 0);
  const some = all.size ? new Map() : await part(singles, pairs);
  const strange = isStrange(pairs.length ? pairs : singles);
  return { all, some, missing, strange, spared: false };
}

/** About how many items are read to find what holds all terms. */
function costOf(terms) {
  const rarest = Math.min(...terms.map(({ size }) => size));
  return terms.reduce((total, { size }) => total + Math.min(size, rarest * BLOCK), 0);
}

function isStrange(terms) {
  return terms.some((term) => term.isStrange);
}

/** The entries that hold all of the singles, for a word typed with marks that hardly any has. */
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
 * Of the entries that hold most of the pairs those that hold all of the singles too: what was meant
 * by words in an order of their own, or by two names beside each other.
 */
async function withMostPairs(singles, pairs) {
  const short = pairs.filter(({ size, blocks }) => size > 0 && blocks === 0);
  const { places, hits } = await anyOf(short);
  const held = new Float64Array(places.length);
  for (const term of short) addTo(held, places, hits.get(term), "likes", 1);
  // Of equals the newest.
  const byHeld = Array.from(held.keys()).sort((one, other) => held[other] - held[one]);
  const best = byHeld.filter((at) => held[at] > 1).slice(0, LIKELIEST);
  return holdersAmong(Uint32Array.from(best, (at) => places[at]), hits, singles, short);
}

/** Those of the places that hold all of the singles, for which the pairs count too. */
async function holdersAmong(places, hits, singles, pairs) {
  const falling = places.sort().reverse();
  await readMore({ places: falling, hits }, [...singles, ...pairs]);
  const holding = singles.map((term) => hits.get(term).places).reduce(common, falling);
  return weigh({ places: holding, hits }, singles, [...singles, ...pairs]);
}

/** The entries that hold all of the singles, for which the pairs count too. */
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
 * The entries that hold all terms, and the hits of each term, in these at least.
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

/** The places that all hits have. */
function inAll(hits) {
  const all = Array.from(hits.values(), ({ places }) => places);
  return all.sort((one, other) => one.length - other.length).reduce(common);
}

/**
 * Hits of what is found together: the impacts of the counted, and of the required the least
 * likeness: "người" for "nguôi" is no better for all the words beside it.
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
 * What comes nearest where no entry holds all words: those that hold all the words there are, side
 * by side as far as any entry has them so; else all apart; else some telling one. How many of the
 * words they hold counts most.
 */
async function part(singles, pairs) {
  const known = singles.filter(({ size }) => size > 0);
  const linked = pairs.filter(({ size }) => size > 0);
  const isLinked = (_, at) => pairs[at - 1]?.size > 0 || pairs[at]?.size > 0;
  const loose = singles.filter((term, at) => term.size > 0 && !isLinked(term, at));
  // Where each word stands somewhere, that no entry has them all is known already.
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
  // A word with other marks is hardly held at all.
  const likes = held.map((size) => (size / singles.length) ** 3);
  return scoresOf({ places: found.places, impacts, likes });
}

/** Read the hits of more terms, in the places found. */
async function readMore({ places, hits }, terms) {
  const others = terms.filter((term) => !hits.has(term));
  await Promise.all(others.map(async (term) => hits.set(term, await readTerm(term, places))));
}

/** The rarest of the terms, one at least. */
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

/** A pair says more than its words. */
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

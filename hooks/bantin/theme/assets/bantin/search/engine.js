/**
 * The search engine: takes a query, returns hits. All code that shows results calls it.
 *
 *     const search = openSearch("https://…/", { way: wayToWords() });
 *     const { total, hits } = await search("phụ nữ", { limit: 10 });
 */

import { writtenWays } from "./dates.js";
import { excerpt, markAll, readTexts, wanted } from "./excerpt.js";
import { readSigns } from "./query_signs.js";
import { findChain, matchWords } from "./match.js";
import { placesOfNumbers } from "./document_numbers.js";
import { readQuery } from "./query.js";
import { filterResults } from "./filter_results.js";
import { targetOf } from "./hit_address.js";
import { isOutdated, Store } from "./store.js";

/** The score of a number or title typed in full. No sum of words reaches it. */
const NUMBER = 1e12;
const TITLE = 1e6;
/** The score of words in a row, in a shorter form than typed, if the typed ones are all apart. */
const WHOLE = 1e3;
/** The query begins with a number. Beside other words a number may be one of several. */
const ONLY = /^\s*(?:s[oố]\s*:?\s*)?\d/iu;
/** Scores that differ by less are equal, and the newer entry comes first. */
const STEP = Math.log(1.05);
/** All places are below this. */
const PLACES = 2 ** 28;

/**
 * @typedef {{text: string, mark: boolean}[]} Parts
 * @typedef {{url: string, title: Parts, kind: string, number: Parts, day: string,
 *   snippet: Parts}} Hit `url` is absolute and leads to a place in its page; `day` is
 *   "2021-10-05" or "".
 * @typedef {{total: number, about: boolean, hits: Hit[], partial: boolean,
 *   missing: string[], suggestion: string, aimless: boolean, spared: boolean}} Answer
 *   `about`: the total is an estimate; `suggestion`: a query that finds more, or ""; `aimless`: the
 *   query only excludes words.
 *   `spared`: other entries may hold the words apart; the search skipped them.
 *   `partial`: no entry holds every word; the hits hold some. `missing`: words in no entry.
 */

/**
 * @param {string} root absolute address of the site's root.
 * @param {{way: string}} page `way`: how an address leads to words there, see fragments.js.
 * @returns {(query: string, options?: {limit?: number, prefix?: boolean, apart?: boolean,
 *   wanted?: object}) => Promise<Answer>}
 *   `prefix`: the last word may be unfinished; without it that is tried only when nothing else
 *   is found. `apart`: words apart are looked for whatever it costs. `wanted`: what to choose among
 *   all that is found, see filter_results.js; the answer then has `counts`, and `isAbout` where an
 *   unfinished word may stand for more than was looked up.
 */
export function openSearch(root, { way }) {
  const site = new URL(root.endsWith("/") ? root : `${root}/`);
  const store = new Store(new URL("tim-kiem/", site));
  return async function search(query, options = {}) {
    try {
      return await answer(store, query, { ...options, site, way });
    } catch (error) {
      if (!isOutdated(error)) throw error;
      store.forget();
      return answer(store, query, { ...options, site, way });
    }
  };
}

async function answer(store, query, options) {
  const { limit = 10, prefix = false, apart = false, wanted: chosen } = options;
  const [{ count }, abbreviations] = await Promise.all([store.directory(), store.abbreviations()]);
  const told = readSigns(query, prefix);
  const read = {
    ...readQuery(told.text, abbreviations, told.quoted),
    told,
    full: apart || Boolean(chosen),
  };
  let started = prefix;
  let found = await rank(store, read, count, prefix);
  if (!prefix && (found.partial || found.places.length === 0) && !/[\s"“”«»]$/.test(query)) {
    const longer = await rank(store, read, count, true);
    started = !longer.partial && longer.places.length > 0;
    if (started) found = longer;
  }
  const filtered = chosen && (await choose(store, query, read, found, chosen, limit));
  const fitting = filtered?.places ?? found.places;
  const { places, about } = await keep(store, told, fitting, limit);
  const marks = wanted(read.readings, started, read.dates.flatMap(writtenWays));
  const shown = await Promise.all(places.slice(0, limit).map((place) => store.entry(place)));
  const hits = shown.map((entry) => show(entry, marks, options));
  const { partial, missing, strange } = found;
  const lost = places.length === 0 || partial || (strange && !started);
  const suggestion = await nearest(store, read, lost, abbreviations, count);
  const isAbout = about || Boolean(filtered?.about) || (started && query.trim() !== "");
  return {
    total: places.length,
    about,
    hits,
    partial: partial && places.length > 0,
    missing,
    suggestion,
    spared: found.spared,
    aimless: told.without.length > 0 && read.readings.length === 0,
    ...(filtered && { counts: filtered.counts, isAbout }),
  };
}

async function choose(store, query, { told, readings }, found, chosen, limit) {
  const { people, order } = chosen;
  const columns = await store.columns({ people, views: order === "xem" });
  if (query.trim() === "") return filterResults(columns, null, chosen);
  // A query that only excludes words chooses among all other entries.
  const places = readings.length === 0 && told.without.length > 0 ? columns.places : found.places;
  // So the counts are those of the shown list; of many results, as far as `keep` looks.
  const kept = await keep(store, told, places, limit);
  const filtered = filterResults(columns, kept.places, chosen);
  return { ...filtered, about: kept.about };
}

/** Places, best first. */
async function rank(store, read, count, prefix) {
  const [numbers, titles, ...chains] = await Promise.all([
    placesOfNumbers(store, read.typed),
    store.whole(read.title),
    ...read.readings.map(({ words }) => findChain(store, words, { count, prefix })),
  ]);
  const isSettled = titles.length > 0 || (numbers.length > 0 && ONLY.test(read.typed));
  const isMeantShorter = shorterOf(chains).length > 0;
  const matches = await Promise.all(
    chains.map((chain, index) => {
      const enough = enoughOf(read.told, isSettled || (index === 0 && isMeantShorter));
      const { full, isGuess } = read;
      return matchWords(store, chain, { count, prefix, full, enough, isGuess });
    }),
  );
  const scores = gather(matches, read.readings, "all");
  for (const { whole } of shorterOf(chains)) {
    for (const [place, score] of whole) scores.set(place, WHOLE * score);
  }
  for (const place of titles) scores.set(place, TITLE * (scores.get(place) ?? 1));
  // "kế hoạch số 40" is no decision. Among equal numbers the day decides.
  for (const place of numbers) scores.set(place, scores.has(place) ? 2 * NUMBER : NUMBER);
  const strange = matches[0]?.strange ?? false;
  const spared = matches.some((match) => match.spared);
  const found = { places: sorted(scores), partial: false, missing: [], strange, spared };
  if (scores.size > 0) return found;
  const places = sorted(gather(matches, read.readings, "some"));
  return { ...found, places, partial: places.length > 0, missing: matches[0]?.missing ?? [] };
}

/** The places that fit phrases and excluded words. A plain query does not load the script. */
async function keep(store, told, places, limit) {
  if (told.phrases.length + told.without.length === 0) return { places, about: false };
  const { keepPhrases } = await import("./phrases.js");
  return keepPhrases(store, told, places, limit);
}

/** The nearest query that finds more than this one; "" for none. */
async function nearest(store, { told, readings: [reading] }, lost, abbreviations, count) {
  if (!lost || !reading || told.without.length > 0) return "";
  const finds = async (query, isGuess) => {
    const read = { ...readQuery(query, abbreviations), told: readSigns(query, false), isGuess };
    const found = await rank(store, read, count, false);
    return !found.partial && found.places.length > 0;
  };
  // Words that are nowhere side by side may be found apart.
  if (told.phrases.length > 0 && (await finds(told.text, false))) return told.text;
  const { suggest } = await import("./suggest.js");
  return suggest(store, reading.words, (query) => finds(query, true));
}

/**
 * The number of entries with all words side by side that is enough; undefined: a full page. Beside
 * a phrase all other words count, wherever they are.
 */
function enoughOf({ phrases, alone }, isSettled) {
  if (phrases.length) return alone ? 0 : Infinity;
  return isSettled ? 0 : undefined;
}

/**
 * The shorter forms of the words that are found in a row, if the typed words are not: "uy ban nhan
 * dan tha dieu" is nowhere, but "UBND thả diều" is found.
 */
function shorterOf([typed, ...others]) {
  if (!typed || typed.words.length < 2 || typed.whole.size > 0) return [];
  return others.filter(({ words, whole }) => words.length < typed.words.length && whole.size > 0);
}

/** Place to its best score in all readings. */
function gather(matches, readings, which) {
  const scores = new Map();
  matches.forEach((match, index) => {
    for (const [place, score] of match[which]) {
      scores.set(place, Math.max(scores.get(place) ?? 0, score * readings[index].sure));
    }
  });
  return scores;
}

function sorted(scores) {
  // Step and place in one number each, because there may be as many as entries.
  const ranks = Float64Array.from(scores, ([place, score]) => {
    return Math.round(Math.log(score) / STEP) * PLACES + place;
  });
  const rising = ranks.sort();
  return Array.from(rising, (rank) => ((rank % PLACES) + PLACES) % PLACES).reverse();
}

function show(entry, marks, { site, way }) {
  const [title, number, names, body] = readTexts(
    [
      entry.title,
      entry.number,
      entry.names.join(" · "),
      [entry.summary, entry.text].filter(Boolean).join(" "),
    ],
    marks,
  );
  // Show the names when only they explain the hit.
  const inNames = (names.pairs && !body.pairs) || (names.any && !body.any);
  return {
    url: new URL(entry.url, site).href + targetOf(entry, title, body, way),
    title: markAll(title),
    kind: entry.kind,
    number: markAll(number),
    day: entry.day,
    snippet: excerpt(inNames && !title.pairs ? names : body),
  };
}

/**
 * Search: a query in, hits out. The one way in for whatever shows results.
 *
 *     const search = openSearch("../../");
 *     const { total, hits } = await search("phụ nữ", { limit: 10 });
 */

import { writtenWays } from "./dates.js";
import { excerpt, markAll, readTexts, wanted } from "./excerpt.js";
import { readSigns } from "./language.js";
import { matchWords } from "./match.js";
import { placesOfNumbers } from "./numbers.js";
import { readQuery } from "./query.js";
import { sift } from "./sift.js";
import { targetOf } from "./target.js";
import { isOutdated, Store } from "./store.js";

/** What a number, or a title, typed in full is worth; no sum of words reaches it. */
const NUMBER = 1e12;
const TITLE = 1e6;
/** Beside other words a number may be one of several. */
const ONLY = /^\s*(?:s[oố]\s*:?\s*)?\d/iu;
/** Scores that differ by less are equal, and the newer entry comes first. */
const STEP = Math.log(1.05);

/**
 * @typedef {{text: string, mark: boolean}[]} Parts
 * @typedef {{url: string, title: Parts, kind: string, number: Parts, day: string,
 *   snippet: Parts}} Hit `url` is absolute and leads to the place in its page; `day` is "2021-10-05" or "".
 * @typedef {{total: number, about: boolean, hits: Hit[], partial: boolean,
 *   missing: string[], suggestion: string, aimless: boolean}} Answer
 *   `about`: the total is an estimate; `suggestion`: a query that finds more, or ""; `aimless`: it only says what is not wanted.
 *   `partial`: no entry holds every word, these hold some; `missing` words are in no entry.
 */

/**
 * @param {string} root address of the site's root, relative to the page or absolute.
 * @returns {(query: string, options?: {limit?: number, prefix?: boolean, wanted?: object}) =>
 *   Promise<Answer>}
 *   `prefix`: the last word may be unfinished; without it that is tried only when nothing else
 *   is found. `wanted`: what to choose among all that is found, see sift.js; the answer then has
 *   `counts`, and `isAbout` where an unfinished word may stand for more than was looked up.
 */
export function openSearch(root) {
  const site = new URL(root.endsWith("/") ? root : `${root}/`, document.baseURI);
  const store = new Store(new URL("tim-kiem/", site));
  return async function search(query, options = {}) {
    try {
      return await answer(store, site, query, options);
    } catch (error) {
      if (!isOutdated(error)) throw error;
      store.forget();
      return answer(store, site, query, options);
    }
  };
}

async function answer(store, site, query, { limit = 10, prefix = false, wanted: chosen }) {
  const [{ count }, abbreviations] = await Promise.all([store.directory(), store.abbreviations()]);
  const told = readSigns(query, prefix);
  const read = {
    ...readQuery(told.text, abbreviations, told.quoted),
    told,
    full: Boolean(chosen),
  };
  let started = prefix;
  let found = await rank(store, read, count, prefix);
  if (!prefix && (found.partial || found.places.length === 0) && !/[\s"“”«»]$/.test(query)) {
    const longer = await rank(store, read, count, true);
    started = !longer.partial && longer.places.length > 0;
    if (started) found = longer;
  }
  const kept = await keep(store, told, found.places, limit);
  const sifted = chosen && (await choose(store, query, kept, chosen));
  const { places, about } = sifted ? await keep(store, told, sifted.places, limit) : kept;
  const marks = wanted(read.readings, started, read.dates.flatMap(writtenWays));
  const shown = await Promise.all(
    places.slice(0, limit).map((place) => store.entry(place)),
  );
  const hits = shown.filter(Boolean).map((entry) => show(entry, site, marks));
  const { partial, missing, strange } = found;
  const lost = places.length === 0 || partial || (strange && !started);
  const suggestion = await nearest(store, read, lost, abbreviations, count);
  const isAbout = kept.about || about || (started && query.trim() !== "");
  return {
    total: places.length,
    about,
    hits,
    partial: partial && places.length > 0,
    missing,
    suggestion,
    aimless: told.without.length > 0 && read.readings.length === 0,
    ...(sifted && { counts: sifted.counts, isAbout }),
  };
}

async function choose(store, query, found, chosen) {
  const columns = await store.columns({ views: chosen.order === "xem" });
  return sift(columns, query.trim() ? found.places : null, chosen);
}

/** Places, best first. */
async function rank(store, read, count, prefix) {
  const wholes = Promise.all([placesOfNumbers(store, read.typed), store.get("whole", read.title)]);
  // A failure is met where `wholes` is awaited.
  const settled = wholes.then(
    ([numbers, titles]) => titles?.length > 0 || (numbers.length > 0 && ONLY.test(read.typed)),
    () => false,
  );
  const bounds = boundsOf(read.told, settled);
  const matches = await Promise.all(
    read.readings.map(({ words }) =>
      matchWords(store, words, { count, prefix, full: read.full, ...bounds }),
    ),
  );
  const [numbers, titles] = await wholes;
  const scores = gather(matches, read.readings, "all");
  for (const place of titles ?? []) scores.set(place, TITLE * (scores.get(place) ?? 1));
  // "kế hoạch số 40" is no decision. Of alike numbers the day decides.
  for (const place of numbers) scores.set(place, scores.has(place) ? 2 * NUMBER : NUMBER);
  const strange = matches[0]?.strange ?? false;
  if (scores.size > 0) return { places: sorted(scores), partial: false, missing: [], strange };
  const some = gather(matches, read.readings, "some");
  return { places: sorted(some), partial: some.size > 0, missing: matches[0]?.missing ?? [], strange };
}

/** Those that phrases and what is left out let stand; a plain query does not load the script. */
async function keep(store, told, places, limit) {
  if (told.phrases.length + told.without.length === 0) return { places, about: false };
  const { keepTold } = await import("./exact.js");
  return keepTold(store, told, places, limit);
}

/** "" or the nearest query that finds what this one does not. */
async function nearest(store, { told, readings: [reading] }, lost, abbreviations, count) {
  if (!lost || !reading || told.without.length > 0) return "";
  const finds = async (query) => {
    const read = { ...readQuery(query, abbreviations), told: readSigns(query, false) };
    const found = await rank(store, read, count, false);
    return found.partial ? 0 : found.places.length;
  };
  // Words that stand nowhere side by side may stand apart.
  if (told.phrases.length > 0 && (await finds(told.text))) return told.text;
  const { suggest } = await import("./suggest.js");
  return suggest(store, reading.words, finds);
}

/** What need not be looked for. Beside a phrase all other words count, wherever they stand. */
function boundsOf({ phrases, alone }, settled) {
  if (phrases.length === 0) return { settled };
  return { settled: Promise.resolve(false), enough: alone ? 0 : Infinity };
}

/** Place to score over all readings; the best one counts. */
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
  const step = (score) => Math.round(Math.log(score) / STEP);
  return [...scores]
    .map(([place, score]) => ({ place, step: step(score) }))
    .sort((one, other) => other.step - one.step || other.place - one.place)
    .map(({ place }) => place);
}

function show(entry, site, marks) {
  const [title, number, names, body] = readTexts(
    [
      entry.title,
      entry.number,
      entry.names.join(" · "),
      [entry.summary, entry.text].filter(Boolean).join(" "),
    ],
    marks,
  );
  // The names, when only they show why this is a hit.
  const inNames = (names.pairs && !body.pairs) || (names.any && !body.any);
  return {
    url: new URL(entry.url, site).href + targetOf(entry, title, body),
    title: markAll(title),
    kind: entry.kind,
    number: markAll(number),
    day: entry.day,
    snippet: excerpt(inNames && !title.pairs ? names : body),
  };
}

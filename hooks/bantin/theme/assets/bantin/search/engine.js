/**
 * Search: a query in, hits out. The one way in for whatever shows results.
 *
 *     const search = openSearch("../../");
 *     const { total, hits } = await search("phụ nữ", { limit: 10 });
 */

import { excerpt, markAll, readTexts, wanted } from "./excerpt.js";
import { matchWords } from "./match.js";
import { readQuery } from "./query.js";
import { sift } from "./sift.js";
import { isOutdated, Store } from "./store.js";

/** What a number, or a title, typed in full is worth; no sum of words reaches it. */
const NUMBER = 1e12;
const TITLE = 1e6;
/** Scores that differ by less are equal, and the newer entry comes first. */
const STEP = Math.log(1.05);

/**
 * @typedef {{text: string, mark: boolean}[]} Parts
 * @typedef {{url: string, title: Parts, kind: string, number: Parts, day: string,
 *   snippet: Parts}} Hit `url` is absolute; `day` is "2021-10-05" or "".
 * @typedef {{total: number, hits: Hit[], partial: boolean, missing: string[]}} Answer
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
  const { count, abbreviations } = await store.directory();
  const read = { ...readQuery(query, abbreviations), full: Boolean(chosen) };
  let started = prefix;
  let found = await rank(store, read, count, prefix);
  if (!prefix && (found.partial || found.places.length === 0) && !/\s$/.test(query)) {
    const longer = await rank(store, read, count, true);
    started = !longer.partial && longer.places.length > 0;
    if (started) found = longer;
  }
  const marks = wanted(read.readings, started);
  const sifted = chosen && (await choose(store, query, found, chosen));
  const places = sifted?.places ?? found.places;
  const shown = await Promise.all(
    places.slice(0, limit).map((place) => store.entry(place)),
  );
  const hits = shown.filter(Boolean).map((entry) => show(entry, site, marks));
  const { partial, missing } = found;
  const told = sifted && { counts: sifted.counts, isAbout: started && query.trim() !== "" };
  return { total: places.length, hits, partial, missing, ...told };
}

async function choose(store, query, found, chosen) {
  const columns = await store.columns({ views: chosen.order === "xem" });
  return sift(columns, query.trim() ? found.places : null, chosen);
}

/** Places, best first. */
async function rank(store, read, count, prefix) {
  const wholes = Promise.all([placesOfNumbers(store, read.numbers), store.get("whole", read.title)]);
  // A failure is met where `wholes` is awaited.
  const settled = wholes.then(
    (found) => found.some((places) => places?.length),
    () => false,
  );
  const matches = await Promise.all(
    read.readings.map(({ words }) => matchWords(store, words, { count, prefix, settled, full: read.full })),
  );
  const [numbers, titles] = await wholes;
  const scores = gather(matches, read.readings, "all");
  for (const place of titles ?? []) scores.set(place, TITLE * (scores.get(place) ?? 1));
  // Alike numbers of several years: only the day orders them.
  for (const place of numbers) scores.set(place, NUMBER);
  if (scores.size > 0) return { places: sorted(scores), partial: false, missing: [] };
  const some = gather(matches, read.readings, "some");
  return { places: sorted(some), partial: some.size > 0, missing: matches[0]?.missing ?? [] };
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

/** The documents whose number is one of the keys, else those whose number begins so. */
async function placesOfNumbers(store, keys) {
  const found = await Promise.all(keys.map((key) => store.get("whole", key)));
  if (found.some(Boolean) || keys.length === 0) return found.flatMap((places) => places ?? []);
  const [begun] = keys;
  const longer = await store.range("whole", begun);
  // 405 begins 405/TB, not 4051/TB.
  const goesOn = /\d$/.test(begun) ? /^\D/ : /^/;
  return longer.flatMap(([key, places]) => (goesOn.test(key.slice(begun.length)) ? places : []));
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
    url: new URL(entry.url, site).href,
    title: markAll(title),
    kind: entry.kind,
    number: markAll(number),
    day: entry.day,
    snippet: excerpt(inNames && !title.pairs ? names : body),
  };
}

/**
 * Keeps the entries that hold each phrase exactly, and none of the excluded words.
 *
 * The index knows pairs, so it suffices for phrases of two words. A chain of pairs can mislead: "a
 * b … b c" is no "a b c". So longer phrases are searched in the text itself. Knows no ranking.
 */

import { keyOf, likeness, syllables } from "./text.js";

/** A phrase with marks also matches text without marks. Other marks make another phrase. */
const HELD = 0.3;
/** Excluded words must match exactly. */
const SAME = 0.95;
/** Packs hold this many characters of a text (see `packs.py`). Only the index knows the rest. */
const MAX_TEXT = 16_000;
/** Entries checked only for the number of results. */
const COUNTED = 24;
const BATCH = 8;

/**
 * The places that hold every phrase and no excluded words.
 * @param {import("./store.js").Store} store
 * @param {{phrases: string[][], without: string[][]}} told
 * @param {number[]} places best first.
 * @param {number} limit at least this many results are certain.
 * @returns {Promise<{places: number[], about: boolean}>} `about`: some places after the
 *   first `limit` may be wrong; their number is an estimate.
 */
export async function keepPhrases(store, told, places, limit) {
  const { phrases, without } = told;
  const within = Uint32Array.from(places).sort().reverse();
  const [needed, barred] = await Promise.all([
    Promise.all(phrases.map((words) => chain(store, words, HELD, within))),
    Promise.all(without.map((words) => chain(store, words, SAME, within))),
  ]);
  const likely = places.filter(
    (place) =>
      needed.every((holds) => holds(place)) &&
      !barred.some((holds, index) => without[index].length < 3 && holds(place)),
  );
  const long = phrases.filter((words) => words.length > 2);
  const doubts = (place) => without.filter((words, at) => words.length > 2 && barred[at](place));
  return confirm(store, likely, long, doubts, limit);
}

/** Whether the index has all neighbours in `words` as neighbours, for each place. */
async function chain(store, words, least, within) {
  const links =
    words.length === 1
      ? [holders(store, words, least, within)]
      : words.slice(1).map((word, at) => holders(store, [words[at], word], least, within));
  const sets = await Promise.all(links);
  return (place) => sets.every((set) => set.has(place));
}

async function holders(store, words, least, within) {
  const found = new Set();
  const group = await store.groupOf(words);
  for (const [spelling, items] of group ? await group.read(within) : []) {
    if (!alike(words, spelling.split(" "), 0, least)) continue;
    for (const item of items) found.add(item >>> 4);
  }
  return found;
}

function alike(asked, found, at, least) {
  return asked.every((word, index) => {
    const there = found[at + index];
    return keyOf(word) === keyOf(there) && likeness(word, there) >= least;
  });
}

async function confirm(store, places, phrases, doubts, limit) {
  const kept = [];
  let looked = 0;
  for (let at = 0; at < places.length; at += BATCH) {
    if (kept.length >= limit && looked >= COUNTED) {
      return { places: [...kept, ...places.slice(at)], about: true };
    }
    const batch = places.slice(at, at + BATCH);
    const certain = await Promise.all(
      batch.map(async (place) => {
        const barred = doubts(place);
        if (phrases.length + barred.length === 0) return true;
        looked += 1;
        const entry = await store.entry(place);
        if (!entry || entry.text.length >= MAX_TEXT) return Boolean(entry) && barred.length === 0;
        const fields = readFields(entry);
        return (
          phrases.every((words) => stands(words, fields, HELD)) &&
          !barred.some((words) => stands(words, fields, SAME))
        );
      }),
    );
    kept.push(...batch.filter((_, index) => certain[index]));
  }
  return { places: kept, about: false };
}

/** The syllables of each indexed field. A phrase never crosses from one field into the next. */
function readFields({ title, number, kind, day, names, summary, text }) {
  const [year, month, date] = day.split("-").map(Number);
  const days = day ? [`${date}/${month}/${year}`, day.split("-").reverse().join("/")] : [];
  return [title, number, kind, ...days, ...names, summary, text].map(syllables);
}

function stands(words, fields, least) {
  return fields.some((found) => {
    for (let at = 0; at + words.length <= found.length; at += 1) {
      if (alike(words, found, at, least)) return true;
    }
    return false;
  });
}

/**
 * Suggests the nearest query with results, for a query that finds nothing or only other marks.
 *
 * Reads the dictionary around the slip. Neighbours show the intended word ("bình dnag" is near
 * "bình đẳng"), and their pairs are in few parts.
 */

import { correctionsOf } from "./misspellings.js";
import { fold, likeness } from "./text.js";

const HELD = 0.3;
const TRIES = 3;

/**
 * @param {import("./store.js").Store} store
 * @param {string[]} words exact syllables of the query.
 * @param {(query: string) => Promise<boolean>} finds whether all words of a query are in one entry.
 * @returns {Promise<string>} "" when there is none.
 */
export async function suggest(store, words, finds) {
  const typed = words.join(" ");
  const likely = [words, ...(await mended(store, words)).slice(0, TRIES)];
  const candidates = await Promise.all(likely.map((found) => withMarks(store, found)));
  const others = [...new Set(candidates.map((found) => found.join(" ")))];
  for (const query of others.filter((found) => found !== typed).slice(0, TRIES)) {
    if (await finds(query)) return query;
  }
  return "";
}

/** The words with the archive's marks, if the archive never has the typed ones. */
async function withMarks(store, words) {
  const found = [...words];
  if (words.length === 1) found[0] = await spelled(store, words);
  for (let at = 0; at + 1 < words.length; at += 1) {
    const pair = words.slice(at, at + 2);
    found.splice(at, 2, ...(await spelled(store, pair)).split(" "));
  }
  return found;
}

async function spelled(store, words) {
  const typed = words.join(" ");
  // A word without marks may mean any spelling.
  if (fold(typed) === typed) return typed;
  const spellings = await sizesOf(store, words);
  const held = ([spelling]) =>
    spelling.split(" ").every((word, at) => likeness(words[at], word) >= HELD);
  return spellings.length === 0 || spellings.some(held) ? typed : commonest(spellings);
}

function commonest(spellings) {
  return spellings.reduce((best, one) => (one[1] > best[1] ? one : best))[0];
}

/** [spelling, number of entries] for every spelling of the words. */
async function sizesOf(store, words) {
  const group = await store.groupOf(words);
  return group ? [...group.sizes] : [];
}

/** Queries with corrected unknown words, the likeliest first. */
async function mended(store, words) {
  const known = await Promise.all(words.map((word) => store.groupOf([word])));
  const at = known.findIndex((group) => !group);
  if (at < 0) return [];
  const weighed = await Promise.all(
    correctionsOf(words, at).map((correction) => weigh(store, words, correction)),
  );
  const likely = weighed.filter(({ score }) => score > 0);
  return likely.sort((one, other) => other.score - one.score).map((found) => found.words);
}

/** The words with a correction in the archive's spelling, and its likelihood. */
async function weigh(store, words, { from, length, keys, weight }) {
  const made = [...words.slice(0, from), ...keys, ...words.slice(from + length)];
  let score = 0;
  if (made.length === 1) {
    const spellings = await sizesOf(store, made);
    if (spellings.length) made[0] = commonest(spellings);
    score = size(spellings);
  }
  const first = Math.max(0, from - 1);
  const last = Math.min(made.length - 1, from + keys.length);
  const given = (at) => at < from || at >= from + keys.length;
  for (let at = first; at < last; at += 1) {
    const pair = made.slice(at, at + 2);
    const all = await sizesOf(store, pair);
    const fitting = all.filter(([spelling]) =>
      spelling
        .split(" ")
        .every((word, place) => !given(at + place) || likeness(pair[place], word) >= HELD),
    );
    if (fitting.length === 0) continue;
    score += size(fitting);
    commonest(fitting)
      .split(" ")
      .forEach((word, place) => {
        if (!given(at + place)) made[at + place] = word;
      });
  }
  return { words: made, score: score * weight };
}

function size(spellings) {
  return spellings.reduce((total, [, size]) => total + size, 0);
}

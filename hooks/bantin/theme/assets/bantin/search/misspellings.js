/**
 * Corrections of a mistyped word: one edit away, split, or joined with the next word.
 *
 * Knows the form of Vietnamese syllables, which few of the many edits have. Fetches nothing.
 */

import { keyOf } from "./text.js";

const LETTERS = "abcdeghiklmnopqrstuvxy";
const ONSET = "(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnprstvx])?";
const RIME = [
  "a(?:[iouymnpt]|ng|nh|c|ch)?",
  "e(?:[oumnpt]|ng|nh|c|ch)?",
  "i(?:[aumnpt]|nh|ch|e(?:[umnpt]|ng|c))?",
  "o(?:[imnpt]|ng|c|ong|e[nt]?|a(?:[inty]|ng|nh|c|ch)?)?",
  "u(?:[aeimnptuy]|ng|c|a(?:[nty]|ng)|enh|ech|o(?:[imnptu]|ng|c)|y(?:[at]|nh|ch|e[nt]))?",
  "y(?:e[umnt])?",
].join("|");
const SYLLABLE = new RegExp(`^${ONSET}(?:${RIME})$`);
/** A likelier slip weighs more. Letters: swapped, one too many, one too few, a wrong one. */
const WEIGHT = { turned: 4, dropped: 3, added: 2, changed: 1, parted: 4, joined: 4 };
const MOST = 24;

/**
 * @param {string[]} words exact syllables.
 * @param {number} at index of the word that is in no entry.
 * @returns {{from: number, length: number, keys: string[], weight: number}[]} keys that may
 *   replace `length` words from `from` on; at most 24 corrections.
 */
export function correctionsOf(words, at) {
  const key = keyOf(words[at]);
  if (/\d/.test(key)) return [];
  const found = new Map();
  const offer = (from, length, keys, kind) => {
    const name = `${from} ${keys.join(" ")}`;
    if (!found.has(name) && keys.every((one) => SYLLABLE.test(one))) {
      found.set(name, { from, length, keys: keys.map(keyOf), weight: WEIGHT[kind] });
    }
  };
  for (let cut = 1; cut < key.length; cut += 1) {
    offer(at, 1, [key.slice(0, cut), key.slice(cut)], "parted");
  }
  if (at > 0) offer(at - 1, 2, [keyOf(words[at - 1]) + key], "joined");
  if (at + 1 < words.length) offer(at, 2, [key + keyOf(words[at + 1])], "joined");
  for (const [edited, kind] of edits(key)) if (edited !== key) offer(at, 1, [edited], kind);
  return [...found.values()].slice(0, MOST);
}

function* edits(key) {
  const cuts = Array.from({ length: key.length + 1 }, (_, at) => [key.slice(0, at), key.slice(at)]);
  for (const [before, [one, other, ...rest]] of cuts) {
    if (other) yield [before + other + one + rest.join(""), "turned"];
  }
  for (const [before, after] of cuts) if (after) yield [before + after.slice(1), "dropped"];
  for (const [before, after] of cuts) {
    for (const letter of LETTERS) yield [before + letter + after, "added"];
  }
  for (const [before, after] of cuts) {
    for (const letter of after ? LETTERS : "") yield [before + letter + after.slice(1), "changed"];
  }
}

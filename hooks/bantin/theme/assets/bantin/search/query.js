/**
 * What a reader asks for, read in every way it may be meant. Fetches nothing.
 *
 * A reading is the exact syllables to look for, with how sure it is: 1 for the query as typed.
 */

import { keyOf, numberKey, syllables } from "./text.js";

const MAX_WORDS = 24;
const MAX_READINGS = 5;
const MAX_WHOLE = 80;
const DERIVED = 0.9;
/** Serial number, then - or /, then a symbol or year: 405/TB-VP.UBND, 18-KL/TW. */
const NUMBER = /\d+\s*[/-]\s*[\p{L}\p{N}][\p{L}\p{N}./&-]*/gu;

/**
 * @param {string} query as typed.
 * @param {[string, string][]} abbreviations short and long forms, as exact syllables.
 * @returns {{readings: {words: string[], sure: number}[], numbers: string[], title: string}}
 *   `numbers` are number keys, whole or begun; `title` is the key of a whole title.
 */
export function readQuery(query, abbreviations) {
  const words = syllables(query).slice(0, MAX_WORDS);
  const typed = query.normalize("NFC");
  const numbers = [typed, ...(typed.match(NUMBER) ?? [])].map(numberKey);
  return {
    readings: words.length ? readings(words, abbreviations) : [],
    numbers: [...new Set(numbers)].filter((key) => /^\d/.test(key)),
    title: `=${words.map(keyOf).join(" ")}`.slice(0, MAX_WHOLE),
  };
}

function readings(words, abbreviations) {
  const found = [{ words, sure: 1 }];
  // "số 405": a number says of itself that it is one.
  if (words.length > 1 && keyOf(words[0]) === "so" && /^\d/.test(words[1])) {
    found.push({ words: words.slice(1), sure: DERIVED });
  }
  // In a document's number an abbreviation means itself.
  if (words.some((word) => /^\d/.test(word))) return found;
  const keys = words.map(keyOf);
  for (const pair of byLength(abbreviations)) {
    for (const [from, to] of [pair, [...pair].reverse()]) {
      const at = placeOf(from.map(keyOf), keys);
      if (at >= 0 && found.length < MAX_READINGS) {
        const changed = [...words.slice(0, at), ...to, ...words.slice(at + from.length)];
        found.push({ words: changed, sure: DERIVED });
      }
    }
  }
  return found;
}

/** Long forms first: "Ủy ban nhân dân tỉnh" before "nhân dân". */
function byLength(abbreviations) {
  return abbreviations
    .map((pair) => pair.map((form) => form.split(" ")))
    .sort((one, other) => other[1].length - one[1].length);
}

function placeOf(part, whole) {
  for (let at = 0; at + part.length <= whole.length; at += 1) {
    if (part.every((key, index) => key === whole[at + index])) return at;
  }
  return -1;
}

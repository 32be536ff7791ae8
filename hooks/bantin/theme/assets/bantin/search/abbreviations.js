/**
 * Rewrites a query: abbreviations into long forms, and long forms into abbreviations.
 *
 * Knows pairs of forms. Does not know their origin or their results.
 */

import { fold, keyOf } from "./text.js";

/**
 * @param {string[]} words exact syllables.
 * @param {[string, string][]} abbreviations short and long forms, as exact syllables.
 * @returns {string[][]} the other ways to write the words; first those with every form changed.
 */
export function otherForms(words, abbreviations) {
  const keys = words.map(keyOf);
  const pairs = abbreviations.map((pair) => pair.map((form) => form.split(" ")));
  const longer = places(keys, pairs, words);
  const shorter = places(keys, pairs.map(([short, long]) => [long, short]), words);
  const all = [longer, shorter].flatMap((changes) =>
    changes.length > 1 ? [changes, ...changes.map((change) => [change])] : [changes],
  );
  return all.filter((changes) => changes.length).map((changes) => apply(words, changes));
}

/** [{at, length, to}] without overlaps, `at` rising. Of two at one place the longer counts. */
function places(keys, pairs, words) {
  const found = [];
  const byLength = [...pairs].sort(([one], [other]) => other.length - one.length);
  for (const [from, to] of byLength) {
    const at = placeOf(from.map(keyOf), keys);
    const overlaps = found.some((one) => at < one.at + one.length && one.at < at + from.length);
    if (at < 0 || overlaps || !isMeant(from, words.slice(at))) continue;
    found.push({ at, length: from.length, to });
  }
  return found.sort((one, other) => one.at - other.at);
}

/** A short form with wrong marks is a word: "bắn" is not BAN. */
function isMeant(from, words) {
  return from.length > 1 || fold(words[0]) === words[0] || words[0] === from[0];
}

function placeOf(part, whole) {
  for (let at = 0; at + part.length <= whole.length; at += 1) {
    if (part.every((key, index) => key === whole[at + index])) return at;
  }
  return -1;
}

function apply(words, changes) {
  const made = [];
  let at = 0;
  for (const change of changes) {
    made.push(...words.slice(at, change.at), ...change.to);
    at = change.at + change.length;
  }
  return [...made, ...words.slice(at)];
}

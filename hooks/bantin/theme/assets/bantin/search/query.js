/**
 * Reads a query in every way it may be meant. Fetches nothing.
 *
 * A reading has the exact syllables to find and its certainty: 1 for the query as typed.
 */

import { citationsIn } from "./citations.js";
import { readDates } from "./dates.js";
import { otherForms } from "./abbreviations.js";
import { keyOf, syllables } from "./text.js";

const MAX_WORDS = 24;
const MAX_READINGS = 5;
const MAX_WHOLE = 80;
const DERIVED = 0.9;
/** Words that introduce a date. They may stand outside its quotes. */
const LEAD = /^(?:ng[àa]y|th[áa]ng)$/;
/**
 * Keeps other forms below all entries with the words as typed: a long form scores high by its many
 * words.
 */
const OTHER_FORM = 1e-3;
/**
 * @param {string} query as typed.
 * @param {[string, string][]} abbreviations short and long forms, as exact syllables.
 * @param {string[][]} quoted what stands in quotes, as exact syllables: a date there is meant as it is
 *   written.
 * @returns {{readings: {words: string[], sure: number}[], dates: string[], typed: string,
 *   title: string}} `dates` are those that stand as one word in the readings; `typed` is NFC;
 *   `title` is the key of a whole title.
 */
export function readQuery(query, abbreviations, quoted = []) {
  const typed = query.normalize("NFC");
  const { words, dates } = readWords(typed, quoted);
  return {
    readings: words.length ? readings(words, abbreviations, looksLikeNumber(typed)) : [],
    dates,
    typed,
    title: `=${syllables(query).slice(0, MAX_WORDS).map(keyOf).join(" ")}`.slice(0, MAX_WHOLE),
  };
}

/** The syllables of a text; each unquoted date is one word. */
function readWords(typed, quoted) {
  const dates = readDates(typed).filter(({ start, end }) => {
    const written = syllables(typed.slice(start, end));
    const date = ` ${written.slice(LEAD.test(written[0]) ? 1 : 0).join(" ")} `;
    return !quoted.some((phrase) => ` ${phrase.join(" ")} `.includes(date));
  });
  const words = [];
  let at = 0;
  for (const { start, end, terms } of dates) {
    words.push(...syllables(typed.slice(at, start)), terms[0]);
    at = end;
  }
  words.push(...syllables(typed.slice(at)));
  return { words: words.slice(0, MAX_WORDS), dates: dates.map(({ terms }) => terms[0]) };
}

function readings(words, abbreviations, hasNumber) {
  const found = [{ words, sure: 1 }];
  // In "kế hoạch số 40" the word "số" adds nothing to the number.
  const bare = words.filter((word, at) => keyOf(word) !== "so" || !/^\d/.test(words[at + 1] ?? ""));
  if (bare.length < words.length) found.push({ words: bare, sure: DERIVED });
  // In a document's number an abbreviation stands for itself.
  if (hasNumber) return found;
  const others = otherForms(words, abbreviations).map((other) => ({
    words: other,
    sure: OTHER_FORM,
  }));
  return [...found, ...others].slice(0, MAX_READINGS);
}

function looksLikeNumber(typed) {
  return citationsIn(typed).some((ways) => ways.some(({ symbol }) => symbol.length));
}

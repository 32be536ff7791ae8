/**
 * Reads the signs in a query: quotes hold words together, a hyphen before a word excludes it.
 *
 * Knows signs and syllables; fetches nothing.
 */

import { syllables } from "./text.js";

const QUOTE = '["“”„«»]';
/** `-"cụm từ"` or `"cụm từ"`; an unclosed quote goes to the end. */
const QUOTED = new RegExp(`(?:(^|\\s)[-−])?${QUOTE}([^"“”„«»]*)(${QUOTE}|$)`, "gu");
const LEFT_OUT = /(^|\s)[-−](?=[\p{L}\p{N}])(\S+)/gu;
/** These mark the place of a phrase. Nobody types them. */
const OPENS = "\u0001";
const CLOSES = "\u0002";
const PHRASE = new RegExp(`${OPENS}[^${CLOSES}]*${CLOSES}`, "g");
/** "405 -TB" is a number with an extra space, but "2021 -UBND" excludes "UBND". */
const SERIAL_BEFORE = /(?:^|\s)(?!(?:19|20)\d\d\s*$)\d+\s*$/;

/**
 * @param {string} query as typed.
 * @param {boolean} unfinished the last word may go on: a phrase not closed yet does not hold it.
 * @returns {{text: string, phrases: string[][], quoted: string[][], without: string[][],
 *   alone: boolean}}
 *   `text`: the query without what it leaves out, and without quotes; `phrases` and `without`:
 *   exact syllables, none empty; `quoted`: phrases with their unfinished words; `alone`: there is
 *   one phrase and nothing else.
 */
export function readSigns(query, unfinished) {
  const phrases = [];
  const quoted = [];
  const without = [];
  let beside = query.replace(QUOTED, (_, minus, told, closed) => {
    const words = syllables(told);
    const kept = unfinished && !closed ? words.slice(0, -1) : words;
    const leavesOut = minus !== undefined;
    if (kept.length) (leavesOut ? without : phrases).push(kept);
    if (!leavesOut) quoted.push(words);
    return leavesOut ? " " : ` ${OPENS}${told}${CLOSES} `;
  });
  beside = beside.replace(LEFT_OUT, (typed, before, word, at) => {
    if (SERIAL_BEFORE.test(beside.slice(0, at))) return typed;
    // Inside a phrase a hyphen has no special meaning.
    if (beside.lastIndexOf(OPENS, at) > beside.lastIndexOf(CLOSES, at)) return typed;
    const words = syllables(word);
    if (words.length) without.push(words);
    return " ";
  });
  const others = syllables(beside.replace(PHRASE, " "));
  return {
    text: beside.replaceAll(OPENS, "").replaceAll(CLOSES, "").trim(),
    phrases,
    quoted,
    without,
    alone: phrases.length === 1 && others.length === 0,
  };
}

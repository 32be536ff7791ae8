/**
 * Makes excerpts: the stretch of a text that fits the query best, with found words marked.
 *
 * Returns parts [{text, mark}], never HTML, because a record may hold any text.
 */

import { keyOf, likeness, likenessOfStart, tokens } from "./text.js";

const LENGTH = 34;
const LEAD = 6;
const GOOD = 0.3;

/**
 * @typedef {{words: {word: string, key: string, start: boolean}[], next: Set<string>,
 *   runs: string[][]}} Wanted
 * `runs`: exact syllables that count only together and side by side, such as a date;
 * `start`: the word is unfinished; `next`: pairs of keys side by side in the query.
 */

/** @returns {Wanted} */
export function wanted(readings, prefix, runs = []) {
  const words = new Map();
  const next = new Set();
  for (const reading of readings) {
    const keys = reading.words.map(keyOf);
    reading.words.forEach((word, index) => {
      const start = prefix && index === keys.length - 1;
      words.set(`${word} ${start}`, { word, key: keys[index], start });
      if (index > 0) next.add(`${keys[index - 1]} ${keys[index]}`);
    });
  }
  return { words: [...words.values()], next, runs };
}

/**
 * The texts of one entry, with the query's words found in them.
 * @returns {{text: string, found: object[], pairs: boolean, any: boolean}[]}
 *   `pairs`: neighbours in the query are side by side here; `any`: some word is here.
 */
export function readTexts(texts, query) {
  const all = texts.map((text) => ({ text, found: find(text, query) }));
  const together = new Set();
  for (const { found } of all) for (const { paired, key } of found) if (paired) together.add(key);
  const tokens = all.flatMap(({ found }) => found);
  // In a text with "phụ nữ", a lone "phụ" means nothing.
  for (const token of tokens) if (together.has(token.key) && !token.paired) token.like = 0;
  if (tokens.some(isGood)) for (const token of tokens) if (!isGood(token)) token.like = 0;
  return all.map(({ text, found }) => ({
    text,
    found,
    pairs: found.some((token) => token.paired && token.like > 0),
    any: found.some(isGood),
  }));
}

/** A whole read text as parts. */
export function markAll({ text, found }) {
  return cut(text, found, 0, text.length);
}

/** The best stretch of a read text, else its beginning; "…" stands for omitted words. */
export function excerpt({ text, found }) {
  if (found.length === 0) return [];
  const first = bestStart(found);
  const last = Math.min(found.length, first + LENGTH) - 1;
  const start = first > 0 ? found[first].start : 0;
  const parts = cut(text, found.slice(first, last + 1), start, found[last].end);
  if (first > 0) parts.unshift({ text: "… ", mark: false });
  const rest = text.slice(found[last].end);
  parts.push({ text: last === found.length - 1 ? rest : " …", mark: false });
  return parts;
}

/** The first and last token of the best run. At least one token must match. */
export function bestRun({ found, pairs }) {
  const answers = ({ like, paired }) => like > 0 && (paired || !pairs);
  const near = found.findIndex((token, index) => index >= bestStart(found) && answers(token));
  const first = near < 0 ? found.findIndex(answers) : near;
  let last = first;
  while (found[last + 1] && answers(found[last + 1]) && !found[last + 1].opens) last += 1;
  return [first, last];
}

function isGood({ like }) {
  return like >= GOOD;
}

/**
 * Tokens with {key, like, paired, opens}: the matched word of the query, how well it matches, and
 * whether a sentence begins here.
 */
function find(text, query) {
  const found = tokens(text).map((token) => ({ ...token, ...best(token.word, query.words) }));
  found.forEach((token, index) => {
    const before = found[index - 1];
    token.opens = !before || /[.!?…;]\s/.test(text.slice(before.end, token.start));
    if (before?.like && token.like && query.next.has(`${before.key} ${token.key}`)) {
      before.paired = true;
      token.paired = true;
    }
  });
  for (const run of query.runs) markRuns(found, run);
  return found;
}

function markRuns(found, run) {
  for (let at = 0; at + run.length <= found.length; at += 1) {
    const tokens = found.slice(at, at + run.length);
    if (!tokens.every(({ word }, index) => keyOf(word) === keyOf(run[index]))) continue;
    for (const token of tokens) Object.assign(token, { like: 1, paired: true });
  }
}

function best(word, words) {
  const key = keyOf(word);
  let answer = { key, like: 0 };
  for (const asked of words) {
    let like = 0;
    if (asked.key === key) like = likeness(asked.word, word);
    else if (asked.start && asked.word.length > 1 && key.startsWith(asked.key)) {
      like = likenessOfStart(asked.word, word);
    }
    if (like > answer.like) answer = { key: asked.key, like };
  }
  return answer;
}

/** The first token of the stretch that shows most of the query. */
function bestStart(found) {
  let best = { score: 0, first: 0 };
  found.forEach((token, index) => {
    if (!token.like) return;
    const seen = new Map();
    let score = 0;
    for (const near of found.slice(index, index + LENGTH - LEAD)) {
      const like = near.like + (near.paired ? 0.5 : 0);
      score += Math.max(0, like - (seen.get(near.key) ?? 0)) + 0.02 * like;
      seen.set(near.key, Math.max(like, seen.get(near.key) ?? 0));
    }
    if (score > best.score + 1e-9) best = { score, first: index };
  });
  const latest = found.length - LENGTH;
  return Math.max(0, Math.min(sentenceStart(found, best.first), latest));
}

/** The beginning of the sentence if it is near, else a few words before. */
function sentenceStart(found, index) {
  for (let start = index; start > 0 && index - start <= 2 * LEAD; start -= 1) {
    if (found[start].opens) return start;
  }
  return index - LEAD;
}

function cut(text, found, start, end) {
  const parts = [];
  let at = start;
  for (const token of found) {
    if (!token.like) continue;
    const gap = text.slice(at, token.start);
    const joins = parts.length > 0 && parts.at(-1).mark && /^[\s/.-]*$/.test(gap);
    if (joins) parts.at(-1).text += text.slice(at, token.end);
    else {
      if (gap) parts.push({ text: gap, mark: false });
      parts.push({ text: text.slice(token.start, token.end), mark: true });
    }
    at = token.end;
  }
  if (at < end) parts.push({ text: text.slice(at, end), mark: false });
  return parts;
}

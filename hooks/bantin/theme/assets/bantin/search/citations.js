/**
 * Reads numbers of documents as people type them, whole or in part.
 *
 * The Python package holds the same rules (`bantin.text.citations`); tests/vectors/citations.json
 * keeps the two equal. Knows no index.
 */

import { fold } from "./text.js";

const NUMBER = /^(\d+)(?:\s*\/\s*((?:19|20)\d{2})(?!\d))?(.*)$/s;
/** Signs and words after a number in a sentence: "số 15/QĐ-UBND ngày 5/1/2020 của …". */
const BEHIND = /[,;()]|\b(?:ngay|nam|cua)\b/;
const YEAR = /(?:^|\D)((?:19|20)\d{2})(?!\d)/;
const PART = /[a-z0-9]+/g;
/** Serial number, then - or /, then a symbol or year: 405/TB-VP.UBND, 18-KL/TW. */
const SIGNED = /\d+\s*[/-]\s*[\p{L}\p{N}][\p{L}\p{N}./&-]*/gu;
const NAMED = /(?:^|[^\p{L}])s[oố]\s*[:.]?\s*(?=\d)/giu;

/**
 * @typedef {{serial: number, year: number | null, symbol: string[]}} Citation `symbol`: folded
 *   parts of the text after the number.
 * @returns {Citation | null}
 */
export function readCitation(text) {
  const folded = fold(text);
  const first = folded.search(/\d/);
  if (first < 0) return null;
  const cited = folded.slice(first);
  const end = BEHIND.exec(cited);
  const behind = end ? cited.slice(end.index + end[0].length) : "";
  const told = (end ? cited.slice(0, end.index) : cited).split(/\s+/).filter(Boolean).join(" ");
  const [, serial, own, symbol] = NUMBER.exec(told);
  const year = own ?? YEAR.exec(behind)?.[1];
  return {
    serial: Number(serial),
    year: year ? Number(year) : null,
    symbol: symbol.match(PART) ?? [],
  };
}

/**
 * The citations in a query, in the order to try. Each next one counts if those before find nothing.
 * @param {string} typed NFC.
 * @returns {Citation[][]} a list for each number in it.
 */
export function citationsIn(typed) {
  const told = typed.trim();
  const places = new Map();
  if (/^\d/.test(told)) places.set(0, [told]);
  for (const match of told.matchAll(NAMED)) {
    const at = match.index + match[0].length;
    places.set(at, [told.slice(at)]);
  }
  for (const match of told.matchAll(SIGNED)) {
    places.set(match.index, [told.slice(match.index), match[0]]);
  }
  return [...places.values()].map((texts) => texts.map(readCitation).map(lastYear).filter(isOne));
}

/** "405 TB 2013" */
function lastYear(citation) {
  const last = citation.symbol.at(-1) ?? "";
  if (citation.year !== null || !/^(?:19|20)\d{2}$/.test(last)) return citation;
  return { ...citation, year: Number(last), symbol: citation.symbol.slice(0, -1) };
}

/** A symbol begins with a letter: 5/10/2021 is none. */
function isOne({ symbol }) {
  return symbol.length === 0 || /^[a-z]/.test(symbol[0]);
}

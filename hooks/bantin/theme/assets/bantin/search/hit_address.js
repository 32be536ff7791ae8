/**
 * Makes the address of a hit: of the conclusion in its page, else of the found words.
 *
 * Knows read texts (see `excerpt.js`) and the form of addresses.
 */

import { bestRun } from "./excerpt.js";

/** Enough words to tell the place from others. More words may run into a link or a list. */
const WORDS = 6;

/**
 * @param {{summary: string, points?: [string, number, number][]}} entry `points`: anchor, start
 *   and end of each conclusion in its text.
 * @param {object} title read.
 * @param {object} body the summary and then the text, read as one.
 * @param {string} way see fragments.js.
 * @returns {string} "#kl-3", "#:~:text=…", or "" for the page as a whole.
 */
export function targetOf(entry, title, body, way) {
  if (title.pairs || (title.any && !body.pairs) || !body.any) return "";
  const [first, last] = bestRun(body);
  const at = body.found[first].start - (entry.summary ? entry.summary.length + 1 : 0);
  const point = (entry.points ?? []).find(([, start, end]) => start <= at && at < end);
  if (point) return `#${point[0]}`;
  const words = body.text.slice(body.found[first].start, endOf(body, first, last));
  // A hyphen has a special meaning in text fragments.
  return way + encodeURIComponent(words).replaceAll("-", "%2D");
}

/** The end of the run and the words after it, up to a separator. */
function endOf({ text, found }, first, last) {
  let end = last;
  while (end + 1 < found.length && end - first + 1 < WORDS) {
    if (text.slice(found[end].end, found[end + 1].start) !== " ") break;
    end += 1;
  }
  return found[end].end;
}

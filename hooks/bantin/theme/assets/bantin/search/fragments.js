/** How an address leads to words in a page: text fragments, or our own for other browsers. */

const FRAGMENT = "#:~:text=";
/** Our own fragment; `mark_found_words.js` reads it. */
export const ARRIVAL = "#tim=";

/** The start of a fragment that works in this browser. */
export function wayToWords() {
  return "fragmentDirective" in document ? FRAGMENT : ARRIVAL;
}

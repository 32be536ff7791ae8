/** How an address leads to words within a page: text fragments, or our own where there are none. */

const FRAGMENT = "#:~:text=";
/** `mark_found_words.js` reads it. */
export const ARRIVAL = "#tim=";

/** The way that this browser knows. */
export function wayToWords() {
  return "fragmentDirective" in document ? FRAGMENT : ARRIVAL;
}

/** Reads small JSON files that a page is better with and does without. */

/** What a JSON file says; null where it cannot be had. @param {RequestInit} [options] as of fetch */
export async function readJson(url, options) {
  try {
    const answer = await fetch(url, options);
    return answer.ok ? await answer.json() : null;
  } catch {
    return null;
  }
}

/**
 * What a file of counts says. It is asked for anew each time: a host that says nothing of keeping
 * would have the browser guess, and show an old count.
 */
export const readCounts = (url) => readJson(url, { cache: "no-cache" });

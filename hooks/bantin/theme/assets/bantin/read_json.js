/** Reads small JSON files that improve a page but are not necessary. */

/** A JSON file's content; null when it cannot be read. @param {RequestInit} [options] as of fetch */
export async function readJson(url, options) {
  try {
    const answer = await fetch(url, options);
    return answer.ok ? await answer.json() : null;
  } catch {
    return null;
  }
}

/**
 * The content of a file of counts. The server is asked each time. Without caching headers from the
 * host, a browser would guess and show an old count.
 */
export const readCounts = (url) => readJson(url, { cache: "no-cache" });

/** Runs the engine in a worker, so that the page never waits for it. A module worker. */

import { openSearch } from "./engine.js";

let search;

self.addEventListener("message", async ({ data: { id, root, way, query, options } }) => {
  search ??= openSearch(root, { way });
  try {
    self.postMessage({ id, answer: await search(query, options) });
  } catch (error) {
    self.postMessage({ id, error: String(error) });
  }
});

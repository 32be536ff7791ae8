/**
 * Sends queries from a page to a worker and returns its answers.
 *
 * If a browser cannot start the worker, the engine runs in the page itself.
 */

import { wayToWords } from "./fragments.js";

const clients = new Map();

class NoWorkerError extends Error {}

/**
 * @param {string} root absolute address of the site's root; equal roots share one engine.
 * @returns {(query: string, options?: object) => Promise<import("./engine.js").Answer>}
 */
export function clientFor(root) {
  if (!clients.has(root)) clients.set(root, openClient(root));
  return clients.get(root);
}

function openClient(root) {
  const way = wayToWords();
  const waiting = new Map();
  let worker;
  let engine;
  let last = 0;

  function startWorker() {
    try {
      worker = new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
    } catch (error) {
      throw new NoWorkerError(String(error));
    }
    worker.addEventListener("message", ({ data: { id, answer, error } }) => {
      const { resolve, reject } = waiting.get(id);
      waiting.delete(id);
      if (error === undefined) resolve(answer);
      else reject(new Error(error));
    });
    // The worker's script did not load, or this browser cannot read it.
    worker.addEventListener("error", (event) => {
      // Handled here, so it is no error of the page.
      event.preventDefault();
      worker = undefined;
      for (const { reject } of waiting.values()) reject(new NoWorkerError("no answer"));
      waiting.clear();
    });
  }

  async function askWorker(query, options) {
    if (!worker) startWorker();
    last += 1;
    return new Promise((resolve, reject) => {
      waiting.set(last, { resolve, reject });
      worker.postMessage({ id: last, root, way, query, options });
    });
  }

  async function askHere(query, options) {
    engine ??= import("./engine.js").then(({ openSearch }) => openSearch(root, { way }));
    engine.catch(() => (engine = undefined));
    return (await engine)(query, options);
  }

  return async (query, options) => {
    if (engine) return askHere(query, options);
    try {
      return await askWorker(query, options);
    } catch (error) {
      if (error instanceof NoWorkerError) return askHere(query, options);
      throw error;
    }
  };
}

/** Lets the page draw and listen between two stretches of work. Knows nothing of the work. */

/** @returns {Promise<void>} at once where nothing else waits. */
export function pause() {
  return globalThis.scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve));
}

/**
 * Names of the search facets, and which bodies share in what a body did.
 *
 * Knows the file of names (`bantin.outputs.discovery.search_names`) and nothing of entries.
 */

import { slugOf } from "./columns.js";

/**
 * @typedef {{kind: Map<string, string>, section: Map<string, string>, period: Map<string, string>,
 *   body: Map<string, string>, person: Map<string, string>,
 *   holders: (slugs: string[]) => Set<string>}} Names slug to name, periods in their order;
 *   `holders`: some bodies, all above them, and all that took over from any of these.
 */

/** @returns {Names} of the file as it was fetched. */
export function readNames({ kinds, sections, periods, bodies, people }) {
  const above = new Map(Object.entries(bodies).map(([slug, [, ...others]]) => [slug, others]));

  function holders(slugs) {
    // A set tells also what is added while one goes through it.
    const all = new Set(slugs);
    for (const slug of all) for (const other of above.get(slug) ?? []) all.add(other);
    return all;
  }

  return {
    kind: new Map(kinds.map((name) => [slugOf(name), name])),
    section: new Map(Object.entries(sections)),
    period: new Map(periods),
    body: new Map(Object.entries(bodies).map(([slug, [name]]) => [slug, name])),
    person: new Map(Object.entries(people)),
    holders,
  };
}

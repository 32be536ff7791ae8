/**
 * Names of the search facets, and the bodies that share a body's records.
 *
 * Knows the file of names (`bantin.outputs.discovery.search_names`) and no entries.
 */

import { slugOf } from "./columns.js";

/**
 * @typedef {{kind: Map<string, string>, section: Map<string, string>, period: Map<string, string>,
 *   body: Map<string, string>, person: Map<string, string>,
 *   holders: (slugs: string[]) => Set<string>}} Names slug to name, periods in their order;
 *   `holders`: these bodies, all above them, and all their successors.
 */

/** @returns {Names} of the fetched file. */
export function readNames({ kinds, sections, periods, bodies, people }) {
  const above = new Map(Object.entries(bodies).map(([slug, [, ...others]]) => [slug, others]));

  function holders(slugs) {
    // A loop over a set also reaches members added meanwhile.
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

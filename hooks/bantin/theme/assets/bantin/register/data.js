/**
 * Fetches the register's data as needed: an index of months, and the conclusions of each month.
 *
 * Each month has a bound: the best place in the wanted order that one of its conclusions can have.
 * Months are fetched in the order of their bounds. Fetching stops when no other month can come
 * before the found conclusions. So the first of 100,000 conclusions take a few files. Knows no
 * page.
 */

import { orderOf, wants, monthMayHold, monthBound } from "./query.js";

const FETCHED_AT_ONCE = 4;
// The files leave these out where there is nothing to tell.
const NOTHING = { heading: "", helpers: [], recurs: false, history: [] };

/** @param {string} root absolute address of the site, ends with a slash */
export function openRegister(root) {
  const files = new Map();

  function load(path) {
    if (!files.has(path)) {
      const file = fetch(root + path).then((response) => {
        if (!response.ok) throw new Error(`${path}: ${response.status}`);
        return response.json();
      });
      // A later try may have a better connection.
      file.catch(() => files.delete(path));
      files.set(path, file);
    }
    return files.get(path);
  }

  async function conclusionsOf(month) {
    const { documents } = await load(`ket-luan/${month.replace("-", "/")}/ket-luan.json`);
    return documents.flatMap((document) =>
      document.conclusions.map((point, rank) => ({ ...NOTHING, ...point, document, rank })),
    );
  }

  /** The months with conclusions of somebody; null when the query names nobody. */
  async function monthsOf(folder, slug, known) {
    if (!slug) return null;
    if (!known.some(([one]) => one === slug)) return {};
    return (await load(`ket-luan/${folder}/${slug}.json`)).months;
  }

  /** The months that may hold results of a query. */
  async function monthsFor(query) {
    const { months, bodies, people } = await load("ket-luan/muc-luc.json");
    const held = await Promise.all([
      monthsOf("to-chuc", query.body, bodies),
      monthsOf("nguoi", query.person, people),
    ]);
    return months
      .map(([month, size, kinds, firstDue, lastDue]) => ({ month, size, kinds, firstDue, lastDue }))
      .filter((one) => held.every((found) => !found || one.month in found))
      .filter((one) => monthMayHold(one, query));
  }

  /**
   * The first conclusions in the wanted order.
   *
   * @returns {Promise<{found: object[], isAll: boolean}>} at most `limit`; whether these are all
   */
  async function find(query, limit) {
    const compare = orderOf(query);
    const months = (await monthsFor(query)).map((one) => ({ ...one, bound: monthBound(one, query) }));
    months.sort((a, b) => compare(a.bound, b.bound));
    let found = [];
    let next = 0;
    while (next < months.length) {
      const last = found[limit];
      if (last && compare(last, months[next].bound) <= 0) break;
      const batch = months.slice(next, next + FETCHED_AT_ONCE);
      next += batch.length;
      const loaded = await Promise.all(batch.map((one) => conclusionsOf(one.month)));
      found = [...found, ...loaded.flat().filter((point) => wants(query, point))].sort(compare);
    }
    return { found: found.slice(0, limit), isAll: found.length <= limit && next >= months.length };
  }

  return { find, index: () => load("ket-luan/muc-luc.json") };
}

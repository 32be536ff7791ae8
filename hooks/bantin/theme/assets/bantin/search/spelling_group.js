/**
 * A group: the spellings with one key, and the entries that hold each.
 *
 * Long lists are divided into blocks by ranges of places. Only the needed blocks are fetched. Knows
 * how lists are written (see bantin.search.lists), but no queries.
 */

import { countNumbers, readItems } from "./digits.js";
import { hasBetween } from "./hits.js";

const ALL_PLACES = 2 ** 28;

export class Group {
  #member;
  #load;
  #sizes;

  /**
   * @param {string} key
   * @param {object} member the key's value in its part.
   * @param {(name: string) => Promise<object>} load fetches a block.
   */
  constructor(key, member, load) {
    this.key = key;
    this.#member = member;
    this.#load = load;
  }

  /** Number of files that hold its lists; 0 when the lists are here already. */
  get blocks() {
    return this.#isDivided ? this.#member.length - 1 : 0;
  }

  /** Spelling to the number of entries that hold it. */
  get sizes() {
    this.#sizes ??= new Map(
      this.#isDivided
        ? Object.entries(this.#member[0])
        : Object.entries(this.#member).map(([spelling, text]) => [spelling, countNumbers(text)]),
    );
    return this.#sizes;
  }

  /**
   * The lists as [spelling, items], a spelling once for each of its blocks; items are place * 16 +
   * impact, falling.
   * @param {Uint32Array} [within] the relevant places, falling; others may be left out.
   * @returns {Promise<[string, Uint32Array][]>}
   */
  async read(within) {
    const lists = this.#isDivided ? await this.#fetch(within) : [this.#member];
    return lists.flatMap((list) =>
      Object.entries(list).map(([spelling, text]) => [spelling, readItems(text)]),
    );
  }

  async #fetch(within) {
    const rows = this.#member.slice(1);
    const end = (at) => rows[at + 1]?.[0] ?? ALL_PLACES;
    const wanted = rows.filter(([low], at) => !within || hasBetween(within, low, end(at)));
    const blocks = await Promise.all(wanted.map(([, , name]) => this.#load(name)));
    return blocks.map((block) => block[this.key]);
  }

  get #isDivided() {
    return Array.isArray(this.#member);
  }
}

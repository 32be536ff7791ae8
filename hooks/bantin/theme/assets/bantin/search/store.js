/**
 * Reads the index on the server: a directory, parts and packs. Fetches each file once.
 *
 * Knows the layout of the files (see bantin.search), but no ranking.
 */

import { readColumns, readPeople, readViews } from "./columns.js";
import { Files, MissingFileError } from "./files.js";
import { Group } from "./spelling_group.js";
import { readNames } from "./facet_names.js";
import { keyOf } from "./text.js";

const PLACES_PER_PACK = 16;
const PACKS_PER_SHELF = 256;
/** Most parts read for a prefix. Half the dictionary may begin with a short word. */
const MAX_PARTS = 3;
const MAX_KEYS = 80;
const MAX_BLOCKS = 24;

export class Store {
  #files;
  #columns;

  /** @param {URL} base of the index, ends with a slash. */
  constructor(base) {
    this.#files = new Files(base);
  }

  /** {count, abbreviations, words, pairs, whole, …}. Asks the server whether it is current. */
  async directory() {
    return this.#files.current("muc-luc.json");
  }

  /**
   * Short and long forms, as exact syllables: those that the index may hold, and those of this
   * archive's bodies. Forms with several meanings here are left out.
   */
  async abbreviations() {
    const [{ abbreviations }, { forms, never }] = await Promise.all([
      this.directory(),
      this.#files.current("viet-tat.json").catch(noForms),
    ]);
    return [...abbreviations.filter(([short]) => !never.includes(short)), ...forms];
  }

  /** The group of a key of words or pairs. @returns {Promise<Group|undefined>} */
  async group(section, key) {
    const [part] = await this.#partsFrom(section, key, key);
    return part && Object.hasOwn(part, key) ? this.#groupOf(key, part) : undefined;
  }

  /** The group of one word, or of several side by side; undefined when they are in no entry. */
  async groupOf(words) {
    return this.group(words.length > 1 ? "pairs" : "words", words.map(keyOf).join(" "));
  }

  /**
   * The groups whose keys begin with `start`, or the first of them. Of groups with long lists only
   * some are given. The group of `start` itself comes first.
   * @returns {Promise<Group[]>}
   */
  async groupsFrom(section, start) {
    const parts = await this.#partsFrom(section, start, `${start}\uffff`);
    const found = parts
      .flatMap((part) => Object.keys(part).map((key) => [key, part]))
      .filter(([key]) => key.startsWith(start))
      .slice(0, MAX_KEYS)
      .map(([key, part]) => this.#groupOf(key, part));
    let blocks = 0;
    return found.filter((group) => {
      if (group.blocks === 0 || group.key === start) return true;
      blocks += group.blocks;
      return blocks <= MAX_BLOCKS;
    });
  }

  /** The places of entries that a whole query names; none without such a key. */
  async whole(key) {
    const group = await this.group("whole", key);
    return group ? placesIn(group) : [];
  }

  /** As `whole`, for all keys that begin with `start`. */
  async wholeFrom(start) {
    const groups = await this.groupsFrom("whole", start);
    return (await Promise.all(groups.map(placesIn))).flat();
  }

  #groupOf(key, part) {
    return new Group(key, part[key], (name) => this.#part(name));
  }

  /** The parts that may hold keys from `first` to `last`; at most MAX_PARTS. */
  async #partsFrom(section, first, last) {
    const { depth, rows } = (await this.directory())[section];
    let names = namesBetween(rows, first, last);
    for (let level = 0; level < depth; level += 1) {
      const branches = await Promise.all(names.map((name) => this.#part(name)));
      // An object lists number-like keys first, so the entries are sorted again.
      const entries = branches.flatMap((branch) => Object.entries(branch));
      names = namesBetween(entries.sort(byKey).flat(), first, last);
    }
    return Promise.all(names.map((name) => this.#part(name)));
  }

  /** The columns, `people` and `views` among them if asked for; see columns.js. */
  async columns({ people, views }) {
    // Each block has its lowest place and three files.
    const rows = inRows((await this.directory()).columns, 4);
    const load = (at) => Promise.all(rows.map((row) => this.#part(row[at])));
    const [facets, named, counted, names] = await Promise.all([
      load(1),
      people ? load(2) : null,
      views ? load(3) : null,
      this.#files.current("ten-goi.json"),
    ]);
    if (this.#columns?.facets.some((block, at) => block !== facets[at]) ?? true) {
      this.#columns = { facets, read: readColumns(facets) };
    }
    const { read } = this.#columns;
    read.names ??= readNames(names);
    if (named) read.people ??= readPeople(named);
    if (counted) read.views ??= readViews(counted);
    return read;
  }

  /** The shown parts of the entry at a place in the index. */
  async entry(place) {
    const pack = Math.floor(place / PLACES_PER_PACK);
    const number = Math.floor(pack / PACKS_PER_SHELF);
    const shelves = inRows((await this.directory()).shelves, 2);
    const [, shelf] = shelves.find(([one]) => one === number);
    const version = (await this.#part(shelf))[pack % PACKS_PER_SHELF];
    return (await this.#files.lasting(`bai/${number}/${pack}-${version}.bin`))[place];
  }

  /** Forget all, so that the next query uses today's index. */
  forget() {
    this.#files.forget();
  }

  async #part(name) {
    return this.#files.lasting(`phan/${name}.bin`);
  }
}

/** True when the site was published anew and a part of the old index is gone. */
export function isOutdated(error) {
  return error instanceof MissingFileError;
}

/** Search also works without an archive's own short forms. */
function noForms() {
  return { forms: [], never: [] };
}

async function placesIn(group) {
  return (await group.read()).flatMap(([, items]) => Array.from(items, (item) => item >>> 4));
}

function byKey([one], [other]) {
  return one < other ? -1 : 1;
}

function inRows(flat, width) {
  return Array.from({ length: flat.length / width }, (_, at) =>
    flat.slice(at * width, (at + 1) * width),
  );
}

/**
 * Names of the files that may hold keys from `first` to `last`; `rows` are first keys and names in
 * turn.
 */
function namesBetween(rows, first, last) {
  let low = 0;
  let high = rows.length / 2;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rows[middle * 2] <= first) low = middle + 1;
    else high = middle;
  }
  const start = Math.max(0, low - 1) * 2;
  return inRows(rows.slice(start, start + MAX_PARTS * 2), 2)
    .filter(([key]) => key <= last)
    .map(([, name]) => name);
}

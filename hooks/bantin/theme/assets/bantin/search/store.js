/**
 * The index as it lies on the server: a directory, parts, packs. Fetches each file once.
 *
 * Knows how the files are laid out (see bantin.outputs.search) and nothing of ranking.
 */

import { readColumns, readPeople, readViews } from "./columns.js";
import { readNumbers } from "./digits.js";
import { readNames } from "./kin.js";
import { keyOf } from "./text.js";

const PLACES_PER_PACK = 16;
const PACKS_PER_FOLDER = 256;
/** What begins with a short word can be half the dictionary. */
const MAX_PARTS = 3;
const MAX_KEYS = 80;
const MAX_BLOCKS = 24;
class MissingFileError extends Error {}

export class Store {
  #base;
  #files = new Map();
  #cache = "no-cache";
  #columns;

  /** @param {URL} base of the index, with its closing slash. */
  constructor(base) {
    this.#base = base;
  }

  /** {count, abbreviations, words, pairs, whole}; asks the server whether it is still current. */
  async directory() {
    return this.#load("muc-luc.json", { cache: this.#cache });
  }

  /**
   * Short and long forms, as exact syllables: those that the index may hold either of, and those
   * of this archive's bodies, but for what stands for several things here.
   */
  async abbreviations() {
    const [{ abbreviations }, { forms, never }] = await Promise.all([
      this.directory(),
      this.#load("viet-tat.json", { cache: this.#cache }).catch(noForms),
    ]);
    return [...abbreviations.filter(([short]) => !never.includes(short)), ...forms];
  }

  /**
   * What stands under a key of a section: for words and pairs a Map of spelling to items
   * [place * 16 + impact, …], for whole an array of places; undefined when there is none.
   */
  async get(section, key) {
    const [part] = await this.#partsFrom(section, key, key);
    if (!part || !Object.hasOwn(part, key)) return undefined;
    return unpack(section, await this.#listsOf(key, part[key]));
  }

  /** Spellings that share the key of some words: a Map of spelling to items; undefined: none. */
  async spellings(section, words) {
    return this.get(section, words.map(keyOf).join(" "));
  }

  /**
   * [key, what stands under it] for the first keys that begin with `start`. Of long lists only
   * some are fetched, those of `start` itself before all others.
   */
  async range(section, start) {
    const parts = await this.#partsFrom(section, start, `${start}\uffff`);
    const found = parts
      .flatMap((part) => Object.entries(part).filter(([key]) => key.startsWith(start)))
      .slice(0, MAX_KEYS);
    let blocks = 0;
    const near = found.filter(([key, member]) => {
      if (!Array.isArray(member) || key === start) return true;
      blocks += member.length;
      return blocks <= MAX_BLOCKS;
    });
    return Promise.all(
      near.map(async ([key, member]) => [key, unpack(section, await this.#listsOf(key, member))]),
    );
  }

  /** The lists of a member, each an array: of all its blocks where it is divided into such. */
  async #listsOf(key, member) {
    if (!Array.isArray(member)) return [member];
    const blocks = await Promise.all(member.map(([, , name]) => this.#part(name)));
    return blocks.map((block) => block[key]);
  }

  /** The parts that may hold keys from `first` to `last`; no more than MAX_PARTS. */
  async #partsFrom(section, first, last) {
    const { depth, rows } = (await this.directory())[section];
    let names = namesBetween(pairsOf(rows), first, last);
    for (let level = 0; level < depth; level += 1) {
      const branches = await Promise.all(names.map((name) => this.#part(name)));
      // An object lists keys that look like numbers first, so their order is made again.
      const entries = branches.flatMap((branch) => Object.entries(branch));
      names = namesBetween(entries.sort(byKey), first, last);
    }
    return Promise.all(names.map((name) => this.#part(name)));
  }

  /** The columns, `people` and `views` among them if asked for; see columns.js. */
  async columns({ people, views }) {
    const { columns } = await this.directory();
    const load = (at) => Promise.all(columnsAt(columns, at).map((name) => this.#part(name)));
    const [facets, named, counted, names] = await Promise.all([
      load(1),
      people ? load(2) : null,
      views ? load(3) : null,
      this.#load("ten-goi.json", { cache: this.#cache }),
    ]);
    if (this.#columns?.facets.some((block, at) => block !== facets[at]) ?? true) {
      this.#columns = { facets, read: readColumns(facets) };
    }
    const read = await this.#columns.read;
    read.names ??= readNames(names);
    if (named) read.people ??= await readPeople(named);
    if (counted) read.views ??= await readViews(counted);
    return read;
  }

  /** What is shown of an entry; undefined when it has gone since the directory was fetched. */
  async entry(place) {
    const pack = Math.floor(place / PLACES_PER_PACK);
    const folder = Math.floor(pack / PACKS_PER_FOLDER);
    try {
      return (await this.#load(`bai/${folder}/${pack}.json`))[place];
    } catch (error) {
      if (error instanceof MissingFileError) return undefined;
      throw error;
    }
  }

  /** Forget all, so that the next question sees the index of today. */
  forget() {
    // Two publications within a second look alike to a server that compares dates.
    this.#cache = "reload";
    this.#files.clear();
  }

  async #part(name) {
    return this.#load(`phan/${name}.json`);
  }

  #load(path, options) {
    let file = this.#files.get(path);
    if (file === undefined) {
      file = fetchJson(new URL(path, this.#base), options);
      this.#files.set(path, file);
      // A failure is not kept: the next try may fare better.
      file.catch(() => this.#files.delete(path));
    }
    return file;
  }
}

/** Without its own short forms an archive is searched no worse than before. */
function noForms() {
  return { forms: [], never: [] };
}

/** True when the site was published anew and a part of the old index is no longer there. */
export function isOutdated(error) {
  return error instanceof MissingFileError;
}

async function fetchJson(url, options) {
  const response = await fetch(url, options);
  if (response.status === 404) throw new MissingFileError(url.pathname);
  if (!response.ok) throw new Error(`${response.status} ${url.pathname}`);
  return response.json();
}

function pairsOf(rows) {
  return Array.from({ length: rows.length / 2 }, (_, row) => [rows[row * 2], rows[row * 2 + 1]]);
}

function byKey([one], [other]) {
  return one < other ? -1 : 1;
}

/** Of each block of columns: its lowest place, and its three files. */
function columnsAt(row, which) {
  return row.filter((_, at) => at % 4 === which);
}

/** Names of the rows [first key, name] that may hold keys from `first` to `last`. */
function namesBetween(rows, first, last) {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rows[middle][0] <= first) low = middle + 1;
    else high = middle;
  }
  return rows
    .slice(Math.max(0, low - 1), Math.max(0, low - 1) + MAX_PARTS)
    .filter(([key]) => key <= last)
    .map(([, name]) => name);
}

/** `lists` are objects of spelling to text. */
function unpack(section, lists) {
  const items = new Map();
  for (const list of lists) {
    for (const [spelling, text] of Object.entries(list)) {
      if (!items.has(spelling)) items.set(spelling, []);
      readItems(text, items.get(spelling));
    }
  }
  if (section !== "whole") return items;
  return items.get("").map((item) => item >> 4);
}

/** Add the items of a text: the first as it is, of the others how much less than the last. */
function readItems(text, items) {
  let item;
  for (const gap of readNumbers(text)) {
    item = item === undefined ? gap : item - gap;
    items.push(item);
  }
}

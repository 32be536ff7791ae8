/**
 * A term of a query, one word or two side by side, with its groups and hits in the index.
 *
 * Knows the likeness of spellings, but not how terms are combined.
 */

import { emptyHits, hitsOf, merge } from "./hits.js";
import { keyOf, likeness, likenessOfStart } from "./text.js";

/** A spelling with other marks is a hit, but its word does not count as found. */
export const LIKE = 0.3;
const OTHER = 0.1;
/** A word that only begins with the typed one. */
const START = 0.5;

/**
 * @typedef {{groups: object[], isPair: boolean, size: number, meant: number, blocks: number,
 *   rarity: number, isStrange: boolean}} Term `size`: entries that hold it, those of several
 *   spellings counted for each; `meant`: those as typed, or without marks; `blocks`: files still to
 *   be fetched; `rarity`: what an impact is multiplied with; `isStrange`: it stands with other
 *   marks only.
 */

/**
 * @param {import("./store.js").Store} store
 * @param {string[]} words one or two exact syllables.
 * @param {boolean} start whether only the beginning of the last word may have been typed.
 * @param {number} count entries in the index.
 * @returns {Promise<Term>}
 */
export async function openTerm(store, words, start, count) {
  const key = words.map(keyOf).join(" ");
  const section = words.length > 1 ? "pairs" : "words";
  const found = start
    ? await store.groupsFrom(section, key)
    : [await store.group(section, key)].filter(Boolean);
  const groups = found.map((group) => ({ group, likes: likesOf(words, group, key) }));
  const spellings = groups.flatMap(({ group, likes }) =>
    [...group.sizes].map(([spelling, size]) => ({ size, like: likes.get(spelling) })),
  );
  const size = sum(spellings);
  // The typed spelling may be rare although its key is not: "nguôi" beside all "người".
  const meant = sum(spellings.filter(({ like }) => like >= LIKE * START)) || size;
  return {
    groups,
    isPair: words.length > 1,
    size,
    meant,
    blocks: found.reduce((total, { blocks }) => total + blocks, 0),
    rarity: Math.log(1 + count / Math.max(1, meant)),
    isStrange: size > 0 && spellings.every(({ like }) => like <= OTHER),
  };
}

/**
 * The hits of a term.
 * @param {Uint32Array} [within] the relevant places, falling; others may be left out.
 */
export async function readTerm({ groups, rarity }, within) {
  if (within?.length === 0) return emptyHits(0);
  const hits = await Promise.all(
    groups.map(async ({ group, likes }) =>
      (await group.read(within)).map(([spelling, items]) => {
        const like = likes.get(spelling);
        return hitsOf(items, rarity * like, like);
      }),
    ),
  );
  return merge(hits.flat());
}

/** Spelling to its likeness to the words. */
function likesOf(words, group, key) {
  const isWhole = group.key === key;
  return new Map(
    [...group.sizes.keys()].map((spelling) => {
      const like = likeWords(words, spelling.split(" "), isWhole ? likeness : likenessOfStart);
      return [spelling, isWhole ? like : like * START];
    }),
  );
}

function likeWords(asked, found, compareLast) {
  const all = asked.map((word, index) => {
    const compare = index === asked.length - 1 ? compareLast : likeness;
    return compare(word, found[index]);
  });
  return all.reduce((product, like) => product * like, 1);
}

function sum(spellings) {
  return spellings.reduce((total, { size }) => total + size, 0);
}

/**
 * Converts Vietnamese text for the index: exact and folded forms, keys, number keys.
 *
 * The Python package holds the same rules (`bantin.text`, `bantin.search.terms`);
 * tests/vectors/fold.json keeps the two equal.
 */

const INVISIBLE = /[\u00ad\u200b\u200c\u200d\u2060\ufeff]/g;
const SYLLABLE = /[\p{L}\p{N}]+/gu;

const OLD = "oà oá oả oã oạ oè oé oẻ oẽ oẹ uỳ uý uỷ uỹ uỵ".split(" ");
const NEW = "òa óa ỏa õa ọa òe óe ỏe õe ọe ùy úy ủy ũy ụy".split(" ");
const TO_NEW = new Map(OLD.map((old, index) => [old, NEW[index]]));
// Open syllables only (hoàn stays), and never after q (quý stays).
const OLD_STYLE = new RegExp(`(?:${OLD.join("|")})(?![\\p{L}\\p{N}_])`, "gu");

/** Only in these are i and y one sound. */
const ENDS_IN_Y = /^(?:[hklmstv]|qu)y$/;

function clean(text) {
  return text.replace(INVISIBLE, "").normalize("NFC");
}

/** Lower case, NFC, one tone style, no invisible characters. */
export function exact(text) {
  const lower = clean(text).toLowerCase().replaceAll("ð", "đ");
  // A look-behind would be shorter, but older Safari could not read the whole file then.
  return lower.replace(OLD_STYLE, (old, at) => (lower[at - 1] === "q" ? old : TO_NEW.get(old)));
}

/** The exact form without any mark. */
export function fold(text) {
  return text
    .replace(INVISIBLE, "")
    .toLowerCase()
    .replace(/[đð]/g, "d")
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .normalize("NFC");
}

/** The exact forms of a text's syllables and numbers, in order. */
export function syllables(text) {
  return (clean(text).match(SYLLABLE) ?? []).map(exact);
}

/** The place of each syllable: [{start, end, word}], offsets into `text`, which must be NFC. */
export function tokens(text) {
  return Array.from(text.matchAll(SYLLABLE), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
    word: exact(match[0]),
  }));
}

const keys = new Map();

/** The key of an exact syllable, which its spellings share. */
export function keyOf(word) {
  let key = keys.get(word);
  if (key === undefined) {
    const folded = fold(word);
    key = ENDS_IN_Y.test(folded) ? `${folded.slice(0, -1)}i` : folded;
    keys.set(word, key);
  }
  return key;
}

/** One key for all spellings of a document's number: "Số: 405/TB-VP.UBND" gives "405tbvpubnd". */
export function numberKey(text) {
  return fold(text)
    .replace(/[^a-z0-9]+/g, "")
    .replace(/^so/, "")
    .replace(/^0+/, "");
}

/**
 * How well a found spelling matches a typed one: 1 for equal, 0.95 if only i and y differ, 0.3
 * without marks, 0.1 with other marks. A word typed without marks matches any spelling.
 */
export function likeness(asked, found) {
  if (asked === found) return 1;
  const folded = fold(found);
  if (fold(asked) === asked) return folded === asked ? 1 : 0.95;
  if (sound(asked) === sound(found)) return 0.95;
  return folded === found ? 0.3 : 0.1;
}

/** As `likeness`, for a word of which only the beginning was typed. */
export function likenessOfStart(asked, found) {
  if (found.startsWith(asked)) return 1;
  const folded = fold(found);
  if (fold(asked) === asked) return 1;
  return folded === found ? 0.3 : 0.1;
}

const Y_TO_I = { y: "i", ý: "í", ỳ: "ì", ỷ: "ỉ", ỹ: "ĩ", ỵ: "ị" };

function sound(word) {
  if (!ENDS_IN_Y.test(fold(word))) return word;
  return word.slice(0, -1) + (Y_TO_I[word.at(-1)] ?? word.at(-1));
}

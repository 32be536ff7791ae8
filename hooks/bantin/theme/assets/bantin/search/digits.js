/** Reads numbers written as text in the index (see `bantin.search.items`). */

/** The digits of a number in base 32: for all places but the last, and for the last. */
const HIGH = "abcdefghijklmnopqrstuvwxyz012345";
const LOW = "ABCDEFGHIJKLMNOPQRSTUVWXYZ6789-_";

const DIGITS = new Map([
  ...Array.from(HIGH, (digit, value) => [digit.charCodeAt(0), value]),
  ...Array.from(LOW, (digit, value) => [digit.charCodeAt(0), value + 32]),
]);
const VALUES = Uint8Array.from({ length: 128 }, (_, code) => DIGITS.get(code) ?? 0);

/** The numbers of a text, in its order. */
export function readNumbers(text) {
  const numbers = [];
  let number = 0;
  for (let at = 0; at < text.length; at += 1) {
    const value = VALUES[text.charCodeAt(at)];
    // Not <<: an item may need all 32 bits.
    number = number * 32 + (value & 31);
    if (value & 32) {
      numbers.push(number);
      number = 0;
    }
  }
  return numbers;
}

/** The number of numbers in a text. */
export function countNumbers(text) {
  let count = 0;
  for (let at = 0; at < text.length; at += 1) count += VALUES[text.charCodeAt(at)] >> 5;
  return count;
}

/** The items of a text. The first is written whole, each other as its difference from the last. */
export function readItems(text) {
  const items = new Uint32Array(countNumbers(text));
  let size = 0;
  let number = 0;
  for (let at = 0; at < text.length; at += 1) {
    const value = VALUES[text.charCodeAt(at)];
    number = number * 32 + (value & 31);
    if (value & 32) {
      items[size] = size ? items[size - 1] - number : number;
      size += 1;
      number = 0;
    }
  }
  return items;
}

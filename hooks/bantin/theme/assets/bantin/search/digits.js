/** Numbers as text, the way the index is written (`bantin.outputs.search.items`). */

/** The digits of a number in base 32: all but the last, and the last. */
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

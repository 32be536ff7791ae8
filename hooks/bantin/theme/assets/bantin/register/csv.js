/** Writes tables as CSV that spreadsheets open without import. Knows no content. */

/**
 * Lines of cells as a file. The mark at the start tells spreadsheets that it is UTF-8.
 *
 * @param {string[][]} lines
 * @param {string} separator a comma, or the semicolon that Excel takes where a comma marks decimals
 */
export function tableOf(lines, separator = ",") {
  const written = lines.map((line) => line.map((one) => cell(one, separator)).join(separator));
  return "\ufeff" + written.map((line) => `${line}\r\n`).join("");
}

function cell(value, separator) {
  // A spreadsheet must not read it as a formula.
  const safe = /^[=+\-@\t]/.test(value) ? `'${value}` : value;
  const isQuoted = /["\r\n]/.test(safe) || safe.includes(separator);
  return isQuoted ? `"${safe.replaceAll('"', '""')}"` : safe;
}

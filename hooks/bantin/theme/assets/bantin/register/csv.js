/** Writes tables as CSV that spreadsheets open without import, and reads them. No content. */

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

/** The lines of a file that was written like this, with commas. */
export function linesIn(text) {
  const lines = [[]];
  const cells = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/gy;
  for (let at = text.startsWith("\ufeff") ? 1 : 0; at < text.length; at = cells.lastIndex) {
    cells.lastIndex = at;
    const [, quoted, plain, end] = cells.exec(text);
    lines.at(-1).push(bare(quoted?.replaceAll('""', '"') ?? plain));
    if (end !== ",") lines.push([]);
  }
  return lines.filter((line) => line.length > 0);
}

function bare(value) {
  return /^'[=+\-@\t]/.test(value) ? value.slice(1) : value;
}

/**
 * Reads dates in a query, in any way of typing, as the index's single word for each.
 *
 * The Python package holds the same rules (`bantin.text.date_terms`); tests/vectors/dates.json
 * keeps the two equal.
 */

const YEAR = "(?:19|20)\\d\\d";
/** After a date: no continuation as a law's number ("12/2020/NĐ-CP") or a longer number. */
const ENDS = "(?![\\d/]|-[\\p{L}\\p{N}_])";
// The text before a date is matched too, because older Safari has no look-behind.
const WRITTEN = new RegExp(
  "(?<front>^|[^\\d/.,])(?<first>\\d{1,2})(?:" +
    `(?<sign>[/.-])(?<month>\\d{1,2})\\k<sign>(?<year>${YEAR})${ENDS}` +
    `|\\s+th[áa]ng\\s+(?<named>\\d{1,2})(?:\\s*/\\s*|,?\\s+n[ăa]m\\s+)(?<namedYear>${YEAR})(?!\\d)` +
    `|[/-](?<monthYear>${YEAR})${ENDS}` +
    `|,?\\s+n[ăa]m\\s+(?<behind>${YEAR})(?!\\d))`,
  "giu",
);
const MONTH_BEFORE = /th[áa]ng\s+$/iu;
/** Words that only introduce a date. */
const LEADS = /(?:^|\s)(?:(?:ng[àa]y|th[áa]ng)\s+)$/iu;

/**
 * @param {string} text NFC.
 * @returns {{start: number, end: number, terms: string[]}[]} `terms`: the day, if there is one,
 *   and its month; `start` includes a "ngày" or "tháng" in front.
 */
export function readDates(text) {
  return Array.from(text.matchAll(WRITTEN), (match) => {
    const { front, first, month, year, named, namedYear, monthYear, behind } = match.groups;
    const at = match.index + front.length;
    const before = text.slice(0, at);
    const start = at - (LEADS.exec(before)?.[0].trimStart().length ?? 0);
    const end = match.index + match[0].length;
    const whole = year ?? namedYear;
    if (whole) return { start, end, terms: dayTerms(whole, Number(month ?? named), Number(first)) };
    const inYear = monthYear ?? (MONTH_BEFORE.test(before) ? behind : undefined);
    const known = inYear && Number(first) >= 1 && Number(first) <= 12;
    return { start, end, terms: known ? [`${inYear}-${two(Number(first))}`] : [] };
  }).filter(({ terms }) => terms.length);
}

/** The ways in which a text may write a term's date, as exact syllables. */
export function writtenWays(term) {
  const [year, month, day] = term.split("-");
  const numbers = (value) => [...new Set([String(Number(value)), value])];
  const days = day ? numbers(day).map((one) => [one]) : [[]];
  return days.flatMap((front) =>
    numbers(month).flatMap((one) => [
      [...front, one, year],
      [...front, "tháng", one, "năm", year],
      ...(day ? [[...front, "tháng", one, year]] : []),
    ]),
  );
}

function dayTerms(year, month, day) {
  const date = new Date(Date.UTC(Number(year), month - 1, day));
  const exists = month >= 1 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? [`${year}-${two(month)}-${two(day)}`, `${year}-${two(month)}`] : [];
}

function two(number) {
  return String(number).padStart(2, "0");
}

/**
 * What is asked of the register: which conclusions it wants, in which order. Knows no files.
 *
 * A query: {body, person, year, kind, dueFrom, dueTo, hasDue, order}, all text but `hasDue`; "" for
 * whatever does not matter. Days are ISO, so that they compare as text.
 */

/** True when a conclusion is one of those asked for. */
export function wants(query, point) {
  const { document } = point;
  return (
    (!query.body || point.addressees.some((one) => one.url === `to-chuc/${query.body}/`)) &&
    (!query.person || document.chairs.some((one) => one.url === `nguoi/${query.person}/`)) &&
    (!query.year || document.date.startsWith(query.year)) &&
    (!query.kind || point.kind === query.kind) &&
    (!needsDay(query) || point.due !== "") &&
    (!query.dueFrom || point.due >= query.dueFrom) &&
    (!query.dueTo || point.due <= query.dueTo)
  );
}

/** True unless surely no conclusion of a month is asked for. */
export function monthMayHold(month, query) {
  return (
    (!query.year || month.month.startsWith(query.year)) &&
    (!query.kind || month.kinds.includes(query.kind)) &&
    (!needsDay(query) || month.firstDue !== "") &&
    (!query.dueFrom || month.lastDue >= query.dueFrom) &&
    (!query.dueTo || month.firstDue <= query.dueTo)
  );
}

/** True when only conclusions with a last day can be meant. */
export function needsDay(query) {
  return Boolean(query.hasDue || query.dueFrom || query.dueTo || query.order.startsWith("han"));
}

/** Return how two conclusions, or bounds of months, compare in the wanted order. */
export function orderOf(query) {
  const key = query.order.startsWith("han") ? (one) => one.due : (one) => one.document.date;
  const sign = query.order === "cu" || query.order === "han" ? 1 : -1;
  return (a, b) =>
    sign * compareTexts(key(a), key(b)) ||
    // As everywhere: newest first, documents of one day by address, points in their order.
    -compareTexts(a.document.date, b.document.date) ||
    compareTexts(a.document.url, b.document.url) ||
    a.rank - b.rank;
}

/** Return what comes before every conclusion that a month can hold, in the wanted order. */
export function monthBound(month, query) {
  const isOldFirst = query.order === "cu";
  return {
    due: query.order === "han" ? month.firstDue : month.lastDue,
    document: { date: isOldFirst ? `${month.month}-01` : `${month.month}-31`, url: "" },
    rank: -1,
  };
}

function compareTexts(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

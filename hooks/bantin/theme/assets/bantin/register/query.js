/**
 * Queries of the register: filters and order of conclusions. Knows no files.
 *
 * A query: {body, role, person, year, kind, dueFrom, dueTo, hasDue, order}, all text but `hasDue`;
 * "" for any value. Days are ISO, so that they compare as text.
 */

/** True when a conclusion matches a query. */
export function wants(query, point) {
  const { document } = point;
  return (
    isFor(query, point) &&
    (!query.person || document.chairs.some((one) => one.url === `nguoi/${query.person}/`)) &&
    (!query.year || document.date.startsWith(query.year)) &&
    (!query.kind || point.kind === query.kind) &&
    (!needsDay(query) || point.due !== "") &&
    (!query.dueFrom || point.due >= query.dueFrom) &&
    (!query.dueTo || point.due <= query.dueTo)
  );
}

/** True when the wanted body, or anybody, must act ("chu-tri") or helps ("phoi-hop"). */
function isFor({ body, role }, point) {
  if (!body && !role) return true;
  const told = [
    ...(role === "phoi-hop" ? [] : point.addressees),
    ...(role === "chu-tri" ? [] : point.helpers),
  ];
  return told.some((one) => !body || one.url === `to-chuc/${body}/`);
}

/** True when a month may hold a matching conclusion. */
export function monthMayHold(month, query) {
  return (
    (!query.year || month.month.startsWith(query.year)) &&
    (!query.kind || month.kinds.includes(query.kind)) &&
    (!needsDay(query) || month.firstDue !== "") &&
    (!query.dueFrom || month.lastDue >= query.dueFrom) &&
    (!query.dueTo || month.firstDue <= query.dueTo)
  );
}

/** True when only conclusions with a last day can match. */
export function needsDay(query) {
  return Boolean(query.hasDue || query.dueFrom || query.dueTo || query.order.startsWith("han"));
}

/** Return the function that compares conclusions, or bounds of months, in the wanted order. */
export function orderOf(query) {
  const key = query.order.startsWith("han") ? (one) => one.due : (one) => one.document.date;
  const sign = query.order === "cu" || query.order === "han" ? 1 : -1;
  return (a, b) =>
    sign * compareTexts(key(a), key(b)) ||
    // As in all lists: newest first, documents of one day by address, points in their order.
    -compareTexts(a.document.date, b.document.date) ||
    compareTexts(a.document.url, b.document.url) ||
    a.rank - b.rank;
}

/** Return a value that comes before every conclusion of a month in the wanted order. */
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

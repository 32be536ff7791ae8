/** Days as a reader in Vietnam counts them, wherever the reader is. Days are ISO text. */

const DAY_MS = 86_400_000;

/** Today's day in Vietnam: "2026-11-30". */
export function today() {
  return new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Ho_Chi_Minh" }).format(new Date());
}

/** The number of days from one day to another; negative if the other is earlier. */
export function daysBetween(day, other) {
  return Math.round((Date.parse(other) - Date.parse(day)) / DAY_MS);
}

/** The day so many days later. */
export function dayAfter(day, days) {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}

/** "30/11/2026". */
export function dayText(day) {
  return day.split("-").reverse().join("/");
}

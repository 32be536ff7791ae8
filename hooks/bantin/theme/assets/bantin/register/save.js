/** Saves the answer to a query as a table or a calendar. */

import { calendarOf } from "./calendar.js";
import { DAYS, linesOf, SHEET } from "./columns.js";
import { tableOf } from "./csv.js";
import { CALENDAR, download } from "./download.js";
import { workbookOf } from "./xlsx.js";

// More would be too much for a spreadsheet or a phone.
const ROWS_AT_MOST = 20_000;
const EVENTS_AT_MOST = 1_000;
const NAME = "ket-luan-chi-dao";

/**
 * @param {"csv" | "csv-cham-phay" | "xlsx" | "ics"} format
 * @param register of data.js
 * @param query of query.js
 * @param {{index: object, root: string}} site
 * @returns {Promise<string>} what was saved, for the reader
 */
export async function saveAs(format, register, query, { index, root }) {
  const isCalendar = format === "ics";
  const wanted = isCalendar ? { ...query, hasDue: true } : query;
  const limit = isCalendar ? EVENTS_AT_MOST : ROWS_AT_MOST;
  const { found, isAll } = await register.find(wanted, limit);
  if (isCalendar) {
    if (found.length === 0) return "Không có kết luận, chỉ đạo nào có hạn chót để đưa vào lịch.";
    const site = { root, idPrefix: index.id_prefix, name: "Hạn trong kết luận, chỉ đạo" };
    download(`${NAME}.ics`, calendarOf(found, site), CALENDAR);
  } else {
    const lines = linesOf(found, index.kinds, root);
    if (format === "xlsx") download(`${NAME}.xlsx`, await workbookOf(lines, DAYS, SHEET));
    else download(`${NAME}.csv`, tableOf(lines, format === "csv" ? "," : ";"));
  }
  const what = isCalendar ? "hạn chót" : "kết luận, chỉ đạo";
  const told = `Đã tải ${found.length.toLocaleString("vi-VN")} ${what}.`;
  return isAll ? told : `${told} Còn nữa: lọc hẹp lại để có đủ.`;
}

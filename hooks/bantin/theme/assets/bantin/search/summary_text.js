/** Describes filtered results in words: number, filters, order. Knows the form, but no index. */

import { nameIn } from "./choices.js";
import { count, quoted } from "./view.js";

const ORDERS = { moi: "mới nhất trước", cu: "cũ nhất trước", xem: "xem nhiều nhất trước" };

/**
 * The filters in words: "Thông báo; từ năm 2019; có kết luận"; "" without filters.
 * @param {string} body name of the chosen body, or "". `person` is likewise.
 * @param {string} from "2013", "2013-10" or "". `to` is likewise.
 */
export function describe(form, body, person, from, to) {
  const fields = form.elements;
  const role = nameIn(fields["vai-tro"]).toLowerCase();
  return [
    nameIn(fields.loai),
    nameIn(fields["chuyen-muc"]),
    ...[...form.querySelectorAll("select[data-terms]")].map(nameIn),
    nameIn(fields.ky),
    body,
    [person, role].filter(Boolean).join(" – "),
    span(from, to),
    fields["ket-luan"].checked && "có kết luận",
    fields.tep.checked && "có tệp đính kèm",
  ]
    .filter(Boolean)
    .join("; ");
}

/** The announcement of filtered and sorted results. */
export function summaryOf(query, chosen, order, { total, partial, missing, isAbout, aimless }) {
  const asked = query ? ` cho ${quoted(query)}` : "";
  const among = chosen ? ` (${chosen})` : "";
  const lost = missing.map((word) => `“${word}”`).join(", ");
  const without = lost ? `Không trang nào có từ ${lost}. ` : "";
  if (total === 0) return `${without}Không có kết quả nào${asked}${among}.`;
  const why = without || "Không trang nào có đủ các từ. ";
  const isRanked = query && !aimless;
  const sorted = ORDERS[order] ?? (isRanked ? "phù hợp nhất trước" : ORDERS.moi);
  const about = isAbout ? "khoảng " : "";
  const told = `${about}${count(total)} kết quả${partial ? " gần nhất" : ""}${asked}${among}`;
  return `${partial ? why : ""}Có ${told}, ${sorted}.`;
}

/** The note on printed results: day, address, and whether it shows all. */
export function paperOf(shown, total, address) {
  const rest = `Chỉ in ${count(shown)} kết quả đầu trong số ${count(total)}.`;
  const now = new Date();
  const day = [now.getDate(), now.getMonth() + 1].map((one) => String(one).padStart(2, "0"));
  const printed = `In ngày ${[...day, now.getFullYear()].join("/")} từ ${address}`;
  return shown < total ? `${rest} ${printed}` : printed;
}

function span(from, to) {
  const moment = (text) => {
    const [year, month] = text.split("-");
    return month ? `tháng ${month}/${year}` : `năm ${year}`;
  };
  if (from && from === to) return moment(from);
  return [from && `từ ${moment(from)}`, to && `đến ${moment(to)}`].filter(Boolean).join(" ");
}

/** What is said of chosen results: how many, of what, in which order. Knows the form, no index. */

import { count, quoted } from "./view.js";

const ORDERS = { moi: "mới nhất trước", cu: "cũ nhất trước", xem: "xem nhiều nhất trước" };

/** "Thông báo; từ năm 2019; có kết luận", "" where nothing is chosen. */
export function describe(form, body) {
  const fields = form.elements;
  const name = (select) => select.value && (select.selectedOptions[0]?.dataset.name ?? select.value);
  return [
    name(fields.loai),
    name(fields["chuyen-muc"]),
    body && (fields["co-quan"].value || body),
    years(fields["tu-nam"].value, fields["den-nam"].value),
    fields["ket-luan"].checked && "có kết luận",
    fields.tep.checked && "có tệp đính kèm",
  ]
    .filter(Boolean)
    .join("; ");
}

/** What is announced of an answer that was chosen from and put in order. */
export function summaryOf(query, chosen, order, { total, partial, missing, isAbout }) {
  const asked = query ? ` cho ${quoted(query)}` : "";
  const among = chosen ? ` (${chosen})` : "";
  const lost = missing.map((word) => `“${word}”`).join(", ");
  const without = lost ? `Không trang nào có từ ${lost}. ` : "";
  if (total === 0) return `${without}Không có kết quả nào${asked}${among}.`;
  const why = without || "Không trang nào có đủ các từ. ";
  const sorted = ORDERS[order] ?? (query ? "phù hợp nhất trước" : ORDERS.moi);
  const about = isAbout ? "khoảng " : "";
  const told = `${about}${count(total)} kết quả${partial ? " gần nhất" : ""}${asked}${among}`;
  return `${partial ? why : ""}Có ${told}, ${sorted}.`;
}

function years(from, to) {
  if (from && from === to) return `năm ${from}`;
  return [from && `từ năm ${from}`, to && `đến năm ${to}`].filter(Boolean).join(" ");
}

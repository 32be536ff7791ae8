/** Shows results as plain elements. Text is never read as HTML. Knows no index. */

/** [{text, mark}] as text and <mark> nodes. */
export function marked(parts) {
  return parts.map(({ text, mark }) => (mark ? element("mark", {}, text) : text));
}

/** "Thông báo · 405/TB-VP.UBND · 05/10/2021" as nodes; missing values are left out. */
export function meta({ kind, number, day }) {
  const items = [];
  if (kind) items.push(element("span", { class: "bt-hit__kind" }, kind));
  if (number.length) items.push(element("span", {}, ...marked(number)));
  if (day) {
    const [year, month, date] = day.split("-");
    items.push(element("time", { datetime: day }, `${date}/${month}/${year}`));
  }
  return items;
}

/** "Có 1.234 kết quả cho “phụ nữ”", or the reason for no result. */
export function summary(query, { total, about, partial, missing, aimless, spared }) {
  if (aimless) return "Đây mới là từ cần loại bỏ. Hãy gõ thêm từ cần tìm.";
  const lost = missing.map((word) => `“${word}”`).join(", ");
  const without = lost ? `Không trang nào có từ ${lost}. ` : "";
  if (total === 0) {
    return `${without}Không tìm thấy kết quả nào cho ${quoted(query)}.`;
  }
  if (partial) {
    const why = without || "Không trang nào có đủ các từ. ";
    return `${why}Dưới đây là ${count(total)} kết quả gần nhất.`;
  }
  const side = spared ? " có các từ đứng liền nhau" : "";
  return `Có ${about ? "khoảng " : ""}${count(total)} kết quả${side} cho ${quoted(query)}.`;
}

/**
 * "Có phải bạn tìm: phụ nữ?" as text and a link; nothing without a suggestion.
 * @param {(query: string) => string} addressOf the address of a query.
 */
export function offer({ suggestion }, addressOf) {
  if (!suggestion) return [];
  const href = addressOf(suggestion);
  const link = element("a", { class: "bt-search__offer", href }, suggestion);
  return [" Có phải bạn tìm: ", link, "?"];
}

/** A button that also searches for words apart; nothing if that was done. */
export function offerApart({ spared }, ask) {
  if (!spared) return [];
  const text = "Tìm cả nơi các từ đứng rời nhau";
  const button = element("button", { type: "button", class: "bt-search__offer" }, text);
  button.addEventListener("click", ask);
  return [" ", button];
}

/** The query in quotes. A phrase has its own. */
export function quoted(query) {
  return /^["“«].*["”»]$/.test(query) ? query : `“${query}”`;
}

export function count(number) {
  return number.toLocaleString("vi-VN");
}

export const FAILED = "Không tải được dữ liệu tìm kiếm. Hãy kiểm tra kết nối rồi thử lại.";

export function element(name, attributes, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  node.append(...children);
  return node;
}

/** Call `work` once no call has come for `delay_ms`. */
export function debounce(work, delay_ms) {
  let timer;
  const later = (...given) => {
    clearTimeout(timer);
    timer = setTimeout(() => work(...given), delay_ms);
  };
  later.cancel = () => clearTimeout(timer);
  return later;
}

/**
 * A field for a day as people write it, "05/11/2026", with the browser's calendar beside it.
 *
 * A field of type "date" shows days in the order of the browser's language, and not of the page's.
 */

import { dayText } from "../today.js";

const EXAMPLE = "ví dụ 05/11/2026";
const WRITTEN = /^(\d{1,2})\s*[/.\s-]\s*(\d{1,2})\s*[/.\s-]\s*(\d{4})$/;
const WITHOUT_SIGNS = /^(\d\d)(\d\d)(\d{4})$/;
const SHORT_YEAR = /^\d{1,2}\s*[/.\s-]\s*\d{1,2}\s*[/.\s-]\s*\d{2}$/;
const NO_YEAR = /^\d{1,2}\s*[/.\s-]\s*\d{1,2}$/;
const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;

/**
 * Reads a day.
 *
 * @param {string} text as typed
 * @returns {{day: string, fault: string}} an ISO day, "" for none; what is wrong, "" for nothing
 */
export function readDay(text) {
  const typed = text.trim();
  if (!typed) return { day: "", fault: "" };
  const iso = ISO.exec(typed);
  const match = WRITTEN.exec(typed) ?? WITHOUT_SIGNS.exec(typed);
  if (!match && !iso) return { day: "", fault: faultOf(typed) };
  const [date, month, year] = iso ? iso.slice(1).reverse() : match.slice(1);
  const day = `${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`;
  if (Number(month) < 1 || Number(month) > 12) {
    return { day: "", fault: `Không có tháng ${Number(month)}. Gõ ngày trước, tháng sau, ${EXAMPLE}.` };
  }
  // The calendar would take 31 April for 1 May.
  const real = new Date(`${day}T00:00:00Z`);
  const exists = !Number.isNaN(real.valueOf()) && real.toISOString().startsWith(day);
  return exists ? { day, fault: "" } : { day: "", fault: `Không có ngày ${dayText(day)}.` };
}

function faultOf(typed) {
  if (SHORT_YEAR.test(typed)) return `Năm cần đủ bốn chữ số, ${EXAMPLE}.`;
  if (NO_YEAR.test(typed)) return `Ngày còn thiếu năm, ${EXAMPLE}.`;
  return `Hãy gõ ngày/tháng/năm, ${EXAMPLE}.`;
}

/**
 * @param {HTMLInputElement} field of type "text"; in its parent a button and a field of type "date"
 * @returns {{read: () => string, write: (day: string) => void, blame: (fault: string) => void}}
 *   `read` gives an ISO day, "" for none, null for one that is wrong, and shows what is wrong.
 */
export function setUpDay(field) {
  const native = field.parentElement.querySelector("input[type=date]");
  const button = field.parentElement.querySelector("button");
  const line = document.getElementById(field.getAttribute("aria-describedby"));

  function blame(fault) {
    line.textContent = fault;
    if (fault) field.setAttribute("aria-invalid", "true");
    else field.removeAttribute("aria-invalid");
  }

  function read() {
    const { day, fault } = readDay(field.value);
    blame(fault);
    if (day) field.value = dayText(day);
    return fault ? null : day;
  }

  function write(day) {
    field.value = day ? dayText(day) : "";
  }

  button.addEventListener("click", () => {
    native.value = readDay(field.value).day;
    try {
      native.showPicker();
    } catch {
      // An older browser opens its calendar when the field is clicked.
      native.focus();
      native.click();
    }
  });
  native.addEventListener("change", (event) => {
    event.stopPropagation();
    write(native.value);
    field.focus();
    field.dispatchEvent(new Event("change", { bubbles: true }));
  });
  return { read, write, blame };
}

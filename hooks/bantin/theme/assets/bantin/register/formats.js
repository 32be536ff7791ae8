/** Offers a CSV file of the build as a workbook, and with semicolons. */

import { element } from "../search/view.js";
import { DAYS, SHEET } from "./columns.js";
import { linesIn, tableOf } from "./csv.js";
import { download } from "./download.js";
import { workbookOf } from "./xlsx.js";

const FAILED = "Không tải được tệp. Hãy kiểm tra kết nối rồi thử lại.";

/** @param {HTMLAnchorElement} link to the file */
export function offerFormats(link) {
  const told = element("span", { role: "status", class: "bt-formats__status" });
  const name = new URL(link.href).pathname.split("/").pop().replace(/\.csv$/, "");

  function offer(text, save) {
    const button = element("button", { class: "bt-tool", type: "button" }, text);
    button.addEventListener("click", async () => {
      told.textContent = "Đang tải…";
      try {
        const response = await fetch(link.href);
        if (!response.ok) throw new Error(`${link.href}: ${response.status}`);
        await save(linesIn(await response.text()));
        told.textContent = "Đã tải.";
      } catch (error) {
        told.textContent = FAILED;
        console.info("bantin table:", error);
      }
    });
    return button;
  }

  const buttons = [
    offer("Excel (.xlsx)", async (lines) => {
      download(`${name}.xlsx`, await workbookOf(lines, DAYS, SHEET));
    }),
    offer("CSV dấu chấm phẩy", (lines) => download(`${name}.csv`, tableOf(lines, ";"))),
  ];
  link.after(element("span", { class: "bt-formats" }, ...buttons, told));
}

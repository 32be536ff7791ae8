/**
 * Offers a CSV file of the build as a workbook, and with semicolons.
 *
 * What writes files is fetched for those who ask.
 */

import { element } from "../search/view.js";

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
        const { linesIn } = await import("./csv.js");
        await save(linesIn(await response.text()));
        told.textContent = "Đã tải.";
      } catch (error) {
        told.textContent = FAILED;
        console.info("bantin table:", error);
      }
    });
    return button;
  }

  async function saveWorkbook(lines) {
    const [{ workbookOf }, { DAYS, SHEET }, { download }] = await Promise.all([
      import("./xlsx.js"),
      import("./columns.js"),
      import("./download.js"),
    ]);
    download(`${name}.xlsx`, await workbookOf(lines, DAYS, SHEET));
  }

  async function saveSemicolons(lines) {
    const [{ tableOf }, { download }] = await Promise.all([
      import("./csv.js"),
      import("./download.js"),
    ]);
    download(`${name}.csv`, tableOf(lines, ";"));
  }

  const buttons = [
    offer("Excel (.xlsx)", saveWorkbook),
    offer("CSV dấu chấm phẩy", saveSemicolons),
  ];
  link.after(element("span", { class: "bt-formats" }, ...buttons, told));
}

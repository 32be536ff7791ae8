/** The tools of a record's page: copy, larger and smaller text, print, read aloud. An ES module. */

import { choose, chosen } from "./appearance.js";

/** From small to large; "" is the usual size. */
const SIZES = ["nho", "", "lon", "rat-lon"];
const NAMES = { nho: "nhỏ", "": "vừa", lon: "lớn", "rat-lon": "rất lớn" };

const tools = document.querySelector(".bt-tools");
const told = tools.querySelector(".bt-tools__told");

function tell(text) {
  told.textContent = text;
}

for (const button of tools.querySelectorAll("[data-copy]")) {
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(button.dataset.copy);
      tell("Đã chép.");
    } catch {
      // Without a secure connection, or if the browser forbids copying.
      tell("Trình duyệt không cho chép, hãy tự bôi đen rồi chép.");
    }
  });
}

for (const button of tools.querySelectorAll("[data-size]")) {
  button.addEventListener("click", () => {
    const at = SIZES.indexOf(chosen("size")) + Number(button.dataset.size);
    const size = SIZES[Math.min(Math.max(at, 0), SIZES.length - 1)];
    choose("size", size);
    tell(`Cỡ chữ ${NAMES[size]}.`);
  });
}

tools.querySelector("[data-print]")?.addEventListener("click", () => print());

if ("speechSynthesis" in globalThis) {
  const { offerAloud } = await import("./read_aloud.js");
  offerAloud(tools.querySelector("[data-aloud]"));
}

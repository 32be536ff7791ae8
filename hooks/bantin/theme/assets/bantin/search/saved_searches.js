/** Keeps a reader's saved searches in this browser only. Knows addresses, but no search. */

import { element } from "./view.js";

const KEY = "bantin.tim-kiem";
const AT_MOST = 50;
const NO_ROOM = "Trình duyệt không cho lưu trên máy này.";

/**
 * @param {HTMLElement} page the search page.
 * @param {() => string} name of the shown search; "" for none.
 * @param {(told: string) => void} tell
 */
export function setUpSaved(page, name, tell) {
  const box = page.querySelector(".bt-search-page__saved");
  const list = box.querySelector("ul");
  const save = page.querySelector("[data-save]");

  function show() {
    const searches = read();
    list.replaceChildren(...searches.map(line));
    box.hidden = searches.length === 0;
  }

  function line({ name, search }) {
    const drop = element(
      "button",
      { type: "button", "aria-label": `Xóa tìm kiếm đã lưu: ${name}` },
      "Xóa",
    );
    drop.addEventListener("click", () => {
      const at = [...list.children].indexOf(drop.closest("li"));
      write(read().filter((one) => one.search !== search));
      show();
      // Keep the reader's place: focus the next search, or else the button that saves one.
      const next = list.children[Math.min(at, list.children.length - 1)];
      (next?.querySelector("button") ?? save).focus();
      tell(`Đã xóa tìm kiếm “${name}”.`);
    });
    return element("li", {}, element("a", { href: search }, name), " ", drop);
  }

  save.addEventListener("click", () => {
    const kept = { name: name(), search: location.search };
    const others = read().filter((one) => one.search !== kept.search);
    const isKept = write([kept, ...others].slice(0, AT_MOST));
    show();
    tell(isKept ? `Đã lưu tìm kiếm “${kept.name}” trên trình duyệt này.` : NO_ROOM);
  });
  // Another tab may also save.
  window.addEventListener("storage", show);
  show();
}

function read() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return kept.filter(({ name, search }) => name && /^\?/.test(search));
  } catch {
    return [];
  }
}

function write(searches) {
  try {
    localStorage.setItem(KEY, JSON.stringify(searches));
    return true;
  } catch {
    return false;
  }
}

/**
 * Runs the search page: the address holds query, choices and order; more results come on demand.
 */

import { csvOfHits } from "./export.js";
import { setUpFilters } from "./filters.js";
import { setUpSaved } from "./saved_searches.js";
import { paperOf, summaryOf } from "./summary_text.js";
import {
  count,
  debounce,
  element,
  FAILED,
  marked,
  meta,
  offer,
  offerApart,
  summary,
} from "./view.js";
import { download } from "../register/download.js";

const STEP = 10;
const DELAY_MS = 250;
/** Each result needs a file, so more would burden the server and take long. */
const EXPORTED_AT_MOST = 500;
const PRINTED_AT_MOST = 200;

/** @param {HTMLFormElement} form @param {(query: string, options) => Promise} search */
export function setUpPage(form, search) {
  const input = form.elements.q;
  const page = form.closest(".bt-search-page");
  const status = page.querySelector(".bt-search-page__status");
  const list = page.querySelector(".bt-hits");
  const more = page.querySelector(".bt-search-page__more");
  const note = page.querySelector(".bt-search-page__note");
  const tools = page.querySelector(".bt-search-page__tools");
  const paper = page.querySelector(".bt-search-page__paper");
  const filters = setUpFilters(page, () => restart(false));
  let asked = "";
  let turn = 0;
  let total = 0;
  let limit = STEP;
  // While the reader types, the last word is unfinished. After sending it is complete.
  let prefix = false;
  // Search for words apart, whatever it costs.
  let apart = false;

  async function answer(query) {
    asked = query;
    const mine = ++turn;
    const wanted = filters.wanted();
    remember(query, filters);
    if (query === "" && !wanted) return fill([], [], 0);
    status.setAttribute("aria-busy", "true");
    try {
      const found = await search(query, { limit, prefix, apart, wanted });
      if (mine !== turn) return;
      if (found.counts) filters.show(found.counts, query !== "" && !found.aimless);
      if (query === "" && !filters.isChosen()) fill([], [], 0);
      else if (found.aimless && !filters.isChosen()) fill([], [summary(query, found)], 0);
      else {
        const told = [
          tell(query, wanted, found),
          ...offer(found, addressOf),
          ...offerApart(found, () => restart(prefix, true)),
        ];
        fill(found.hits, told, found.total);
      }
    } catch (error) {
      if (mine !== turn) return;
      fill([], [FAILED], 0);
      console.info("bantin search:", error);
    } finally {
      if (mine === turn) status.removeAttribute("aria-busy");
    }
  }

  function tell(query, wanted, found) {
    if (!wanted) return summary(query, found);
    return summaryOf(query, filters.told(), wanted.order, found);
  }

  function fill(hits, told, size) {
    total = size;
    status.replaceChildren(...told);
    note.textContent = "";
    list.replaceChildren(...hits.map(item));
    more.hidden = total <= limit;
    tools.hidden = total === 0;
  }

  function restart(unfinished, isApart = false) {
    limit = STEP;
    prefix = unfinished;
    apart = isApart;
    return answer(input.value.trim());
  }

  const restartSoon = debounce(() => {
    if (input.value.trim() !== asked) restart(true);
  }, DELAY_MS);

  async function save() {
    note.textContent = "Đang gom kết quả…";
    try {
      const options = { limit: EXPORTED_AT_MOST, prefix, apart, wanted: filters.wanted() };
      const { hits, total } = await search(asked, options);
      download("ket-qua-tim-kiem.csv", csvOfHits(hits));
      const done = `Đã tải ${count(hits.length)} kết quả.`;
      const rest = `Đã tải ${count(hits.length)} kết quả đầu trong số ${count(total)}: lọc hẹp lại để có đủ.`;
      note.textContent = hits.length < total ? rest : done;
    } catch (error) {
      note.textContent = FAILED;
      console.info("bantin search:", error);
    }
  }

  async function print() {
    if (limit < Math.min(total, PRINTED_AT_MOST)) {
      limit = PRINTED_AT_MOST;
      await answer(asked);
    }
    window.print();
  }

  input.addEventListener("input", restartSoon);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    restartSoon.cancel();
    restart(false);
  });
  more.addEventListener("click", async () => {
    const shown = list.children.length;
    limit += STEP;
    await answer(asked);
    // The button may be gone, so the focus moves to the first new result.
    list.children[shown]?.querySelector("a").focus();
  });
  page.querySelector("[data-csv]").addEventListener("click", save);
  page.querySelector("[data-print]").addEventListener("click", print);
  // For any way of printing.
  window.addEventListener("beforeprint", () => {
    const shown = list.children.length;
    paper.textContent = shown ? paperOf(shown, total, readable(location.href)) : "";
  });
  setUpSaved(page, () => [asked, filters.told()].filter(Boolean).join(" · "), (told) => {
    note.textContent = told;
  });

  // The reader may have begun to type before this script ran.
  const isTyping = input.value !== "";
  if (!isTyping) input.value = new URLSearchParams(location.search).get("q") ?? "";
  filters.recall(new URL(location.href));
  const isOpened = page.querySelector(".bt-search-page__refine").open;
  if (input.value.trim() || filters.isUsed() || isOpened) restart(isTyping);
}

function remember(query, filters) {
  const address = new URL(location.href);
  if (query) address.searchParams.set("q", query);
  else address.searchParams.delete("q");
  filters.remember(address);
  history.replaceState(history.state, "", address);
}

/** The address of another query with the same choices. */
function addressOf(query) {
  const address = new URL(location.href);
  address.searchParams.set("q", query);
  return address.href;
}

function readable(address) {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}

function item(hit) {
  const snippet = element("p", { class: "bt-hit__snippet" }, ...marked(hit.snippet));
  return element(
    "li",
    { class: "bt-hit" },
    element(
      "h2",
      { class: "bt-hit__title" },
      element("a", { href: hit.url }, ...marked(hit.title)),
    ),
    element("p", { class: "bt-hit__meta" }, ...meta(hit)),
    ...(hit.snippet.length ? [snippet] : []),
  );
}

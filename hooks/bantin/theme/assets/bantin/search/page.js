/** The search page: the query in the address (?q=), all results, more of them on demand. */

import { debounce, element, FAILED, marked, meta, offer, summary } from "./view.js";

const STEP = 20;
const DELAY_MS = 250;

/** @param {HTMLFormElement} form @param {(query: string, options) => Promise} search */
export function setUpPage(form, search) {
  const input = form.elements.q;
  const page = form.closest(".bt-search-page");
  const status = page.querySelector("[role=status]");
  const list = page.querySelector(".bt-hits");
  const more = page.querySelector(".bt-search-page__more");
  let asked = "";
  let limit = STEP;
  // While typing the last word is unfinished; once sent it is not.
  let prefix = false;

  async function answer(query) {
    asked = query;
    remember(query);
    if (query === "") return fill([], [], 0);
    status.setAttribute("aria-busy", "true");
    try {
      const found = await search(query, { limit, prefix });
      if (query !== asked) return;
      fill(found.hits, [summary(query, found), ...offer(found, form.action)], found.total);
    } catch (error) {
      if (query !== asked) return;
      fill([], [FAILED], 0);
      console.info("bantin search:", error);
    } finally {
      status.removeAttribute("aria-busy");
    }
  }

  function fill(hits, told, total) {
    status.replaceChildren(...told);
    list.replaceChildren(...hits.map(item));
    more.hidden = total <= limit;
  }

  function restart(unfinished) {
    limit = STEP;
    prefix = unfinished;
    answer(input.value.trim());
  }

  const restartSoon = debounce(() => {
    if (input.value.trim() !== asked) restart(true);
  }, DELAY_MS);

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
    // The button may be gone; go on reading where the new results begin.
    list.children[shown]?.querySelector("a").focus();
  });

  input.value = new URLSearchParams(location.search).get("q") ?? "";
  if (input.value.trim()) restart(false);
}

function remember(query) {
  const address = new URL(location.href);
  if (query) address.searchParams.set("q", query);
  else address.searchParams.delete("q");
  history.replaceState(history.state, "", address);
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

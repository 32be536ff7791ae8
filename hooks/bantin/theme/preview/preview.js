/**
 * Reloads the page when the preview shows something else. It tells readers of the bar, and keeps the
 * bar as the editor left it. No part of the built site.
 */

const OWN = document.currentScript;
const CHANGES = new URL("changes?epoch=", OWN.src);
const RETRY_MS = 2000;
const CLOSED = "bantin-preview-closed";

let asking = null;

/** Ask until another epoch is shown. The answer comes late on purpose: when there is one. */
async function follow() {
  const asked = new AbortController();
  asking?.abort();
  asking = asked;
  while (!asked.signal.aborted) {
    try {
      const answer = await fetch(CHANGES + OWN.dataset.epoch, { signal: asked.signal });
      if (!answer.ok) throw new Error(answer.statusText);
      if ((await answer.text()) !== OWN.dataset.epoch) return location.reload();
    } catch {
      // The preview was stopped, or the page is on its way elsewhere.
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
  }
}

/** Browsers keep few connections to a host, so hidden pages ask for nothing. */
function look() {
  if (document.visibilityState === "visible") follow();
  else asking?.abort();
}

function setUpBar(bar) {
  const details = bar.querySelector("details");
  const said = bar.querySelector("[data-say]");
  // What stands in a page from its beginning is not read out.
  said.textContent = said.dataset.say;
  if (sessionStorage.getItem(CLOSED) === said.dataset.say) details.open = false;
  // Not upon "toggle": that comes later, perhaps after the page has been left.
  bar.querySelector("summary").addEventListener("click", () => {
    if (details.open) sessionStorage.setItem(CLOSED, said.dataset.say);
    else sessionStorage.removeItem(CLOSED);
  });
  // The end of the page must not lie below the bar.
  new ResizeObserver(() => {
    document.body.style.setProperty("padding-bottom", `${bar.offsetHeight}px`);
  }).observe(bar);
}

const bar = document.querySelector(".bt-preview");
if (bar) setUpBar(bar);
addEventListener("visibilitychange", look);
addEventListener("pagehide", () => asking?.abort());
look();

"""What our search takes of a browser's tab: memory, and how long the page could not answer.

Chromium tells of memory, that of workers included, only to pages that are isolated from others;
its headless shell tells of none: BANTIN_CHROMIUM may name the whole browser.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from playwright.sync_api import Browser

from tests.bench.search.queries import Query

# Told at once, not when the browser next tidies up.
EAGER = "--enable-blink-features=ForceEagerMeasureMemory"
ISOLATED = {
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
}
WATCH = """window.longestTask = 0;
new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) {
        window.longestTask = Math.max(window.longestTask, duration);
    }
}).observe({ type: "longtask" });"""
MEMORY = """async () => {
    try {
        return (await performance.measureUserAgentSpecificMemory()).bytes;
    } catch (refused) {
        return null;
    }
}"""
ANSWERED = """(query) => {
    const status = document.querySelector(".bt-search-page__status");
    return !status.hasAttribute("aria-busy") && status.textContent.includes("kết quả") &&
        new URLSearchParams(location.search).get("q") === query;
}"""


@dataclass(frozen=True, slots=True)
class TabUse:
    """What a tab took after so many queries, one after the other in one page.

    Attributes:
        queries: how many were asked.
        memory_bytes: of the page and its worker, at the end, the facets of all records shown; None
            where the browser does not tell.
        longest_ms: the longest task of the page itself while it was asked; 0 below 50 ms.
    """

    queries: int
    memory_bytes: int | None
    longest_ms: float


def measure_tab(browser: Browser, root: str, queries: Iterable[Query], timeout_ms: float) -> TabUse:
    """Ask our search page every query without loading it anew, then choose among all records."""
    page = browser.new_page()
    page.set_default_timeout(timeout_ms)
    page.goto(f"{root}tim-kiem/", wait_until="networkidle")
    page.evaluate(WATCH)
    field = page.locator(".bt-search-page__input")
    asked = 0
    for query in queries:
        field.fill(query.text)
        field.press("Enter")
        page.wait_for_function(ANSWERED, arg=query.text.strip())
        asked += 1
    field.fill("")
    field.press("Enter")
    page.locator(".bt-search-page__refine summary").click()
    kind = page.locator("#tim-loai")
    # As functions: the page's policy forbids what would evaluate an expression.
    page.wait_for_function("() => document.querySelector('#tim-loai').options.length > 1")
    kind.select_option(index=1)
    page.wait_for_function("() => document.querySelectorAll('.bt-hit').length > 0")
    use = TabUse(asked, page.evaluate(MEMORY), page.evaluate("window.longestTask"))
    page.close()
    return use

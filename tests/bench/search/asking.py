"""Ask a site every query in Chromium: what it finds, what it fetches, how long it takes.

Knows nothing of how a site looks. Each query is cold, on a page loaded anew with nothing cached,
but where a site says that its index is fetched whole.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from playwright.sync_api import Browser, Page
from playwright.sync_api import Error as BrowserError

from tests.bench.search.queries import Query
from tests.bench.search.serving import Tally
from tests.bench.search.sites.site import SearchedSite, record_url

SHOWN = 10
TOOK = """(first) => {
    const asked = performance.getEntriesByType("resource")
        .find(({ name }) => new URL(name).pathname.startsWith(first));
    return [performance.timeOrigin + (asked?.startTime ?? 0),
        performance.timeOrigin + window.benchAnswered];
}"""
# Of a page or a worker: from when to when each file was waited for, in ms of the clock.
WAITS = """() => performance.getEntriesByType("resource").map((entry) =>
    [performance.timeOrigin + entry.startTime, performance.timeOrigin + entry.responseEnd])"""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of one query.

    Attributes:
        urls: of the first results, best first, relative to the root; at most SHOWN.
        size_bytes: fetched for it, as sent.
        files: how many were fetched for it.
        took_ms: from its first request to its results; None when it failed.
        own_ms: of that, the time while no file was being waited for; None where all was fetched
            before.
        failure: why there is no answer; "" otherwise.
    """

    query: Query
    urls: tuple[str, ...]
    size_bytes: int
    files: int
    took_ms: float | None
    own_ms: float | None = None
    failure: str = ""

    def is_among(self, first: int) -> bool:
        """Return whether the record is among so many first results."""
        return self.query.url in self.urls[:first]


def ask_all(
    site: SearchedSite,
    browser: Browser,
    served: tuple[str, Tally],
    queries: Sequence[Query],
    *,
    timeout_s: float,
    limit_s: float,
) -> Iterator[Answer]:
    """Yield the answer to each query in turn, until `limit_s` is over."""
    root, tally = served
    deadline = time.monotonic() + limit_s
    page: Page | None = None
    for number, query in enumerate(queries):
        if time.monotonic() > deadline:
            print(f"{site.name}: {number} of {len(queries)} asked in time", file=sys.stderr)
            break
        is_cold = page is None or not site.fetches_all
        if is_cold:
            tally.fetched.clear()
        page = page or _open(browser)
        answer = _ask(site, page, root, tally, query, timeout_s * 1000, is_cold=is_cold)
        yield answer
        if answer.failure:
            # It may be at work for long: the next query must not wait for it.
            page.context.close()
            page = None
    if page:
        page.context.close()


def _open(browser: Browser) -> Page:
    page = browser.new_context().new_page()
    # A context for each query would be as cold, and cost more than the query.
    page.context.new_cdp_session(page).send("Network.setCacheDisabled", {"cacheDisabled": True})
    return page


def _ask(
    site: SearchedSite,
    page: Page,
    root: str,
    tally: Tally,
    query: Query,
    timeout_ms: float,
    *,
    is_cold: bool,
) -> Answer:
    started = time.perf_counter()
    try:
        links = site.ask(page, root, query, timeout_ms)
    except BrowserError as error:
        sizes = tally.of(*site.fetched)
        return Answer(query, (), sum(sizes), len(sizes), None, failure=str(error).splitlines()[0])
    took_ms = (time.perf_counter() - started) * 1000
    own_ms = None
    if is_cold:
        start, end = page.evaluate(TOOK, site.first)
        waits = [wait for one in (page, *page.workers) for wait in one.evaluate(WAITS)]
        took_ms = end - start
        own_ms = took_ms - time_within(waits, start, end)
    urls = tuple(dict.fromkeys(record_url(link, root) for link in links))[:SHOWN]
    sizes = tally.of(*site.fetched)
    return Answer(query, urls, sum(sizes), len(sizes), took_ms, own_ms)


def time_within(spans: Iterable[Sequence[float]], start: float, end: float) -> float:
    """Return how much of the time from start to end lies in any of the spans."""
    total, reached = 0.0, start
    for first, last in sorted((max(first, start), min(last, end)) for first, last in spans):
        total += max(0.0, last - max(first, reached))
        reached = max(reached, last)
    return total

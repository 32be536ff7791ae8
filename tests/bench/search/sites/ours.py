"""Our search, asked on its page. Knows what the page looks like and nothing of the index."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import Page

from tests.bench import ours
from tests.bench.peers.peer import Command
from tests.bench.search.queries import Query
from tests.bench.search.sites.site import files_below

ANSWERED = """() => {
    const status = document.querySelector(".bt-search-page__status");
    if (!status) return false;
    if (status.textContent === "" || status.hasAttribute("aria-busy")) return false;
    window.benchAnswered = performance.now();
    return true;
}"""
INDEX = ("phan/", "bai/", "muc-luc", "viet-tat", "ten-goi")
LINKS = "links => links.map(link => link.href)"


class Ours:
    """This tree's site, built by MkDocs with the publisher's hooks."""

    name = "ours"
    title = "Bản Tin"
    package = ""
    requirements: tuple[str, ...] = ()
    # All below tim-kiem/ but the page itself.
    fetched = (*(f"/tim-kiem/{name}" for name in INDEX), "/assets/bantin/search/")
    # What the worker fetches the page is not told of: this starts the worker.
    first = "/assets/bantin/search/client.js"
    fetches_all = False

    def __init__(self) -> None:
        self._variant = ours.Variant("ours", self.title)

    def prepare(self, docs: Path, folder: Path) -> None:
        self._variant.prepare(docs, folder)

    def build(self, folder: Path, environment: Path) -> Command:
        return self._variant.build(folder)

    def finish(self, folder: Path) -> None:
        """Nothing is left to do."""

    def index_seconds(self, log: Path, wall_s: float) -> float:
        return ours.index_seconds(log)

    def index_files(self, site: Path) -> list[Path]:
        return files_below(site / "tim-kiem", "index.html")

    def ask(self, page: Page, root: str, query: Query, timeout_ms: float) -> list[str]:
        if query.unfinished:
            page.goto(f"{root}tim-kiem/")
            page.locator(".bt-search-page__input").fill(query.text)
        else:
            page.goto(f"{root}tim-kiem/?q={quote(query.text)}", wait_until="commit")
        page.wait_for_function(ANSWERED, timeout=timeout_ms)
        found: list[str] = page.locator(".bt-hit__title a").evaluate_all(LINKS)
        return found

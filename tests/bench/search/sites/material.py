"""Material for MkDocs with its stock search (lunr), from PyPI, asked in its own dialog.

Settings: Vietnamese, no navigation but the home page, no fonts from elsewhere. Its index is one
file, read anew on every page; reading it takes so long that all queries are asked in one page.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from tests.bench.peers.peer import SITE_NAME, SITE_URL, Command, program
from tests.bench.peers.records import dump_yaml, write_page
from tests.bench.search.queries import Query
from tests.bench.search.sites.pages import read_pages
from tests.bench.search.sites.site import files_below

SETTINGS: dict[str, Any] = {
    "site_name": SITE_NAME,
    "site_url": SITE_URL,
    "theme": {"name": "material", "language": "vi", "font": False},
    "plugins": [{"search": {"lang": "vi"}}],
    "nav": [{"Trang chủ": "index.md"}],
    "not_in_nav": "/tin-tuc/\n/van-ban/\n/to-chuc/\n",
}
INPUT = "[data-md-component=search-query]"
# What the dialog tells before it was asked anything; afterwards how many it found.
HINT = "Nhập để bắt đầu tìm kiếm"
WAITING = """(hint) =>
    document.querySelector(".md-search-result__meta").textContent === hint
    && !document.querySelector(".md-search-result__item")"""
ANSWERED = """(hint) => {
    const line = document.querySelector(".md-search-result__meta");
    if (line.textContent === hint) return false;
    window.benchAnswered = performance.now();
    return true;
}"""
LINKS = "links => links.map(link => link.href)"


class Material:
    """Material's stock search."""

    name = "material"
    title = "Material 9.8.1 (lunr)"
    package = "mkdocs-material"
    requirements: tuple[str, ...] = ("mkdocs==1.6.1", "mkdocs-material==9.8.1")
    fetched = ("/search/", "/assets/javascripts/workers/search", "/assets/javascripts/lunr/")
    first = "/search/search_index.json"
    fetches_all = True

    def prepare(self, docs: Path, folder: Path) -> None:
        (folder / "mkdocs.yml").write_text(dump_yaml(SETTINGS), "utf-8")
        write_page(folder / "docs/index.md", {"title": "Trang chủ"})
        for page in read_pages(docs):
            facts = "\n\n".join(page.facts)
            path = folder / "docs" / f"{page.url.removesuffix('/')}.md"
            write_page(path, {"title": page.title}, f"# {page.title}\n\n{facts}\n\n{page.body}")

    def build(self, folder: Path, environment: Path) -> Command:
        argv = (program(environment, "mkdocs"), "build", "-q")
        return Command(argv, folder, {"NO_MKDOCS_2_WARNING": "1"})

    def finish(self, folder: Path) -> None:
        """Nothing is left to do."""

    def index_seconds(self, log: Path, wall_s: float) -> float:
        return wall_s

    def index_files(self, site: Path) -> list[Path]:
        return files_below(site / "search")

    def ask(self, page: Page, root: str, query: Query, timeout_ms: float) -> list[str]:
        if not page.url.startswith(root):
            page.goto(root, wait_until="commit")
            page.locator(INPUT).click()
        else:
            _type(page, "")
        page.wait_for_function(WAITING, arg=HINT, timeout=timeout_ms)
        _type(page, query.text)
        page.wait_for_function(ANSWERED, arg=HINT, timeout=timeout_ms)
        firsts = page.locator(".md-search-result__item > a:first-of-type")
        found: list[str] = firsts.evaluate_all(LINKS)
        return found


def _type(page: Page, text: str) -> None:
    box = page.locator(INPUT)
    box.fill(text)
    # It listens to keys only.
    box.press("End")

"""Pagefind, from PyPI: a page of plain HTML for each record, asked by its own API.

Its pages are not ours but the same words in an article of their own, to its advantage: it indexes
no headers, listings or labels.
"""

from __future__ import annotations

import html
import os
from pathlib import Path
from urllib.parse import quote

from bantin.rendering.markdown import render_text
from playwright.sync_api import Page

from tests.bench.peers.peer import Command
from tests.bench.search.queries import Query
from tests.bench.search.sites.pages import read_pages
from tests.bench.search.sites.site import files_below

RECORD = """<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><title>{title}</title></head>
<body><article data-pagefind-body><h1>{title}</h1>{facts}{body}</article></body></html>
"""
ASKING = """<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><link rel="icon" href="data:,"></head><body><script
type="module">
const pagefind = await import("/pagefind/pagefind.js");
const answer = await pagefind.search(new URLSearchParams(location.search).get("q"));
const shown = await Promise.all(answer.results.slice(0, 10).map((result) => result.data()));
window.benchAnswered = performance.now();
window.benchLinks = shown.map(({ url }) => url);
</script></body></html>
"""


class Pagefind:
    """Pagefind as it comes."""

    name = "pagefind"
    title = "Pagefind 1.5.2"
    package = "pagefind-bin"
    requirements: tuple[str, ...] = ("pagefind-bin==1.5.2",)
    fetched = ("/pagefind/",)
    first = "/pagefind/pagefind.js"
    fetches_all = False

    def prepare(self, docs: Path, folder: Path) -> None:
        for page in read_pages(docs):
            path = folder / "site" / page.url / "index.html"
            path.parent.mkdir(parents=True, exist_ok=True)
            facts = "".join(f"<p>{html.escape(fact)}</p>" for fact in page.facts)
            body = render_text(page.body).html
            text = RECORD.format(title=html.escape(page.title), facts=facts, body=body)
            path.write_text(text, "utf-8")

    def build(self, folder: Path, environment: Path) -> Command:
        binary = "pagefind.exe" if os.name == "nt" else "pagefind"
        found = next(environment.glob(f"**/site-packages/pagefind_bin/{binary}"))
        return Command((str(found), "--site", "site"), folder)

    def finish(self, folder: Path) -> None:
        path = folder / "site/hoi/index.html"
        path.parent.mkdir()
        path.write_text(ASKING, "utf-8")

    def index_seconds(self, log: Path, wall_s: float) -> float:
        return wall_s

    def index_files(self, site: Path) -> list[Path]:
        return files_below(site / "pagefind")

    def ask(self, page: Page, root: str, query: Query, timeout_ms: float) -> list[str]:
        page.goto(f"{root}hoi/?q={quote(query.text)}", wait_until="commit")
        page.wait_for_function("() => window.benchLinks", timeout=timeout_ms)
        found: list[str] = page.evaluate("window.benchLinks")
        return found

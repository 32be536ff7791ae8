"""MkDocs without plugins, records out of the navigation; a second peer adds stock search.

Settings: a small theme of its own instead of Material's, no search or stock search, records under
`not_in_nav`, the feed and the sitemap as static templates.

| What our pages have and these lack                    | Why                                     |
|-------------------------------------------------------|-----------------------------------------|
| listings by section, body, person, year and month     | MkDocs makes no page without a file     |
| newer and older, related, other records of a meeting  | a page knows only its place in the nav  |
| links to people, years and months                     | no such pages                           |
| a sitemap in parts, old addresses, schemas            | left out, to its advantage              |
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from tests.bench.peers.jinja import body_view, record_view, write_style, write_theme
from tests.bench.peers.peer import FEED_SIZE, SITE_NAME, SITE_URL, Command, program
from tests.bench.peers.records import dump_yaml, read_names, read_records, write_page

SETTINGS: dict[str, Any] = {
    "site_name": SITE_NAME,
    "site_url": SITE_URL,
    "docs_dir": "docs",
    "site_dir": "site",
    "plugins": [],
    "theme": {
        "name": None,
        "custom_dir": "theme",
        "static_templates": ["404.html", "sitemap.xml", "feed.xml"],
    },
    "nav": [{"Trang chủ": "index.md"}],
    "not_in_nav": "/tin-tuc/\n/van-ban/\n/to-chuc/\n/chuyen-muc/\n",
    "extra": {"feed_size": FEED_SIZE},
}


class Mkdocs:
    """Stock MkDocs."""

    name = "mkdocs"
    title = "MkDocs, no plugins"
    package = "mkdocs"
    requirements: tuple[str, ...] = ("mkdocs==1.6.1",)
    plugins: tuple[str, ...] = ()

    def prepare(self, docs: Path, folder: Path) -> None:
        """Write settings, theme and content."""
        settings = {**SETTINGS, "plugins": list(self.plugins)}
        (folder / "mkdocs.yml").write_text(dump_yaml(settings), "utf-8")
        write_theme("mkdocs", folder / "theme")
        content = folder / "docs"
        write_style(content)
        names = read_names(docs)
        write_page(content / "index.md", {"title": "Trang chủ"})
        for slug, body in names.bodies.items():
            write_page(content / "to-chuc" / f"{slug}.md", body_view(body, names))
        for slug, section in names.sections.items():
            write_page(content / "chuyen-muc" / f"{slug}.md", {"title": section})
        for record in read_records(docs):
            write_page(content / record.path, record_view(record, names), record.body)

    def build(self, folder: Path, environment: Path) -> Command:
        """Return `mkdocs build`."""
        argv = (program(environment, "mkdocs"), "build", "-q")
        return Command(argv, folder, {"NO_MKDOCS_2_WARNING": "1"})

    def edit(self, folder: Path, path: str) -> Path:
        """Return the file of a record."""
        return folder / "docs" / path

    def forget(self, folder: Path) -> None:
        """Remove the site; MkDocs keeps nothing else."""
        shutil.rmtree(folder / "site", ignore_errors=True)


class MkdocsSearch(Mkdocs):
    """Stock MkDocs with its search."""

    name = "mkdocs-search"
    title = "MkDocs, stock search"
    plugins = ("search",)

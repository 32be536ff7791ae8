"""Zensical, records out of the navigation; a second peer adds its blog for listings.

Settings: a small theme of its own without any of the default theme's files, only the Markdown
extensions that MkDocs has by itself, search off. 0.0.73 is the newest whose requirements pip could
all find when this was written.

| What our pages have and these lack                   | Why                                       |
|------------------------------------------------------|-------------------------------------------|
| listings by section, body, person and year           | the blog's; none without it               |
| listings by month                                    | the blog has one archive, here by year    |
| newer and older of the section                       | the blog's, of the whole archive          |
| related, other records of a meeting                  | Zensical has neither                      |
| an Atom feed                                         | its feeds are RSS and JSON, both off      |
| days of change in the sitemap, its parts             | pages in it have no front matter          |
| links to listings that are not there, old addresses  | left out, to its advantage                |
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from tests.bench.peers.jinja import body_view, record_view, write_style, write_theme
from tests.bench.peers.mkdocs_blog import BLOG, write_posts
from tests.bench.peers.peer import SITE_NAME, SITE_URL, Command, program
from tests.bench.peers.records import dump_yaml, read_names, read_records, write_page

SETTINGS: dict[str, Any] = {
    "site_name": SITE_NAME,
    "site_url": SITE_URL,
    "docs_dir": "docs",
    "site_dir": "site",
    "plugins": [{"search": {"enabled": False}}],
    "theme": {"name": None, "custom_dir": "theme", "language": "vi", "font": False},
    "nav": [{"Trang chủ": "index.md"}],
    "markdown_extensions": ["toc", "tables", "fenced_code"],
}


class Zensical:
    """Zensical without listings."""

    name = "zensical"
    title = "Zensical"
    package = "zensical"
    requirements: tuple[str, ...] = ("zensical==0.0.73",)

    def prepare(self, docs: Path, folder: Path) -> None:
        """Write settings, theme and content."""
        (folder / "mkdocs.yml").write_text(dump_yaml(SETTINGS), "utf-8")
        write_theme("zensical", folder / "theme")
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
        """Return `zensical build`."""
        return Command((program(environment, "zensical"), "build"), folder)

    def edit(self, folder: Path, path: str) -> Path:
        """Return the file of a record."""
        return folder / "docs" / path

    def forget(self, folder: Path) -> None:
        """Remove the site and Zensical's cache."""
        for name in ("site", ".cache"):
            shutil.rmtree(folder / name, ignore_errors=True)


class ZensicalBlog(Zensical):
    """Zensical with its blog: sections and bodies are categories, people are authors."""

    name = "zensical-blog"
    title = "Zensical, with its blog"

    def prepare(self, docs: Path, folder: Path) -> None:
        """Write settings, theme and content."""
        settings = {**SETTINGS, "plugins": [*SETTINGS["plugins"], {"blog": BLOG}]}
        (folder / "mkdocs.yml").write_text(dump_yaml(settings), "utf-8")
        write_theme("zensical_blog", folder / "theme")
        write_posts(docs, folder / "docs")

    def edit(self, folder: Path, path: str) -> Path:
        """Return the file of a record."""
        return folder / "docs" / "posts" / path

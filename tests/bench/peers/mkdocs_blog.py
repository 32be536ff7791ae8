"""MkDocs with the blog plugin of Material.

Settings: a small theme of its own instead of Material's, sections and bodies as categories, people
as authors with profiles, an archive by year; no reading time, no search; one page a listing, but
for the plugin's index of everything, 100 a page. Leads are front matter and excerpts are cut off
at once.

| What our pages have and these lack           | Why                                              |
|----------------------------------------------|--------------------------------------------------|
| listings by month                            | the plugin has one archive, here by year         |
| related, other records of a meeting          | the plugin has neither                           |
| newer and older of the section               | its neighbours are those of the whole archive    |
| a sitemap in parts, old addresses, schemas   | left out, to its advantage                       |
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

from tests.bench.peers.jinja import body_view, record_view, write_style, write_theme
from tests.bench.peers.mkdocs_stock import SETTINGS, Mkdocs
from tests.bench.peers.records import (
    Names,
    Record,
    dump_yaml,
    read_names,
    read_records,
    write_page,
)

BLOG: dict[str, Any] = {
    "blog_dir": ".",
    "post_dir": "posts",
    "post_url_format": "tin-tuc/{date}/{slug}",
    "post_url_date_format": "yyyy/MM",
    "post_readtime": False,
    "archive_url_format": "nam/{date}",
    "archive_pagination": False,
    "categories_url_format": "muc/{slug}",
    "categories_pagination": False,
    "authors_file": ".authors.yml",
    "authors_profiles": True,
    "authors_profiles_url_format": "nguoi/{slug}",
    "authors_profiles_pagination": False,
    "pagination_per_page": 100,
}
SEPARATOR = "<!-- more -->"


class Blog(Mkdocs):
    """MkDocs with Material's blog plugin."""

    name = "blog"
    title = "MkDocs, Material's blog"
    package = "mkdocs-material"
    requirements = ("mkdocs==1.6.1", "mkdocs-material==9.8.1")

    def prepare(self, docs: Path, folder: Path) -> None:
        """Write settings, theme and content."""
        settings = {
            **SETTINGS,
            "plugins": [{"material/blog": BLOG}],
            "theme": {**SETTINGS["theme"], "language": "vi"},
            "not_in_nav": "/muc/\n",
        }
        (folder / "mkdocs.yml").write_text(dump_yaml(settings), "utf-8")
        write_theme("blog", folder / "theme")
        write_posts(docs, folder / "docs")

    def edit(self, folder: Path, path: str) -> Path:
        """Return the file of a record."""
        return folder / "docs" / "posts" / path


def write_posts(docs: Path, content: Path) -> None:
    """Write the archive as the blog plugin reads it: posts, categories and authors."""
    write_style(content)
    names = read_names(docs)
    write_page(content / "index.md", {"title": "Trang chủ"})
    for slug, body in names.bodies.items():
        write_page(content / "muc" / f"{slug}.md", body_view(body, names))
    for slug, section in names.sections.items():
        write_page(content / "muc" / f"{slug}.md", {"title": section})
    people: dict[str, dict[str, str]] = {}
    for record in read_records(docs):
        for person in record.people:
            people[person.slug] = {"name": person.name, "description": "", "avatar": ""}
        text = f"\n{SEPARATOR}\n{record.body}"
        write_page(content / "posts" / record.path, post_matter(record, names), text)
    (content / ".authors.yml").write_text(dump_yaml({"authors": people}), "utf-8")


def post_matter(record: Record, names: Names) -> dict[str, Any]:
    """Return the front matter of a post."""
    return {
        **record_view(record, names),
        "slug": record.slug,
        "date": datetime.fromisoformat(record.moment).replace(tzinfo=None),
        "categories": [*([record.section] if record.is_news else []), *record.bodies],
        "authors": [person.slug for person in record.people],
    }

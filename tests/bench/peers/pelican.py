"""Pelican, with its cache, and a small plugin for what its core lacks.

Settings: articles cached between builds by their time of change, sections as categories, bodies as
tags, people as authors, archives by year and month, one page a listing, no formatted metadata, one
Atom feed. What the templates show stands in one line of JSON, read by the plugin once.

| What our pages have and these lack                  | Why                                        |
|-----------------------------------------------------|--------------------------------------------|
| years of sections, bodies and people as own pages   | one page holds all, headed by year         |
| listings of news and of notices of their own        | period archives hold both                  |
| positions of a person, neighbours of the issuer     | left out, to its advantage                 |
| a sitemap in parts, old addresses, schemas, search  | left out, to its advantage                 |
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

from tests.bench.peers.jinja import body_view, record_view, write_style, write_theme
from tests.bench.peers.peer import FEED_SIZE, SITE_NAME, SITE_URL, Command, program
from tests.bench.peers.records import Names, Record, read_names, read_records

SETTINGS: dict[str, Any] = {
    "SITENAME": SITE_NAME,
    "SITEURL": SITE_URL.rstrip("/"),
    "PATH": "content",
    "OUTPUT_PATH": "site",
    "CACHE_PATH": "cache",
    "THEME": "theme",
    "TIMEZONE": "Asia/Ho_Chi_Minh",
    "DEFAULT_LANG": "vi",
    "PLUGIN_PATHS": ["theme"],
    "PLUGINS": ["neighbours"],
    "CACHE_CONTENT": True,
    "LOAD_CONTENT_CACHE": True,
    "CONTENT_CACHING_LAYER": "reader",
    "GZIP_CACHE": False,
    "CHECK_MODIFIED_METHOD": "mtime",
    "MARKDOWN": {"extension_configs": {}, "output_format": "html5"},
    "FORMATTED_FIELDS": [],
    "STATIC_PATHS": ["style.css"],
    "DEFAULT_PAGINATION": False,
    "PATH_METADATA": r"(?P<path_no_ext>.*)\.md",
    "ARTICLE_URL": "{path_no_ext}/",
    "ARTICLE_SAVE_AS": "{path_no_ext}/index.html",
    "CATEGORY_URL": "chuyen-muc/{slug}/",
    "CATEGORY_SAVE_AS": "chuyen-muc/{slug}/index.html",
    "CATEGORIES_SAVE_AS": "chuyen-muc/index.html",
    "TAG_URL": "to-chuc/{slug}/",
    "TAG_SAVE_AS": "to-chuc/{slug}/index.html",
    "TAGS_SAVE_AS": "to-chuc/index.html",
    "AUTHOR_URL": "nguoi/{slug}/",
    "AUTHOR_SAVE_AS": "nguoi/{slug}/index.html",
    "AUTHORS_SAVE_AS": "nguoi/index.html",
    "YEAR_ARCHIVE_SAVE_AS": "nam/{date:%Y}/index.html",
    "MONTH_ARCHIVE_SAVE_AS": "nam/{date:%Y}/{date:%m}/index.html",
    "SITEMAP_SAVE_AS": "sitemap.xml",
    "DIRECT_TEMPLATES": ["index", "tags", "categories", "authors", "sitemap"],
    "FEED_DOMAIN": SITE_URL.rstrip("/"),
    "FEED_ALL_ATOM": "feed.xml",
    "FEED_MAX_ITEMS": FEED_SIZE,
    "CATEGORY_FEED_ATOM": None,
    "TRANSLATION_FEED_ATOM": None,
    "AUTHOR_FEED_ATOM": None,
    "AUTHOR_FEED_RSS": None,
}


class Pelican:
    """Pelican with cached articles."""

    name = "pelican"
    title = "Pelican, cached"
    package = "pelican"
    requirements: tuple[str, ...] = ("pelican[markdown]==4.12.0",)

    def prepare(self, docs: Path, folder: Path) -> None:
        """Write settings, theme and content."""
        names = read_names(docs)
        settings = {
            **SETTINGS,
            "BODIES": {slug: body_view(body, names) for slug, body in names.bodies.items()},
            "SECTIONS": {**names.sections, "van-ban": "Văn bản"},
        }
        lines = (f"{name} = {value!r}\n" for name, value in settings.items())
        (folder / "pelicanconf.py").write_text("".join(lines), "utf-8")
        write_theme("pelican", folder / "theme")
        shutil.move(folder / "theme" / "parts.html", folder / "theme" / "templates")
        content = folder / "content"
        write_style(content)
        for record in read_records(docs):
            path = content / record.path
            path.parent.mkdir(parents=True, exist_ok=True)
            text = f"{metadata(record, names)}\n{record.body}"
            path.write_text(text, "utf-8", newline="\n")

    def build(self, folder: Path, environment: Path) -> Command:
        """Return `pelican` with its settings."""
        return Command((program(environment, "pelican"), "-q", "-s", "pelicanconf.py"), folder)

    def edit(self, folder: Path, path: str) -> Path:
        """Return the file of a record."""
        return folder / "content" / path

    def forget(self, folder: Path) -> None:
        """Remove the site and Pelican's cache."""
        for name in ("site", "cache"):
            shutil.rmtree(folder / name, ignore_errors=True)


def metadata(record: Record, names: Names) -> str:
    """Return the lines above a record's body: Pelican's own keys, and the rest in one of JSON."""
    view = record_view(record, names)
    keys = {
        "Title": record.title,
        "Date": record.moment,
        "Slug": record.slug,
        # Notices belong to no section; Pelican wants one of every article.
        "Category": record.section or "van-ban",
        "Tags": ", ".join(record.bodies),
        "Authors": ", ".join(person.name for person in record.people),
        "Record": json.dumps(view, ensure_ascii=False),
    }
    return "".join(f"{key}: {value}\n" for key, value in keys.items())

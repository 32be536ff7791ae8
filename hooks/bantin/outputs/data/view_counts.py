"""What the site tells of views: a small file for each month of records, and the most read.

No page shows any of it, so that counting makes no page again: a page names its file, which is there
for every month that has records, and a script shows what the file says. Nor are these files
outputs: a count writes them into the site that is there, and each build writes the same again.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from bantin.catalog.catalog import Catalog
from bantin.catalog.items import Item
from bantin.catalog.timelines import DOCUMENTS, NEWS
from bantin.records import folders
from bantin.records.kinds import kind_name
from bantin.records.view_counts import LATELY_DAYS, Seen, ViewTotals

FOLDER = f"{folders.VIEW_COUNTS}/"
MOST_READ_PATH = f"{FOLDER}doc-nhieu.json"
MOST = 10
# 48 bits: of the records of a month no two will ever share it.
_KEY_LENGTH = 8

# Address relative to the root, title, views.
Ranked = tuple[str, str, int]


@dataclass(frozen=True, slots=True)
class MostRead:
    """The records with the most views, most first.

    Attributes:
        since: ISO day of the first counted view; "" where nothing was counted.
        until: ISO day of the last one; "" likewise.
        lately: of the last `LATELY_DAYS` days counted.
        ever: of all.
    """

    since: str = ""
    until: str = ""
    lately: tuple[Ranked, ...] = ()
    ever: tuple[Ranked, ...] = ()


def place_of_views(url: str, day: str) -> str:
    """Return where the views of a record are told: file of its month, "#", its key there.

    Args:
        url: relative to the root, "tin-tuc/2021/10/hop-ban/".
        day: ISO date of the record; what follows the date does not count.
    """
    kind, *_, slug = url.removesuffix("/").split("/")
    return f"{_month_path(kind, day[:7])}#{_key(slug)}"


def _month_path(kind: str, month: str) -> str:
    return f"{FOLDER}{kind}/{month[:4]}/{month[5:]}.json"


def _key(slug: str) -> str:
    digest = hashlib.sha256(slug.encode()).digest()
    return base64.urlsafe_b64encode(digest)[:_KEY_LENGTH].decode("ascii")


def view_files(catalog: Catalog, totals: ViewTotals) -> Iterator[tuple[str, bytes]]:
    """Yield path below the site's root and content of every file that tells of views."""
    seen = _by_record(catalog, totals)
    for kind in (NEWS, DOCUMENTS):
        months: dict[str, dict[str, int]] = {name: {} for name, _ in catalog.timeline(kind).months}
        for src_uri, month in catalog.months_in(kind) if seen else ():
            if found := seen.get(src_uri):
                slug = src_uri.rpartition("/")[2].removesuffix(".md")
                months[month][_key(slug)] = found.total
        for month, views in months.items():
            # Without the day where none has views: such files then never change.
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
    """Return what is read most; withdrawn records are no reading matter.

    Args:
        catalog: knows titles, and where a record lies now that was counted under an old address.
        totals: what was counted.
        seen: src_uri → views, where that is known already.
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
    """Return src_uri → views, of records that are shown; a renamed one keeps those it had."""
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

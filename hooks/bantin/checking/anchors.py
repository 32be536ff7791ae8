"""Finds links to a missing place within a record's page (`…#kl-3`).

The places come from the page's rendered HTML and templates. Only pages of records are known here.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from urllib.parse import unquote

from bantin.catalog.catalog import Catalog
from bantin.checking.manuscript import Manuscript
from bantin.errors import Problem
from bantin.outputs.addresses import target_of
from bantin.records.docs_names import is_record_uri
from bantin.rendering.rendered_text import RenderedText
from bantin.rendering.renderer import THEME_DIR

_PLACE = re.compile(r"""\b(?:id|name)\s*=\s*["']([^"'{}]+)["']""")
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)

# (target record, place in it, link as written, line, column)
PlaceLink = tuple[str, str, str, int, int]


def links_to_places(manuscript: Manuscript) -> Iterator[PlaceLink]:
    """Yield a record's links to places within a record's page, its own or another."""
    uri = manuscript.record.file.src_uri
    for link in manuscript.rendered.links:
        href = link.href
        path, _, place = href.partition("#")
        if not place or _SCHEME.match(href):
            continue
        target = target_of(uri, path) if path.partition("?")[0] else uri
        if is_record_uri(target):
            line, column = manuscript.place_of(link)
            yield target, unquote(place), href, line, column


def places_of(text: RenderedText) -> frozenset[str]:
    """Return the ids of a record's page."""
    return frozenset(text.ids) | _places_of_templates()


def check_places(catalog: Catalog) -> Iterator[Problem]:
    """Yield a remark for each link to a missing place within a record's page.

    Args:
        catalog: over the tables of a `LastCheck`. `links` holds the results of `links_to_places`.
            This function keeps the places of target records in `places`.
    """
    query = catalog.connection.execute
    for target, ids in query(
        "select distinct l.target, p.ids from links l left join places p on p.src_uri = l.target"
    ).fetchall():
        if not catalog.has(target):
            continue  # already reported as a link that leads nowhere
        if ids is None:
            places = places_of(catalog.text_of(target))
            query("insert into places values (?, ?)", (target, json.dumps(sorted(places))))
        else:
            places = frozenset(json.loads(ids))
        rows = query("select * from links where target = ?", (target,)).fetchall()
        for src_uri, _, place, href, line, column in rows:
            if place not in places:
                message = f"đường dẫn {href} tới đúng trang, nhưng trang không có chỗ “#{place}”"
                yield Problem(src_uri, line, "", message, _hint(places), column)


def _hint(places: frozenset[str]) -> str:
    points = sorted((one for one in places if one.startswith("kl-")), key=lambda p: (len(p), p))
    if not points:
        return "bỏ phần từ dấu # trở đi, hoặc xem lại tên chỗ ấy"
    return f"kết luận trong trang ấy có địa chỉ từ #{points[0]} đến #{points[-1]}"


@cache
def _places_of_templates() -> frozenset[str]:
    files = (THEME_DIR / "bantin").glob("*.html")
    return frozenset(one for file in files for one in _PLACE.findall(file.read_text("utf-8")))

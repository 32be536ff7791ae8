"""Tells the paths of the site that belong to the archive's own pages and files, or to the engine's.

Names forms, and plans nothing: an old address that could become one of ours is refused today, and
not on the day when a list of that year comes. A test holds that every output has such a form.
"""

from __future__ import annotations

import re

from bantin.catalog.catalog import Catalog
from bantin.catalog.taxonomies import TAXONOMIES
from bantin.outputs.cards import meeting_url
from bantin.outputs.hosting.serving import FOLDER as SERVERS_FOLDER
from bantin.records import folders
from bantin.search.files import SEARCH_FOLDER

# Words for whom a path belongs to, after "đang là của".
OURS = "một trang danh mục hay tệp mà kho tin tự làm"
_ENGINES = "trang báo lỗi và các tệp giao diện"

_ENGINE = re.compile(r"404\.html|assets(/.*)?")
# Folders that nobody else's file may enter, and single files.
_CLOSED = (
    folders.DATA,
    folders.SCHEMAS,
    folders.VIEW_COUNTS,
    folders.SHARE_IMAGES,
    SEARCH_FOLDER,
    SERVERS_FOLDER.rstrip("/"),
    "sitemap",
)
_FILES = "index.html _headers _redirects feed.json feed.xml llms.txt robots.txt sitemap.xml".split()
_SPAN = r"(?:\d{4}/(?:(?:thang-)?\d\d?/)?)?"
_LIST = rf"{_SPAN}index\.html|feed\.(?:json|xml)"
_WHOLE = "|".join((*TAXONOMIES, folders.REGISTER, folders.MEETINGS, folders.ON_THIS_DAY))
_OURS = re.compile(
    "|".join(
        (
            *map(re.escape, _FILES),
            r"sitemap-[^/]*\.xml",
            rf"(?:{'|'.join(_CLOSED)})(?:/.*)?",
            rf"(?:{_WHOLE})/(?:{_LIST})",
            rf"{folders.REGISTER}/(?:{_SPAN}[^/]+\.(?:json|csv)|(?:{folders.PEOPLE}|{folders.BODIES})/.*)",
            rf"{folders.ON_THIS_DAY}/(?:\d\d\.json|\d\d-\d\d/index\.html)",
            rf"{folders.MOST_READ}/index\.html",
            r"thanh-phan/index\.html",
        )
    )
)
_TERM = re.compile(rf"((?:{'|'.join(TAXONOMIES)})/[^/]+)/(.*)")
_OF_TERM = re.compile(rf"{_LIST}|(?:{folders.TASKS}|{folders.MEETINGS})/.*|[a-z-]+\.csv")
_MEETING = re.compile(rf"({folders.MEETINGS}/\d{{4}}/[^/]+/)index\.html")


def owner_of_path(path: str, catalog: Catalog) -> str | None:
    """Return whom a path below the site's root belongs to; None for a free one.

    Pages of records and old addresses belong to their records, and are free here.
    """
    if _ENGINE.fullmatch(path):
        return _ENGINES
    if _OURS.fullmatch(path):
        return OURS
    if meeting := _MEETING.fullmatch(path):
        urls = map(meeting_url, catalog.meetings.with_pages())
        return OURS if meeting[1] in urls else None
    term = _TERM.fullmatch(path)
    if term is None or not _OF_TERM.fullmatch(term[2]):
        return None
    folder = term[1].partition("/")[0]
    has_terms = not TAXONOMIES[folder].is_whole
    return OURS if has_terms and catalog.terms.is_there(term[1]) else None

"""Packs: the parts of an entry that results show, and the text for excerpts."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from bantin.search.entry import SearchEntry
from bantin.search.files import SEARCH_FOLDER, name_of
from bantin.text.normalize import nfc, strip_invisible

PLACES_PER_PACK = 16
PACKS_PER_FOLDER = 256
# Enough digits, because only versions of the same pack must differ.
_VERSION_DIGITS = 8
# Queries find all of a text. Excerpts come from its first characters, about 3,500 syllables.
MAX_TEXT = 16_000
# A point is searched by this many first characters, up to a list inside it: the text has no marks
# of lists.
OPENING = 40
_LIST = re.compile(r" [-+*] ")


def pack_of(place: int) -> int:
    """Return the number of a place's pack."""
    return place // PLACES_PER_PACK


def version_of(content: bytes) -> str:
    """Return a version that tells this content from other contents of the same pack."""
    return name_of(content)[:_VERSION_DIGITS]


def pack_path(pack: int, version: str) -> str:
    """Return a pack's path below the site's root."""
    return f"{SEARCH_FOLDER}/bai/{pack // PACKS_PER_FOLDER}/{pack}-{version}.bin"


def gather_packs(placed: Iterable[tuple[int, SearchEntry]]) -> Iterator[tuple[int, list[bytes]]]:
    """Yield (pack, members). A member is `"place":entry as shown`; `placed` rises by place."""
    for pack, run in groupby(placed, key=lambda item: pack_of(item[0])):
        yield pack, [shown_member(place, entry) for place, entry in run]


def shown_member(place: int, entry: SearchEntry) -> bytes:
    """Return an entry as shown, as a member of its pack."""
    text = _plain(entry.text)[:MAX_TEXT]
    shown: dict[str, object] = {
        "url": entry.url,
        "title": _plain(entry.title),
        "kind": entry.kind,
        "number": entry.number,
        "day": entry.day,
        "names": [_plain(name) for name in entry.names],
        "summary": _plain(entry.summary),
        "text": text,
    }
    if points := _find_points(text, entry.points):
        shown["points"] = points
    return f'"{place}":{json.dumps(shown, ensure_ascii=False)}'.encode()


def _plain(text: str) -> str:
    return " ".join(strip_invisible(nfc(text)).split())


def _find_points(text: str, points: Iterable[tuple[str, str]]) -> list[tuple[str, int, int]]:
    """Return (anchor, start, end) of each point found in a text. Offsets are JavaScript's."""
    found = []
    at = 0
    for anchor, words in points:
        start = text.find(_LIST.split(_plain(words)[:OPENING])[0], at)
        if start >= 0:
            found.append((anchor, start, start + len(_plain(words))))
            at = start + 1
    if max(text, default="") < "\U00010000":
        return found
    return [(anchor, _utf16(text[:start]), _utf16(text[:end])) for anchor, start, end in found]


def _utf16(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2

"""Packs: what the list of results shows of an entry, and the text that excerpts are taken from."""

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
# Told apart are versions of one pack only.
_VERSION_DIGITS = 8
# All of a text is found; excerpts come from its first part, about 3,500 syllables.
MAX_TEXT = 16_000
# A point is looked for by so much of it, as far as no list begins, whose signs a text has not.
OPENING = 40
_LIST = re.compile(r" [-+*] ")


def pack_of(place: int) -> int:
    """Return the number of the pack that holds a place."""
    return place // PLACES_PER_PACK


def version_of(content: bytes) -> str:
    """Return what tells this pack from the same one with other content."""
    return name_of(content)[:_VERSION_DIGITS]


def pack_path(pack: int, version: str) -> str:
    """Return a pack's path below the site's root."""
    return f"{SEARCH_FOLDER}/bai/{pack // PACKS_PER_FOLDER}/{pack}-{version}.bin"


def gather_packs(placed: Iterable[tuple[int, SearchEntry]]) -> Iterator[tuple[int, list[bytes]]]:
    """Yield pack and its members, `"place":what is shown`; `placed` rises by place."""
    for pack, run in groupby(placed, key=lambda item: pack_of(item[0])):
        yield pack, [shown_member(place, entry) for place, entry in run]


def shown_member(place: int, entry: SearchEntry) -> bytes:
    """Return what is shown of an entry, as a member of its pack."""
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
    """Return anchor, start and end of the points that stand in a text, as JavaScript counts."""
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

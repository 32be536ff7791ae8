"""Packs: what the list of results shows of an entry, and the text that excerpts are taken from."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import groupby

from bantin.outputs.search.entry import SearchEntry
from bantin.text.normalize import nfc, squeeze_spaces, strip_invisible

PLACES_PER_PACK = 16
PACKS_PER_FOLDER = 256
# All of a text is found; excerpts come from its first part, about 3,500 syllables.
MAX_TEXT = 16_000


def pack_path(pack: int) -> str:
    """Return a pack's path below the site's root; `pack` is place // PLACES_PER_PACK."""
    return f"tim-kiem/bai/{pack // PACKS_PER_FOLDER}/{pack}.json"


def make_packs(placed: Iterable[tuple[int, SearchEntry]]) -> Iterator[tuple[str, bytes]]:
    """Yield (path, JSON object of place → what is shown); `placed` rises by place."""
    for pack, run in groupby(placed, key=lambda item: item[0] // PLACES_PER_PACK):
        shown = {str(place): _shown(entry) for place, entry in run}
        yield pack_path(pack), json.dumps(shown, ensure_ascii=False, indent=0).encode()


def _shown(entry: SearchEntry) -> dict[str, str | list[str]]:
    return {
        "url": entry.url,
        "title": _plain(entry.title),
        "kind": entry.kind,
        "number": entry.number,
        "day": entry.day,
        "names": [_plain(name) for name in entry.names],
        "summary": _plain(entry.summary),
        "text": _plain(entry.text)[:MAX_TEXT],
    }


def _plain(text: str) -> str:
    return squeeze_spaces(strip_invisible(nfc(text)).replace("\n", " "))

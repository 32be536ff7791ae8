"""Places: the numbers that stand for entries in the index.

A place grows with the day, so that the newest entry has the highest, and depends on nothing but
the entry's own day and address unless another entry sits there already.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from datetime import date

from bantin.outputs.search.entry import SearchEntry

PLACES_PER_DAY = 64
# Entries without a day lie below all others.
_UNDATED = 2**14
_FIRST_DAY = date(1900, 1, 1).toordinal()


def assign_places(entries: Iterable[SearchEntry]) -> Iterator[tuple[int, SearchEntry]]:
    """Yield every entry with its place, places rising and unique, 0 <= place < 2**28.

    Where a place is taken, the next free one serves, so a crowded day runs over into the next.
    """
    place = -1
    for entry in sorted(entries, key=lambda entry: (_wanted(entry), entry.url)):
        place = max(_wanted(entry), place + 1)
        yield place, entry


def _wanted(entry: SearchEntry) -> int:
    spread = zlib.crc32(entry.url.encode())
    if not entry.day:
        return spread % _UNDATED
    days = max(0, date.fromisoformat(entry.day).toordinal() - _FIRST_DAY)
    return _UNDATED + days * PLACES_PER_DAY + spread % PLACES_PER_DAY

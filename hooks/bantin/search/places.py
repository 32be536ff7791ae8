"""Places: the numbers of entries in the index.

A place grows with the day, so the newest entry has the highest. It depends only on the entry's day
and address, unless another entry has the place already.
"""

from __future__ import annotations

import zlib
from collections import deque
from collections.abc import Callable, Iterable
from datetime import date

PLACES_PER_DAY = 64
# Entries without a day lie below all others.
_UNDATED = 2**14
# (wanted place, url): entries are placed in this order.
Wanted = tuple[int, str]
_FIRST_DAY = date(1900, 1, 1).toordinal()


def wanted_place(day: str, url: str) -> int:
    """Return the place of an entry unless another has it; `day` is "2021-10-05" or ""."""
    spread = zlib.crc32(url.encode())
    if not day:
        return spread % _UNDATED
    days = max(0, date.fromisoformat(day).toordinal() - _FIRST_DAY)
    return _UNDATED + days * PLACES_PER_DAY + spread % PLACES_PER_DAY


def reassign(
    known: Callable[[Wanted], Iterable[tuple[Wanted, int]]],
    *,
    added: Iterable[Wanted] = (),
    removed: Iterable[Wanted] = (),
) -> dict[str, int]:
    """Return the places of added entries, and the new places of entries that have to move.

    An entry gets its wanted place or, when that is taken, the next free one. So a crowded day runs
    over into the next. The result is the same as placing all of today's entries anew. This reads
    only the neighbours of a change, and stops where the places agree again.

    Args:
        known: takes a point, (wanted place, url). Yields the entries placed so far, as ((wanted
            place, url), place), rising: first the last one below the point, if any, then those from
            the point on. It is called once for each stretch of changes, and read only as far as
            needed.
        added: (wanted place, url); an entry with a changed day is removed and added.
        removed: (wanted place, url); each must be known.

    Returns:
        url → place of every added entry, and of every known entry that moved.
    """
    new = set(added)
    # An entry in both is placed anew.
    gone = set(removed) | new
    todo = deque(sorted(new | gone))
    places: dict[str, int] = {}
    while todo:
        _settle(known(todo[0]), todo, new, gone, places)
    return places


def _settle(
    known: Iterable[tuple[Wanted, int]],
    todo: deque[Wanted],
    new: set[Wanted],
    gone: set[Wanted],
    places: dict[str, int],
) -> None:
    """Take changes from `todo`, at least one, as far as they run into each other."""
    last = -1

    def take_below(limit: Wanted | None) -> None:
        nonlocal last
        while todo and (limit is None or todo[0] <= limit):
            item = todo.popleft()
            if item in new:
                last = places[item[1]] = max(item[0], last + 1)

    point = todo[0]
    for item, place in known:
        take_below(item)
        if item in gone:
            continue
        settled = max(item[0], last + 1)
        if item < point:
            # Nothing moves below the first change, and earlier moves have settled.
            settled = place
        elif settled == place:
            return
        else:
            places[item[1]] = settled
        last = settled
    take_below(None)

"""Places: the numbers that stand for entries in the index.

A place grows with the day, so that the newest entry has the highest, and depends on nothing but
the entry's own day and address unless another entry sits there already.
"""

from __future__ import annotations

import zlib
from collections import deque
from collections.abc import Callable, Iterable
from datetime import date

PLACES_PER_DAY = 64
# Entries without a day lie below all others.
_UNDATED = 2**14
# Wanted place and url: the order in which entries are placed.
Wanted = tuple[int, str]
_FIRST_DAY = date(1900, 1, 1).toordinal()


def wanted_place(day: str, url: str) -> int:
    """Return the place an entry gets unless another sits there; `day` is "2021-10-05" or ""."""
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
    """Return the places of what is added, and the new ones of whoever has to move for it.

    An entry gets the place it wants or, where that is taken, the next free one, so that a crowded
    day runs over into the next. The places are those that all entries of today would get anew;
    this looks only at the neighbours of what changes and stops where places agree again.

    Args:
        known: given a point, (wanted place, url), yields the entries placed so far, as ((wanted
            place, url), place), rising: first the last one below the point, if there is one,
            then those from the point on. It is called once for each stretch of changes and read
            only as far as needed.
        added: (wanted place, url); an entry whose day has changed is removed and added.
        removed: (wanted place, url); each must be known.

    Returns:
        url → place of every added entry, and of every known one that has another place now.
    """
    new = set(added)
    # What is in both is placed anew.
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
    """Take changes from `todo`, one at least, as far as they run into each other."""
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
            # Below the first change nothing moves, and what moved before has settled.
            settled = place
        elif settled == place:
            return
        else:
            places[item[1]] = settled
        last = settled
    take_below(None)

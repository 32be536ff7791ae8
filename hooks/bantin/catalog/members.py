"""The records of timelines, in order: read from tables, or from memory for many questions.

Both ways give the same answers. Knows no months and no years.
"""

from __future__ import annotations

import sqlite3
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby, islice
from operator import itemgetter
from typing import Protocol

from bantin.catalog.items import Item, unpack_item
from bantin.catalog.timeline_names import DOCUMENTS, NEWS

# The sort key of items: seconds from the moment to the epoch, and the file.
Place = tuple[int, str]

# Items held in memory at once, about a kilobyte each.
KEPT_ITEMS = 50_000

# Items are looked up one by one. In an overlay, a table's name means a union of two tables, and a
# join would read all of it.
_ITEM = "(select item from items where items.src_uri = members.src_uri)"
_AROUND = f"""
select * from (
    select 0, {_ITEM} from members
    where timeline = ? and (age, src_uri) < (?, ?)
    order by age desc, src_uri desc limit ?
)
union all select * from (
    select 1, {_ITEM} from members
    where timeline = ? and (age, src_uri) > (?, ?)
    order by age, src_uri limit ?
)
"""
_SELECT = f"select {_ITEM} from members where timeline = ?"


class Members(Protocol):
    """Answers questions about the records of every timeline."""

    def item(self, src_uri: str) -> Item:
        """Return the item of a published article or document."""

    def latest(self, timeline: str, limit: int, folder: str = "") -> tuple[Item, ...]:
        """Return the newest records, newest first; all for a negative limit.

        `folder` selects one folder of records; "" selects both.
        """

    def between(self, timeline: str, newest: int, oldest: int, limit: int) -> tuple[Item, ...]:
        """Return records with newest < age <= oldest, in the form of `latest`."""

    def around(
        self, timeline: str, place: Place, *, newer: int, older: int
    ) -> tuple[tuple[Item, ...], tuple[Item, ...]]:
        """Return the records next to a place on its newer and its older side, newest first."""


class StoredMembers:
    """Reads the tables. The cost of an answer does not depend on the archive's size."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def item(self, src_uri: str) -> Item:
        """Return the item of a published article or document."""
        query = "select item from items where src_uri = ?"
        return unpack_item(self._connection.execute(query, (src_uri,)).fetchone()[0])

    def latest(self, timeline: str, limit: int, folder: str = "") -> tuple[Item, ...]:
        """Return the newest records, newest first; all for a negative limit.

        `folder` selects one folder of records; "" selects both.
        """
        if folder:
            condition = "and src_uri >= ? and src_uri < ?"
            return self._items(condition, timeline, f"{folder}/", f"{folder}0", limit)
        return self._items("", timeline, limit)

    def between(self, timeline: str, newest: int, oldest: int, limit: int) -> tuple[Item, ...]:
        """Return records with newest < age <= oldest, in the form of `latest`."""
        return self._items("and age > ? and age <= ?", timeline, newest, oldest, limit)

    def around(
        self, timeline: str, place: Place, *, newer: int, older: int
    ) -> tuple[tuple[Item, ...], tuple[Item, ...]]:
        """Return the records next to a place on its newer and its older side, newest first."""
        values = (timeline, *place, newer, timeline, *place, older)
        rows = self._connection.execute(_AROUND, values).fetchall()
        return (
            tuple(unpack_item(text) for side, text in reversed(rows) if side == 0),
            tuple(unpack_item(text) for side, text in rows if side == 1),
        )

    def _items(self, condition: str, *values: object) -> tuple[Item, ...]:
        query = f"{_SELECT} {condition} order by age, src_uri limit ?"
        rows = self._connection.execute(query, values).fetchall()
        return tuple(unpack_item(text) for (text,) in rows)


class LoadedMembers:
    """Holds the order of all timelines in memory: about 30 bytes for each place of a record.

    To load 50,000 records takes as long as to look up the neighbours of some thousand.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._stored = StoredMembers(connection)
        self._item = lru_cache(KEPT_ITEMS)(self._stored.item)
        # Every published record is in one of the two timelines. Its number is its rank here.
        everything = "select age, src_uri from members where timeline in (?, ?)"
        self._places: list[Place] = connection.execute(everything, (NEWS, DOCUMENTS)).fetchall()
        self._places.sort()
        number_of = {uri: number for number, (_, uri) in enumerate(self._places)}
        rows = connection.execute("select timeline, src_uri from members order by timeline, age")
        self._numbers = {
            timeline: array("I", sorted(number_of[uri] for _, uri in members))
            for timeline, members in groupby(rows, itemgetter(0))
        }

    def item(self, src_uri: str) -> Item:
        """Return the item of a published article or document."""
        return self._item(src_uri)

    def latest(self, timeline: str, limit: int, folder: str = "") -> tuple[Item, ...]:
        """Return the newest records, newest first; all for a negative limit.

        `folder` selects one folder of records; "" selects both.
        """
        numbers = self._of(timeline)
        if not folder:
            return self._first(numbers, limit)
        start = f"{folder}/"
        ours = (number for number in numbers if self._places[number][1].startswith(start))
        return tuple(self._items(islice(ours, limit if limit >= 0 else None)))

    def between(self, timeline: str, newest: int, oldest: int, limit: int) -> tuple[Item, ...]:
        """Return records with newest < age <= oldest, in the form of `latest`."""
        numbers = self._of(timeline)
        start, end = (
            bisect_left(numbers, bisect_right(self._places, age, key=itemgetter(0)))
            for age in (newest, oldest)
        )
        return self._first(numbers[start:end], limit)

    def around(
        self, timeline: str, place: Place, *, newer: int, older: int
    ) -> tuple[tuple[Item, ...], tuple[Item, ...]]:
        """Return the records next to a place on its newer and its older side, newest first."""
        numbers = self._of(timeline)
        before = bisect_left(numbers, bisect_left(self._places, place))
        behind = bisect_left(numbers, bisect_right(self._places, place))
        return (
            tuple(self._items(numbers[max(before - newer, 0) : before])),
            tuple(self._items(numbers[behind : behind + older])),
        )

    def _of(self, timeline: str) -> Sequence[int]:
        return self._numbers.get(timeline, ())

    def _first(self, numbers: Sequence[int], limit: int) -> tuple[Item, ...]:
        return tuple(self._items(numbers if limit < 0 else numbers[:limit]))

    def _items(self, numbers: Iterable[int]) -> Iterator[Item]:
        return (self._item(self._places[number][1]) for number in numbers)

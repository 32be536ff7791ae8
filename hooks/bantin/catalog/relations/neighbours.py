"""Neighbours: the next articles of a section, and the records near in time of the same bodies.

A page shows neighbours, not the latest records. So a new record changes only its neighbours' pages.
"""

from __future__ import annotations

from collections.abc import Iterator

from bantin.catalog.catalog import Catalog, place_of
from bantin.catalog.items import Item
from bantin.catalog.relations.relation import PageKind, PageRef, Relation, timelines_in
from bantin.catalog.rows import Row
from bantin.catalog.timeline_names import (
    BODY,
    SECTION,
    bodies_of,
    body_timeline,
    section_timeline,
)
from bantin.records.models import Article, Dated

# Numbers of newer and older records of its bodies that a page shows.
_NEWER, _OLDER = 2, 3


class SectionNeighbours(Relation[Article, tuple[Item | None, Item | None]]):
    """The next newer and the next older article of a section."""

    def shown_on(self, page: Article, catalog: Catalog) -> tuple[Item | None, Item | None]:
        """Return the next newer and the next older article; None for none."""
        timeline = catalog.bare_timeline(section_timeline(page.section))
        newer, older = timeline.around(place_of(page), newer=1, older=1)
        return newer[0] if newer else None, older[0] if older else None

    def dependents(self, row: Row, catalog: Catalog) -> Iterator[PageRef]:
        """Yield the pages of the two articles next to a record."""
        for _, name in timelines_in(row, SECTION):
            yield from _beside(name, row, catalog, newer=1, older=1)


class BodyNeighbours(Relation[Dated, tuple[Item, ...]]):
    """The records near in time in the timelines of a record's bodies."""

    def shown_on(self, page: Dated, catalog: Catalog) -> tuple[Item, ...]:
        """Return two newer and three older records of all bodies together, newest first."""
        place = place_of(page)
        newer: dict[str, Item] = {}
        older: dict[str, Item] = {}
        for slug in bodies_of(page):
            timeline = catalog.bare_timeline(body_timeline(slug))
            above, below = timeline.around(place, newer=_NEWER, older=_OLDER)
            newer.update((item.src_uri, item) for item in above)
            older.update((item.src_uri, item) for item in below)
        return (*_in_order(newer)[-_NEWER:], *_in_order(older)[:_OLDER])

    def dependents(self, row: Row, catalog: Catalog) -> Iterator[PageRef]:
        """Yield the pages of records near in time. A newer page shows this record as older."""
        for _, name in timelines_in(row, BODY):
            yield from _beside(name, row, catalog, newer=_OLDER, older=_NEWER)


def _in_order(items: dict[str, Item]) -> list[Item]:
    return sorted(items.values(), key=lambda item: item.place)


def _beside(name: str, row: Row, catalog: Catalog, *, newer: int, older: int) -> Iterator[PageRef]:
    sides = catalog.bare_timeline(name).around((row.age, row.src_uri), newer=newer, older=older)
    for side in sides:
        for item in side:
            yield PageRef(PageKind.RECORD, item.src_uri)


SECTION_NEIGHBOURS = SectionNeighbours()
BODY_NEIGHBOURS = BodyNeighbours()

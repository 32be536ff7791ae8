"""Slots: the listing pages of a timeline, known from the number of records in its months.

A timeline has a first page. If that cannot hold all records, each year has a page. If a year holds
many records, each of its months has a page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bantin.catalog.taxonomies import taxonomy_of
from bantin.catalog.timeline import Timeline
from bantin.catalog.timeline_names import NEWS
from bantin.outputs.sizes import Sizes


@dataclass(frozen=True, slots=True)
class Slot:
    """The place of one listing page.

    Attributes:
        timeline: name of a listed timeline.
        year: 0 for the first page.
        month: 1-12; 0 for the whole year.
    """

    timeline: str
    year: int = 0
    month: int = 0

    @classmethod
    def parse(cls, url: str) -> Slot:
        """Return the slot whose page has this address."""
        first, *rest = url.removesuffix("/").split("/")
        timeline = first if taxonomy_of(first).is_whole else f"{first}/{rest.pop(0)}"
        year, month = (*rest, "0", "0")[:2]
        return cls(timeline, int(year), int(month.removeprefix("thang-")))

    @property
    def url(self) -> str:
        """Address of its page, relative to the site's root."""
        if not self.year:
            return f"{self.timeline}/"
        if not self.month:
            return f"{self.timeline}/{self.year}/"
        # Folders of news have two digits. Elsewhere a bare number would look like a slug.
        month = f"{self.month:02}" if self.timeline == NEWS else f"thang-{self.month}"
        return f"{self.timeline}/{self.year}/{month}/"


@dataclass(frozen=True, slots=True)
class Shape:
    """The sizes from which a timeline has pages for its years and months.

    Attributes:
        years_from: records in all, from which each year has a page.
        months_from: records in a year, from which each of its months has a page.
        whole_year: most records on the page of a year.
    """

    years_from: int
    months_from: int
    whole_year: int

    def has_years(self, timeline: Timeline) -> bool:
        """True when the timeline's years have pages."""
        return timeline.size >= self.years_from

    def has_months(self, size: int) -> bool:
        """True when the months of a year with this number of records have pages."""
        return size >= self.months_from

    def is_long(self, size: int) -> bool:
        """True when a year's own page cannot hold this number of records."""
        return size > self.whole_year


def shape_of(timeline: str, sizes: Sizes) -> Shape:
    """Return the shape of a timeline by its name."""
    taxonomy = taxonomy_of(timeline)
    years_from = 1 if taxonomy.years_always else sizes.latest + 1
    months_from = 1 if taxonomy.months_always else sizes.whole_year + 1
    return Shape(years_from, months_from, sizes.whole_year)


def slots_of(timeline: Timeline, sizes: Sizes) -> Iterator[Slot]:
    """Yield the slot of every page of a timeline, including the first page."""
    shape = shape_of(timeline.name, sizes)
    yield Slot(timeline.name)
    if not shape.has_years(timeline):
        return
    for year, size in timeline.years.items():
        yield Slot(timeline.name, year)
        if shape.has_months(size):
            for month in timeline.months_of(year):
                yield Slot(timeline.name, year, month)


def beside(slots: Iterable[Slot], slot: Slot) -> tuple[Slot | None, Slot | None]:
    """Return the next older and the next newer slot of the same kind: years, or months.

    Args:
        slots: as `slots_of` yields them, with `slot` among them; years and months latest first.
        slot: of a year or a month.
    """
    alike = [one for one in slots if one.year and bool(one.month) == bool(slot.month)]
    at = alike.index(slot)
    older, newer = alike[at + 1 : at + 2], alike[max(0, at - 1) : at]
    return (older[0] if older else None), (newer[0] if newer else None)


def has_slot(timeline: Timeline, slot: Slot, sizes: Sizes) -> bool:
    """True when a timeline has the page. It always has the first page."""
    shape, size = shape_of(timeline.name, sizes), timeline.years.get(slot.year, 0)
    if not slot.year:
        return True
    if not size or not shape.has_years(timeline):
        return False
    if not slot.month:
        return True
    return shape.has_months(size) and slot.month in timeline.months_of(slot.year)

"""The calendar of a list: its years and months, for moving across long times.

Knows the pages of a timeline (see slots.py), but not their content.
"""

from __future__ import annotations

from dataclasses import dataclass

from bantin.catalog.timeline import Timeline
from bantin.outputs.listings.slots import Shape, Slot, shape_of
from bantin.outputs.sizes import Sizes


@dataclass(frozen=True, slots=True)
class CalendarMonth:
    """A month and the number of its records; `url` is "" for an empty month."""

    number: int
    url: str
    size: int


@dataclass(frozen=True, slots=True)
class CalendarYear:
    """A year, its page, the number of its records, and its twelve months."""

    number: int
    url: str
    size: int
    months: tuple[CalendarMonth, ...]


def view_calendar(timeline: Timeline, sizes: Sizes) -> tuple[CalendarYear, ...]:
    """Return the years of a timeline, latest first; none if its years have no pages."""
    shape = shape_of(timeline.name, sizes)
    if not shape.has_years(timeline):
        return ()
    return tuple(
        CalendarYear(
            year,
            Slot(timeline.name, year).url,
            size,
            tuple(_month(timeline, shape, year, month) for month in range(1, 13)),
        )
        for year, size in timeline.years.items()
    )


def _month(timeline: Timeline, shape: Shape, year: int, month: int) -> CalendarMonth:
    size = timeline.months_of(year).get(month, 0)
    if not size:
        return CalendarMonth(month, "", 0)
    if shape.has_months(timeline.years[year]):
        return CalendarMonth(month, Slot(timeline.name, year, month).url, size)
    # The year's page lists all its records, with a heading for each month.
    url = f"{Slot(timeline.name, year).url}#{month_anchor(month)}"
    return CalendarMonth(month, url, size)


def month_anchor(month: int) -> str:
    """Return the id of a month's heading on the page of its year."""
    return f"thang-{month}"

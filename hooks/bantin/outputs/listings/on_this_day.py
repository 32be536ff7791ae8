"""The records of one day in all years: a page for each day, and a page to choose the day.

Only the reader's browser knows today's date. So the home page fetches the short file of a month and
finds in it the records of today.
"""

from __future__ import annotations

import calendar
import json
from collections.abc import Iterator
from dataclasses import dataclass, replace

from bantin.catalog.catalog import Catalog, group
from bantin.catalog.timeline_names import DAY
from bantin.outputs.cards import HOME, Card, card_of, cards_of
from bantin.outputs.head.share_images import kind_image
from bantin.outputs.listings.listing_pages import CardGroup, ListingView, listing
from bantin.outputs.output import Output
from bantin.outputs.sizes import Sizes
from bantin.records import folders
from bantin.rendering.frame import Link, PageFrame
from bantin.rendering.renderer import Renderer

DAYS_LINK = Link("Ngày này các năm", f"{DAY}/")
# A leap year has every possible day.
_LEAP = 2000


@dataclass(frozen=True, slots=True)
class DayCell:
    """A day in the calendar of all years; `url` is "" for a day without records."""

    number: int
    url: str


@dataclass(frozen=True, slots=True)
class MonthCells:
    """A month of that calendar: its name and its days."""

    name: str
    days: tuple[DayCell, ...]


@dataclass(frozen=True, slots=True)
class DaysView:
    """The page for choosing a day."""

    frame: PageFrame
    months: tuple[MonthCells, ...]


@dataclass(frozen=True, slots=True)
class RecalledDay:
    """A day of a month, with one record of each year, latest first."""

    number: int
    cards: tuple[Card, ...]


def days_with_records(catalog: Catalog) -> list[str]:
    """Return the days of any year ("10-05") with records, in order."""
    return [name.partition("/")[2] for name in catalog.timeline_sizes(f"{DAY}/")]


def day_urls(catalog: Catalog) -> Iterator[str]:
    """Yield the address of every page of this module."""
    yield DAYS_LINK.url
    yield from map(_url, days_with_records(catalog))


def plan_days(catalog: Catalog) -> Output:
    """Declare the page for choosing a day."""
    known = set(days_with_records(catalog))
    frame = PageFrame(
        url=DAYS_LINK.url,
        title=DAYS_LINK.text,
        description="Cùng một ngày, các năm trước có tin và văn bản nào.",
        nav=folders.NEWS,
        crumbs=(HOME,),
        share=kind_image(folders.NEWS),
    )
    months = tuple(
        MonthCells(
            f"Tháng {month}",
            tuple(
                DayCell(day, _url(key) if (key := f"{month:02}-{day:02}") in known else "")
                for day in range(1, calendar.monthrange(_LEAP, month)[1] + 1)
            ),
        )
        for month in range(1, 13)
    )
    return Output(frame.output_path, DaysView(frame, months), render_days, frame.chrome_key)


def render_days(renderer: Renderer, view: DaysView) -> bytes:
    """Render the page for choosing a day."""
    return renderer.page(view.frame, "days.html", view)


def plan_day(day: str, catalog: Catalog) -> Iterator[Output]:
    """Declare the page of a day of any year ("10-05"); nothing if the day has no records."""
    timeline = catalog.timeline(f"{DAY}/{day}")
    if not timeline.size:
        return
    month, number = map(int, day.split("-"))
    title = f"Ngày {number} tháng {month} các năm"
    frame = PageFrame(
        url=_url(day),
        title=title,
        description=f"{title}: {timeline.size} tin và văn bản.",
        nav=folders.NEWS,
        crumbs=(HOME, DAYS_LINK),
        share=kind_image(folders.NEWS),
    )
    by_year = group(timeline.latest(), lambda item: [item.day.year])
    groups = tuple(
        CardGroup(f"Năm {year}", cards_of(items, catalog.registry))
        for year, items in by_year.items()
    )
    yield listing(ListingView(frame, "", timeline.size, "", (), groups, partial=False))


def plan_month_days(month: str, catalog: Catalog, sizes: Sizes) -> Iterator[Output]:
    """Declare the home page's file for a month ("10"); nothing if the month has no records."""
    days = tuple(
        RecalledDay(int(day[3:]), _recalled(day, catalog, sizes.recalled_years))
        for day in days_with_records(catalog)
        if day.startswith(month)
    )
    if days:
        yield Output(f"{DAY}/{month}.json", days, render_month_days)


def _recalled(day: str, catalog: Catalog, most_years: int) -> tuple[Card, ...]:
    timeline = catalog.timeline(f"{DAY}/{day}")
    years = list(timeline.years)[:most_years]
    # Summaries are not shown, so they must not change the file.
    return tuple(
        replace(card_of(item, catalog.registry), summary="")
        for year in years
        for item in timeline.in_year(year, 1)
    )


def render_month_days(_: Renderer, days: tuple[RecalledDay, ...]) -> bytes:
    """Render the file of a month: {"5": [{"day": "2021-10-05", "title": …, "url": …}, …], …}."""
    told = {
        str(day.number): [
            {"day": card.day, "label": card.label, "title": card.title, "url": card.url}
            for card in day.cards
        ]
        for day in days
    }
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()


def _url(day: str) -> str:
    return f"{DAY}/{day}/"

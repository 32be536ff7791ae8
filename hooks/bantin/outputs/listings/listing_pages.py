"""Listings: the same records by date, section, body and person. One shape, one renderer.

A term has a page with its latest records. If that page cannot hold them all, each year has a page.
If a year holds many records, each of its months has a page. There are no numbered pages: one new
record would shift them all.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bantin.catalog.catalog import Catalog, group
from bantin.catalog.items import Item
from bantin.catalog.timeline import Timeline
from bantin.outputs.cards import HOME, Card, cards_of
from bantin.outputs.head.lists import describe_list
from bantin.outputs.head.share_images import image_at, kind_image
from bantin.outputs.listing_kinds import kind_of
from bantin.outputs.listings.calendars import CalendarYear, month_anchor, view_calendar
from bantin.outputs.listings.slots import Slot, beside, shape_of, slots_of
from bantin.outputs.output import Output
from bantin.outputs.sizes import Sizes
from bantin.records.registry import Registry
from bantin.rendering.frame import Link, PageFrame
from bantin.rendering.renderer import Renderer


@dataclass(frozen=True, slots=True)
class ListingLink:
    """A link to a narrower listing, and the number of its records."""

    text: str
    url: str
    size: int


@dataclass(frozen=True, slots=True)
class CardGroup:
    """Cards under one heading; "" for none. `anchor` is the id of the heading; "" for none."""

    heading: str
    cards: tuple[Card, ...]
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class ListingView:
    """The content of a listing, besides its frame.

    Attributes:
        frame: head and crumbs.
        intro: a sentence under the title; "" for none.
        size: number of records in the whole listing.
        links_title: heading of the links: "Theo năm", "Theo tháng".
        links: narrower listings, newest first.
        groups: the records shown here, newest first.
        partial: the page shows only the latest records; the links lead to the rest.
        calendar: years with their months, latest year first; replaces the links.
        older: the year or month before; None for none.
        newer: the year or month after; None for none.
    """

    frame: PageFrame
    intro: str
    size: int
    links_title: str
    links: tuple[ListingLink, ...]
    groups: tuple[CardGroup, ...]
    partial: bool
    calendar: tuple[CalendarYear, ...] = ()
    older: Link | None = None
    newer: Link | None = None


@dataclass(frozen=True, slots=True)
class Term:
    """A term with its listing: a body, a section, or all news.

    Attributes:
        frame: frame of its first page.
        intro: a sentence under the title.
        timeline: the listed records.
    """

    frame: PageFrame
    intro: str
    timeline: Timeline


def term_of(name: str, catalog: Catalog) -> Term:
    """Return the term of a timeline.

    Args:
        name: of a listed timeline, such as "tin-tuc" or "to-chuc/ban-mau".
        catalog: holds the term.
    """
    kind, slug = kind_of(name), name.partition("/")[2]
    called, url = catalog.terms.name_of(name) or kind.link.text, f"{name}/"
    title = kind.title_of(called)
    intro = kind.intro(slug, catalog)
    frame = PageFrame(
        url=url,
        title=title,
        description=intro or kind.description.format(name=called),
        nav=kind.nav,
        crumbs=(HOME, kind.link) if kind.directory else (HOME,),
        share=image_at(url, title) if kind.has_pictures else kind_image(kind.folder),
        feed=Link(title, url),
    )
    return Term(frame, intro, catalog.timeline(name))


def plan_first_page(term: Term, registry: Registry, sizes: Sizes) -> Output:
    """Declare the first page of a term, for terms without a page of another kind."""
    has_calendar = kind_of(term.timeline.name).has_calendar
    return listing(
        ListingView(
            frame=term.frame,
            intro=term.intro,
            size=term.timeline.size,
            links_title="Theo năm",
            links=year_links(term.timeline, sizes),
            groups=(CardGroup("", cards_of(term.timeline.latest(sizes.latest), registry)),),
            partial=term.timeline.size > sizes.latest,
            calendar=view_calendar(term.timeline, sizes) if has_calendar else (),
        )
    )


def year_links(timeline: Timeline, sizes: Sizes) -> tuple[ListingLink, ...]:
    """Return links to the pages of a timeline's years, newest first; none without such pages."""
    if not shape_of(timeline.name, sizes).has_years(timeline):
        return ()
    return tuple(
        ListingLink(f"Năm {year}", Slot(timeline.name, year).url, size)
        for year, size in timeline.years.items()
    )


def plan_year(term: Term, year: int, registry: Registry, sizes: Sizes) -> Output:
    """Declare the page of one of a term's years."""
    timeline = term.timeline
    size = timeline.years[year]
    months = timeline.months_of(year)
    shape = shape_of(timeline.name, sizes)
    full = not shape.is_long(size)
    older, newer = _steps(term, Slot(timeline.name, year), sizes)
    return listing(
        ListingView(
            frame=_year_frame(term, year),
            intro="",
            size=size,
            links_title="Theo tháng",
            links=tuple(
                ListingLink(f"Tháng {month}", Slot(timeline.name, year, month).url, count)
                for month, count in months.items()
            )
            if shape.has_months(size)
            else (),
            groups=_by_month(timeline.in_year(year), registry)
            if full
            else (CardGroup("", cards_of(timeline.in_year(year, sizes.latest), registry)),),
            partial=not full,
            older=older,
            newer=newer,
        )
    )


def plan_month(term: Term, year: int, month: int, registry: Registry, sizes: Sizes) -> Output:
    """Declare the page of one of a term's months."""
    items = term.timeline.in_month(year, month)
    when = f"tháng {month} năm {year}"
    year_frame = _year_frame(term, year)
    frame = replace(
        year_frame,
        url=Slot(term.timeline.name, year, month).url,
        title=f"{term.frame.title} {when}",
        description=f"{term.frame.title}: {len(items)} mục trong {when}.",
        crumbs=(*year_frame.crumbs, Link(f"Năm {year}", year_frame.url)),
    )
    cards = (CardGroup("", cards_of(items, registry)),)
    view = ListingView(frame, "", len(items), "", (), cards, partial=False)
    older, newer = _steps(term, Slot(term.timeline.name, year, month), sizes)
    return listing(replace(view, older=older, newer=newer))


def _steps(term: Term, slot: Slot, sizes: Sizes) -> tuple[Link | None, Link | None]:
    """Return links to the year or month before and after; None where there is none."""
    older, newer = beside(slots_of(term.timeline, sizes), slot)
    return _step(older), _step(newer)


def _step(slot: Slot | None) -> Link | None:
    if slot is None:
        return None
    return Link(f"Tháng {slot.month}/{slot.year}" if slot.month else f"Năm {slot.year}", slot.url)


def _year_frame(term: Term, year: int) -> PageFrame:
    return replace(
        term.frame,
        url=Slot(term.timeline.name, year).url,
        title=f"{term.frame.title} năm {year}",
        description=f"{term.frame.title}: {term.timeline.years[year]} mục trong năm {year}.",
        crumbs=(*term.frame.crumbs, Link(term.frame.title, term.frame.url)),
    )


def _by_month(items: Sequence[Item], registry: Registry) -> tuple[CardGroup, ...]:
    by_month = group(items, lambda item: [item.day.month])
    return tuple(
        CardGroup(f"Tháng {month}", cards_of(found, registry), month_anchor(month))
        for month, found in by_month.items()
    )


def listing(view: ListingView) -> Output:
    """Declare one listing page."""
    return Output(view.frame.output_path, view, render_listing, view.frame.chrome_key)


def render_listing(renderer: Renderer, view: ListingView) -> bytes:
    """Render a listing page."""
    about = describe_list(view.frame, view.size, renderer.site)
    return renderer.page(view.frame, "listing.html", view, about)

"""Listings: the same records by date, section, body and person. One shape, one renderer.

Never numbered pages that all shift when one record arrives: a term has a page with its latest
records and, where that cannot hold them all, a page for each year, and where a year holds many, for
each month.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bantin.catalog.catalog import Catalog, group
from bantin.outputs.cards import DOCUMENTS, HOME, NEWS, SECTIONS, Card, cards_of
from bantin.outputs.output import File, Output
from bantin.records.models import Dated
from bantin.records.registry import Registry
from bantin.rendering.renderer import Link, PageFrame, Renderer

LATEST = 20
WHOLE_YEAR = 200


@dataclass(frozen=True, slots=True)
class Shelf:
    """A link to a narrower listing and how many records it holds."""

    text: str
    url: str
    size: int


@dataclass(frozen=True, slots=True)
class CardGroup:
    """Cards under one heading; "" where there is none."""

    heading: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class ListingView:
    """All that a listing shows, besides its frame.

    Attributes:
        frame: head and crumbs.
        intro: a sentence under the title; "" for none.
        size: how many records the whole listing holds.
        shelves_title: what the shelves divide by: "Theo năm", "Theo tháng".
        shelves: narrower listings, newest first.
        groups: the records shown here, newest first.
        partial: only the latest are shown; the shelves lead to the rest.
    """

    frame: PageFrame
    intro: str
    size: int
    shelves_title: str
    shelves: tuple[Shelf, ...]
    groups: tuple[CardGroup, ...]
    partial: bool


@dataclass(frozen=True, slots=True)
class Term:
    """One thing to list by.

    Attributes:
        frame: frame of its first page.
        intro: a sentence under the title.
        items: its records, newest first.
        month_url: from a month to the folder of its page, below that of the year.
        years_from: from so many records on, each year has a page.
        months_from: from so many records in a year on, each of its months has a page.
    """

    frame: PageFrame
    intro: str
    items: Sequence[Dated]
    month_url: Callable[[int], str] = lambda month: f"thang-{month}/"
    years_from: int = LATEST + 1
    months_from: int = WHOLE_YEAR + 1


def news_term(catalog: Catalog) -> Term:
    """All news, by year and month of publication."""
    description = "Tin tức theo ngày đăng, mới nhất ở trên."
    return Term(
        PageFrame(NEWS.url, NEWS.text, description, "tin-tuc", (HOME,)),
        "",
        catalog.articles,
        month_url=lambda month: f"{month:02}/",
        years_from=1,
        months_from=1,
    )


def documents_term(catalog: Catalog) -> Term:
    """All documents, by year of issue."""
    description = "Văn bản theo ngày ban hành, mới nhất ở trên."
    return Term(
        PageFrame(DOCUMENTS.url, DOCUMENTS.text, description, "van-ban", (HOME,)),
        "",
        catalog.documents,
        years_from=1,
    )


def section_terms(catalog: Catalog) -> Iterator[Term]:
    """The news of each section, by slug."""
    for slug, section in sorted(catalog.registry.sections.items()):
        intro = section.description or ""
        frame = PageFrame(section.url, section.name, intro, "tin-tuc", (HOME, SECTIONS))
        yield Term(frame, intro, catalog.by_section.get(slug, ()))


def plan_listings(catalog: Catalog) -> Iterator[Output]:
    """Declare the listings of news, documents and sections; bodies and people have own pages."""
    for term in (news_term(catalog), documents_term(catalog), *section_terms(catalog)):
        yield from plan_term(term, catalog.registry)


def plan_term(term: Term, registry: Registry) -> Iterator[Output]:
    """Declare all pages of one term: its first, its years, its months."""
    yield from plan_years(term, registry)
    yield listing(
        ListingView(
            frame=term.frame,
            intro=term.intro,
            size=len(term.items),
            shelves_title="Theo năm",
            shelves=year_shelves(term),
            groups=(CardGroup("", cards_of(term.items[:LATEST], registry)),),
            partial=len(term.items) > LATEST,
        )
    )


def year_shelves(term: Term) -> tuple[Shelf, ...]:
    """Return links to the pages of a term's years, newest first; none while they have none."""
    if len(term.items) < term.years_from:
        return ()
    return tuple(
        Shelf(f"Năm {year}", f"{term.frame.url}{year}/", len(items))
        for year, items in _by(term.items, lambda day: day.year)
    )


def plan_years(term: Term, registry: Registry) -> Iterator[Output]:
    """Declare the pages of a term's years and months, without its first page."""
    if len(term.items) < term.years_from:
        return
    parent = Link(term.frame.title, term.frame.url)
    for year, items in _by(term.items, lambda day: day.year):
        frame = replace(
            term.frame,
            url=f"{term.frame.url}{year}/",
            title=f"{term.frame.title} năm {year}",
            description=f"{term.frame.title}: {len(items)} mục trong năm {year}.",
            crumbs=(*term.frame.crumbs, parent),
        )
        months = _by(items, lambda day: day.month)
        has_months = len(items) >= term.months_from
        shelves = tuple(
            Shelf(f"Tháng {month}", f"{frame.url}{term.month_url(month)}", len(of_month))
            for month, of_month in months
        )
        full = len(items) <= WHOLE_YEAR
        yield listing(
            ListingView(
                frame=frame,
                intro="",
                size=len(items),
                shelves_title="Theo tháng",
                shelves=shelves if has_months else (),
                groups=tuple(
                    CardGroup(f"Tháng {month}", cards_of(of_month, registry))
                    for month, of_month in months
                )
                if full
                else (CardGroup("", cards_of(items[:LATEST], registry)),),
                partial=not full,
            )
        )
        if has_months:
            year_link = Link(f"Năm {year}", frame.url)
            for (month, of_month), shelf in zip(months, shelves, strict=True):
                yield _month(
                    term, frame, year_link, shelf, f"tháng {month} năm {year}", of_month, registry
                )


def _month(
    term: Term,
    year_frame: PageFrame,
    year_link: Link,
    shelf: Shelf,
    when: str,
    items: Sequence[Dated],
    registry: Registry,
) -> Output:
    frame = replace(
        year_frame,
        url=shelf.url,
        title=f"{term.frame.title} {when}",
        description=f"{term.frame.title}: {len(items)} mục trong {when}.",
        crumbs=(*year_frame.crumbs, year_link),
    )
    cards = (CardGroup("", cards_of(items, registry)),)
    return listing(ListingView(frame, "", len(items), "", (), cards, partial=False))


def listing(view: ListingView) -> Output:
    """Declare one listing page."""
    return Output(view.frame.output_path, view, render_listing, view.frame.chrome_key)


def render_listing(renderer: Renderer, view: ListingView) -> list[File]:
    """Render a listing page."""
    return [(view.frame.output_path, renderer.page(view.frame, "listing.html", view))]


def _by(items: Sequence[Dated], part: Callable[[date], int]) -> list[tuple[int, tuple[Dated, ...]]]:
    """Group records by year or month, latest first."""
    return sorted(group(items, lambda item: [part(item.day)]).items(), reverse=True)

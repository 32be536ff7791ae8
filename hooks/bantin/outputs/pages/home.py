"""What the home page shows. The page itself is an ordinary one, docs/index.md."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bantin.catalog.catalog import Catalog
from bantin.catalog.timeline import Timeline
from bantin.catalog.timelines import DOCUMENTS, FEATURED, NEWS, section_timeline
from bantin.outputs.cards import Card, card_of, cards_of
from bantin.outputs.listings.listing_pages import ListingLink, year_links
from bantin.outputs.listings.on_this_day import days_with_records
from bantin.outputs.register.entries import Entries, Entry
from bantin.outputs.sizes import USUAL, Sizes
from bantin.records.models import Document, Section
from bantin.text.fold import fold, syllables


@dataclass(frozen=True, slots=True)
class SectionBlock:
    """A section, its size and its latest articles without the lead."""

    section: ListingLink
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Viewed:
    """An article with how often it was viewed."""

    card: Card
    views: int


@dataclass(frozen=True, slots=True)
class Concluded:
    """A document with the first of its conclusions, and how many it has besides."""

    entry: Entry
    others: int


@dataclass(frozen=True, slots=True)
class HomeView:
    """All that the home page shows.

    Attributes:
        lead: the featured article, else the newest; None in an empty archive.
        news: the newest after the lead.
        documents: the newest.
        conclusions: the newest documents that state any.
        most_viewed: the articles viewed most, as their sources counted.
        is_counted: there is a page of what is read most here, too.
        examples: queries that find something in this archive.
        months: those of any year that there is something to recall of, "10", a space between.
        sections: in the editors' order; empty sections are left out.
        news_years: links to the years of news, newest first.
        document_years: links to the years of documents, newest first.
    """

    lead: Card | None
    news: tuple[Card, ...]
    documents: tuple[Card, ...]
    conclusions: tuple[Concluded, ...]
    most_viewed: tuple[Viewed, ...]
    is_counted: bool
    examples: tuple[str, ...]
    months: str
    sections: tuple[SectionBlock, ...]
    news_years: tuple[ListingLink, ...]
    document_years: tuple[ListingLink, ...]


def view_home(catalog: Catalog, *, is_counted: bool = False, sizes: Sizes = USUAL) -> HomeView:
    """Gather what the home page shows; `is_counted`: views were counted on this site."""
    registry = catalog.registry
    news, documents = catalog.timeline(NEWS), catalog.timeline(DOCUMENTS)
    lead = next(iter((*catalog.timeline(FEATURED).latest(1), *news.latest(1))), None)

    def latest(timeline: Timeline, size: int) -> tuple[Card, ...]:
        rest = [item for item in timeline.latest(size + 1) if item != lead]
        return cards_of(rest[:size], registry)

    def block(section: Section) -> SectionBlock:
        timeline = catalog.timeline(section_timeline(section.slug))
        link = ListingLink(section.name, section.url, timeline.size)
        return SectionBlock(link, latest(timeline, sizes.home_section))

    concluding = catalog.register.latest(sizes.home_conclusions)
    blocks = map(block, registry.sections_in_order())

    return HomeView(
        lead=card_of(lead, registry) if lead else None,
        news=latest(news, sizes.home_news),
        documents=cards_of(documents.latest(sizes.home_documents), registry),
        conclusions=tuple(
            _concluded(entry, sizes.home_points) for entry in Entries(catalog).of(concluding)
        ),
        most_viewed=tuple(
            Viewed(card_of(item, registry), views)
            for item, views in catalog.most_viewed(sizes.home_viewed)
        ),
        is_counted=is_counted,
        examples=tuple(_examples(catalog, concluding)),
        months=" ".join(sorted({day[:2] for day in days_with_records(catalog)})),
        sections=tuple(block for block in blocks if block.section.size),
        news_years=year_links(news, sizes),
        document_years=year_links(documents, sizes),
    )


def _concluded(entry: Entry, most_points: int) -> Concluded:
    first = replace(entry, points=entry.points[:most_points])
    return Concluded(first, max(0, len(entry.points) - most_points))


def _examples(catalog: Catalog, concluding: Sequence[str]) -> Iterator[str]:
    """Yield what the newest document with conclusions is found by, as people type it."""
    for uri in concluding[:1]:
        document = catalog.dated(uri)
        assert isinstance(document, Document)
        # "405 tb vp ubnd"
        yield " ".join(map(fold, syllables(document.number)))
        decided = catalog.register.decided(uri)
        if decided and decided.chairs:
            yield fold(f"kết luận {decided.chairs[0].name}")
        yield f"tháng {document.day.month} năm {document.day.year}"

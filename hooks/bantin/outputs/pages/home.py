"""The content of the home page. The page itself is an ordinary one, docs/index.md."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bantin.catalog.catalog import Catalog
from bantin.catalog.timeline import Timeline
from bantin.catalog.timeline_names import DOCUMENTS, FEATURED, NEWS, section_timeline
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
    """An article and the number of its views."""

    card: Card
    views: int


@dataclass(frozen=True, slots=True)
class Concluded:
    """A document with its first conclusions, and the number of its other conclusions."""

    entry: Entry
    others: int


@dataclass(frozen=True, slots=True)
class HomeView:
    """The content of the home page.

    Attributes:
        lead: the featured article, or else the newest; None in an empty archive.
        news: the newest articles after the lead.
        documents: the newest documents.
        conclusions: the newest documents with conclusions.
        most_viewed: the articles with the most views, as their sources counted them.
        is_counted: the site also has a page of the most read records.
        examples: queries that find something in this archive.
        months: months with records in any year: "01 10", in order.
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
    """Gather the content of the home page; `is_counted`: this site counts views."""
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
    """Yield queries that find the newest document with conclusions, as people type them."""
    for uri in concluding[:1]:
        document = catalog.dated(uri)
        assert isinstance(document, Document)
        # "405 tb vp ubnd"
        yield " ".join(map(fold, syllables(document.number)))
        decided = catalog.register.decided(uri)
        if decided and decided.chairs:
            yield fold(f"kết luận {decided.chairs[0].name}")
        yield f"tháng {document.day.month} năm {document.day.year}"

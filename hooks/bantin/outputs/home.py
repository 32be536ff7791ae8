"""What the home page shows. The page itself is an ordinary one, docs/index.md."""

from __future__ import annotations

from dataclasses import dataclass

from bantin.catalog.catalog import Catalog
from bantin.catalog.timeline import Timeline
from bantin.catalog.timelines import DOCUMENTS, FEATURED, NEWS, section_timeline
from bantin.outputs.cards import Card, card_of, cards_of
from bantin.outputs.listings import Shelf, year_shelves
from bantin.records.models import Section

LATEST_NEWS = 6
LATEST_DOCUMENTS = 6
LATEST_IN_SECTION = 4


@dataclass(frozen=True, slots=True)
class SectionBlock:
    """A section, its size and its latest articles without the lead."""

    section: Shelf
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class HomeView:
    """All that the home page shows.

    Attributes:
        lead: the featured article, else the newest; None in an empty archive.
        news: the newest after the lead.
        documents: the newest.
        sections: in the editors' order; empty sections are left out.
        news_years: links to the years of news, newest first.
        document_years: links to the years of documents, newest first.
    """

    lead: Card | None
    news: tuple[Card, ...]
    documents: tuple[Card, ...]
    sections: tuple[SectionBlock, ...]
    news_years: tuple[Shelf, ...]
    document_years: tuple[Shelf, ...]


def view_home(catalog: Catalog) -> HomeView:
    """Gather what the home page shows."""
    registry = catalog.registry
    news, documents = catalog.timeline(NEWS), catalog.timeline(DOCUMENTS)
    lead = next(iter((*catalog.timeline(FEATURED).latest(1), *news.latest(1))), None)

    def latest(timeline: Timeline, size: int) -> tuple[Card, ...]:
        rest = [item for item in timeline.latest(size + 1) if item != lead]
        return cards_of(rest[:size], registry)

    def block(section: Section) -> SectionBlock:
        timeline = catalog.timeline(section_timeline(section.slug))
        shelf = Shelf(section.name, section.url, timeline.size)
        return SectionBlock(shelf, latest(timeline, LATEST_IN_SECTION))

    blocks = map(block, registry.sections_in_order())

    return HomeView(
        lead=card_of(lead, registry) if lead else None,
        news=latest(news, LATEST_NEWS),
        documents=cards_of(documents.latest(LATEST_DOCUMENTS), registry),
        sections=tuple(block for block in blocks if block.section.size),
        news_years=year_shelves(news),
        document_years=year_shelves(documents),
    )

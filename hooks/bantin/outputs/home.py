"""What the home page shows. The page itself is an ordinary one, docs/index.md."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bantin.catalog.catalog import Catalog
from bantin.outputs.cards import Card, card_of, cards_of
from bantin.outputs.listings import Shelf, documents_term, news_term, year_shelves
from bantin.records.models import Article

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
    articles = catalog.articles
    lead = next((article for article in articles if article.featured), None)
    lead = lead or next(iter(articles), None)

    def latest(found: Sequence[Article], size: int) -> tuple[Card, ...]:
        rest = [article for article in found[: size + 1] if article is not lead]
        return cards_of(rest[:size], registry)

    return HomeView(
        lead=card_of(lead, registry) if lead else None,
        news=latest(articles, LATEST_NEWS),
        documents=cards_of(catalog.documents[:LATEST_DOCUMENTS], registry),
        sections=tuple(
            SectionBlock(
                Shelf(section.name, section.url, len(found)), latest(found, LATEST_IN_SECTION)
            )
            for section in registry.sections_in_order()
            if (found := catalog.by_section.get(section.slug, ()))
        ),
        news_years=year_shelves(news_term(catalog)),
        document_years=year_shelves(documents_term(catalog)),
    )

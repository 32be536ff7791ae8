"""What the home page shows. The page itself is an ordinary one, docs/index.md."""

from __future__ import annotations

from dataclasses import dataclass

from bantin.catalog.catalog import Catalog
from bantin.outputs.cards import Card, card_of, cards_of
from bantin.outputs.listings import Shelf, documents_term, news_term, year_shelves
from bantin.text.collate import sort_key

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
    rest = [article for article in articles[: LATEST_NEWS + 1] if article is not lead]
    ordered = sorted(registry.sections.values(), key=lambda s: (s.order, sort_key(s.name), s.slug))
    return HomeView(
        lead=card_of(lead, registry) if lead else None,
        news=cards_of(rest[:LATEST_NEWS], registry),
        documents=cards_of(catalog.documents[:LATEST_DOCUMENTS], registry),
        sections=tuple(
            SectionBlock(
                Shelf(s.name, s.url, len(found)),
                cards_of(
                    [article for article in found[: LATEST_IN_SECTION + 1] if article is not lead][
                        :LATEST_IN_SECTION
                    ],
                    registry,
                ),
            )
            for s in ordered
            if (found := catalog.by_section.get(s.slug, ()))
        ),
        news_years=year_shelves(news_term(catalog)),
        document_years=year_shelves(documents_term(catalog)),
    )

"""The page of a news article."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bantin.catalog.catalog import Catalog, bodies_of
from bantin.outputs.addresses import AddressBook
from bantin.outputs.cards import (
    HOME,
    NEWS,
    BodyLine,
    Card,
    MeetingBlock,
    PersonLine,
    body_line,
    cards_of,
    meeting_block,
    person_lines,
)
from bantin.outputs.output import File, Output
from bantin.records.models import Article, Dated
from bantin.rendering.markdown import MarkdownText, plain_text
from bantin.rendering.renderer import Link, PageFrame, Renderer
from bantin.text.dates import long_date, short_date

DESCRIPTION_LENGTH = 200


@dataclass(frozen=True, slots=True)
class PhotoView:
    """A photo; a lost one has no `url`."""

    url: str
    alt: str
    caption: str
    credit: str


@dataclass(frozen=True, slots=True)
class ChangeView:
    """A change readers are told of."""

    day_text: str
    note: str


@dataclass(frozen=True, slots=True)
class ArticleView:
    """All that an article's page shows, besides its frame."""

    frame: PageFrame
    section: Link
    day: str
    day_text: str
    time: str
    time_verified: bool
    author: str
    views: int | None
    views_as_of: str
    summary: str
    text: MarkdownText
    photos: tuple[PhotoView, ...]
    attachments: tuple[Link, ...]
    people: tuple[PersonLine, ...]
    bodies: tuple[BodyLine, ...]
    meeting: MeetingBlock | None
    related: tuple[Card, ...]
    newer: Card | None
    older: Card | None
    tags: tuple[str, ...]
    changes: tuple[ChangeView, ...]
    status: str


def plan_articles(catalog: Catalog, book: AddressBook) -> Iterator[Output]:
    """Declare one page for each article."""
    for article in catalog.articles:
        view = view_article(article, catalog, book)
        yield Output(view.frame.output_path, view, render_article, view.frame.chrome_key)


def view_article(article: Article, catalog: Catalog, book: AddressBook) -> ArticleView:
    """Gather what an article's page shows."""
    registry = catalog.registry
    section = registry.sections[article.section]
    newer, older = catalog.section_neighbours(article)
    uri = article.file.src_uri
    year, month = f"{article.day.year}", f"{article.day.month:02}"
    return ArticleView(
        frame=PageFrame(
            url=article.url,
            title=article.title,
            description=describe(article.summary or plain_text(article.body)),
            nav="tin-tuc",
            crumbs=(
                HOME,
                NEWS,
                Link(f"Năm {year}", f"tin-tuc/{year}/"),
                Link(f"Tháng {article.day.month}", f"tin-tuc/{year}/{month}/"),
            ),
            kind="article",
        ),
        section=Link(section.name, section.url),
        day=article.moment.isoformat() if article.time else article.day.isoformat(),
        day_text=long_date(article.day),
        time=article.time or "",
        time_verified=article.time_verified,
        author=article.author or "",
        views=article.views,
        views_as_of=short_date(article.views_as_of) if article.views_as_of else "",
        summary=article.summary or "",
        text=book.text_of(article),
        photos=tuple(
            PhotoView(
                url=(photo.src and book.resolve(uri, photo.src)) or "",
                alt=photo.alt or "",
                caption=photo.caption or "",
                credit=photo.credit or "",
            )
            for photo in article.photos
        ),
        attachments=attachment_links(article, book),
        people=person_lines(article),
        bodies=tuple(body_line(slug, registry) for slug in bodies_of(article)),
        meeting=meeting_block(article, catalog),
        related=related_cards(article, catalog),
        newer=cards_of([newer], registry)[0] if newer else None,
        older=cards_of([older], registry)[0] if older else None,
        tags=article.tags,
        changes=change_views(article),
        status=article.status,
    )


def render_article(renderer: Renderer, view: ArticleView) -> list[File]:
    """Render an article's page."""
    return [(view.frame.output_path, renderer.page(view.frame, "article.html", view))]


def describe(text: str) -> str:
    """Return the first words of a text for a page's description, cut between words."""
    if len(text) <= DESCRIPTION_LENGTH:
        return text
    return text[:DESCRIPTION_LENGTH].rpartition(" ")[0].rstrip(" ,;:-") + "…"


def attachment_links(item: Dated, book: AddressBook) -> tuple[Link, ...]:
    """Return a record's attachments with their addresses."""
    return tuple(
        Link(attachment.title, book.resolve(item.file.src_uri, attachment.src) or "")
        for attachment in item.attachments
    )


def change_views(item: Dated) -> tuple[ChangeView, ...]:
    """Return the changes readers are told of, newest first."""
    newest_first = sorted(item.changes, key=lambda change: change.date, reverse=True)
    return tuple(ChangeView(short_date(change.date), change.note) for change in newest_first)


def related_cards(item: Dated, catalog: Catalog) -> tuple[Card, ...]:
    """Return an item's neighbours in its bodies' timelines, its own meeting's records left out."""
    shown = {other.file.src_uri for other in catalog.same_meeting(item)}
    near = catalog.near_in_body(item)
    return cards_of((o for o in near if o.file.src_uri not in shown), catalog.registry)

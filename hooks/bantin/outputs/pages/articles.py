"""The page of a news article, and its metadata as a NewsArticle.

An hour that nobody has verified is left out of the metadata.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from bantin.catalog.catalog import Catalog
from bantin.catalog.relations.neighbours import SECTION_NEIGHBOURS
from bantin.outputs.addresses import AddressBook
from bantin.outputs.cards import HOME, NEWS, Card, body_link, card_of, describe
from bantin.outputs.data.months import pointer_to
from bantin.outputs.data.view_counts import place_of_views
from bantin.outputs.head.schema_org import body_node, drop_empty, publisher_node, terms_of
from bantin.outputs.head.share_images import image_at
from bantin.outputs.output import Output
from bantin.outputs.pages.abbreviations import view_abbreviations
from bantin.outputs.pages.record_context import RecordContext, view_context
from bantin.outputs.pages.record_metadata import keywords_of, modified_of, origin_of, work_node
from bantin.records import folders
from bantin.records.models import Article
from bantin.records.registry import Registry
from bantin.rendering.abbreviations import Abbreviation
from bantin.rendering.frame import Link, PageFrame
from bantin.rendering.linked_text import LinkedText
from bantin.rendering.metadata import Image, Metadata
from bantin.rendering.renderer import Renderer
from bantin.rendering.site import Site
from bantin.text.dates import long_date, short_date

# Syllables that an adult reads in a minute, without haste.
READING_PACE = 220


@dataclass(frozen=True, slots=True)
class PhotoView:
    """A photo. `url` is "" where the photo is lost."""

    url: str
    alt: str
    caption: str
    credit: str


@dataclass(frozen=True, slots=True)
class ArticleView:
    """The content of an article's page, besides its frame."""

    frame: PageFrame
    section: Link
    publisher: Link | None
    day: str
    day_text: str
    time: str
    time_verified: bool
    minutes: int
    author: str
    views: int | None
    views_as_of: str
    seen: str
    summary: str
    text: LinkedText
    abbreviations: tuple[Abbreviation, ...]
    photos: tuple[PhotoView, ...]
    around: RecordContext
    newer: Card | None
    older: Card | None


def plan_article(article: Article, catalog: Catalog, book: AddressBook) -> Output:
    """Declare the page of an article."""
    view = view_article(article, catalog, book)
    return Output(view.frame.output_path, view, render_article, view.frame.chrome_key)


def view_article(article: Article, catalog: Catalog, book: AddressBook) -> ArticleView:
    """Gather the content of an article's page."""
    registry = catalog.registry
    text = catalog.text_of(article.file.src_uri)
    abbreviations = view_abbreviations(article, text, registry)
    section = registry.sections[article.section]
    newer, older = SECTION_NEIGHBOURS.shown_on(article, catalog)
    uri = article.file.src_uri
    year, month = f"{article.day.year}", f"{article.day.month:02}"
    return ArticleView(
        frame=PageFrame(
            url=article.url,
            title=article.title,
            description=describe(article.summary or text.excerpt),
            nav=folders.NEWS,
            crumbs=(
                HOME,
                NEWS,
                Link(f"Năm {year}", f"{folders.NEWS}/{year}/"),
                Link(f"Tháng {article.day.month}", f"{folders.NEWS}/{year}/{month}/"),
            ),
            kind="article",
            share=image_at(section.url, section.name),
        ),
        section=Link(section.name, section.url),
        publisher=_publisher(article, registry),
        day=article.moment.isoformat() if article.time else article.day.isoformat(),
        day_text=long_date(article.day),
        time=article.time or "",
        time_verified=article.time_verified,
        minutes=_minutes(article.summary or "", text.words),
        author=article.author or "",
        views=article.views,
        views_as_of=short_date(article.views_as_of) if article.views_as_of else "",
        seen=place_of_views(article.url, article.day.isoformat()),
        summary=article.summary or "",
        text=replace(book.link(uri, text), abbreviations=abbreviations),
        abbreviations=abbreviations,
        photos=tuple(
            PhotoView(
                url=(photo.src and book.resolve_file(uri, photo.src)) or "",
                alt=photo.alt or "",
                caption=photo.caption or "",
                credit=photo.credit or "",
            )
            for photo in article.photos
        ),
        around=view_context(article, catalog, book),
        newer=card_of(newer, registry) if newer else None,
        older=card_of(older, registry) if older else None,
    )


def _minutes(*texts: str) -> int:
    """Return the reading time of texts in minutes, >= 1."""
    return max(1, round(sum(len(text.split()) for text in texts) / READING_PACE))


def _publisher(article: Article, registry: Registry) -> Link | None:
    if article.publisher is None:
        return None
    return body_link(registry.bodies[article.publisher])


def render_article(renderer: Renderer, view: ArticleView) -> bytes:
    """Render an article's page."""
    about = _describe(view, renderer.site)
    return renderer.page(view.frame, "article.html", view, about)


def _describe(view: ArticleView, site: Site) -> Metadata:
    """Return the metadata of an article's page."""
    around = view.around
    published = view.day if view.time_verified else view.day[:10]
    photo = next((photo for photo in view.photos if photo.url), None)
    publisher = body_node(view.publisher, site) if view.publisher else publisher_node(site)
    author = {"@type": "Person", "name": view.author} if view.author else publisher
    node = {
        "@type": "NewsArticle",
        **work_node(view.frame, around, published, site, title="headline"),
        "author": author,
        "publisher": publisher,
        "articleSection": view.section.text,
        **drop_empty(
            {"image": site.url + photo.url if photo else "", "isBasedOn": origin_of(around)}
        ),
    }
    properties = [
        ("article:published_time", published),
        ("article:modified_time", modified_of(around, published)),
        ("article:section", view.section.text),
        *(("article:tag", tag) for tag in keywords_of(around)),
    ]
    terms = terms_of(
        DC_creator=author["name"],
        DC_publisher=publisher["name"],
        DC_date=published[:10],
        DCTERMS_modified=modified_of(around, published)[:10],
        DC_subject=(view.section.text, *keywords_of(around)),
        DC_source=origin_of(around),
    )
    return Metadata(
        node,
        terms,
        tuple(properties),
        Image(photo.url, photo.alt or photo.caption) if photo else None,
        pointer_to(view.frame.url, view.day),
    )

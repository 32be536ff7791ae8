"""The entries of search, one for each record, body and person; and the search page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bantin.catalog.catalog import Catalog
from bantin.catalog.decisions import Decided
from bantin.catalog.items import item_of
from bantin.catalog.people import PersonEntry
from bantin.catalog.timeline_names import bodies_of
from bantin.outputs.cards import HOME, label_of, person_lines
from bantin.outputs.discovery.search_facets import body_facets, person_facets, record_facets
from bantin.outputs.discovery.search_names import BODY_KIND, NEWS_KIND, PERSON_KIND
from bantin.outputs.listing_kinds import facet_kinds
from bantin.outputs.output import Output
from bantin.records import folders
from bantin.records.models import Article, Body, Dated, Document, Record
from bantin.records.registry import Registry
from bantin.rendering.frame import Link, PageFrame
from bantin.rendering.renderer import Renderer
from bantin.search import SearchEntry
from bantin.search.files import SEARCH_FOLDER

SEARCH_FRAME = PageFrame(
    f"{SEARCH_FOLDER}/", "Tìm kiếm", "Tìm trong toàn bộ tin tức và văn bản.", "", (HOME,)
)


@dataclass(frozen=True, slots=True)
class SearchPageView:
    """The search page. It has a list of choices for each of `kinds`."""

    frame: PageFrame
    kinds: tuple[Link, ...]


def plan_search_page() -> Output:
    """Declare the search page."""
    view = SearchPageView(SEARCH_FRAME, tuple(kind.link for kind in facet_kinds()))
    return Output(SEARCH_FRAME.output_path, view, render_page, SEARCH_FRAME.chrome_key)


def find_entry(catalog: Catalog, url: str) -> SearchEntry | None:
    """Return the entry of the page at an address; None where search does not find the page."""
    folder, _, rest = url.removesuffix("/").partition("/")
    if folder == folders.PEOPLE:
        return person_entry(catalog.person(rest)) if catalog.is_named(rest) else None
    if folder == folders.BODIES:
        body = catalog.registry.bodies.get(rest)
        return body_entry(body, catalog) if body else None
    uri = url.removesuffix("/") + ".md"
    return record_entry(catalog.dated(uri), catalog) if catalog.is_shown(uri) else None


def find_day(catalog: Catalog, url: str) -> str | None:
    """Return the day of the entry that `find_entry` would return, without making the entry."""
    folder, _, slug = url.removesuffix("/").partition("/")
    if folder == folders.PEOPLE:
        return "" if catalog.is_named(slug) else None
    uri = url.removesuffix("/") + ".md"
    if not catalog.is_shown(uri):
        return None
    return "" if folder == folders.BODIES else catalog.item(uri).day.isoformat()


def body_entry(body: Body, catalog: Catalog) -> SearchEntry:
    """Return the search entry of a body."""
    return SearchEntry(
        url=body.url,
        title=body.name,
        kind=BODY_KIND,
        number="",
        day="",
        names=body.short_names,
        summary=_heirs_of(body, catalog.registry),
        text=_words_of(body, catalog),
        facets=body_facets(body),
    )


def person_entry(person: PersonEntry) -> SearchEntry:
    """Return the search entry of a person."""
    positions = dict.fromkeys(role.position for role in person.roles)
    return SearchEntry(
        url=folders.person_url(person.slug),
        title=person.name,
        kind=PERSON_KIND,
        number="",
        day="",
        names=(),
        summary="; ".join(positions),
        text="",
        facets=person_facets(person),
    )


def _words_of(record: Record, catalog: Catalog) -> str:
    return catalog.text_of(record.file.src_uri).words


def _heirs_of(body: Body, registry: Registry) -> str:
    names = [heir.name for heir in registry.successors(body.slug)]
    return f"Kế tục: {', '.join(names)}" if names else ""


def record_entry(item: Dated, catalog: Catalog) -> SearchEntry:
    """Return the search entry of a published article or document."""
    registry = catalog.registry
    decided = catalog.register.decided(item.file.src_uri) if isinstance(item, Document) else None
    # A record is found by the old body and by its successors: readers ask under either name.
    slugs = bodies_of(item)
    heirs = (heir for slug in slugs for heir in registry.successors(slug))
    bodies = {body.slug: body for body in (*map(registry.bodies.__getitem__, slugs), *heirs)}
    summary = item.summary if isinstance(item, Article | Document) else None
    facets = record_facets(item, has_conclusions=decided is not None)
    terms = [term.name for term in facets.terms]
    return SearchEntry(
        url=item.url,
        title=item.title,
        kind=NEWS_KIND if isinstance(item, Article) else label_of(item_of(item), registry),
        number=item.number if isinstance(item, Document) else "",
        day=item.day.isoformat(),
        names=(
            *(line.name for line in person_lines(item, registry)),
            *(name for body in bodies.values() for name in (body.name, *body.short_names)),
        ),
        summary=summary or "",
        text=" ".join([_words_of(item, catalog), *_labels(item), *terms, *item.tags]).strip(),
        facets=facets,
        points=tuple(_points_of(decided)) if decided else (),
    )


def _labels(item: Dated) -> Iterator[str]:
    """Yield what the page shows beside the text: captions, names of files and of figures."""
    if isinstance(item, Article):
        yield from (photo.caption for photo in item.photos if photo.caption)
    yield from (one.title for one in item.attachments)
    yield from dict.fromkeys(one.name for one in item.figures)


def _points_of(decided: Decided) -> Iterator[tuple[str, str]]:
    for point in decided.points:
        yield point.anchor, f"{point.mark} {point.text}" if point.mark else point.text


def render_page(renderer: Renderer, view: SearchPageView) -> bytes:
    """Render the search page."""
    return renderer.page(view.frame, "search-page.html", view.kinds)

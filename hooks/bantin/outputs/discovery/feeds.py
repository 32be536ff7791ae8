"""Feeds of the latest records, one of all and one of each list, as Atom and as JSON Feed.

Source: RFC 4287; JSON Feed 1.1.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element, SubElement

from pydantic_core import to_json

from bantin.catalog.catalog import Catalog
from bantin.catalog.items import Item, changed_at
from bantin.catalog.timeline_names import DOCUMENTS, NEWS
from bantin.outputs.cards import label_of
from bantin.outputs.discovery.xml import to_xml
from bantin.outputs.listings.listing_pages import Term
from bantin.outputs.output import Output
from bantin.outputs.sizes import Sizes
from bantin.records.models import Article
from bantin.rendering.renderer import Renderer
from bantin.rendering.site import Site

ATOM = "http://www.w3.org/2005/Atom"
JSON_FEED = "https://jsonfeed.org/version/1.1"
ATOM_NAME = "feed.xml"
JSON_NAME = "feed.json"
EXCERPT_LENGTH = 500


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """A record in a feed. Times follow RFC 3339.

    `updated` is the last change that readers were told of, or else the publication.
    """

    lasting_id: str
    url: str
    title: str
    published: str
    updated: str
    author: str
    label: str
    summary: str


@dataclass(frozen=True, slots=True)
class FeedView:
    """A feed.

    Attributes:
        path: its Atom or JSON file, relative to the root.
        url: the page with the same list; "" for the home page.
        title: title of that page; "" for the site's own name.
        description: "" for the site's own.
        entries: newest first; empty lists give a feed without entries.
    """

    path: str
    url: str
    title: str
    description: str
    entries: tuple[FeedEntry, ...]


class Feeds:
    """Plans the feeds of one archive. Each record's entry is made once for all feeds."""

    def __init__(self, catalog: Catalog, sizes: Sizes) -> None:
        self._catalog = catalog
        self._sizes = sizes
        self._entries: dict[str, FeedEntry] = {}

    def of_all(self) -> Iterator[Output]:
        """Declare the feeds of the whole archive."""
        latest = [
            item
            for name in (NEWS, DOCUMENTS)
            for item in self._catalog.timeline(name).latest(self._sizes.feed)
        ]
        newest_first = sorted(latest, key=lambda item: item.place)
        yield from self._plan("", "", "", newest_first[: self._sizes.feed])

    def of_term(self, term: Term) -> Iterator[Output]:
        """Declare the feeds of a list."""
        frame = term.frame
        latest = term.timeline.latest(self._sizes.term_feed)
        yield from self._plan(frame.url, frame.title, frame.description, latest)

    def _plan(
        self, url: str, title: str, description: str, items: Iterable[Item]
    ) -> Iterator[Output]:
        entries = tuple(self._entry(item) for item in items)
        view = FeedView(f"{url}{ATOM_NAME}", url, title, description, entries)
        yield Output(view.path, view, render_atom)
        path = f"{url}{JSON_NAME}"
        yield Output(path, replace(view, path=path), render_json)

    def _entry(self, item: Item) -> FeedEntry:
        found = self._entries.get(item.src_uri)
        if found is None:
            found = self._entries[item.src_uri] = _entry(item, self._catalog)
        return found


def _entry(item: Item, catalog: Catalog) -> FeedEntry:
    record = catalog.dated(item.src_uri)
    title = f"{item.number}: {item.title}" if item.number else item.title
    return FeedEntry(
        lasting_id=item.lasting_id,
        url=item.url,
        title=f"Đã thu hồi: {title}" if item.status == "withdrawn" else title,
        published=item.moment,
        updated=changed_at(record).isoformat(),
        author=(record.author or "") if isinstance(record, Article) else "",
        label=label_of(item, catalog.registry),
        summary=item.summary or catalog.text_of(item.src_uri).excerpt[:EXCERPT_LENGTH],
    )


def render_atom(renderer: Renderer, view: FeedView) -> bytes:
    """Render a feed as Atom."""
    site = renderer.site
    feed = Element("feed", {"xmlns": ATOM, "xml:lang": "vi"})
    SubElement(feed, "title").text = _title(renderer, view)
    SubElement(feed, "subtitle").text = view.description or site.description
    SubElement(feed, "id").text = site.id_of(f"{view.url}feed")
    SubElement(feed, "link", {"rel": "self", "href": site.url + view.path})
    SubElement(feed, "link", {"rel": "alternate", "href": site.url + view.url})
    # An empty feed needs a date too. The epoch never changes.
    newest = max((entry.updated for entry in view.entries), default="1970-01-01T00:00:00+00:00")
    SubElement(feed, "updated").text = newest
    SubElement(SubElement(feed, "author"), "name").text = site.holder or site.name
    for entry in view.entries:
        node = SubElement(feed, "entry")
        SubElement(node, "title").text = entry.title
        SubElement(node, "id").text = site.id_of(entry.lasting_id)
        SubElement(node, "link", {"rel": "alternate", "href": site.url + entry.url})
        SubElement(node, "published").text = entry.published
        SubElement(node, "updated").text = entry.updated
        if entry.author:
            SubElement(SubElement(node, "author"), "name").text = entry.author
        SubElement(node, "category", {"term": entry.label})
        SubElement(node, "summary").text = entry.summary
    return to_xml(feed)


def render_json(renderer: Renderer, view: FeedView) -> bytes:
    """Render a feed as JSON Feed."""
    site = renderer.site
    feed = {
        "version": JSON_FEED,
        "title": _title(renderer, view),
        "home_page_url": site.url + view.url,
        "feed_url": site.url + view.path,
        "description": view.description or site.description,
        "language": "vi",
        "authors": [{"name": site.holder or site.name, "url": site.url}],
        "items": [_item(entry, site) for entry in view.entries],
    }
    return to_json(feed, indent=1) + b"\n"


def _item(entry: FeedEntry, site: Site) -> dict[str, object]:
    authors = {"authors": [{"name": entry.author}]} if entry.author else {}
    return {
        "id": site.id_of(entry.lasting_id),
        "url": site.url + entry.url,
        "title": entry.title,
        "content_text": entry.summary,
        "date_published": entry.published,
        "date_modified": entry.updated,
        **authors,
        "tags": [entry.label],
    }


def _title(renderer: Renderer, view: FeedView) -> str:
    return f"{view.title} – {renderer.site.name}" if view.title else renderer.site.name

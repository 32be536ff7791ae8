"""The Atom feed of the latest records.

Source: RFC 4287.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement

from bantin.catalog.catalog import Catalog
from bantin.catalog.items import Item, changed_at
from bantin.catalog.timelines import DOCUMENTS, NEWS
from bantin.outputs.cards import label_of
from bantin.outputs.output import Output
from bantin.outputs.xml import to_xml
from bantin.records.models import Article
from bantin.rendering.markdown import plain_text
from bantin.rendering.renderer import Renderer

ATOM = "http://www.w3.org/2005/Atom"
FEED_PATH = "feed.xml"
FEED_SIZE = 30


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """A record in a feed; times in RFC 3339."""

    url: str
    title: str
    published: str
    updated: str
    author: str
    label: str
    summary: str


@dataclass(frozen=True, slots=True)
class FeedView:
    """A feed: newest first; empty archives give a feed without entries."""

    entries: tuple[FeedEntry, ...]


def plan_feeds(catalog: Catalog) -> Iterator[Output]:
    """Declare the feed of the whole archive."""
    latest = [
        item for name in (NEWS, DOCUMENTS) for item in catalog.timeline(name).latest(FEED_SIZE)
    ]
    newest_first = sorted(latest, key=lambda item: item.place)
    entries = tuple(_entry(item, catalog) for item in newest_first[:FEED_SIZE])
    yield Output(FEED_PATH, FeedView(entries), render_feed)


def _entry(item: Item, catalog: Catalog) -> FeedEntry:
    record = catalog.dated(item.src_uri)
    return FeedEntry(
        url=item.url,
        title=f"{item.number}: {item.title}" if item.number else item.title,
        published=item.moment,
        updated=changed_at(record).isoformat(),
        author=(record.author or "") if isinstance(record, Article) else "",
        label=label_of(item, catalog.registry),
        summary=item.summary or plain_text(record.body)[:500],
    )


def render_feed(renderer: Renderer, view: FeedView) -> bytes:
    """Render the feed."""
    site = renderer.site
    feed = Element("feed", {"xmlns": ATOM, "xml:lang": "vi"})
    SubElement(feed, "title").text = site.name
    SubElement(feed, "subtitle").text = site.description
    SubElement(feed, "id").text = site.url
    SubElement(feed, "link", {"rel": "self", "href": site.url + FEED_PATH})
    SubElement(feed, "link", {"rel": "alternate", "href": site.url})
    # An empty feed still needs a date; the epoch says "never" and never changes.
    newest = max((entry.updated for entry in view.entries), default="1970-01-01T00:00:00+00:00")
    SubElement(feed, "updated").text = newest
    SubElement(SubElement(feed, "author"), "name").text = site.holder or site.name
    for entry in view.entries:
        node = SubElement(feed, "entry")
        SubElement(node, "title").text = entry.title
        SubElement(node, "id").text = site.url + entry.url
        SubElement(node, "link", {"rel": "alternate", "href": site.url + entry.url})
        SubElement(node, "published").text = entry.published
        SubElement(node, "updated").text = entry.updated
        if entry.author:
            SubElement(SubElement(node, "author"), "name").text = entry.author
        SubElement(node, "category", {"term": entry.label})
        SubElement(node, "summary").text = entry.summary
    return to_xml(feed)

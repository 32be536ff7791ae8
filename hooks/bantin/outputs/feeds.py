"""The Atom feed of the latest records.

Source: RFC 4287.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from xml.etree.ElementTree import Element, SubElement

from bantin.catalog.catalog import Catalog
from bantin.outputs.cards import label_of
from bantin.outputs.output import File, Output
from bantin.outputs.xml import to_xml
from bantin.records.models import Article, Dated, Document
from bantin.rendering.markdown import plain_text
from bantin.rendering.renderer import Renderer
from bantin.text.dates import VIETNAM

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
    entries = tuple(_entry(item, catalog) for item in catalog.items[:FEED_SIZE])
    yield Output(FEED_PATH, FeedView(entries), render_feed)


def updated_at(item: Dated) -> datetime:
    """Return when a record last changed for its readers."""
    days = [change.date for change in item.changes]
    moments = [datetime(day.year, day.month, day.day, tzinfo=VIETNAM) for day in days]
    return max([item.moment, *moments])


def _entry(item: Dated, catalog: Catalog) -> FeedEntry:
    title = f"{item.number}: {item.title}" if isinstance(item, Document) else item.title
    summary = item.summary if isinstance(item, Article | Document) else None
    return FeedEntry(
        url=item.url,
        title=title,
        published=item.moment.isoformat(),
        updated=updated_at(item).isoformat(),
        author=(item.author or "") if isinstance(item, Article) else "",
        label=label_of(item, catalog.registry),
        summary=summary or plain_text(item.body)[:500],
    )


def render_feed(renderer: Renderer, view: FeedView) -> list[File]:
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
    return [(FEED_PATH, to_xml(feed))]

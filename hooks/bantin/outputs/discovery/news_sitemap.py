"""The sitemap of the latest news, for news search engines.

Engines ask for the last two days. A build reads no clock, so the same records give the same bytes
on every day. The two days therefore end with the newest article. With daily news that makes no
difference. An archive without new records lists its last articles, and engines skip them as old.

Source: Google's news sitemap 0.9.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement

from bantin.catalog.catalog import Catalog
from bantin.catalog.items import Item
from bantin.catalog.timeline_names import NEWS
from bantin.outputs.discovery.sitemap import NAMESPACE
from bantin.outputs.discovery.xml import to_xml
from bantin.outputs.output import Output
from bantin.outputs.sizes import Sizes
from bantin.records.models import Article
from bantin.rendering.renderer import Renderer

NEWS_NAMESPACE = "http://www.google.com/schemas/sitemap-news/0.9"
NEWS_SITEMAP_PATH = "sitemap-tin-moi.xml"
SPAN_S = 2 * 24 * 60 * 60


@dataclass(frozen=True, slots=True)
class NewsEntry:
    """An article: address, time of publication (a day if the hour is not sure), title."""

    url: str
    published: str
    title: str


@dataclass(frozen=True, slots=True)
class NewsView:
    """The latest news, newest first; at least one."""

    entries: tuple[NewsEntry, ...]


def plan_news_sitemap(catalog: Catalog, sizes: Sizes) -> Iterator[Output]:
    """Declare the sitemap of the latest news; nothing without news, as its schema asks."""
    entries = tuple(_entry(item, catalog) for item in _latest(catalog)[: sizes.news_sitemap])
    if entries:
        yield Output(NEWS_SITEMAP_PATH, NewsView(entries), render_news)


def has_news(catalog: Catalog) -> bool:
    """True when there is a sitemap of the latest news."""
    return bool(_latest(catalog))


def _latest(catalog: Catalog) -> list[Item]:
    timeline = catalog.timeline(NEWS)
    newest = timeline.latest(1)
    if not newest:
        return []
    age, _ = newest[0].place
    found = timeline.within(age - 1, age + SPAN_S)
    return [item for item in found if item.status != "withdrawn"]


def _entry(item: Item, catalog: Catalog) -> NewsEntry:
    record = catalog.dated(item.src_uri)
    assert isinstance(record, Article)
    is_sure = record.time is not None and record.time_verified
    return NewsEntry(item.url, item.moment if is_sure else item.moment[:10], item.title)


def render_news(renderer: Renderer, view: NewsView) -> bytes:
    """Render the sitemap."""
    site = renderer.site
    root = Element("urlset", {"xmlns": NAMESPACE, "xmlns:news": NEWS_NAMESPACE})
    for entry in view.entries:
        node = SubElement(root, "url")
        SubElement(node, "loc").text = site.url + entry.url
        news = SubElement(node, "news:news")
        publication = SubElement(news, "news:publication")
        SubElement(publication, "news:name").text = site.name
        SubElement(publication, "news:language").text = "vi"
        SubElement(news, "news:publication_date").text = entry.published
        SubElement(news, "news:title").text = entry.title
    return to_xml(root)

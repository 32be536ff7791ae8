"""The sitemap: an index, and a part for each kind of record and year.

Source: sitemaps.org protocol 0.9. A part holds 50,000 addresses at most; one new record changes
one part and the index.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement

from bantin.catalog.catalog import Catalog, group
from bantin.outputs.feeds import updated_at
from bantin.outputs.output import File, Output
from bantin.outputs.xml import to_xml
from bantin.rendering.renderer import Renderer

NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
INDEX_PATH = "sitemap.xml"
PART_SIZE = 50_000


@dataclass(frozen=True, slots=True)
class SitemapEntry:
    """An address and the day it last changed; "" where that is not known."""

    url: str
    changed: str


@dataclass(frozen=True, slots=True)
class SitemapView:
    """A part of the sitemap, or the index of its parts."""

    path: str
    entries: tuple[SitemapEntry, ...]


def plan_sitemap(catalog: Catalog, other_urls: Iterable[str]) -> Iterator[Output]:
    """Declare the sitemap.

    Args:
        catalog: its articles and documents are listed with the day they changed.
        other_urls: every other page of the site, relative to the root; listed without a day.
    """
    parts: dict[str, Sequence[SitemapEntry]] = {
        "trang": [SitemapEntry(url, "") for url in sorted(set(other_urls))]
    }
    for name, items in group(
        catalog.items, lambda item: [f"{item.folder}-{item.day.year}"]
    ).items():
        parts[name] = [SitemapEntry(i.url, updated_at(i).date().isoformat()) for i in items]
    index: list[SitemapEntry] = []
    for name, entries in sorted(parts.items()):
        for number, chunk in enumerate(_batched(sorted(entries, key=lambda e: e.url)), start=1):
            path = f"sitemap/{name}.xml" if number == 1 else f"sitemap/{name}-{number}.xml"
            index.append(SitemapEntry(path, max(entry.changed for entry in chunk)))
            yield Output(path, SitemapView(path, chunk), render_part)
    yield Output(INDEX_PATH, SitemapView(INDEX_PATH, tuple(index)), render_index)


def _batched(entries: Sequence[SitemapEntry]) -> Iterator[tuple[SitemapEntry, ...]]:
    for start in range(0, len(entries), PART_SIZE):
        yield tuple(entries[start : start + PART_SIZE])


def render_part(renderer: Renderer, view: SitemapView) -> list[File]:
    """Render one part."""
    return [(view.path, _render(renderer, view, "urlset", "url"))]


def render_index(renderer: Renderer, view: SitemapView) -> list[File]:
    """Render the index of the parts."""
    return [(view.path, _render(renderer, view, "sitemapindex", "sitemap"))]


def _render(renderer: Renderer, view: SitemapView, root_tag: str, tag: str) -> bytes:
    root = Element(root_tag, {"xmlns": NAMESPACE})
    for entry in view.entries:
        node = SubElement(root, tag)
        SubElement(node, "loc").text = renderer.site.url + entry.url
        if entry.changed:
            SubElement(node, "lastmod").text = entry.changed
    return to_xml(root)

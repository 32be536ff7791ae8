"""The sitemap: an index, and a part for each kind of record and year.

A part holds at most 50,000 addresses. One new record changes one part and the index.

Source: sitemaps.org protocol 0.9.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement

from bantin.catalog.catalog import Catalog
from bantin.outputs.discovery.xml import to_xml
from bantin.outputs.output import Output
from bantin.outputs.sizes import Sizes
from bantin.rendering.renderer import Renderer

NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
INDEX_PATH = "sitemap.xml"


@dataclass(frozen=True, slots=True)
class SitemapEntry:
    """An address and the day of its last change; "" where that is not known."""

    url: str
    changed: str


@dataclass(frozen=True, slots=True)
class SitemapView:
    """A part of the sitemap, or the index of its parts."""

    path: str
    entries: tuple[SitemapEntry, ...]


def plan_part(name: str, catalog: Catalog, sizes: Sizes) -> Iterator[Output]:
    """Declare the parts of one kind and year, such as "tin-tuc-2021"; mostly just one part."""
    changed = catalog.changed_in(name)
    entries = [SitemapEntry(uri.removesuffix(".md") + "/", day) for uri, day in changed]
    yield from _parts(name, entries, sizes.sitemap_part)


def plan_sitemap(catalog: Catalog, other_urls: Iterable[str], sizes: Sizes) -> Iterator[Output]:
    """Declare the index, and the part with all other pages than articles and documents.

    Args:
        catalog: its articles and documents are listed with the day of their last change.
        other_urls: all other pages of the site, relative to the root; listed without a day.
        sizes: limits the size of a part.
    """
    index: list[SitemapEntry] = []
    others = [SitemapEntry(url, "") for url in set(other_urls)]
    for output in _parts("trang", others, sizes.sitemap_part):
        index.append(SitemapEntry(output.path, ""))
        yield output
    for name, size, changed in catalog.parts():
        if size <= sizes.sitemap_part:
            index.append(SitemapEntry(_part_path(name, 1), changed))
        else:
            for output in plan_part(name, catalog, sizes):
                last = max(entry.changed for entry in output.view.entries)
                index.append(SitemapEntry(output.path, last))
    ordered = tuple(sorted(index, key=lambda entry: entry.url))
    yield Output(INDEX_PATH, SitemapView(INDEX_PATH, ordered), render_index)


def _parts(name: str, entries: Iterable[SitemapEntry], part_size: int) -> Iterator[Output]:
    ordered = sorted(entries, key=lambda entry: entry.url)
    for number, start in enumerate(range(0, len(ordered), part_size), start=1):
        path = _part_path(name, number)
        view = SitemapView(path, tuple(ordered[start : start + part_size]))
        yield Output(path, view, render_part)


def _part_path(name: str, number: int) -> str:
    return f"sitemap/{name}.xml" if number == 1 else f"sitemap/{name}-{number}.xml"


def render_part(renderer: Renderer, view: SitemapView) -> bytes:
    """Render one part."""
    return _render(renderer, view, "urlset", "url")


def render_index(renderer: Renderer, view: SitemapView) -> bytes:
    """Render the index of the parts."""
    return _render(renderer, view, "sitemapindex", "sitemap")


def _render(renderer: Renderer, view: SitemapView, root_tag: str, tag: str) -> bytes:
    root = Element(root_tag, {"xmlns": NAMESPACE})
    for entry in view.entries:
        node = SubElement(root, tag)
        SubElement(node, "loc").text = renderer.site.url + entry.url
        if entry.changed:
            SubElement(node, "lastmod").text = entry.changed
    return to_xml(root)

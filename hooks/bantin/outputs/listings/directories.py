"""The pages that list all terms of a kind: all bodies, all sections, all people."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bantin.catalog.catalog import Catalog
from bantin.outputs.cards import HOME
from bantin.outputs.head.share_images import kind_image
from bantin.outputs.listing_kinds import KINDS, ListingKind
from bantin.outputs.listings.listing_pages import ListingLink
from bantin.outputs.output import Output
from bantin.rendering.frame import PageFrame
from bantin.rendering.renderer import Renderer


@dataclass(frozen=True, slots=True)
class LinkGroup:
    """Links under one heading."""

    heading: str
    links: tuple[ListingLink, ...]


@dataclass(frozen=True, slots=True)
class DirectoryView:
    """The content of a directory, besides its frame."""

    frame: PageFrame
    groups: tuple[LinkGroup, ...]


DIRECTORY_URLS = tuple(kind.link.url for kind in KINDS.values() if kind.directory)


def plan_directories(catalog: Catalog) -> Iterator[Output]:
    """Declare the directory of every kind that has one."""
    for kind in KINDS.values():
        if kind.directory:
            link, description = kind.link, kind.directory.description
            share = kind_image(kind.folder)
            frame = PageFrame(link.url, link.text, description, kind.nav, (HOME,), share=share)
            view = DirectoryView(frame, tuple(_groups(kind, catalog)))
            yield Output(frame.output_path, view, render_directory, frame.chrome_key)


def _groups(kind: ListingKind, catalog: Catalog) -> Iterator[LinkGroup]:
    assert kind.directory is not None
    taxonomy = kind.taxonomy
    names, sizes = catalog.terms.names(taxonomy), catalog.timeline_sizes(f"{kind.folder}/")
    for heading, slugs in kind.directory.arrange(names, catalog):
        timelines = ((slug, taxonomy.timeline(slug)) for slug in slugs)
        links = (
            ListingLink(kind.title_of(names[slug]), f"{name}/", sizes.get(name, 0))
            for slug, name in timelines
        )
        yield LinkGroup(heading, tuple(links))


def render_directory(renderer: Renderer, view: DirectoryView) -> bytes:
    """Render a directory."""
    return renderer.page(view.frame, "directory.html", view)

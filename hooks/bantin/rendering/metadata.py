"""Describes a page to machines in its head: schema.org as JSON-LD, Dublin Core, Open Graph.

Knows no record; takes plain values.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup
from pydantic_core import to_json

from bantin.records import folders
from bantin.rendering.frame import PageFrame
from bantin.rendering.site import Site

# The folder of share images, and the image of every page without its own.
SHARED = f"{folders.SHARE_IMAGES}/"
SITE_IMAGE = f"{SHARED}trang.png"
SCHEMA_ORG = "https://schema.org"
# A thing of schema.org: its type and properties. Values are texts, numbers, things or lists.
Node = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Image:
    """The picture of a shared page.

    Attributes:
        url: relative to the site's root.
        alt: text alternative; "" when unknown.
        width: in pixels; 0 when unknown.
        height: in pixels; 0 when unknown.
    """

    url: str
    alt: str
    width: int = 0
    height: int = 0


@dataclass(frozen=True, slots=True)
class Metadata:
    """The head of a page besides its frame.

    Attributes:
        node: the page, or its subject; without "@context".
        terms: (name, value) of Dublin Core elements and terms. The name has its vocabulary:
            ("DC.creator", "M.L").
        properties: Open Graph properties that not every page has.
        image: the picture for sharing the page; None for the one of its frame.
        data: address of the page's record as JSON, relative to the root; "" for none.
    """

    node: Node
    terms: tuple[tuple[str, str], ...] = ()
    properties: tuple[tuple[str, str], ...] = ()
    image: Image | None = None
    data: str = ""


def linked_data(frame: PageFrame, node: Node, site: Site) -> Markup:
    """Return the JSON-LD of a page: its subject, and the way to it from the home page.

    Args:
        frame: of the page.
        node: the page, or its subject.
        site: makes addresses absolute.
    """
    graph = [node]
    if frame.crumbs:
        trail: list[Node] = [
            {"@type": "ListItem", "position": place, "name": link.text, "item": site.url + link.url}
            for place, link in enumerate(frame.crumbs, start=1)
        ]
        # The page itself needs no address.
        trail.append({"@type": "ListItem", "position": len(trail) + 1, "name": frame.title})
        graph.append({"@type": "BreadcrumbList", "itemListElement": trail})
    text = to_json({"@context": SCHEMA_ORG, "@graph": graph}).decode()
    # Inside a script element "</script" and "<!--" count even within quotes.
    return Markup(text.replace("<", "\\u003c"))


def page_node(frame: PageFrame, site: Site, kind: str = "WebPage") -> dict[str, Any]:
    """Return a page as a thing of schema.org.

    Args:
        frame: of the page.
        site: the site of the page.
        kind: a type of schema.org, WebPage or one below it.
    """
    # Dublin Core and Open Graph already hold the description. A third copy would add 20 MB to
    # 50,000 pages.
    return {
        "@type": kind,
        "@id": site.url + frame.url,
        "url": site.url + frame.url,
        "name": frame.title,
        "inLanguage": "vi",
        "isPartOf": {"@id": site.id_of("#trang")},
    }

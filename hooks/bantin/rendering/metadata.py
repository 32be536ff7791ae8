"""What a page's head tells machines: schema.org as JSON-LD, Dublin Core, Open Graph.

Knows no record; what a page is about is given as plain values.
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

# Where the pictures lie that stand for pages; the first is that of every page without another.
SHARED = f"{folders.SHARE_IMAGES}/"
SITE_IMAGE = f"{SHARED}trang.png"
SCHEMA_ORG = "https://schema.org"
# A thing of schema.org: its type, and properties with texts, numbers, other things, lists of them.
Node = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Image:
    """A picture that stands for a page.

    Attributes:
        url: relative to the site's root.
        alt: what it shows; "" where nobody says.
        width: in pixels; 0 where not known, as its height.
        height: in pixels.
    """

    url: str
    alt: str
    width: int = 0
    height: int = 0


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the head of a page says besides its frame.

    Attributes:
        node: the page, or what it is about; without "@context".
        terms: Dublin Core elements and terms with their vocabulary, ("DC.creator", "M.L").
        properties: Open Graph properties besides those of every page.
        image: stands for the page where it is shared; None for that of its frame.
        data: where the page's record is as JSON, relative to the root; "" for none.
    """

    node: Node
    terms: tuple[tuple[str, str], ...] = ()
    properties: tuple[tuple[str, str], ...] = ()
    image: Image | None = None
    data: str = ""


def linked_data(frame: PageFrame, node: Node, site: Site) -> Markup:
    """Return the JSON-LD of a page: what it is about, and the way to it from the home page.

    Args:
        frame: of the page.
        node: the page, or what it is about.
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
    # In a script element "</script" and "<!--" would count, whatever the quotes around them.
    return Markup(text.replace("<", "\\u003c"))


def page_node(frame: PageFrame, site: Site, kind: str = "WebPage") -> dict[str, Any]:
    """Return a page as a thing of its own.

    Args:
        frame: of the page.
        site: that it is part of.
        kind: a type of schema.org, WebPage or one below it.
    """
    # Descriptions are told by Dublin Core and Open Graph already; three times would be 20 MB of
    # 50,000 pages.
    return {
        "@type": kind,
        "@id": site.url + frame.url,
        "url": site.url + frame.url,
        "name": frame.title,
        "inLanguage": "vi",
        "isPartOf": {"@id": f"{site.url}#trang"},
    }

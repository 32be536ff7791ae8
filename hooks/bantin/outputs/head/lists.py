"""What lists and the home page tell machines: how much a list holds, how the site is searched."""

from __future__ import annotations

from bantin.outputs.head.things import drop_empty, publisher_node
from bantin.rendering.frame import PageFrame
from bantin.rendering.metadata import Metadata, page_node
from bantin.rendering.site import Site
from bantin.search.files import SEARCH_FOLDER


def describe_list(frame: PageFrame, size: int, site: Site) -> Metadata:
    """Return what a list tells machines: how many records it holds."""
    node = page_node(frame, site, "CollectionPage")
    return Metadata({**node, "mainEntity": {"@type": "ItemList", "numberOfItems": size}})


def describe_site(frame: PageFrame, site: Site) -> Metadata:
    """Return what the home page tells machines: the site, who keeps it, how it is searched."""
    node = {
        "@type": "WebSite",
        "@id": f"{site.url}#trang",
        "url": site.url,
        "name": site.name,
        "description": frame.description,
        "inLanguage": "vi",
        "publisher": publisher_node(site),
        "potentialAction": {
            "@type": "SearchAction",
            "target": {
                "@type": "EntryPoint",
                "urlTemplate": f"{site.url}{SEARCH_FOLDER}/?q={{search_term_string}}",
            },
            "query-input": "required name=search_term_string",
        },
    }
    return Metadata(drop_empty(node))

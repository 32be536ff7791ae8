"""The metadata of lists (their size) and of the home page (how to search the site)."""

from __future__ import annotations

from bantin.outputs.head.schema_org import drop_empty, publisher_node
from bantin.rendering.frame import PageFrame
from bantin.rendering.metadata import Metadata, page_node
from bantin.rendering.site import Site
from bantin.search.files import SEARCH_FOLDER


def describe_list(frame: PageFrame, size: int, site: Site) -> Metadata:
    """Return the metadata of a list: the number of its records."""
    node = page_node(frame, site, "CollectionPage")
    return Metadata({**node, "mainEntity": {"@type": "ItemList", "numberOfItems": size}})


def describe_site(frame: PageFrame, site: Site) -> Metadata:
    """Return the metadata of the home page: the site, its publisher, its search address."""
    node = {
        "@type": "WebSite",
        "@id": site.id_of("#trang"),
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

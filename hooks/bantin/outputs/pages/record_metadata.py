"""The metadata that the pages of articles and documents share.

It states only what the page itself says.

Source: schema.org; Circular 24/2011/TT-BTTTT (Dublin Core on every item).
"""

from __future__ import annotations

from typing import Any

from bantin.outputs.head.schema_org import (
    body_node,
    drop_empty,
    meeting_node,
    person_node,
    term_node,
)
from bantin.outputs.pages.record_context import RecordContext
from bantin.rendering.frame import PageFrame
from bantin.rendering.site import Site


def work_node(
    frame: PageFrame, around: RecordContext, published: str, site: Site, title: str = "name"
) -> dict[str, Any]:
    """Return the metadata of any record; `title` is the property that holds its title."""
    about = [body_node(line, site) for line in around.bodies]
    if meeting := meeting_node(around.meeting, site):
        about.append(meeting)
    about += [term_node(line.kind, term, site) for line in around.terms for term in line.terms]
    return {
        "@id": site.id_of(around.lasting_id),
        "url": site.url + frame.url,
        title: frame.title,
        "inLanguage": "vi",
        "datePublished": published,
        "dateModified": modified_of(around, published),
        "isAccessibleForFree": True,
        **drop_empty(
            {
                "keywords": keywords_of(around),
                "about": about,
                "mentions": [person_node(line, site) for line in around.people],
                "creativeWorkStatus": "Đã thu hồi" if around.status == "withdrawn" else "",
                "associatedMedia": [
                    {"@type": "MediaObject", "name": one.text, "contentUrl": site.url + one.url}
                    for one in around.attachments
                ],
            }
        ),
    }


def keywords_of(around: RecordContext) -> list[str]:
    """Return the terms that editors name freely, then the other tags."""
    terms = [term.text for line in around.terms for term in line.terms]
    return [*terms, *(tag for tag in around.tags if tag not in terms)]


def modified_of(around: RecordContext, published: str) -> str:
    """Return the day of the last change told to readers, or else the day of publication."""
    return max([published, *(change.day for change in around.changes)])


def origin_of(around: RecordContext) -> str:
    """Return the address of the source that a record was captured from; "" for none."""
    return around.origin.url if around.origin else ""

"""What the pages of articles and documents tell machines: NewsArticle and Legislation.

Nothing that the page itself does not say: an hour that nobody has verified is left out, and whether
a document is in force is said only where it is known not to be.

Source: schema.org; Circular 24/2011/TT-BTTTT (Dublin Core on every item).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bantin.outputs.data.months import pointer_to
from bantin.outputs.discovery.metadata.things import (
    body_node,
    meeting_node,
    person_node,
    publisher_node,
    terms_of,
    thing,
    told,
)
from bantin.outputs.pages.record_context import Surroundings
from bantin.rendering.frame import Link, PageFrame
from bantin.rendering.metadata import Image, Metadata
from bantin.rendering.site import Site

if TYPE_CHECKING:
    from bantin.outputs.pages.articles import ArticleView
    from bantin.outputs.pages.documents import DocumentView


def describe_article(view: ArticleView, site: Site) -> Metadata:
    """Return what an article's page tells machines."""
    around = view.around
    published = view.day if view.time_verified else view.day[:10]
    photo = next((photo for photo in view.photos if photo.url), None)
    publisher = body_node(view.publisher, site) if view.publisher else publisher_node(site)
    author = {"@type": "Person", "name": view.author} if view.author else publisher
    node = {
        "@type": "NewsArticle",
        **_work(view.frame, around, published, site, title="headline"),
        "author": author,
        "publisher": publisher,
        "articleSection": view.section.text,
        **told({"image": site.url + photo.url if photo else "", "isBasedOn": _origin(around)}),
    }
    properties = [
        ("article:published_time", published),
        ("article:modified_time", _modified(around, published)),
        ("article:section", view.section.text),
        *(("article:tag", tag) for tag in around.tags),
    ]
    terms = terms_of(
        DC_creator=author["name"],
        DC_publisher=publisher["name"],
        DC_date=published[:10],
        DCTERMS_modified=_modified(around, published)[:10],
        DC_subject=(view.section.text, *around.tags),
        DC_source=_origin(around),
    )
    return Metadata(
        node,
        terms,
        tuple(properties),
        Image(photo.url, photo.alt or photo.caption) if photo else None,
        pointer_to(view.frame.url, view.day),
    )


def describe_document(view: DocumentView, site: Site) -> Metadata:
    """Return what a document's page tells machines."""
    around = view.around
    signer = view.signer
    is_over = bool(view.replaced_by) or around.status == "withdrawn"
    node = {
        "@type": "Legislation",
        **_work(view.frame, around, view.day, site),
        "legislationIdentifier": view.number,
        "legislationType": view.kind,
        "legislationDate": view.day,
        "legislationPassedBy": body_node(view.issuer, site),
        "publisher": publisher_node(site),
        **told(
            {
                "abstract": view.summary,
                "legislationDateOfApplicability": view.effective_day,
                "legislationLegalForce": "https://schema.org/NotInForce" if is_over else "",
                "legislationChanges": [_cited(link, site) for link in view.replaces],
                "accountablePerson": thing("Person", signer.url, signer.name, site)
                if signer
                else None,
                "isBasedOn": _origin(around),
            }
        ),
    }
    properties = (
        ("article:published_time", view.day),
        ("article:modified_time", _modified(around, view.day)),
        ("article:section", view.kind),
        *(("article:tag", tag) for tag in around.tags),
    )
    terms = terms_of(
        DC_creator=view.issuer.name,
        DC_contributor=signer.name if signer else "",
        DC_publisher=site.holder or site.name,
        DC_date=view.day,
        DCTERMS_modified=_modified(around, view.day)[:10],
        DCTERMS_valid=view.effective_day,
        DC_subject=(view.kind, *around.tags),
        DC_identifier=view.number,
        DC_source=_origin(around),
        DCTERMS_replaces=[link.text for link in view.replaces],
        DCTERMS_isReplacedBy=[link.text for link in view.replaced_by],
    )
    return Metadata(node, terms, properties, data=pointer_to(view.frame.url, view.day))


def _work(
    frame: PageFrame, around: Surroundings, published: str, site: Site, title: str = "name"
) -> dict[str, Any]:
    """Return what articles and documents say alike; `title` is the property of their title."""
    address = site.url + frame.url
    about = [body_node(line, site) for line in around.bodies]
    if meeting := meeting_node(around.meeting, site):
        about.append(meeting)
    return {
        "@id": f"{address}#this",
        "url": address,
        title: frame.title,
        "inLanguage": "vi",
        "datePublished": published,
        "dateModified": _modified(around, published),
        "isAccessibleForFree": True,
        **told(
            {
                "keywords": list(around.tags),
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


def _modified(around: Surroundings, published: str) -> str:
    """Return the day readers were last told of a change, or when it was published."""
    return max([published, *(change.day for change in around.changes)])


def _origin(around: Surroundings) -> str:
    return around.origin.url if around.origin else ""


def _cited(link: Link, site: Site) -> dict[str, Any]:
    """Return a document that another one names by its number; its page may not be known."""
    if link.url:
        return thing("Legislation", link.url, link.text, site)
    return {"@type": "Legislation", "name": link.text}

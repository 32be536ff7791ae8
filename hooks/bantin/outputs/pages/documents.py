"""The page of an official document, in a form for reading, and its metadata as Legislation.

Page and metadata tell of legal force only if the document is known not to be in force.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from bantin.catalog.catalog import Catalog
from bantin.catalog.decisions import Decided
from bantin.catalog.people import slug_named
from bantin.catalog.relations.order_history import ORDER_HISTORY, OrderEvents
from bantin.catalog.relations.replacements import REPLACEMENTS, Replacement
from bantin.outputs.addresses import AddressBook
from bantin.outputs.cards import DOCUMENTS, HOME, BodyLine, body_line, describe, person_link
from bantin.outputs.data.months import pointer_to
from bantin.outputs.data.view_counts import place_of_views
from bantin.outputs.head.schema_org import body_node, drop_empty, publisher_node, terms_of, thing
from bantin.outputs.head.share_images import image_at
from bantin.outputs.output import Output
from bantin.outputs.pages.abbreviations import view_abbreviations
from bantin.outputs.pages.forms import FormView, view_form
from bantin.outputs.pages.record_context import RecordContext, view_context
from bantin.outputs.pages.record_metadata import keywords_of, modified_of, origin_of, work_node
from bantin.outputs.register.order_events import OrderEventView, view_event
from bantin.outputs.register.order_tree import OrderTree, grow_tree
from bantin.outputs.register.orders import CONCLUSION, point_noun, view_orders
from bantin.records import folders
from bantin.records.kinds import kind_name
from bantin.records.models import Document
from bantin.records.registry import Registry
from bantin.rendering.abbreviations import Abbreviation
from bantin.rendering.frame import Link, PageFrame
from bantin.rendering.linked_text import LinkedText
from bantin.rendering.metadata import Metadata
from bantin.rendering.renderer import Renderer
from bantin.rendering.site import Site
from bantin.text.dates import long_date, official_date, short_date


@dataclass(frozen=True, slots=True)
class SignerView:
    """The signature block."""

    authority: tuple[str, ...]
    position: str
    link: Link
    signed: bool


@dataclass(frozen=True, slots=True)
class DocumentView:
    """The content of a document's page, besides its frame.

    A replaced or replacing document has no address where this archive does not hold it. `named_in`
    are later documents that speak of this one as a whole.
    """

    frame: PageFrame
    title: str
    kind: str
    number: str
    day: str
    day_text: str
    place_and_date: str
    seen: str
    issuer: BodyLine
    superior: Link | None
    summary: str
    text: LinkedText
    abbreviations: tuple[Abbreviation, ...]
    conclusions: OrderTree
    named_in: tuple[OrderEventView, ...]
    signer: SignerView | None
    recipients: tuple[str, ...]
    filing: str
    effective: str
    effective_day: str
    replaces: tuple[Link, ...]
    replaced_by: tuple[Link, ...]
    form: FormView
    around: RecordContext


def plan_document(document: Document, catalog: Catalog, book: AddressBook) -> Output:
    """Declare the page of a document."""
    view = view_document(document, catalog, book)
    return Output(view.frame.output_path, view, render_document, view.frame.chrome_key)


def view_document(document: Document, catalog: Catalog, book: AddressBook) -> DocumentView:
    """Gather the content of a document's page."""
    registry = catalog.registry
    kind = kind_name(document.kind)
    decided = catalog.register.decided(document.file.src_uri)
    replacements = REPLACEMENTS.shown_on(document, catalog)
    history = ORDER_HISTORY.shown_on(document, catalog)
    text = catalog.text_of(document.file.src_uri)
    abbreviations = view_abbreviations(document, text, registry)
    issuer = body_line(document.issuer, registry)
    year = document.day.year
    return DocumentView(
        frame=PageFrame(
            url=document.url,
            title=f"{kind} số {document.number}: {document.title}",
            description=describe(document.summary or text.excerpt),
            nav=folders.DOCUMENTS,
            crumbs=(HOME, DOCUMENTS, Link(f"Năm {year}", f"{folders.DOCUMENTS}/{year}/")),
            kind="article",
            style="document-form.css",
            share=image_at(issuer.url, issuer.name),
        ),
        title=document.title,
        kind=kind,
        number=document.number,
        day=document.day.isoformat(),
        day_text=long_date(document.day),
        place_and_date=", ".join(
            part for part in (document.place, official_date(document.day)) if part
        ),
        seen=place_of_views(document.url, document.day.isoformat()),
        issuer=issuer,
        superior=next(
            (Link(body.name, body.url) for body in registry.ancestors(document.issuer)), None
        ),
        summary=document.summary or "",
        text=replace(book.link(document.file.src_uri, text), abbreviations=abbreviations),
        abbreviations=abbreviations,
        conclusions=_view_tree(decided, document, history, registry) if decided else OrderTree(),
        named_in=tuple(map(view_event, history.of_whole)),
        signer=_signer(document, registry),
        recipients=document.recipients,
        filing=document.filing or "",
        effective=short_date(document.effective) if document.effective else "",
        effective_day=document.effective.isoformat() if document.effective else "",
        replaces=tuple(map(_link, replacements.replaces)),
        replaced_by=tuple(map(_link, replacements.replaced_by)),
        form=view_form(document, text, registry),
        around=view_context(document, catalog, book),
    )


def _view_tree(
    decided: Decided, document: Document, history: OrderEvents, registry: Registry
) -> OrderTree:
    kind, title = document.kind, document.title
    views = view_orders(decided, kind, title, registry, history.of_points)
    are_conclusions = point_noun(kind, title) == CONCLUSION
    called = "kết luận" if are_conclusions else "việc được giao"
    return grow_tree(decided.points, views, called)


def _link(replacement: Replacement) -> Link:
    item = replacement.item
    if item is None:
        return Link(replacement.written, "")
    text = replacement.written or f"{kind_name(item.kind)} số {item.number}"
    return Link(text, item.url, item.lasting_id)


def _signer(document: Document, registry: Registry) -> SignerView | None:
    signer = document.signer
    if signer is None:
        return None
    link = person_link(signer.name, slug_named(document, signer.name), registry)
    return SignerView(signer.authority, signer.position, link, signer.signed)


def render_document(renderer: Renderer, view: DocumentView) -> bytes:
    """Render a document's page."""
    about = _describe(view, renderer.site)
    return renderer.page(view.frame, "document.html", view, about)


def _describe(view: DocumentView, site: Site) -> Metadata:
    """Return the metadata of a document's page."""
    around = view.around
    signer = view.signer
    is_over = bool(view.replaced_by) or around.status == "withdrawn"
    node = {
        "@type": "Legislation",
        **work_node(view.frame, around, view.day, site),
        "legislationIdentifier": view.number,
        "legislationType": view.kind,
        "legislationDate": view.day,
        "legislationPassedBy": body_node(view.issuer, site),
        "publisher": publisher_node(site),
        **drop_empty(
            {
                "abstract": view.summary,
                "legislationDateOfApplicability": view.effective_day,
                "legislationLegalForce": "https://schema.org/NotInForce" if is_over else "",
                "legislationChanges": [_cited(link, site) for link in view.replaces],
                "accountablePerson": thing("Person", signer.link, site) if signer else None,
                "isBasedOn": origin_of(around),
            }
        ),
    }
    properties = (
        ("article:published_time", view.day),
        ("article:modified_time", modified_of(around, view.day)),
        ("article:section", view.kind),
        *(("article:tag", tag) for tag in keywords_of(around)),
    )
    terms = terms_of(
        DC_creator=view.issuer.name,
        DC_contributor=signer.link.text if signer else "",
        DC_publisher=site.holder or site.name,
        DC_date=view.day,
        DCTERMS_modified=modified_of(around, view.day)[:10],
        DCTERMS_valid=view.effective_day,
        DC_subject=(view.kind, *keywords_of(around)),
        DC_identifier=view.number,
        DC_source=origin_of(around),
        DCTERMS_replaces=[link.text for link in view.replaces],
        DCTERMS_isReplacedBy=[link.text for link in view.replaced_by],
    )
    return Metadata(node, terms, properties, data=pointer_to(view.frame.url, view.day))


def _cited(link: Link, site: Site) -> dict[str, Any]:
    """Return a document that another one cites by number. The archive may not hold it."""
    if link.url:
        return thing("Legislation", link, site)
    return {"@type": "Legislation", "name": link.text}

"""The page of an official document, in a form for reading."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bantin.catalog.catalog import Catalog
from bantin.catalog.people import slug_named
from bantin.catalog.relations import Relation, relations_of
from bantin.minutes.overrides import without_overrides
from bantin.outputs.addresses import AddressBook
from bantin.outputs.cards import DOCUMENTS, HOME, BodyLine, body_line, describe
from bantin.outputs.data.view_counts import place_of_views
from bantin.outputs.discovery.metadata.records import describe_document
from bantin.outputs.discovery.share_images import image_at
from bantin.outputs.output import Output
from bantin.outputs.pages.abbreviations import view_abbreviations
from bantin.outputs.pages.conclusions import ConclusionView, view_conclusions
from bantin.outputs.pages.forms import FormView, view_form
from bantin.outputs.pages.record_context import Surroundings, view_surroundings
from bantin.records.kinds import kind_name
from bantin.records.models import Document
from bantin.rendering.abbreviations import Abbreviation
from bantin.rendering.frame import Link, PageFrame
from bantin.rendering.markdown import MarkdownText, plain_text
from bantin.rendering.renderer import Renderer
from bantin.text.dates import long_date, official_date, short_date


@dataclass(frozen=True, slots=True)
class SignerView:
    """The signature block."""

    authority: tuple[str, ...]
    position: str
    name: str
    url: str
    signed: bool


@dataclass(frozen=True, slots=True)
class DocumentView:
    """All that a document's page shows, besides its frame.

    Documents that it replaces, or is replaced by, have no address where they are not known.
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
    text: MarkdownText
    abbreviations: tuple[Abbreviation, ...]
    conclusions: tuple[ConclusionView, ...]
    signer: SignerView | None
    recipients: tuple[str, ...]
    filing: str
    effective: str
    effective_day: str
    replaces: tuple[Link, ...]
    replaced_by: tuple[Link, ...]
    form: FormView
    around: Surroundings


def plan_document(document: Document, catalog: Catalog, book: AddressBook) -> Output:
    """Declare the page of a document."""
    view = view_document(document, catalog, book)
    return Output(view.frame.output_path, view, render_document, view.frame.chrome_key)


def view_document(document: Document, catalog: Catalog, book: AddressBook) -> DocumentView:
    """Gather what a document's page shows."""
    registry = catalog.registry
    kind = kind_name(document.kind)
    decided = catalog.register.decided(document.file.src_uri)
    relations = relations_of(document, catalog)
    abbreviations = view_abbreviations(document, registry)
    issuer = body_line(document.issuer, registry)
    year = document.day.year
    return DocumentView(
        frame=PageFrame(
            url=document.url,
            title=f"{kind} số {document.number}: {document.title}",
            description=describe(document.summary or plain_text(document.body)),
            nav="van-ban",
            crumbs=(HOME, DOCUMENTS, Link(f"Năm {year}", f"van-ban/{year}/")),
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
        text=replace(
            book.text_of(document, without_overrides(document.body)),
            anchors=tuple(point.anchor for point in decided.points) if decided else (),
            abbreviations=abbreviations,
        ),
        abbreviations=abbreviations,
        conclusions=view_conclusions(decided, registry) if decided else (),
        signer=_signer(document),
        recipients=document.recipients,
        filing=document.filing or "",
        effective=short_date(document.effective) if document.effective else "",
        effective_day=document.effective.isoformat() if document.effective else "",
        replaces=tuple(map(_link, relations.replaces)),
        replaced_by=tuple(map(_link, relations.replaced_by)),
        form=view_form(document, registry),
        around=view_surroundings(document, catalog, book),
    )


def _link(relation: Relation) -> Link:
    item = relation.item
    if item is None:
        return Link(relation.written, "")
    return Link(relation.written or f"{kind_name(item.kind)} số {item.number}", item.url)


def _signer(document: Document) -> SignerView | None:
    signer = document.signer
    if signer is None:
        return None
    url = f"nguoi/{slug_named(document, signer.name)}/"
    return SignerView(signer.authority, signer.position, signer.name, url, signer.signed)


def render_document(renderer: Renderer, view: DocumentView) -> bytes:
    """Render a document's page."""
    about = describe_document(view, renderer.site)
    return renderer.page(view.frame, "document.html", view, about)

"""The page of an official document, in a form for reading."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bantin.catalog.catalog import Catalog, bodies_of
from bantin.catalog.people import slug_named
from bantin.outputs.addresses import AddressBook
from bantin.outputs.articles import (
    ChangeView,
    attachment_links,
    change_views,
    describe,
    related_cards,
)
from bantin.outputs.cards import (
    DOCUMENTS,
    HOME,
    BodyLine,
    Card,
    MeetingBlock,
    PersonLine,
    body_line,
    meeting_block,
    person_lines,
)
from bantin.outputs.output import File, Output
from bantin.records.kinds import kind_name
from bantin.records.models import Document
from bantin.rendering.markdown import MarkdownText, plain_text
from bantin.rendering.renderer import Link, PageFrame, Renderer
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
    """All that a document's page shows, besides its frame."""

    frame: PageFrame
    title: str
    kind: str
    number: str
    day: str
    day_text: str
    place_and_date: str
    issuer: BodyLine
    superiors: tuple[Link, ...]
    summary: str
    text: MarkdownText
    signer: SignerView | None
    recipients: tuple[str, ...]
    filing: str
    effective: str
    replaces: tuple[str, ...]
    replaced_by: tuple[str, ...]
    attachments: tuple[Link, ...]
    people: tuple[PersonLine, ...]
    bodies: tuple[BodyLine, ...]
    meeting: MeetingBlock | None
    related: tuple[Card, ...]
    tags: tuple[str, ...]
    changes: tuple[ChangeView, ...]
    status: str


def plan_documents(catalog: Catalog, book: AddressBook) -> Iterator[Output]:
    """Declare one page for each document."""
    for document in catalog.documents:
        view = view_document(document, catalog, book)
        yield Output(view.frame.output_path, view, render_document, view.frame.chrome_key)


def view_document(document: Document, catalog: Catalog, book: AddressBook) -> DocumentView:
    """Gather what a document's page shows."""
    registry = catalog.registry
    kind = kind_name(document.kind)
    year = document.day.year
    return DocumentView(
        frame=PageFrame(
            url=document.url,
            title=f"{kind} số {document.number}: {document.title}",
            description=describe(document.summary or plain_text(document.body)),
            nav="van-ban",
            crumbs=(HOME, DOCUMENTS, Link(f"Năm {year}", f"van-ban/{year}/")),
            kind="article",
        ),
        title=document.title,
        kind=kind,
        number=document.number,
        day=document.day.isoformat(),
        day_text=long_date(document.day),
        place_and_date=", ".join(
            part for part in (document.place, official_date(document.day)) if part
        ),
        issuer=body_line(document.issuer, registry),
        superiors=tuple(Link(body.name, body.url) for body in registry.ancestors(document.issuer))[
            :1
        ],
        summary=document.summary or "",
        text=book.text_of(document),
        signer=_signer(document),
        recipients=document.recipients,
        filing=document.filing or "",
        effective=short_date(document.effective) if document.effective else "",
        replaces=document.replaces,
        replaced_by=document.replaced_by,
        attachments=attachment_links(document, book),
        people=person_lines(document),
        bodies=tuple(
            body_line(slug, registry) for slug in bodies_of(document) if slug != document.issuer
        ),
        meeting=meeting_block(document, catalog),
        related=related_cards(document, catalog),
        tags=document.tags,
        changes=change_views(document),
        status=document.status,
    )


def _signer(document: Document) -> SignerView | None:
    signer = document.signer
    if signer is None:
        return None
    url = f"nguoi/{slug_named(document, signer.name)}/"
    return SignerView(signer.authority, signer.position, signer.name, url, signer.signed)


def render_document(renderer: Renderer, view: DocumentView) -> list[File]:
    """Render a document's page."""
    return [(view.frame.output_path, renderer.page(view.frame, "document.html", view))]

"""The page parts around a record's text: people, bodies, meeting, figures, related records."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bantin.catalog.catalog import Catalog
from bantin.catalog.relations.neighbours import BODY_NEIGHBOURS
from bantin.catalog.timeline_names import bodies_of
from bantin.outputs.addresses import AddressBook
from bantin.outputs.cards import (
    BodyLine,
    Card,
    Handover,
    MeetingBlock,
    PersonLine,
    body_line,
    cards_of,
    handovers,
    meeting_block,
    person_lines,
)
from bantin.outputs.listing_kinds import facet_kinds
from bantin.outputs.pages.figures import FigureBox, figure_box
from bantin.records.models import Dated, Document
from bantin.rendering.frame import Link
from bantin.text.dates import short_date


@dataclass(frozen=True, slots=True)
class ChangeView:
    """A change to a record, with a note to readers."""

    day: str
    day_text: str
    note: str


@dataclass(frozen=True, slots=True)
class TermLine:
    """The terms of one kind that a record names; at least one.

    `kind` is a link to the page of all terms of the kind.
    """

    kind: Link
    terms: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class RecordContext:
    """The parts that the pages of articles and documents share.

    Attributes:
        status: "published", "draft" or "withdrawn".
        attachments: title and address of each; "" for an address that does not resolve.
        tags: as written.
        terms: the terms that editors name freely, in the record's spelling, by kind.
        changes: newest first.
        people: everyone whom the record names, each once.
        handovers: positions that passed from one of these people to another.
        bodies: the bodies concerned, each once, without the issuer of a document.
        meeting: the meeting with its other records; None for none.
        figures: the figures that the record states; None for none.
        origin: name and absolute address of the first publication; None where not known.
        related: neighbours in the bodies' timelines, without the meeting's records.
        lasting_id: what data call the record, whatever its address is now.
    """

    status: str
    attachments: tuple[Link, ...]
    tags: tuple[str, ...]
    terms: tuple[TermLine, ...]
    changes: tuple[ChangeView, ...]
    people: tuple[PersonLine, ...]
    handovers: tuple[Handover, ...]
    bodies: tuple[BodyLine, ...]
    meeting: MeetingBlock | None
    figures: FigureBox | None
    origin: Link | None
    related: tuple[Card, ...]
    lasting_id: str


def view_context(item: Dated, catalog: Catalog, book: AddressBook) -> RecordContext:
    """Gather the parts around a record's text."""
    newest_first = sorted(item.changes, key=lambda change: change.date, reverse=True)
    meeting = meeting_block(item, catalog)
    shown = {card.url for card in meeting.records} if meeting else set()
    near = BODY_NEIGHBOURS.shown_on(item, catalog)
    issuer = item.issuer if isinstance(item, Document) else None
    return RecordContext(
        status=item.status,
        attachments=tuple(
            Link(attachment.title, book.resolve_file(item.file.src_uri, attachment.src) or "")
            for attachment in item.attachments
        ),
        tags=item.tags,
        terms=tuple(_term_lines(item)),
        changes=tuple(
            ChangeView(one.date.isoformat(), short_date(one.date), one.note) for one in newest_first
        ),
        people=person_lines(item, catalog.registry),
        handovers=handovers(item),
        bodies=tuple(
            body_line(slug, catalog.registry) for slug in bodies_of(item) if slug != issuer
        ),
        meeting=meeting,
        figures=figure_box(item, catalog),
        origin=_origin(item),
        related=cards_of((one for one in near if one.url not in shown), catalog.registry),
        lasting_id=item.lasting_id,
    )


def _term_lines(item: Dated) -> Iterator[TermLine]:
    for kind in facet_kinds():
        taxonomy = kind.taxonomy
        named = taxonomy.classify(item).items()
        links = tuple(Link(name, f"{taxonomy.timeline(slug)}/") for slug, name in named)
        if links:
            yield TermLine(kind.link, links)


def _origin(item: Dated) -> Link | None:
    source = item.source
    if source is None or source.url is None:
        return None
    return Link(source.system or source.url, source.url)

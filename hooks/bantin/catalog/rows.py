"""Rows: the values of one record in the catalog's tables, worked out from the record alone.

Worker processes make them too, so a row is plain data.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bantin.catalog.citing import cited_by
from bantin.catalog.decisions import PackedDecided, decided_by
from bantin.catalog.export_lines import export_line_of
from bantin.catalog.history import ToldEvent, told_by
from bantin.catalog.items import Item, age_of, item_of
from bantin.catalog.meetings import MeetingNote, note_meeting
from bantin.catalog.people import mentions_of, person_slug
from bantin.catalog.taxonomies import listed_timelines
from bantin.catalog.timeline_names import meeting_timeline, unlisted_timelines
from bantin.records.codec import encode_record
from bantin.records.models import Article, Body, Dated, Document, Person, Record, Section
from bantin.records.old_addresses import normalise_address
from bantin.rendering.rendered_text import RenderedText, pack_text
from bantin.text.abbreviations import usual_case

# (person, name as written, position or "", former, slug of the position's body). The slug is ""
# where only the position's words name the body.
Mention = tuple[str, str, str, bool, str]


@dataclass(frozen=True, slots=True)
class Row:
    """A record as the catalog stores it.

    Attributes:
        src_uri: its file.
        content: the whole record, encoded.
        text: its text as readers meet it, packed.
        is_draft: it is checked like all records, and shown only in a preview.
        item: item of an article or document; None for other records.
        age: its place in time; 0 where it has none.
        views: views of an article, as its source counted them; None where unknown, and for
            withdrawn records.
        timelines: names of its timelines, each once.
        spellings: timeline and name of each term that the record names freely.
        mentions: in the order of the record.
        identity: text that only one document may have; "" for other records.
        targets: src_uri of every file that the record links or refers to, sorted.
        redirects: its old addresses, in the editor's order.
        face: values that other pages show of it; "" for articles and documents.
        decided: the conclusions of a document; None for none.
        meeting: the facts it gives of its meeting; None where it names no meeting.
        citing: (key, what is said) for each number that a document names in its text, by key.
        export_line: the line of an article or document, packed; "" for other records.
        told: what an article or document says of its past; () for other records.
    """

    src_uri: str
    content: bytes
    text: bytes
    is_draft: bool
    item: Item | None
    age: int
    views: int | None
    timelines: tuple[str, ...]
    spellings: tuple[tuple[str, str], ...]
    mentions: tuple[Mention, ...]
    identity: str
    targets: tuple[str, ...]
    redirects: tuple[str, ...]
    face: str
    decided: PackedDecided | None
    meeting: MeetingNote | None
    citing: tuple[tuple[str, str], ...]
    export_line: str
    told: tuple[ToldEvent, ...]


def row_of(record: Record, text: RenderedText, targets: Iterable[str]) -> Row:
    """Return the row of a record.

    Args:
        record: a record without faults of its own.
        text: its body as readers meet it.
        targets: src_uri of the files that it links or refers to.
    """
    dated = record if isinstance(record, Dated) else None
    decided = None
    if isinstance(record, Document):
        decided, text = decided_by(record, text)
    meeting = meeting_timeline(dated) if dated else None
    item = item_of(dated) if dated else None
    terms = listed_timelines(dated) if dated else {}
    return Row(
        src_uri=record.file.src_uri,
        content=encode_record(record),
        text=pack_text(text),
        is_draft=dated is not None and dated.status == "draft",
        item=item,
        age=age_of(dated.moment) if dated else 0,
        views=_views(record),
        timelines=(*terms, *unlisted_timelines(dated)) if dated else (),
        spellings=tuple((timeline, name) for timeline, name in terms.items() if name),
        mentions=tuple(_mentions(dated)) if dated else (),
        identity=_identity(record),
        targets=tuple(sorted(set(targets))),
        redirects=tuple(normalise_address(written) for written in record.redirect_from),
        face=_face(record),
        decided=decided,
        meeting=note_meeting(dated, meeting, has_conclusions=decided is not None)
        if dated
        else None,
        citing=cited_by(record, text) if isinstance(record, Document) else (),
        export_line=export_line_of(dated, item) if dated and item else "",
        told=told_by(dated) if dated else (),
    )


def _mentions(record: Dated) -> Iterable[Mention]:
    for mention in mentions_of(record):
        slug = person_slug(mention)
        if not mention.positions and not mention.former:
            yield slug, mention.name, "", False, ""
        for position in mention.positions:
            yield slug, mention.name, position, False, _office(record, mention.name, position)
        for position in mention.former:
            yield slug, mention.name, position, True, ""


def _office(record: Dated, name: str, position: str) -> str:
    """Return the issuer for the signer's position in a document; "" for other positions."""
    signer = record.signer if isinstance(record, Document) else None
    if signer is None or signer.name != name or usual_case(signer.position) != position:
        return ""
    assert isinstance(record, Document)
    return record.issuer


def _views(record: Record) -> int | None:
    if not isinstance(record, Article) or record.status == "withdrawn":
        return None
    return record.views


def _identity(record: Record) -> str:
    return "\n".join(map(str, record.identity)) if isinstance(record, Document) else ""


def _face(record: Record) -> str:
    if not isinstance(record, Body | Section | Person):
        return ""
    told = record.model_dump_json(exclude={"redirect_from"}, by_alias=True)
    return f"{told}\n{record.lasting_id}"

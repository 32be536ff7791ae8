"""Export lines: the cells of a record in the table of the whole archive, without names.

Made when a record is read. So the table of 50,000 records is only joined from lines.
"""

from __future__ import annotations

from dataclasses import dataclass

from bantin.catalog.items import Item
from bantin.catalog.people import mentions_of
from bantin.catalog.timeline_names import bodies_of
from bantin.records import folders
from bantin.records.models import Article, Dated, Document
from bantin.text.cells import csv_line, text_cell

STATUSES = {"published": "Đã đăng", "draft": "Bản nháp", "withdrawn": "Đã thu hồi"}
KINDS = {folders.NEWS: "Tin tức", folders.DOCUMENTS: "Văn bản"}
# Separators. No record holds a control character.
_MARK, _PART = "\x1f", "\x1e"


@dataclass(frozen=True, slots=True)
class ExportLine:
    """A line of the table.

    Attributes:
        before: cells as CSV: address relative to the root, kind, number, title, day.
        refers_to: slugs, packed: see `ExportReferences`.
        after: cells as CSV: slugs of bodies, people, writer, summary, status, day of last change,
            lasting id.
    """

    before: str
    refers_to: str
    after: str


@dataclass(frozen=True, slots=True)
class ExportReferences:
    """The records that a line refers to. Their names fill its other cells.

    Attributes:
        section: slug of a news item's section; "" for documents.
        kind: code of a document's type; "" for news.
        issuer: slug of the body that issued the document or published the news; "" for none.
        bodies: slugs of all bodies that it belongs to, each once.
    """

    section: str
    kind: str
    issuer: str
    bodies: tuple[str, ...]

    @classmethod
    def parse(cls, packed: str) -> ExportReferences:
        """Read the references of a line."""
        section, kind, issuer, bodies = packed.split(_PART)
        return cls(section, kind, issuer, tuple(bodies.split()))


def export_line_of(record: Dated, item: Item) -> str:
    """Return the packed line of a record.

    Args:
        record: an article or document.
        item: the item of the same record.
    """
    issuer = writer = ""
    if isinstance(record, Document):
        issuer, writer = record.issuer, record.signer.name if record.signer else ""
    elif isinstance(record, Article):
        issuer, writer = record.publisher or "", record.author or ""
    bodies = " ".join(bodies_of(record))
    people = dict.fromkeys(mention.name for mention in mentions_of(record))
    cells = (item.number, item.title, "; ".join(people), writer, item.summary)
    number, title, names, writer, summary = map(text_cell, cells)
    status = STATUSES[item.status]
    return _MARK.join(
        (
            csv_line((item.url, KINDS[item.folder], number, title, item.moment[:10])),
            _PART.join((item.section, item.kind, issuer, bodies)),
            csv_line((bodies, names, writer, summary, status, item.changed, item.lasting_id)),
        )
    )


def unpack_export_line(packed: str) -> ExportLine:
    """Return the line in a text of `export_line_of`."""
    return ExportLine(*packed.split(_MARK))

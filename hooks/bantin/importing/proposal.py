"""A proposed record and its origin, before anything is written."""

from __future__ import annotations

import enum
from collections.abc import Collection
from dataclasses import dataclass

from bantin.errors import ImportRefusedError, shorten
from bantin.importing.bodies import NeededBody
from bantin.importing.capture import Capture, FieldName
from bantin.importing.reading.formats import FORMATS
from bantin.records.models import Article, Document, RecordFile
from bantin.records.parts import Source
from bantin.records.provinces import Province, province_of_portal
from bantin.records.registry import Registry
from bantin.records.unfinished import UnfinishedDraft
from bantin.text.slug import slugify

OLDEST_YEAR, LATEST_YEAR = 1945, 2200

# Characters of a cell in a message.
_SHOWN = 80


@dataclass(frozen=True, slots=True)
class Context:
    """Knowledge beside the text.

    Attributes:
        registry: bodies and sections of the site; may be empty.
        province: the province that "tỉnh" means in a text that names none; None if unknown.
    """

    registry: Registry
    province: Province | None = None


def portal_province(capture: Capture) -> Province | None:
    """Return the province whose portal an item was taken from; None if its address tells none."""
    found = capture.field(FieldName.URL)
    return province_of_portal(found.text) if found else None


class Sure(enum.Enum):
    """How sure the machine is of a field."""

    READ = "read"
    """It stands in the original under its own name or in its own place."""
    GUESSED = "guessed"
    """It was inferred; the note says from what."""
    OPEN = "open"
    """It was not found, or its places contradict each other: it is left out."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A field of a proposed record, and how sure the machine is of it.

    Attributes:
        field: key of the record, such as "title" or "meeting.date".
        value: as the record has it, in words for an editor; "" where open.
        sure: how sure.
        where: its place in the original: "dòng 3", "thẻ meta datePublished"; "" where open.
        note: why it is guessed or open, in Vietnamese; "" for a field that was read.
    """

    field: str
    value: str
    sure: Sure
    where: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A record proposed from a capture; its `source` lists repairs and guesses.

    Attributes:
        capture: the original's item.
        record: the proposed record.
        facts: every field that a reader of records looks for, each once, in the record's order.
        bodies: those that the record names and the archive lacks.
    """

    capture: Capture
    record: Article | Document | UnfinishedDraft
    facts: tuple[Fact, ...] = ()
    bodies: tuple[NeededBody, ...] = ()


def place_record(folder: str, name: str, body: str) -> RecordFile:
    """Return the place of a new record.

    Args:
        folder: "tin-tuc/2021/10"; the month's or year's folder.
        name: title or number; gives the slug.
        body: Markdown.

    Raises:
        ImportRefusedError: `name` has no letter or digit to make an address from.
    """
    slug = slugify(name)
    if not slug:
        raise ImportRefusedError(f"không tạo được tên tệp từ “{name}”; cần có chữ hoặc số")
    uri = f"{folder}/{slug}"
    return RecordFile(f"{uri}.md", f"{uri}/", slug, body, 1, "")


def make_source(
    capture: Capture, header: tuple[str, ...], guesses: tuple[str, ...], *repairs: str
) -> Source:
    """Return the origin of a record, with repairs and guesses."""
    return Source(
        file=capture.name,
        sha256=capture.sha256,
        part=capture.part or None,
        header=header,
        repairs=(*capture.repairs, *repairs),
        guesses=guesses,
    )


def tell_idle_columns(capture: Capture, used: Collection[FieldName]) -> list[str]:
    """Return a line for the editor on each cell of a table that such a record has no key for.

    An editor has said what the columns are, and expects to find them again.
    """
    found = FORMATS.get(capture.format)
    if found is None or not found.is_table:
        return []
    return [
        f"{field.place} ghi “{shorten(field.text, _SHOWN)}”: bản ghi loại này không có mục ấy, "
        "chưa dùng tới"
        for field in capture.fields
        if field.name not in used
    ]

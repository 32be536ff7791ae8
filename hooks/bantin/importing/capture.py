"""The neutral value that every format is made into: blocks, fields, pictures, links.

Knows no format, no news, no document and no record.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass


class BlockKind(enum.Enum):
    """The kinds of block. A numbered or dashed item is a paragraph that begins with its mark."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    TABLE = "table"
    PICTURE = "picture"
    CAPTION = "caption"


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, table, picture or caption of a captured file.

    Attributes:
        number: 1-based; the line in a text, the block's place in any other format.
        raw: as captured, in NFC, without control characters: YAML cannot hold them.
        text: clean: one line, single spaces, nothing invisible. Of a table, its cells in order; of
            a picture, its alternative text, which may be "".
        after_blank: an empty line, a wider gap or the beginning of the file stands above.
        kind: of the block.
        page: 1-based page; 0 where the format has no pages.
        column: 1 left, 2 right, where a head or foot is set in two columns; 0 elsewhere.
        level: of a heading, 1 to 6; 0 where unknown.
        rows: of a table, the clean texts of its cells, row by row; all rows have one length.
        picture: name of the picture in `Capture.pictures`, for the picture and its caption.
    """

    number: int
    raw: str
    text: str
    after_blank: bool
    kind: BlockKind = BlockKind.PARAGRAPH
    page: int = 0
    column: int = 0
    level: int = 0
    rows: tuple[tuple[str, ...], ...] = ()
    picture: str = ""

    @property
    def where(self) -> str:
        """The place in words for an editor: "dòng 3", "trang 2, đoạn 14"."""
        return f"trang {self.page}, đoạn {self.number}" if self.page else f"dòng {self.number}"


class FieldName(enum.Enum):
    """The fields that formats name themselves: a meta element, a labelled cell, a column."""

    TITLE = "title"
    DATE = "date"
    AUTHOR = "author"
    VIEWS = "views"
    SECTION = "section"
    SUMMARY = "summary"
    TAGS = "tags"
    URL = "url"
    PUBLISHER = "publisher"
    KIND = "kind"
    NUMBER = "number"
    ISSUER = "issuer"
    SIGNER = "signer"
    PLACE = "place"
    EFFECTIVE = "effective"
    STATUS = "status"


@dataclass(frozen=True, slots=True)
class FoundField:
    """A field that stands in the original under its own name.

    Attributes:
        name: what it is.
        text: its value, clean, one line; as printed, or in ISO where the original has it so.
        place: where it stood, in words for an editor: "thẻ meta datePublished", "cột “Ngày đăng”".
    """

    name: FieldName
    text: str
    place: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of the file: `name` is the first 16 hex digits of its SHA-256 with its ending.

    Attributes:
        name: "0a1b2c3d4e5f6071.jpg".
        data: the bytes; empty where the picture is linked and was not found.
        address: where the original refers to, as written; "" for a picture inside the file.
        alt: its alternative text, clean; "" without one.
    """

    name: str
    data: bytes
    address: str = ""
    alt: str = ""


@dataclass(frozen=True, slots=True)
class LinkedFile:
    """A file that the text links to, such as an attachment.

    Attributes:
        address: as written in the original.
        text: words of the link, clean.
    """

    address: str
    text: str


@dataclass(frozen=True, slots=True)
class Capture:
    """One item of a captured file, whatever the file's format.

    Attributes:
        name: the file's name without its folder.
        sha256: hex digest of the file's bytes.
        blocks: in reading order; never empty. A block has words, or is a picture.
        repairs: what was mended, in Vietnamese.
        part: the item's place in a file of many items: "hàng 12", "bài 55"; "" for the whole file.
        format: "txt", "html", "docx" …
        system: the portal's system where it is known: "nukeviet", "liferay" …
        fields: that the original names itself, best first; a name may come twice.
        pictures: each name once.
        links: in order.
        doubts: what the reader was unsure of, in Vietnamese, for the editor to look at.
    """

    name: str
    sha256: str
    blocks: tuple[Block, ...]
    repairs: tuple[str, ...]
    part: str = ""
    format: str = "txt"
    system: str = ""
    fields: tuple[FoundField, ...] = ()
    pictures: tuple[Picture, ...] = ()
    links: tuple[LinkedFile, ...] = ()
    doubts: tuple[str, ...] = ()

    def field(self, name: FieldName) -> FoundField | None:
        """Return the best field of a name; None where the original has none."""
        return next((field for field in self.fields if field.name is name), None)

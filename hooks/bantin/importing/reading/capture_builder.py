"""Builds a capture block by block, with characters cleaned and repairs listed.

Every reader but that of plain text goes through it, so that all clean alike.
"""

from __future__ import annotations

import hashlib
from typing import Any

from bantin.errors import ImportRefusedError
from bantin.importing.capture import (
    Block,
    BlockKind,
    Capture,
    FieldName,
    FoundField,
    LinkedFile,
    Picture,
)
from bantin.importing.reading.cleaning import mend_characters
from bantin.text.normalize import squeeze_spaces

_DIGITS_OF_NAME = 16


class CaptureBuilder:
    """Takes the parts of one item in reading order. Parts without words are passed over.

    Attributes:
        is_empty: no block with words was taken yet.
    """

    def __init__(
        self, name: str, sha256: str, *, file_format: str, part: str = "", system: str = ""
    ) -> None:
        """Begin an item; see `Capture` for the arguments."""
        self._name, self._sha256, self._part = name, sha256, part
        self._format, self._system = file_format, system
        self._blocks: list[Block] = []
        self._repairs: dict[str, None] = {}
        self._doubts: dict[str, None] = {}
        self._fields: list[FoundField] = []
        self._pictures: dict[str, Picture] = {}
        self._links: dict[tuple[str, str], LinkedFile] = {}

    @property
    def is_empty(self) -> bool:
        """No block with words was taken yet."""
        return not any(block.text for block in self._blocks)

    def clean(self, raw: str) -> str:
        """Return a text as one clean line, and list what was mended in it."""
        repairs: list[str] = []
        mended = mend_characters(raw.replace("\r", " ").replace("\n", " "), repairs)
        self._repairs.update(dict.fromkeys(repairs))
        return squeeze_spaces(mended)

    def paragraph(
        self, raw: str, *, page: int = 0, column: int = 0, after_blank: bool = True
    ) -> None:
        """Take a paragraph; the mark of a list item stands at its beginning."""
        self._take(BlockKind.PARAGRAPH, raw, page, column=column, after_blank=after_blank)

    def heading(self, raw: str, level: int = 0, *, page: int = 0) -> None:
        """Take a heading inside the text."""
        self._take(BlockKind.HEADING, raw, page, level=level)

    def caption(self, raw: str, picture: str = "", *, page: int = 0) -> None:
        """Take the caption of a picture; `picture` is its name, "" for a lost one."""
        self._take(BlockKind.CAPTION, raw, page, picture=picture)

    def table(self, rows: list[list[str]], *, page: int = 0) -> None:
        """Take a table. Short rows are filled up with empty cells."""
        clean = [[self.clean(cell) for cell in row] for row in rows]
        clean = [row for row in clean if any(row)]
        width = max(map(len, clean), default=0)
        filled = tuple((*row, *[""] * (width - len(row))) for row in clean)
        words = " ".join(cell for row in filled for cell in row if cell)
        if words:
            self._take(BlockKind.TABLE, words, page, rows=filled)

    def picture(
        self, data: bytes, ending: str, *, address: str = "", alt: str = "", page: int = 0
    ) -> str:
        """Take a picture. Return its name.

        Args:
            data: its bytes; empty for a linked picture.
            ending: ".jpg", by content.
            address: as written in the original, for a linked picture.
            alt: its alternative text.
            page: 1-based; 0 where there are no pages.
        """
        digest = hashlib.sha256(data or address.encode("utf-8", "surrogatepass")).hexdigest()
        name = f"{digest[:_DIGITS_OF_NAME]}{ending}"
        words = self.clean(alt)
        self._pictures.setdefault(name, Picture(name, data, address, words))
        self._add(BlockKind.PICTURE, words, page, picture=name)
        return name

    def field(self, name: FieldName, text: str, place: str) -> None:
        """Take a field that the original names itself; an empty one is passed over."""
        if words := self.clean(text):
            self._fields.append(FoundField(name, words, place))

    def link(self, address: str, text: str) -> None:
        """Take a link to a file."""
        link = LinkedFile(address.strip(), self.clean(text))
        self._links.setdefault((link.address, link.text), link)

    def repair(self, told: str) -> None:
        """List a repair, in Vietnamese; the same one is listed once."""
        self._repairs[told] = None

    def doubt(self, told: str) -> None:
        """List what an editor must look at, in Vietnamese."""
        self._doubts[told] = None

    def build(self) -> Capture:
        """Return the item.

        Raises:
            ImportRefusedError: it has no words.
        """
        if self.is_empty:
            raise ImportRefusedError("tệp không có chữ nào; cần nội dung một bản tin hoặc văn bản")
        return Capture(
            name=self._name,
            sha256=self._sha256,
            blocks=tuple(self._blocks),
            repairs=tuple(self._repairs),
            part=self._part,
            format=self._format,
            system=self._system,
            fields=tuple(self._fields),
            pictures=tuple(self._pictures.values()),
            links=tuple(self._links.values()),
            doubts=tuple(self._doubts),
        )

    def _take(self, kind: BlockKind, raw: str, page: int, **more: Any) -> None:
        """Take a block with words; `more` are other fields of `Block`."""
        if words := self.clean(raw):
            self._add(kind, words, page, **more)

    def _add(self, kind: BlockKind, words: str, page: int, **more: Any) -> None:
        number = len(self._blocks) + 1
        more.setdefault("after_blank", True)
        self._blocks.append(Block(number, words, words, kind=kind, page=page, **more))

"""Reads one page after another: its glyphs with stamps, tables, pictures, links.

Knows PDFium and pdfplumber; knows no paragraphs.
"""

from __future__ import annotations

import ctypes
import io
import logging
import time
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any

import pdfplumber
import pypdfium2 as pdfium
import pypdfium2.raw as raw

from bantin.importing.reading.pdf.glyphs import Box, Glyph, read_glyphs
from bantin.importing.reading.pdf.page_lines import glyph_text, make_rows, outside_of
from bantin.importing.reading.pdf.pictures import CutPicture, cut_pictures
from bantin.importing.reading.pdf.scans import (
    can_recognise,
    is_scanned,
    may_be_scanned,
    recognise_page,
)
from bantin.importing.reading.pdf.stamps import has_stamps, read_stamps
from bantin.importing.reading.pdf.tables import RuledTable, find_tables

MAX_PAGE_GLYPHS = 50_000
_FEWEST_HIDDEN = 20
# A drawing has more rules than any table, and they would take long to compare.
_LEAST_RULES, _MOST_RULES = 4, 6_000
_LARGEST_SIDE = 15_000
_FILE_ENDINGS = (".pdf", ".doc", ".docx", ".xls", ".xlsx", ".odt", ".ods", ".zip", ".rar", ".7z")
_MOST_LINKS = 500
# The head of a document lies in this share of its first page, the foot in this of its last.
_HEAD_SHARE, _FOOT_SHARE = 0.2, 0.3
_FOOT_WORDS = ("nơi nhận", "nơi gửi")


@dataclass(frozen=True, slots=True)
class PageContent:
    """What was read of a page.

    Attributes:
        number: 1-based.
        height: in points, more than 0.
        glyphs: outside tables.
        tables: of data.
        pictures: cut out.
    """

    number: int
    height: float
    glyphs: Sequence[Glyph]
    tables: Sequence[RuledTable] = ()
    pictures: Sequence[CutPicture] = ()


@dataclass(slots=True)
class PdfFindings:
    """What was told while reading, and what was counted.

    Attributes:
        repairs: in Vietnamese.
        doubts: in Vietnamese.
        links: (address, words) of linked files.
        scanned: pages that are pictures and were not recognised.
        glyphs: number of glyphs so far.
    """

    repairs: list[str] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    links: list[tuple[str, str]] = field(default_factory=list)
    scanned: list[int] = field(default_factory=list)
    glyphs: int = 0


class PageReader:
    """Reads the pages of one document. A context manager: it holds copies of the document."""

    def __init__(
        self, data: bytes, document: pdfium.PdfDocument, found: PdfFindings, until: float
    ) -> None:
        """Begin to read.

        Args:
            data: bytes of the file.
            document: opened from them.
            found: takes what is told.
            until: `time.monotonic()` at which recognising scans ends.
        """
        self._data, self._document, self._found, self._until = data, document, found, until
        self._copy: pdfium.PdfDocument | None = None
        self._ruled: Any = None
        self._open = ExitStack()

    def __enter__(self) -> PageReader:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._open.close()

    def read(self, index: int) -> PageContent:
        """Read the page with a 0-based index."""
        number, found = index + 1, self._found
        page = self._document[index]
        try:
            width, height = page.get_size()
            if not (0 < width <= _LARGEST_SIDE and 0 < height <= _LARGEST_SIDE):
                found.doubts.append(f"Trang {number}: khổ giấy quá lớn hoặc bằng không, không đọc")
                return PageContent(number, 1.0, ())
            read = read_glyphs(page, MAX_PAGE_GLYPHS)
            found.glyphs += len(read.glyphs)
            self._tell_strange(number, read.glyphs, read.slanted, read.lost)
            if is_scanned(page, read.glyphs):
                return PageContent(number, height, self._read_scan(page, number, read.glyphs))
            if may_be_scanned(page, read.glyphs):
                found.doubts.append(
                    f"Trang {number}: hình phủ gần hết trang, ít chữ, có thể là bản quét; hãy đối "
                    "chiếu bản gốc"
                )
            glyphs = [glyph for glyph in read.glyphs if not glyph.is_hidden]
            hidden = sum(1 for one in read.glyphs if one.is_hidden and not one.is_space)
            if hidden:
                found.doubts.append(f"Trang {number}: bỏ {hidden} chữ cái in ẩn, không thấy được")
            if has_stamps(page):
                glyphs = self._stamp(index, glyphs)
            tables = self._find_tables(page, index, glyphs)
            self._find_links(page, glyphs)
            pictures = cut_pictures(
                page, self._zones_without_pictures(page, index, glyphs), number, found.doubts
            )
        finally:
            page.close()
        return PageContent(
            number, height, outside_of(glyphs, [table.box for table in tables]), tables, pictures
        )

    def _read_scan(
        self, page: pdfium.PdfPage, number: int, glyphs: Sequence[Glyph]
    ) -> Sequence[Glyph]:
        """Return the text of a scanned page: the one behind the picture, or a recognised one."""
        hidden = [glyph for glyph in glyphs if glyph.is_hidden and not glyph.is_space]
        if len(hidden) >= _FEWEST_HIDDEN:
            self._found.doubts.append(
                f"Trang {number}: bản quét, chữ do máy nhận dạng sẵn trong tệp; hãy đối chiếu"
            )
            return glyphs
        left = self._until - time.monotonic()
        recognised = recognise_page(page, left) if left > 0 and can_recognise() else None
        if recognised is None:
            self._found.scanned.append(number)
            return ()
        self._found.doubts.append(
            f"Trang {number}: bản quét, chữ do máy nhận dạng (tesseract), độ chắc chắn trung bình "
            f"{recognised.certainty:.0f}%; hãy đối chiếu"
        )
        return recognised.glyphs

    def _stamp(self, index: int, glyphs: list[Glyph]) -> list[Glyph]:
        if self._copy is None:
            self._copy = pdfium.PdfDocument(self._data)
            self._open.callback(self._copy.close)
        stamped = read_stamps(self._copy, index, glyphs, MAX_PAGE_GLYPHS)
        self._found.repairs.extend(stamped.repairs)
        self._found.doubts.extend(stamped.doubts)
        return list(stamped.glyphs)

    def _find_tables(
        self, page: pdfium.PdfPage, index: int, glyphs: Sequence[Glyph]
    ) -> list[RuledTable]:
        rules = 0
        for _ in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=3):
            rules += 1
            if rules > _MOST_RULES:
                return []
        if rules < _LEAST_RULES or page.get_rotation():
            return []
        # pdfminer breaks in many ways on files that PDFium reads; only a table is lost then.
        try:
            if self._ruled is None:
                logging.getLogger("pdfminer").setLevel(logging.ERROR)
                self._ruled = self._open.enter_context(pdfplumber.open(io.BytesIO(self._data)))
            ruled = self._ruled.pages[index]
            tables = find_tables(ruled, glyphs)
            ruled.close()
        except Exception:
            self._found.doubts.append(
                f"Trang {index + 1}: không đọc được khung bảng, chữ trong bảng thành đoạn thường"
            )
            return []
        return tables

    def _find_links(self, page: pdfium.PdfPage, glyphs: Sequence[Glyph]) -> None:
        """Take the links to files, with the words that stand in them."""
        start, link, rect = ctypes.c_int(0), raw.FPDF_LINK(), raw.FS_RECTF()
        for _ in range(_MOST_LINKS):
            if not raw.FPDFLink_Enumerate(page, start, link):
                return
            action = raw.FPDFLink_GetAction(link)
            size = raw.FPDFAction_GetURIPath(self._document, action, None, 0) if action else 0
            if not 1 < size < 5000 or not raw.FPDFLink_GetAnnotRect(link, rect):
                continue
            buffer = ctypes.create_string_buffer(size)
            raw.FPDFAction_GetURIPath(self._document, action, buffer, size)
            address = buffer.value.decode("utf-8", "replace")
            if address.lower().partition("?")[0].endswith(_FILE_ENDINGS):
                box = Box(rect.left, rect.bottom, rect.right, rect.top)
                words = glyph_text([glyph for glyph in glyphs if box.holds(glyph.box)])
                self._found.links.append((address, words))

    @staticmethod
    def _zones_without_pictures(
        page: pdfium.PdfPage, index: int, glyphs: Sequence[Glyph]
    ) -> list[Box]:
        """Return where seals, logos and signatures stand: a document's head and its foot."""
        width, height = page.get_size()
        zones = [Box(0, height * (1 - _HEAD_SHARE), width, height)] if index == 0 else []
        for row in make_rows(glyphs):
            if glyph_text(row.glyphs).casefold().startswith(_FOOT_WORDS):
                zones.append(Box(0, row.box.top - _FOOT_SHARE * height, width, row.box.top))
        return zones

    def _tell_strange(self, number: int, glyphs: Sequence[Glyph], slanted: int, lost: int) -> None:
        doubts = self._found.doubts
        if slanted:
            doubts.append(
                f"Trang {number}: bỏ {slanted} chữ cái viết nghiêng hướng khác, như hình mờ"
            )
        odd = sum(1 for glyph in glyphs if "\ue000" <= glyph.text[0] <= "\uf8ff")
        if lost or odd:
            doubts.append(
                f"Trang {number}: {lost + odd} ký tự không rõ là chữ gì (phông riêng của tệp); "
                "hãy đối chiếu bản gốc"
            )

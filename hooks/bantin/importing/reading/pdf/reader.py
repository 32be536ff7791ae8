"""Reads a PDF file into a capture: text, stamps, tables, pictures and links, page by page.

Knows the format; knows no news and no document.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from bantin.errors import ImportRefusedError
from bantin.importing.capture import Capture
from bantin.importing.reading.capture_builder import CaptureBuilder
from bantin.importing.reading.given_file import hold_name, read_bytes
from bantin.importing.reading.joining import Paragraph, join_lines
from bantin.importing.reading.pdf.page import PageContent, PageReader, PdfFindings
from bantin.importing.reading.pdf.page_lines import make_lines
from bantin.importing.reading.pdf.pdf_fonts import PdfFonts
from bantin.importing.reading.pdf.pictures import CutPicture
from bantin.importing.reading.pdf.tables import RuledTable

MAX_PDF_BYTES = 100_000_000
MAX_PAGES = 500
MAX_GLYPHS = 1_500_000
MAX_SECONDS = 15.0
_HEADING_SIZE = 1.15
_SPLIT = "tách tệp thành nhiều phần rồi nhập lại"


def read_pdf(path: Path, seconds: float = MAX_SECONDS) -> Iterator[Capture]:
    """Read a PDF file; it is one item.

    Args:
        path: of the file.
        seconds: that reading may take. Scanned pages that no time is left for are told.

    Raises:
        ImportRefusedError: it cannot be opened, is no PDF, is locked, too large, takes too long, or
            is a scan without text and no program to recognise it is there.
    """
    name = hold_name(path.name)
    data = _read_bytes(path)
    until = time.monotonic() + seconds
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        raise ImportRefusedError(_why_not_open(error)) from error
    try:
        yield _read(name, data, document, until)
    except pdfium.PdfiumError as error:
        raise ImportRefusedError(
            "tệp PDF bị hỏng, không đọc hết được; mở bằng trình đọc PDF, in lại ra PDF rồi nhập"
        ) from error
    finally:
        document.close()


def _read_bytes(path: Path) -> bytes:
    too_large = f"tệp PDF lớn hơn {MAX_PDF_BYTES // 1_000_000} MB; {_SPLIT}"
    data = read_bytes(path, MAX_PDF_BYTES, too_large)
    if b"%PDF-" not in data[:1024]:
        raise ImportRefusedError("không phải tệp PDF (không thấy dấu “%PDF-” ở đầu tệp)")
    return data


def _why_not_open(error: pdfium.PdfiumError) -> str:
    code = getattr(error, "err_code", None)
    if code in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY):
        return "tệp PDF bị khóa bằng mật khẩu; mở khóa, lưu lại rồi nhập"
    return "tệp PDF bị hỏng; mở bằng trình đọc PDF, in lại ra PDF rồi nhập"


def _read(name: str, data: bytes, document: pdfium.PdfDocument, until: float) -> Capture:
    count = len(document)
    if count > MAX_PAGES:
        raise ImportRefusedError(f"tệp PDF có {count} trang, nhiều hơn {MAX_PAGES}; {_SPLIT}")
    found = PdfFindings()
    pages = _read_pages(data, document, count, until, found)
    if not any(page.glyphs or page.tables for page in pages) and found.scanned:
        raise ImportRefusedError(
            f"bản quét: {len(found.scanned)} trang chỉ có hình, không có chữ; cài tesseract-ocr và "
            "tesseract-ocr-vie để nhận dạng, hoặc nhập tệp Word của văn bản"
        )
    _tell(document, found)
    builder = CaptureBuilder(name, hashlib.sha256(data).hexdigest(), file_format="pdf")
    fonts = PdfFonts.judge([page.glyphs for page in pages])
    lines = make_lines([(page.number, page.height, page.glyphs) for page in pages], fonts.convert)
    _fill(builder, join_lines(lines, found.repairs), pages, fonts)
    found.repairs.extend(fonts.told)
    if fonts.unsure:
        names = ", ".join(sorted(fonts.unsure)[:5])
        found.doubts.append(f"Tệp dùng phông chữ bảng mã cũ ({names}); hãy đối chiếu bản gốc")
    for address, words in found.links:
        builder.link(address, words)
    for told in found.repairs:
        builder.repair(told)
    for told in found.doubts:
        builder.doubt(told)
    return builder.build()


def _read_pages(
    data: bytes, document: pdfium.PdfDocument, count: int, until: float, found: PdfFindings
) -> list[PageContent]:
    pages: list[PageContent] = []
    with PageReader(data, document, found, until) as reader:
        for index in range(count):
            if time.monotonic() > until:
                raise ImportRefusedError(
                    f"tệp PDF đọc quá lâu (mới đến trang {index + 1}/{count}); {_SPLIT}"
                )
            pages.append(reader.read(index))
            if found.glyphs > MAX_GLYPHS:
                raise ImportRefusedError(f"tệp PDF có hơn {MAX_GLYPHS} chữ cái; {_SPLIT}")
    return pages


def _tell(document: pdfium.PdfDocument, found: PdfFindings) -> None:
    """Tell what an editor must look at in the whole file."""
    if found.scanned:
        where = ", ".join(map(str, found.scanned))
        found.doubts.append(f"Trang {where}: bản quét, không có chữ, chưa lấy được nội dung")
    count = raw.FPDFDoc_GetAttachmentCount(document)
    if count > 0:
        found.doubts.append(f"Có {count} tệp đính kèm bên trong tệp PDF, chưa lấy ra")


def _fill(
    builder: CaptureBuilder,
    paragraphs: Sequence[Paragraph],
    pages: Sequence[PageContent],
    fonts: PdfFonts,
) -> None:
    """Put paragraphs, tables and pictures in reading order."""
    things: list[tuple[int, float, RuledTable | CutPicture]] = []
    for page in pages:
        things.extend((page.number, -table.box.top, table) for table in page.tables)
        things.extend((page.number, -picture.box.top, picture) for picture in page.pictures)
    things.sort(key=lambda one: one[:2])
    body = _body_size(paragraphs)
    for paragraph in paragraphs:
        first = paragraph.lines[0]
        while things and things[0][:2] < (first.page, -first.base):
            number, _, thing = things.pop(0)
            _put(builder, thing, number, fonts)
        size = min(line.size for line in paragraph.lines)
        is_bold = all(line.is_bold for line in paragraph.lines)
        if is_bold and not first.column and size >= _HEADING_SIZE * body:
            builder.heading(paragraph.text, page=first.page)
        else:
            builder.paragraph(
                paragraph.text,
                page=first.page,
                column=first.column,
                after_blank=first.after_blank,
            )
    for number, _, thing in things:
        _put(builder, thing, number, fonts)


def _put(
    builder: CaptureBuilder, thing: RuledTable | CutPicture, page: int, fonts: PdfFonts
) -> None:
    if isinstance(thing, RuledTable):
        builder.table(thing.texts(fonts.convert), page=page)
    else:
        builder.picture(thing.data, thing.ending, page=page)


def _body_size(paragraphs: Sequence[Paragraph]) -> float:
    """Return the font size of the middle character."""
    lines = sorted(
        (line.size, len(line.text)) for paragraph in paragraphs for line in paragraph.lines
    )
    half = sum(length for _, length in lines) / 2
    for size, length in lines:
        half -= length
        if half <= 0:
            return size
    return 0.0

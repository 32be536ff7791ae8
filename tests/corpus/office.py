"""Items as office files, in the layouts that offices use; python-docx makes them."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph
from viparse.normalize.encodings import CHARMAPS

from tests.corpus.items import DocumentItem, NewsItem
from tests.corpus.portals import day, hour
from tests.corpus.texts import KIND_NAMES, date_line

Encode = Callable[[str], str]
NATION = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")


def plain(text: str) -> str:
    return text


def legacy(name: str) -> Encode:
    """Return what writes a text in an old encoding. Capitals with marks become small letters."""
    pairs = {new: old for old, new in CHARMAPS[name].pairs}

    def encode(text: str) -> str:
        return "".join(pairs.get(char, pairs.get(char.lower(), char)) for char in text)

    return encode


class Office:
    """Writes one file, with a font for small letters and one for capitals."""

    def __init__(self, font: str = "Times New Roman", encode: Encode = plain) -> None:
        self.document = Document()
        self._font, self._encode = font, encode

    def write(self, at: Paragraph, text: str, *, bold: bool = False, middle: bool = False) -> None:
        font = self._font
        if font.startswith(".Vn") and text.isupper():
            font += "H"
        run = at.add_run(self._encode(text))
        run.bold = bold
        run.font.name = font
        run.font.size = Pt(13)
        run._element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:hAnsi"), font)
        if middle:
            at.alignment = WD_ALIGN_PARAGRAPH.CENTER

    def line(self, text: str, *, bold: bool = False, middle: bool = False) -> None:
        self.write(self.document.add_paragraph(), text, bold=bold, middle=middle)

    def cell(self, cell: _Cell, lines: list[str]) -> None:
        for number, text in enumerate(lines):
            at = cell.paragraphs[0] if not number else cell.add_paragraph()
            self.write(at, text, bold=True, middle=True)

    def rows(self, *rows: tuple[list[str], list[str]]) -> None:
        table = self.document.add_table(len(rows), 2)
        for at, (left, right) in enumerate(rows):
            self.cell(table.cell(at, 0), left)
            self.cell(table.cell(at, 1), right)

    def save(self) -> bytes:
        kept = io.BytesIO()
        self.document.save(kept)
        return kept.getvalue()


def _body(office: Office, item: DocumentItem) -> None:
    if item.kind != "CV":
        office.line(KIND_NAMES[item.kind], bold=True, middle=True)
        office.line(item.title, bold=True, middle=True)
    if item.to:
        office.line("Kính gửi:")
        for one in item.to:
            office.line(f"- {one}{';' if one != item.to[-1] else '.'}")
    for paragraph in item.paragraphs:
        office.line(paragraph)
    if item.table:
        table = office.document.add_table(len(item.table), len(item.table[0]), style="Table Grid")
        for at, row in enumerate(item.table):
            for column, text in enumerate(row):
                office.write(table.cell(at, column).paragraphs[0], text)


def _foot(office: Office, item: DocumentItem) -> None:
    left = ["Nơi nhận:", *[f"- {one};" for one in item.recipients], f"- Lưu: {item.filing}."]
    office.rows((left, [*item.authority, item.position, "", "", item.name]))
    office.line("")  # Word has a paragraph behind every table


def two_rows(item: DocumentItem, office: Office) -> None:
    """Names above, number and day below."""
    subject = [item.title] if item.kind == "CV" else []
    office.rows(
        ([*item.superior, *item.issuer], list(NATION)),
        ([f"Số: {item.number}", *subject], [date_line(item)]),
    )
    _body(office, item)
    _foot(office, item)


def one_row(item: DocumentItem, office: Office) -> None:
    """All of the head in two cells."""
    subject = [item.title] if item.kind == "CV" else []
    office.rows(
        (
            [*item.superior, *item.issuer, "-------", f"Số: {item.number}", *subject],
            [*NATION, "---------------", date_line(item)],
        )
    )
    _body(office, item)
    _foot(office, item)


def spaces(item: DocumentItem, office: Office) -> None:
    """No table: runs of spaces between the columns."""
    names = [*item.superior, *item.issuer]
    names += [""] * (2 - len(names))
    for left, right in zip(names, NATION, strict=True):
        office.line(f"{left}          {right}")
    office.line(f"Số: {item.number}               {date_line(item)}")
    if item.kind == "CV":
        office.line(item.title)
    _body(office, item)
    office.line("Nơi nhận:")
    for one in item.recipients:
        office.line(f"- {one};")
    office.line(f"- Lưu: {item.filing}.")
    for text in (*item.authority, item.position, item.name):
        office.line(text, bold=True)


HEADS: dict[str, Callable[[DocumentItem, Office], None]] = {
    "hai-hang": two_rows,
    "mot-hang": one_row,
    "khoang-trang": spaces,
}


def news(item: NewsItem, office: Office, photo: Path | None) -> None:
    """A news item as a newsroom's file holds it."""
    office.line(item.section.upper(), bold=True)
    office.line(item.title, bold=True, middle=True)
    office.line(f"Ngày đăng: {day(item)} {hour(item)}".strip())
    office.line(item.lead, bold=True)
    for number, paragraph in enumerate(item.paragraphs):
        if number == 1 and item.caption and photo:
            office.document.add_picture(str(photo))
            office.line(item.caption, middle=True)
        office.line(paragraph)
    if item.author:
        office.line(item.author, bold=True)

"""Reads ODT files: one walk over the XML, in the order of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from bantin.errors import ImportRefusedError
from bantin.importing.capture import Capture
from bantin.importing.reading.capture_builder import CaptureBuilder
from bantin.importing.reading.word.assembling import assemble
from bantin.importing.reading.word.docx_runs import FILE_ENDINGS
from bantin.importing.reading.word.findings import WordFindings
from bantin.importing.reading.word.layout import is_document_head, words_of
from bantin.importing.reading.word.odt_numbering import OdtList, OdtNumbering
from bantin.importing.reading.word.odt_styles import OdtStyles
from bantin.importing.reading.word.originals import OfficeFormat, open_original, refuse_format
from bantin.importing.reading.word.packages import (
    Element,
    OfficePackage,
    attribute,
    child,
    descendants,
    local,
)
from bantin.importing.reading.word.parts import (
    BoxPart,
    CellPart,
    FontRun,
    Part,
    PicturePart,
    TablePart,
    TextPart,
)

_SPACES = re.compile(r"[ \t\r\n]+")
_INDEXES = ("table-of-content", "alphabetical-index", "illustration-index", "table-index",
            "object-index", "user-index", "bibliography")  # fmt: skip
_SHAPES = ("custom-shape", "rect", "ellipse", "line", "polyline", "polygon", "path", "g", "control")
_PASSED_OVER = ("tracked-changes", "sequence-decls", "variable-decls", "user-field-decls", "forms",
                "change-start", "change-end", "hidden-text", "ruby-text", "dde-connection-decls",
                "note-citation")  # fmt: skip
_MOST_REPEATED = 200
_WIDEST = 63


def read_odt(path: Path) -> Iterator[Capture]:
    """Read an ODT file: one item.

    Raises:
        ImportRefusedError: it is no such file, broken, locked, too large, or holds no words.
    """
    original = open_original(path)
    if original.format is not OfficeFormat.ZIP:
        raise refuse_format(original, "ODT")
    package = OfficePackage(original.data)
    if b"encryption-data" in package.read("META-INF/manifest.xml", limit=4_000_000):
        raise ImportRefusedError(
            "tệp đặt mật khẩu; mở bằng LibreOffice, bỏ mật khẩu, lưu lại rồi nhập"
        )
    content = package.parse("content.xml")
    body = child(content, "body", "text")
    if body is None:
        raise ImportRefusedError(
            "trong gói không có văn bản OpenDocument; mở bằng LibreOffice, lưu lại rồi nhập"
        )
    settings = package.parse("styles.xml")
    styles = OdtStyles.of(settings, content)
    findings = WordFindings()
    parts = OdtBlocks(package, styles, findings).blocks(body)
    head = _margins(package, settings, styles, findings)
    if any(name.startswith(("basic/", "scripts/")) for name in package.names):
        findings.doubt("Tệp có macro; macro không được chạy và không được lấy theo")
    builder = CaptureBuilder(original.name, original.sha256, file_format="odt")
    assemble([*head, *parts], findings, builder)
    yield builder.build()


def _margins(
    package: OfficePackage, root: Element | None, styles: OdtStyles, findings: WordFindings
) -> list[Part]:
    """Tell the words of headers and footers. Return those that are the head of the document."""
    head: list[Part] = []
    for page in descendants(root, "master-page") if root is not None else ():
        for element in page:
            aside = WordFindings()
            parts = OdtBlocks(package, styles, aside).blocks(element)
            for words in aside.boxes:
                findings.box(words)
            if local(element).startswith("header") and not head and is_document_head(parts):
                head = parts
                findings.doubt("Phần đầu văn bản (Quốc hiệu, tên cơ quan) nằm ở đầu trang (header)")
            else:
                findings.margin(" ".join(words_of(parts)))
    return head


@dataclass(slots=True)
class _OdtParagraph:
    style: str
    runs: list[FontRun] = field(default_factory=list)
    before: list[Part] = field(default_factory=list)
    after: list[Part] = field(default_factory=list)


class OdtBlocks:
    """Reads the blocks of a body, in order."""

    def __init__(self, package: OfficePackage, styles: OdtStyles, findings: WordFindings) -> None:
        """Begin a body."""
        self._package, self._styles, self._findings = package, styles, findings
        self._numbering = OdtNumbering(styles)
        self._waiting_notes: list[Part] = []
        self._last_gap = True

    def blocks(self, container: Element) -> list[Part]:
        """Return the blocks of a body, section, cell, text box or note."""
        parts: list[Part] = []
        for element in container:
            parts += self._block(element)
            parts += self._waiting_notes
            self._waiting_notes = []
        return parts

    def _block(self, element: Element) -> list[Part]:
        name = local(element)
        if name in ("p", "h"):
            return self._paragraph(element, self._heading_mark(element) if name == "h" else "")
        if name == "list":
            found = self._numbering.open(element, "")
            return self._list(element, found, found.style, 1)
        if name == "table":
            return [self._table(element)]
        if name == "tracked-changes":
            for kind in ("insertion", "deletion"):
                for _ in descendants(element, kind):
                    self._findings.count("inserted" if kind == "insertion" else "deleted")
            return []
        if name in _INDEXES:
            self._findings.count("contents")
            return []
        if name in _PASSED_OVER:
            return []
        if name == "section" and attribute(element, "display") == "none":
            self._findings.count("hidden")
            return []
        if name == "frame" or name in _SHAPES:
            return list(self._frame(element))
        return self.blocks(element)

    def _list(self, element: Element, found: OdtList, style: str, level: int) -> list[Part]:
        parts: list[Part] = []
        for item in element:
            if local(item) not in ("list-item", "list-header"):
                continue
            numbered = local(item) == "list-item"
            for one in item:
                if local(one) == "list":
                    inner = attribute(one, "style-name") or style
                    parts += self._list(one, found, inner, level + 1)
                elif local(one) in ("p", "h") and numbered:
                    numbered = False
                    start = attribute(item, "start-value")
                    mark = self._numbering.mark(found, style, level, start)
                    parts += self._paragraph(one, mark)
                else:
                    parts += self._block(one)
                parts += self._waiting_notes
                self._waiting_notes = []
        return parts

    def _heading_mark(self, element: Element) -> str:
        if attribute(element, "is-list-header") == "true":
            return ""
        return self._numbering.heading_mark(_level_of(element))

    def _paragraph(self, element: Element, mark: str) -> list[Part]:
        style = attribute(element, "style-name") or ""
        paragraph = _OdtParagraph(style)
        self._inline(element, (), paragraph)
        parts = list(paragraph.before)
        if any(run.text.strip() for run in paragraph.runs):
            if mark:
                self._findings.count("numbers")
            names = [attribute(one, "name") or "" for one in self._styles.chain("paragraph", style)]
            part = TextPart(
                tuple(paragraph.runs),
                mark,
                level=_level_of(element) if local(element) == "h" else int("Title" in names),
                gap=self._last_gap or self._styles.has_gap(style, "top") or bool(parts),
                is_caption=any(name in ("Caption", "Figure", "Illustration") for name in names),
                is_slanted=self._is_slanted(element, style),
            )
            parts.append(part)
            self._last_gap = self._styles.has_gap(style, "bottom")
        elif not parts:
            self._last_gap = True
        return [*parts, *paragraph.after]

    def _is_slanted(self, element: Element, style: str) -> bool:
        if self._styles.value("paragraph", style, "paragraph", "text-align") != "center":
            return False
        spans = [attribute(one, "style-name") or "" for one in descendants(element, "span")]
        if self._styles.value("paragraph", style, "text", "font-style") == "italic":
            return all(
                self._styles.value("text", one, "text", "font-style") != "normal" for one in spans
            )
        is_bare = (element.text or "").strip() or any((one.tail or "").strip() for one in element)
        slanted = [self._styles.value("text", one, "text", "font-style") for one in spans]
        return bool(spans) and not is_bare and all(value == "italic" for value in slanted)

    def _inline(self, element: Element, spans: tuple[str, ...], into: _OdtParagraph) -> None:
        """Take the content of a paragraph or of a span in it."""
        self._text(element.text, spans, into)
        for one in element:
            name = local(one)
            if name == "s":
                count = attribute(one, "c") or "1"
                width = min(int(count[:4]), 100) if count.isdecimal() else 1
                self._run(" " * width, spans, into)
            elif name in ("tab", "line-break"):
                self._run("\t" if name == "tab" else "\n", spans, into)
            elif name == "span":
                self._inline(one, (*spans, attribute(one, "style-name") or ""), into)
            elif name == "note":
                self._note(one, spans, into)
            elif name == "annotation":
                self._findings.count("comments")
            elif name == "frame" or name in _SHAPES:
                is_begun = any(run.text.strip() for run in into.runs)
                for part in self._frame(one):
                    is_picture = isinstance(part, PicturePart)
                    (into.after if is_begun or not is_picture else into.before).append(part)
            elif name == "a":
                at = len(into.runs)
                self._inline(one, spans, into)
                target = attribute(one, "href") or ""
                if FILE_ENDINGS.search(target.split("?")[0].split("#")[0]):
                    words = "".join(run.text for run in into.runs[at:])
                    self._findings.link(target.removeprefix("../"), words)
            elif name not in (*_PASSED_OVER, "annotation-end"):
                self._inline(one, spans, into)
            self._text(one.tail, spans, into)

    def _text(self, text: str | None, spans: tuple[str, ...], into: _OdtParagraph) -> None:
        if text:
            self._run(_SPACES.sub(" ", text), spans, into)

    def _run(self, text: str, spans: tuple[str, ...], into: _OdtParagraph) -> None:
        look = self._styles.text_value
        if look(spans, into.style, "display") == "none":
            if text.strip():
                self._findings.count("hidden")
            return
        if look(spans, into.style, "text-transform") == "uppercase" and text != text.upper():
            self._findings.count("capitals")
            text = text.upper()
        into.runs.append(FontRun(text, self._styles.font(spans, into.style)))

    def _note(self, element: Element, spans: tuple[str, ...], into: _OdtParagraph) -> None:
        citation = child(element, "note-citation")
        words = "".join(citation.itertext()).strip() if citation is not None else ""
        mark = f"[{words}]"
        self._run(mark, spans, into)
        body = child(element, "note-body")
        waiting, self._waiting_notes = self._waiting_notes, []
        parts = self.blocks(body) if body is not None else []
        if parts and isinstance(first := parts[0], TextPart):
            parts[0] = replace(first, mark=f"{mark} {first.mark}", level=0)
        self._waiting_notes = [*waiting, *parts]
        self._findings.count("notes")

    def _frame(self, element: Element) -> Iterator[Part]:
        """Yield what a frame or shape holds; of a formula or foreign object, its picture."""
        title = child(element, "desc")
        title = child(element, "title") if title is None else title
        alt = (title.text or "") if title is not None else ""
        for one in element:
            name = local(one)
            if name == "image":
                yield from self._picture(one, alt)
                # More pictures of one frame are the same one for other programs.
                return
            if name == "text-box":
                yield BoxPart(tuple(self.blocks(one)))
            elif name in ("object", "object-ole"):
                self._findings.count("foreign_parts")
            elif name == "frame" or name in _SHAPES:
                yield from self._frame(one)
        if local(element) in _SHAPES and child(element, "p") is not None:
            yield BoxPart(tuple(self.blocks(element)))

    def _picture(self, element: Element, alt: str) -> Iterator[Part]:
        target = attribute(element, "href") or ""
        if target.startswith(("http:", "https:", "file:")):
            yield PicturePart(b"", target, alt)
        elif data := self._package.read(target.removeprefix("./")):
            yield PicturePart(data, alt=alt)
        elif target:
            self._findings.count("lost_pictures")

    def _table(self, element: Element) -> TablePart:
        waiting, self._waiting_notes = self._waiting_notes, []
        rows: list[tuple[CellPart, ...]] = []
        for row in _rows(element):
            cells: list[CellPart] = []
            covered = 0
            for one in row:
                name = local(one)
                if name == "covered-table-cell":
                    repeated = _number(attribute(one, "number-columns-repeated"), _WIDEST)
                    cells += [CellPart(())] * max(repeated - covered, 0)
                    covered = max(covered - repeated, 0)
                elif name == "table-cell":
                    span = _number(attribute(one, "number-columns-spanned"), _WIDEST)
                    self._last_gap = True
                    parts = tuple(self.blocks(one))
                    repeated = _number(attribute(one, "number-columns-repeated"), _WIDEST)
                    cells += [CellPart(parts, span)] * repeated
                    covered = span - 1
            repeated = _number(attribute(row, "number-rows-repeated"), _MOST_REPEATED)
            rows += [tuple(cells)] * repeated
        self._last_gap = True
        self._waiting_notes = waiting
        return TablePart(tuple(rows), self._styles.is_ruled(element))


def _rows(element: Element) -> Iterator[Element]:
    for one in element:
        if local(one) == "table-row":
            yield one
        elif local(one) in ("table-header-rows", "table-rows", "table-row-group"):
            yield from _rows(one)


def _level_of(element: Element) -> int:
    return min(_number(attribute(element, "outline-level"), 10), 6)


def _number(text: str | None, most: int) -> int:
    return min(max(int(text[:6]), 1), most) if text and text.isdecimal() else 1

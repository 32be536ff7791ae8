"""Walks one part of a DOCX file, such as its body, and yields its paragraphs, tables, pictures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from bantin.importing.reading.word.docx_numbering import DocxNumbering
from bantin.importing.reading.word.docx_runs import BoxFound, DocxRuns, NoteFound
from bantin.importing.reading.word.docx_styles import DocxStyles, is_on, value_of
from bantin.importing.reading.word.docx_tables import cell_span, is_ruled, read_rows
from bantin.importing.reading.word.findings import WordFindings
from bantin.importing.reading.word.numerals import numeral
from bantin.importing.reading.word.packages import Element, attribute, child, local
from bantin.importing.reading.word.parts import (
    BoxPart,
    CellPart,
    FontRun,
    Part,
    PicturePart,
    TablePart,
    TextPart,
)

_WRAPPERS = ("sdtContent", "customXml", "ins", "moveTo", "smartTag")
# A gap of three points is seen as one.
_SEEN_GAP_TWIPS = 60


@dataclass(slots=True)
class _DocxParagraph:
    """What was read of a paragraph so far. A deleted end joins the next one to it."""

    first: Element
    runs: list[FontRun] = field(default_factory=list)
    before: list[PicturePart] = field(default_factory=list)
    after: list[Part] = field(default_factory=list)


class DocxBlocks:
    """Reads the blocks of a part, in order."""

    def __init__(
        self,
        runs: DocxRuns,
        styles: DocxStyles,
        numbering: DocxNumbering,
        findings: WordFindings,
        notes: dict[tuple[str, str], Element],
    ) -> None:
        """Begin a part; `notes` are all footnotes and endnotes by kind and id."""
        self._runs, self._styles, self._numbering = runs, styles, numbering
        self._findings, self._notes = findings, notes
        self._waiting_notes: list[Part] = []
        self._counted_notes = {"footnote": 0, "endnote": 0}
        self._last_gap = True

    def blocks(self, container: Element) -> list[Part]:
        """Return the blocks of a body, a cell, a text box or a note."""
        parts: list[Part] = []
        joined: _DocxParagraph | None = None
        for element in _unwrapped(container, self._findings):
            if local(element) == "p":
                paragraph = self._paragraph(element, joined)
                mark = child(element, "pPr", "rPr")
                is_joined = child(mark, "del") is not None or child(mark, "moveFrom") is not None
                joined = paragraph if is_joined else None
                if joined is None:
                    parts += self._finish(paragraph)
            elif local(element) == "tbl":
                parts.append(self._table(element))
                self._last_gap = True
            elif local(element) == "altChunk":
                self._findings.count("foreign_parts")
            parts += self._take_notes()
        if joined is not None:
            parts += self._finish(joined)
        return parts

    def _paragraph(self, element: Element, joined: _DocxParagraph | None) -> _DocxParagraph:
        paragraph = _DocxParagraph(element) if joined is None else joined
        style = self._styles.paragraph_style(element)
        for piece in self._runs.pieces(element, style):
            if isinstance(piece, FontRun):
                paragraph.runs.append(piece)
            elif isinstance(piece, NoteFound):
                paragraph.runs.append(FontRun(self._note(piece)))
            elif isinstance(piece, BoxFound):
                paragraph.after.append(BoxPart(tuple(self.blocks(piece.content))))
            elif any(run.text.strip() for run in paragraph.runs):
                paragraph.after.append(piece)
            else:
                paragraph.before.append(piece)
        return paragraph

    def _finish(self, paragraph: _DocxParagraph) -> Iterator[Part]:
        element = paragraph.first
        style = self._styles.paragraph_style(element)
        text = "".join(run.text for run in paragraph.runs)
        properties = child(element, "pPr")
        end = element if properties is None else properties
        is_hidden = self._styles.run_look(end, style).hidden
        mark = "" if is_hidden and not text else self._numbering.mark(element, self._styles)
        yield from paragraph.before
        if text.strip():
            if mark:
                self._findings.count("numbers")
            above, below = self._gaps(element)
            yield TextPart(
                tuple(paragraph.runs),
                mark,
                level=self._styles.level(element),
                gap=above or self._last_gap or bool(paragraph.before),
                is_caption=self._styles.title(style) == "caption",
                is_slanted=self._is_slanted(element, style),
            )
            self._last_gap = below
        elif not paragraph.before:
            self._last_gap = True
        yield from paragraph.after

    def _gaps(self, element: Element) -> tuple[bool, bool]:
        """Tell whether a gap stands above and below a paragraph."""
        found = []
        for side in ("before", "after"):
            space = "0"
            for source in self._spacings(element):
                if (number := attribute(source, side)) is not None:
                    space = number
                    break
            found.append(space.isdecimal() and int(space) >= _SEEN_GAP_TWIPS)
        return found[0], found[1]

    def _spacings(self, element: Element) -> Iterator[Element]:
        if (own := child(element, "pPr", "spacing")) is not None:
            yield own
        for style in self._styles.chain(self._styles.paragraph_style(element)):
            if (found := child(style, "pPr", "spacing")) is not None:
                yield found
        default = child(self._styles.defaults, "pPrDefault", "pPr", "spacing")
        if default is not None:
            yield default

    def _is_slanted(self, element: Element, style: str) -> bool:
        if value_of(self._styles.paragraph_property(element, "jc")) != "center":
            return False
        runs = [one for one in element.iter() if local(one) == "r" and child(one, "t") is not None]
        return bool(runs) and all(self._styles.run_look(run, style).slanted for run in runs)

    def _note(self, found: NoteFound) -> str:
        """Keep a note until its block ends. Return the mark that refers to it."""
        content = self._notes.get((found.kind, found.number))
        if content is None:
            return ""
        self._counted_notes[found.kind] += 1
        form = "decimal" if found.kind == "footnote" else "lowerRoman"
        mark = f"[{numeral(self._counted_notes[found.kind], form)}]"
        parts = self.blocks(content)
        if parts and isinstance(first := parts[0], TextPart):
            parts[0] = TextPart(first.runs, f"{mark} {first.mark}")
        self._waiting_notes += parts
        self._findings.count("notes")
        return mark

    def _take_notes(self) -> list[Part]:
        parts, self._waiting_notes = self._waiting_notes, []
        return parts

    def _table(self, element: Element) -> TablePart:
        waiting, self._waiting_notes = self._waiting_notes, []
        rows = []
        below: list[Part] = []
        for row in read_rows(element, self._findings):
            cells = []
            for cell in row:
                self._last_gap = True
                is_continued = cell is None or cell.continues
                parts = () if cell is None or is_continued else tuple(self.blocks(cell.element))
                cells.append(CellPart(parts, 1 if cell is None else cell_span(cell.element)))
            rows.append(tuple(cells))
        below, self._waiting_notes = self._waiting_notes, waiting
        self._waiting_notes += below
        return TablePart(tuple(rows), is_ruled(element, self._styles))


def _unwrapped(container: Element, findings: WordFindings) -> Iterator[Element]:
    """Yield the blocks of a container, out of content controls and tracked insertions."""
    for element in container:
        name = local(element)
        if name == "sdt":
            gallery = value_of(child(element, "sdtPr", "docPartObj", "docPartGallery"))
            if gallery == "Table of Contents":
                findings.count("contents")
                continue
            if is_on(child(element, "sdtPr", "showingPlcHdr")):
                # Its text only says what to type there.
                findings.count("placeholders")
                continue
            content = child(element, "sdtContent")
            if content is not None:
                yield from _unwrapped(content, findings)
        elif name in _WRAPPERS:
            yield from _unwrapped(element, findings)
        elif name == "AlternateContent":
            branches = list(element)
            if branches:
                yield from _unwrapped(branches[0], findings)
        elif name in ("del", "moveFrom"):
            findings.count("deleted")
        else:
            yield element

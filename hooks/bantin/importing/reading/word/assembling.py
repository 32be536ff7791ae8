"""Makes the parts of an office file into a capture: columns, captions, boxes, old fonts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePosixPath

from bantin.importing.reading.capture_builder import CaptureBuilder
from bantin.importing.reading.word.findings import WordFindings
from bantin.importing.reading.word.layout import (
    foot_by_gaps,
    head_by_gaps,
    is_document_head,
    is_layout,
    places,
    split_gap,
    text_columns,
    words_of,
)
from bantin.importing.reading.word.old_fonts import OldFonts
from bantin.importing.reading.word.parts import (
    BoxPart,
    FontRun,
    Part,
    PicturePart,
    TablePart,
    TextPart,
)
from bantin.importing.reading.word.picture_kinds import VECTOR_ENDINGS, picture_ending

_CAPTION = re.compile(r"\(?(?:hình|ảnh|sơ đồ|biểu đồ|bản đồ)\b", re.IGNORECASE)
_RECIPIENT = re.compile(r"\s*+(?:[-+–•]|nơi nhận)", re.IGNORECASE)
_LONGEST_CAPTION = 300
_LONGEST_BOX_WORDS = 12
_LONGEST_HEADING_WORDS = 40
_SENTENCE_END = (".", ";", ":", "!", "?", "…", "”", '"')
# Of the first parts, those in which a picture is no picture of the text but a coat of arms.
_HEAD_PARTS = 4


def assemble(parts: Sequence[Part], findings: WordFindings, builder: CaptureBuilder) -> None:
    """Give the parts of a file to a builder in reading order, with all that is told."""
    fonts = OldFonts(runs_of(parts))
    _Assembler(findings, builder, fonts).take(fonts.convert(parts))
    for told in fonts.told:
        builder.repair(told)
    findings.tell(builder)


def runs_of(parts: Iterable[Part]) -> Iterator[FontRun]:
    """Yield all runs of text of parts, those in tables and boxes included."""
    for part in parts:
        if isinstance(part, TextPart):
            yield from part.runs
        elif isinstance(part, BoxPart):
            yield from runs_of(part.parts)
        elif isinstance(part, TablePart):
            for row in part.rows:
                for cell in row:
                    yield from runs_of(cell.parts)


class _Assembler:
    def __init__(self, findings: WordFindings, builder: CaptureBuilder, fonts: OldFonts) -> None:
        self._findings, self._builder = findings, builder
        self._words_above = 0
        self._head_ends = 0
        # Name of the picture right above, whose caption the next paragraph may be.
        self._picture: str | None = None

    def take(self, parts: Sequence[Part]) -> None:
        """Take the parts of the body."""
        self._head_ends = _head_end(parts)
        lines = [part.text if isinstance(part, TextPart) else "" for part in parts]
        in_order = [line for line in lines if line.strip()]
        head = head_by_gaps(in_order)
        foot = foot_by_gaps(in_order)
        seen = 0
        for at, part in enumerate(parts):
            is_text = bool(lines[at].strip())
            if isinstance(part, TextPart) and is_text and (seen < head or seen in foot):
                self._gapped(part, in_foot=seen in foot)
            else:
                self._part(part, at < self._head_ends)
            seen += is_text

    def _part(self, part: Part, in_head: bool, column: int = 0) -> None:
        if isinstance(part, TextPart):
            self._text(part, column)
        elif isinstance(part, PicturePart):
            self._take_picture(part, in_head)
        elif isinstance(part, BoxPart):
            self._box(part)
        else:
            self._table(part, in_head)

    def _text(self, part: TextPart, column: int) -> None:
        above, self._picture = self._picture, None
        for index, line in enumerate(_lines(part.text, keep=bool(column))):
            self._words_above += 1
            if not column and above is not None and _is_caption(part, line):
                self._builder.caption(line, above)
            elif not column and part.is_caption and _CAPTION.match(line.strip()):
                self._builder.caption(line)
            elif not column and part.level and _is_heading(line):
                self._builder.heading(line, part.level)
            else:
                gap = part.gap and not index
                self._builder.paragraph(line, column=column, after_blank=gap)

    def _gapped(self, part: TextPart, *, in_foot: bool) -> None:
        """Take a paragraph of a head or foot whose columns are set by runs of spaces."""
        self._picture = None
        for index, line in enumerate(part.text.split("\n")):
            gap = part.gap and not index
            self._words_above += 1
            if split := split_gap(line):
                self._builder.paragraph(split[0], column=1, after_blank=gap)
                self._builder.paragraph(split[1], column=2, after_blank=gap)
            else:
                # Recipients go on below the signature, which needs fewer lines.
                is_left = in_foot and _RECIPIENT.match(line) is not None
                self._builder.paragraph(line, column=int(is_left), after_blank=gap)

    def _take_picture(self, part: PicturePart, in_head: bool) -> None:
        if in_head:
            self._findings.count("head_pictures")
            return
        ending = picture_ending(part.data)
        if part.address:
            ending = PurePosixPath(part.address.split("?")[0]).suffix.lower()[:5]
            self._picture = self._builder.picture(
                part.data, ending, address=part.address, alt=part.alt
            )
        elif not ending:
            self._findings.count("unknown_pictures")
        else:
            if ending in VECTOR_ENDINGS:
                self._findings.count("vector_pictures")
            self._picture = self._builder.picture(part.data, ending, alt=part.alt)

    def _box(self, part: BoxPart) -> None:
        """Leave a short box out, told; take a long one as text. A box may frame a picture."""
        lines = words_of(part.parts)
        has_picture = any(isinstance(inner, PicturePart) for inner in part.parts)
        if not has_picture and len(" ".join(lines).split()) <= _LONGEST_BOX_WORDS:
            self._findings.box(" ".join(lines))
            return
        if not has_picture:
            told = f"Chữ trong khung, bắt đầu “{lines[0][:60]}”, đưa vào bài theo chỗ neo"
            self._findings.doubt(told)
        for inner in part.parts:
            self._part(inner, in_head=False)

    def _table(self, table: TablePart, in_head: bool) -> None:
        if not is_layout(table, words_above=self._words_above):
            self._data(table)
            return
        columns = text_columns(table)
        is_head = in_head or is_document_head([table])
        for row in table.rows:
            for at, cell in places(row):
                beside = len(columns) > 1 and not (at == columns[0] and _spans(cell, at, columns))
                column = (1 if at <= columns[0] else 2) if beside else 0
                for part in cell.parts:
                    self._part(part, is_head, column)

    def _data(self, table: TablePart) -> None:
        """Take a table of data. A merged cell is written once; what it covers is empty."""
        self._picture = None
        rows = []
        pictures = []
        for row in table.rows:
            cells: list[str] = []
            for cell in row:
                lines = [line for part in cell.parts for line in _cell_lines(part)]
                cells += [" ".join(lines), *[""] * (cell.span - 1)]
                pictures += [part for part in cell.parts if isinstance(part, PicturePart)]
                for part in cell.parts:
                    if isinstance(part, BoxPart):
                        self._findings.box(" ".join(words_of(part.parts)))
            rows.append(cells)
        self._words_above += 1
        self._builder.table(rows)
        for picture in pictures:
            self._take_picture(picture, in_head=False)
        self._picture = None


def _head_end(parts: Sequence[Part]) -> int:
    """Return the index behind the head of a document, in which pictures are coats of arms."""
    for at, part in enumerate(parts[:_HEAD_PARTS]):
        if isinstance(part, TablePart) and is_document_head([part]):
            return at + 1
    lines = [at for at, part in enumerate(parts[:12]) if is_document_head([part])]
    return lines[0] + 1 if lines else 0


def _spans(cell: object, at: int, columns: list[int]) -> bool:
    span = getattr(cell, "span", 1)
    return bool(at + span > columns[-1])


def _is_caption(part: TextPart, line: str) -> bool:
    words = line.strip()
    if part.level or part.mark or len(words) > _LONGEST_CAPTION:
        return False
    return part.is_caption or part.is_slanted or _CAPTION.match(words) is not None


def _is_heading(line: str) -> bool:
    words = line.strip()
    return len(words.split()) <= _LONGEST_HEADING_WORDS and not words.endswith((".", ";", ","))


def _cell_lines(part: Part) -> list[str]:
    return words_of([part]) if isinstance(part, TextPart | TablePart) else []


def _lines(text: str, *, keep: bool) -> list[str]:
    """Return the lines of a paragraph. Outside columns, a break within a sentence is a space."""
    lines: list[str] = []
    for line in text.split("\n"):
        words = line.strip()
        is_inside = lines and words[:1].islower() and not lines[-1].rstrip().endswith(_SENTENCE_END)
        if not words:
            continue
        if is_inside and not keep:
            lines[-1] = f"{lines[-1]} {line}"
        else:
            lines.append(line)
    return lines

"""The grid of a DOCX table: rows, merged cells, and whether lines are printed between cells."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bantin.importing.reading.word.docx_styles import DocxStyles, value_of
from bantin.importing.reading.word.findings import WordFindings
from bantin.importing.reading.word.packages import Element, child, descendants, local

_NO_LINE = ("", "nil", "none")
_INNER = ("insideH", "insideV", "left", "start")
_WIDEST = 63


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell; one that `continues` is part of the merged cell above or left of it."""

    element: Element
    continues: bool


def read_rows(table: Element, findings: WordFindings) -> Iterator[list[GridCell | None]]:
    """Yield the cells of each row; None for a column that a row leaves out. Deleted rows go."""
    for row in _inside(table, "tr"):
        if child(row, "trPr", "del") is not None:
            findings.count("deleted")
            continue
        if child(row, "trPr", "ins") is not None:
            findings.count("inserted")
        left_out = min(_number(child(row, "trPr", "gridBefore"), 0), _WIDEST)
        cells: list[GridCell | None] = [None] * left_out
        for cell in _inside(row, "tc"):
            merge = child(cell, "tcPr", "vMerge")
            beside = child(cell, "tcPr", "hMerge")
            continues = (merge is not None and value_of(merge) in ("", "continue")) or (
                beside is not None and value_of(beside) in ("", "continue")
            )
            cells.append(GridCell(cell, continues))
        yield cells


def cell_span(cell: Element) -> int:
    """Return the number of columns a cell takes."""
    return min(max(_number(child(cell, "tcPr", "gridSpan"), 1), 1), _WIDEST)


def is_ruled(table: Element, styles: DocxStyles) -> bool:
    """Tell whether lines are printed between the cells; a line under one cell is none."""
    own = child(table, "tblPr", "tblBorders")
    if own is None:
        for style in styles.chain(value_of(child(table, "tblPr", "tblStyle"))):
            if (own := child(style, "tblPr", "tblBorders")) is not None:
                break
    if _has_lines(own):
        blank = [child(cell, "tcPr", "tcBorders") for cell in descendants(table, "tc")]
        return not all(one is not None and not _has_lines(one) and len(one) for one in blank)
    borders = list(descendants(table, "tcBorders"))
    return sum(1 for one in borders if _has_lines(one)) * 2 > len(list(descendants(table, "tc")))


def _has_lines(borders: Element | None) -> bool:
    if borders is None:
        return False
    return any(local(one) in _INNER and value_of(one) not in _NO_LINE for one in borders)


def _inside(container: Element, name: str) -> Iterator[Element]:
    """Yield the rows or cells of a container, also those within content controls."""
    for element in container:
        if local(element) == name:
            yield element
        elif local(element) in ("sdt", "sdtContent", "customXml", "ins", "moveTo"):
            yield from _inside(element, name)


def _number(element: Element | None, default: int) -> int:
    text = value_of(element)
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else default

"""Finds tables of data by their ruled lines.

Knows where rules are drawn; the words of the cells come from the page's glyphs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bantin.importing.reading.pdf.glyphs import Box, Glyph
from bantin.importing.reading.pdf.page_lines import Convert, glyph_text

_LEAST_RULES = 4
_MOST_RULES = 20_000
_LEAST_SIDE = 2


@dataclass(frozen=True, slots=True)
class RuledTable:
    """A table of data.

    Attributes:
        box: its place.
        rows: glyphs of the cells, row by row.
    """

    box: Box
    rows: list[list[list[Glyph]]]

    def texts(self, convert: Convert) -> list[list[str]]:
        """Return the words of the cells."""
        return [[glyph_text(cell, convert) for cell in row] for row in self.rows]


def find_tables(page: Any, glyphs: Sequence[Glyph]) -> list[RuledTable]:
    """Return the ruled tables of a page, from top to bottom.

    Args:
        page: of pdfplumber.
        glyphs: of the page, upright.
    """
    rules = len(page.lines) + len(page.rects) + len(page.curves)
    if not _LEAST_RULES <= rules <= _MOST_RULES:
        return []
    height = float(page.height)
    tables = []
    for found in page.find_tables():
        cells = [
            [_inside(_box(cell, height), glyphs) if cell else [] for cell in row.cells]
            for row in found.rows
        ]
        cells = [row for row in cells if any(row)]
        width = max((len(row) for row in cells), default=0)
        filled = sum(1 for row in cells if sum(map(bool, row)) >= _LEAST_SIDE)
        if len(cells) >= _LEAST_SIDE and width >= _LEAST_SIDE and filled >= _LEAST_SIDE:
            tables.append(RuledTable(_box(found.bbox, height), cells))
    return sorted(tables, key=lambda table: -table.box.top)


def _box(edges: Sequence[float], height: float) -> Box:
    """Turn edges counted from above into a box counted from below."""
    left, top, right, bottom = edges
    return Box(left, height - bottom, right, height - top)


def _inside(cell: Box, glyphs: Sequence[Glyph]) -> list[Glyph]:
    return [glyph for glyph in glyphs if cell.holds(glyph.box)]

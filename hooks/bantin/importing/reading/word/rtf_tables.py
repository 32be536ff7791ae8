"""Builds the blocks of an RTF story, in which tables are told by marks at the ends of cells."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field

from bantin.importing.reading.word.parts import CellPart, Part, TablePart

# Edges of cells that differ by less (in twips) are one edge.
_SAME_EDGE = 40
_WIDEST = 63


@dataclass(slots=True)
class CellShape:
    """What a row says of one of its cells before the content comes."""

    right: int = 0
    continues: bool = False
    is_ruled: bool = False


@dataclass(slots=True)
class _RtfRow:
    cells: list[tuple[Part, ...]]
    shapes: list[CellShape]


@dataclass(slots=True)
class _Depth:
    """The blocks at one depth of tables: 0 is the text, 1 a cell, 2 a cell in a cell."""

    parts: list[Part] = field(default_factory=list)
    cells: list[tuple[Part, ...]] = field(default_factory=list)
    rows: list[_RtfRow] = field(default_factory=list)


class RtfStory:
    """Collects the blocks of the body, of a note, of a text box or of a header."""

    def __init__(self) -> None:
        """Begin an empty story."""
        self._depths = [_Depth()]

    def add(self, part: Part, depth: int) -> None:
        """Take a block at a depth of tables."""
        self._reach(depth)
        self._depths[depth].parts.append(part)

    def end_cell(self, depth: int) -> None:
        """End a cell."""
        self._reach(depth)
        here = self._depths[depth]
        here.cells.append(tuple(here.parts))
        here.parts.clear()

    def end_row(self, depth: int, shapes: list[CellShape]) -> None:
        """End a row of cells of these shapes."""
        self._reach(depth)
        here = self._depths[depth]
        if here.parts:
            self.end_cell(depth)
        here.rows.append(_RtfRow(list(here.cells), list(shapes)))
        here.cells.clear()

    def finish(self) -> list[Part]:
        """Return all blocks, open tables closed."""
        self._reach(0)
        return self._depths[0].parts

    def _reach(self, depth: int) -> None:
        while len(self._depths) <= depth:
            self._depths.append(_Depth())
        while len(self._depths) > depth + 1:
            closed = self._depths.pop()
            outer = self._depths[-1].parts
            outer += [_table(rows) for rows in _apart(closed.rows)]
            outer += [part for cell in closed.cells for part in cell]
            outer += closed.parts


def _apart(rows: list[_RtfRow]) -> list[list[_RtfRow]]:
    """Return the rows of each table: tables with nothing between them share no inner edge."""
    tables: list[list[_RtfRow]] = []
    seen: list[int] = []
    for row in rows:
        inner = [shape.right for shape in row.shapes[:-1]]
        is_new = (
            bool(seen)
            and bool(inner)
            and not any(abs(edge - other) <= _SAME_EDGE for edge in inner for other in seen)
        )
        if is_new or not tables:
            tables.append([])
            seen = []
        tables[-1].append(row)
        seen += inner
    return tables


def _table(rows: list[_RtfRow]) -> TablePart:
    edges: list[int] = []
    for right in sorted(shape.right for row in rows for shape in row.shapes):
        if not edges or right - edges[-1] > _SAME_EDGE:
            edges.append(right)
    shapes = [shape for row in rows for shape in row.shapes]
    ruled = sum(1 for shape in shapes if shape.is_ruled)
    return TablePart(tuple(_cells(row, edges) for row in rows), ruled * 2 > len(shapes))


def _cells(row: _RtfRow, edges: list[int]) -> tuple[CellPart, ...]:
    cells: list[CellPart] = []
    column = 0
    for at, parts in enumerate(row.cells):
        shape = row.shapes[at] if at < len(row.shapes) else CellShape()
        end = bisect_left(edges, shape.right - _SAME_EDGE) + 1
        span = min(max(end - column, 1), _WIDEST) if shape.right else 1
        column += span
        cells.append(CellPart(() if shape.continues else parts, span))
    return tuple(cells)

"""Tells tables of data from tables of layout, and makes the first into rows.

Knows the head and foot of official documents only as what is set in two columns.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from selectolax.lexbor import LexborNode

from bantin.importing.reading.html.tree import is_element, is_hidden, words_of

_MOST_CELLS, _WIDEST = 40_000, 200
# Words that only the head or the foot of a document has.
_OF_DOCUMENTS = re.compile(
    r"c[ộô]ng h[òo][àaã]\w* xã hội|độc lập ?[-–—] ?tự do|^ ?số ?: ?|nơi nhận ?:|kính gửi ?:"
    r"|(?<!\w)(?:TM|KT|TL|TUQ|Q)\. |\(đã ký\)|^(?:uỷ|ủy) ban nhân dân|^chủ tịch|^giám đốc"
    r"|đảng cộng sản việt nam",
    re.IGNORECASE,
)
_LONGEST_CELL = 500


@dataclass(frozen=True, slots=True)
class TableShape:
    """How a table is to be read.

    Attributes:
        is_data: its cells are rows of `rows`; else its content is read as text.
        in_columns: of a layout table: left and right stand for columns 1 and 2.
        rows: of a table of data, the cells' words; cells that span are written once.
    """

    is_data: bool
    in_columns: bool = False
    rows: tuple[tuple[str, ...], ...] = ()


def shape_of(table: LexborNode) -> TableShape:
    """Tell how a table is to be read."""
    rows = [cells for row in _rows_of(table) if (cells := _cells_of(row))]
    if not rows or sum(map(len, rows)) > _MOST_CELLS:
        return TableShape(is_data=False)
    texts = [[words_of(cell) for cell in row] for row in rows]
    filled = [row for row in texts if any(row)]
    width = max(map(len, filled), default=0)
    if width == 2 and len(filled) <= 8 and _is_head_or_foot(filled):
        return TableShape(is_data=False, in_columns=True)
    if not _is_data(table, filled, width):
        return TableShape(is_data=False)
    return TableShape(is_data=True, rows=_grid(rows, texts))


def _is_head_or_foot(rows: list[list[str]]) -> bool:
    return any(_OF_DOCUMENTS.search(cell) for row in rows for cell in row if cell)


def _is_data(table: LexborNode, rows: list[list[str]], width: int) -> bool:
    if (table.attributes.get("role") or "") == "presentation" or width < 2 or len(rows) < 2:
        return False
    # A table of pages holds other tables, pictures or whole texts.
    if any(each.mem_id != table.mem_id for each in table.css("table")) or table.css_first("img"):
        return False
    if table.css_first("p + p + p + p") is not None:
        return False
    return max(len(cell) for row in rows for cell in row) <= _LONGEST_CELL or len(rows) > 5


def _rows_of(table: LexborNode) -> list[LexborNode]:
    found: list[LexborNode] = []
    part = table.child
    while part is not None:
        if part.tag == "tr":
            found.append(part)
        elif part.tag in ("tbody", "thead", "tfoot"):
            row = part.child
            while row is not None:
                if row.tag == "tr":
                    found.append(row)
                row = row.next
        part = part.next
    return [row for row in found if not is_hidden(row)]


def _cells_of(row: LexborNode) -> list[LexborNode]:
    cells: list[LexborNode] = []
    cell = row.child
    while cell is not None:
        if is_element(cell) and cell.tag in ("td", "th") and not is_hidden(cell):
            cells.append(cell)
        cell = cell.next
    return cells


def _span(cell: LexborNode, name: str, most: int) -> int:
    text = (cell.attributes.get(name) or "").strip()
    number = int(text) if text.isascii() and text.isdecimal() and len(text) < 6 else 1
    return max(1, min(number, most))


def _grid(rows: list[list[LexborNode]], texts: list[list[str]]) -> tuple[tuple[str, ...], ...]:
    """Place the cells where they are seen; what a cell spans beside its first place is empty."""
    taken: dict[tuple[int, int], str] = {}
    width = 0
    for at, (cells, words) in enumerate(zip(rows, texts, strict=True)):
        column = 0
        for cell, text in zip(cells, words, strict=True):
            while (at, column) in taken:
                column += 1
            if column >= _WIDEST:
                break
            wide = _span(cell, "colspan", _WIDEST - column)
            high = _span(cell, "rowspan", len(rows) - at)
            if len(taken) + wide * high > _MOST_CELLS:
                wide = high = 1
            for down in range(high):
                for right in range(wide):
                    taken.setdefault((at + down, column + right), "")
            taken[at, column] = text
            column += wide
            width = max(width, column)
    return tuple(
        tuple(taken.get((at, column), "") for column in range(width)) for at in range(len(rows))
    )

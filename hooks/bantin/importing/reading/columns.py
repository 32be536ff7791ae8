"""Takes the two columns apart in which heads and feet of documents are set.

Knows lines with their places; knows no format and no document.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bantin.importing.reading.lines import Line, Piece, name_lines

_HEAD_LINES = 6
_LEAST_GAP = 2
# A line set in the middle of its column may reach over the column's edge by this much.
_SLACK = 4
_FOOT_WORDS = ("nơi nhận", "nơi gửi")


@dataclass(slots=True)
class _Columns:
    """Edges of two columns, as the lines taken so far show them.

    Attributes:
        left: of the left column.
        gap_left: right end of the left column.
        gap_right: left end of the right column.
        right: of the right column.
    """

    left: float
    gap_left: float
    gap_right: float
    right: float

    def side(self, piece: Piece) -> int:
        """Return 1 or 2 for the column that a piece stands in, 0 for neither."""
        if piece.right <= self.gap_left + 1:
            return 1
        if piece.left >= self.gap_right - 1:
            return 2
        if piece.left > self.gap_left and self._is_mid(piece, self.gap_right, self.right):
            return 2
        if piece.right < self.gap_right and (
            piece.left <= self.left + 1 or self._is_mid(piece, self.left, self.gap_left)
        ):
            return 1
        return 0

    @staticmethod
    def _is_mid(piece: Piece, left: float, right: float) -> bool:
        return abs(piece.middle - (left + right) / 2) <= _SLACK

    def widen(self, piece: Piece, side: int) -> None:
        """Take the edges of another piece in."""
        if side == 1:
            self.left, self.gap_left = (
                min(self.left, piece.left),
                max(self.gap_left, piece.right),
            )
        else:
            self.gap_right = min(self.gap_right, piece.left)
            self.right = max(self.right, piece.right)


def split_columns(lines: Sequence[Line], repairs: list[str]) -> list[Line]:
    """Return the lines, those of a head or foot by column: the left one first."""
    result: list[Line] = []
    at = 0
    while at < len(lines):
        end, columns = _read_zone(lines, at)
        if columns is None:
            result.append(lines[at])
            at += 1
            continue
        at, begin = end, at
        # A line right above may belong to one of the columns alone.
        while result and result[-1].number >= lines[0].number and _joins(result[-1], columns):
            result.pop()
            begin -= 1
        zone = lines[begin:end]
        for side in (1, 2):
            result.extend(_take_side(zone, columns, side))
        repairs.append(f"Dòng {name_lines([line.number for line in zone])}: tách hai cột")
    return result


def _joins(line: Line, columns: _Columns) -> bool:
    return (
        line.column == 0
        and len(line.pieces) == 1
        and line.text.isupper()
        and columns.side(line.pieces[0]) != 0
    )


def _read_zone(lines: Sequence[Line], at: int) -> tuple[int, _Columns | None]:
    """Return (end, columns) of the zone that begins with a line; None where none begins."""
    opening = lines[at]
    is_head = at < _HEAD_LINES
    if len(opening.pieces) != 2 or not _opens(opening, is_head=is_head):
        return at, None
    one, two = opening.pieces
    columns = _Columns(one.left, one.right, two.left, two.right)
    end = at + 1
    last_pair = end
    for index in range(at + 1, len(lines)):
        line = lines[index]
        sides = [columns.side(piece) for piece in line.pieces]
        if 0 in sides or sides != sorted(sides) or not _leaves_gap(line, sides, columns):
            break
        if is_head and len(set(sides)) == 1 and line.after_blank and line.column == 0:
            # Below a gap only a line with both columns shows that the head goes on.
            following = lines[index + 1 : index + 3]
            if not any(_is_pair(other, columns) for other in following):
                break
        for piece, side in zip(line.pieces, sides, strict=True):
            columns.widen(piece, side)
        end = index + 1
        if len(set(sides)) == 2:
            last_pair = end
    return (_close_head(lines, last_pair, end) if is_head else end), columns


def _close_head(lines: Sequence[Line], last_pair: int, end: int) -> int:
    """Return the end of a head: lines of one column count while no gap stands above them."""
    close = last_pair
    while close < end and not lines[close].after_blank:
        close += 1
    return close


def _is_pair(line: Line, columns: _Columns) -> bool:
    sides = {columns.side(piece) for piece in line.pieces}
    return sides == {1, 2}


def _opens(line: Line, *, is_head: bool) -> bool:
    one, two = (piece.text for piece in line.pieces)
    if one.casefold().startswith(_FOOT_WORDS):
        return True
    if not two.isupper() or len(two.split()) < 2:
        return False
    return (is_head and one.isupper()) or one.startswith(("-", "+", "•"))


def _leaves_gap(line: Line, sides: Sequence[int], columns: _Columns) -> bool:
    left = [piece.right for piece, side in zip(line.pieces, sides, strict=True) if side == 1]
    right = [piece.left for piece, side in zip(line.pieces, sides, strict=True) if side == 2]
    gap_left = max([columns.gap_left, *left])
    gap_right = min([columns.gap_right, *right])
    if left and right:
        return min(right) - max(left) >= _LEAST_GAP
    return gap_right - gap_left >= -_SLACK * 3


def _take_side(zone: Sequence[Line], columns: _Columns, side: int) -> list[Line]:
    """Return the lines of one column, each with its own pieces only."""
    taken: list[Line] = []
    for line in zone:
        pieces = tuple(piece for piece in line.pieces if columns.side(piece) == side)
        if pieces:
            raw = line.raw if len(pieces) == len(line.pieces) else _words(pieces)
            taken.append(replace(line, pieces=pieces, column=side, raw=raw))
    return taken


def _words(pieces: Sequence[Piece]) -> str:
    return " ".join(piece.text for piece in pieces)

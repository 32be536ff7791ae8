"""Takes the two columns apart in which heads and feet of documents are set.

Knows lines with their places; knows no format and no document.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bantin.importing.reading.lines import Line, Stretch, name_places

_HEAD_LINES = 6
_LEAST_GAP = 1
# A line set in the middle of its column may reach over the column's edge by this much.
_SLACK = 4
_FOOT_WORDS = ("nơi nhận", "nơi gửi")


@dataclass(slots=True)
class _ColumnEdges:
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

    def side(self, piece: Stretch) -> int:
        """Return 1 or 2 for the column that a piece stands in, 0 for neither."""
        if piece.right <= self.gap_left + 1:
            return 1
        if piece.left >= self.gap_right - 1:
            return 2
        if piece.left > self.gap_left and self._is_mid(piece, self.gap_right, self.right):
            return 2
        if piece.right < self.gap_right and piece.left < self.gap_left - 1:
            return 1
        return 0

    @staticmethod
    def _is_mid(piece: Stretch, left: float, right: float) -> bool:
        return abs(piece.middle - (left + right) / 2) <= _SLACK

    def widen(self, piece: Stretch, side: int) -> None:
        """Take the edges of another piece in."""
        if side == 1:
            self.left, self.gap_left = (
                min(self.left, piece.left),
                max(self.gap_left, piece.right),
            )
        else:
            self.gap_right = min(self.gap_right, piece.left)
            self.right = max(self.right, piece.right)


@dataclass(frozen=True, slots=True)
class _Zone:
    """Lines set in two columns.

    Attributes:
        lines: each with the column of each of its pieces.
        columns: their edges.
        is_head: it stands at the beginning of the text.
    """

    lines: Sequence[tuple[Line, Sequence[int]]]
    columns: _ColumnEdges
    is_head: bool

    def takes_above(self, line: Line) -> bool:
        """A line right above may belong to one of the columns alone."""
        if line.column or len(line.pieces) != 1 or not line.text.isupper():
            return False
        side = self.columns.side(line.pieces[0])
        return side == 2 or (side == 1 and self.is_head)

    def of_side(self, side: int) -> Iterator[Line]:
        """Yield the lines of one column, each with its own pieces only."""
        for line, sides in self.lines:
            pieces = tuple(
                piece for piece, one in zip(line.pieces, sides, strict=True) if one == side
            )
            if pieces:
                words = " ".join(piece.text for piece in pieces)
                raw = words if line.raw and len(pieces) < len(line.pieces) else line.raw
                yield replace(line, pieces=pieces, column=side, raw=raw)


def split_columns(lines: Sequence[Line], repairs: list[str]) -> list[Line]:
    """Return the lines, those of a head or foot by column: the left one first."""
    result: list[Line] = []
    at = 0
    while at < len(lines):
        zone = _read_zone(lines, at)
        if zone is None:
            result.append(lines[at])
            at += 1
            continue
        at += len(zone.lines)
        while result and zone.takes_above(result[-1]):
            above = result.pop()
            sides = [zone.columns.side(above.pieces[0])]
            zone = replace(zone, lines=[(above, sides), *zone.lines])
        for side in (1, 2):
            result.extend(zone.of_side(side))
        repairs.append(f"{name_places([line for line, _ in zone.lines])}: tách hai cột")
    return result


def _read_zone(lines: Sequence[Line], at: int) -> _Zone | None:
    """Return the zone that begins with a line; None where none begins."""
    opening = lines[at]
    is_head = at < _HEAD_LINES and not opening.text.casefold().startswith(_FOOT_WORDS)
    if len(opening.pieces) != 2 or not _opens(opening, is_head=is_head):
        return None
    one, two = opening.pieces
    columns = _ColumnEdges(one.left, one.right, two.left, two.right)
    taken: list[tuple[Line, Sequence[int]]] = [(opening, (1, 2))]
    for index in range(at + 1, len(lines)):
        line, sides = _take_apart(lines[index], columns)
        if 0 in sides or sides != sorted(sides) or not _leaves_gap(line, sides, columns):
            break
        if is_head and len(set(sides)) == 1 and line.after_blank:
            # Below a gap only a line with both columns shows that the head goes on.
            following = lines[index + 1 : index + 3]
            if not any({1, 2} <= set(_take_apart(other, columns)[1]) for other in following):
                break
        for piece, side in zip(line.pieces, sides, strict=True):
            columns.widen(piece, side)
        taken.append((line, sides))
    return _Zone(_close_head(taken) if is_head else taken, columns, is_head)


def _take_apart(line: Line, columns: _ColumnEdges) -> tuple[Line, list[int]]:
    """Return a line, parted at narrow gaps where it needs to be, and the columns of its pieces."""
    sides = [columns.side(piece) for piece in line.pieces]
    if 0 in sides and len(line.finer) > len(line.pieces):
        line = replace(line, pieces=line.finer)
        sides = [columns.side(piece) for piece in line.pieces]
    return line, sides


def _close_head(
    taken: Sequence[tuple[Line, Sequence[int]]],
) -> Sequence[tuple[Line, Sequence[int]]]:
    """End a head: below its last pair, lines of one column count while no gap stands above them."""
    close = max(at for at, (_, sides) in enumerate(taken) if len(set(sides)) == 2) + 1
    while close < len(taken) and not taken[close][0].after_blank:
        close += 1
    return taken[:close]


def _opens(line: Line, *, is_head: bool) -> bool:
    one, two = (piece.text for piece in line.pieces)
    if one.casefold().startswith(_FOOT_WORDS):
        return True
    if not two.isupper() or len(two.split()) < 2:
        return False
    return (is_head and one.isupper()) or one.startswith(("-", "+", "•"))


def _leaves_gap(line: Line, sides: Sequence[int], columns: _ColumnEdges) -> bool:
    left = [piece.right for piece, side in zip(line.pieces, sides, strict=True) if side == 1]
    right = [piece.left for piece, side in zip(line.pieces, sides, strict=True) if side == 2]
    if left and right:
        return min(right) - max(left) >= _LEAST_GAP
    gap_left = max([columns.gap_left, *left])
    gap_right = min([columns.gap_right, *right])
    return gap_right - gap_left >= -_SLACK * 3

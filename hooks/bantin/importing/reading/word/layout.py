"""Tells tables for layout from tables of data, and finds heads and feet set by runs of spaces.

Source: Decree 30/2020/NĐ-CP, Annex I, for what stands in heads and feet.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bantin.importing.reading.word.parts import (
    BoxPart,
    CellPart,
    Part,
    PicturePart,
    TablePart,
    TextPart,
)
from bantin.importing.text_marks import MOTTO, NATION, PARTY, RECIPIENTS
from bantin.text.fold import fold
from bantin.text.normalize import nfc, squeeze_spaces

_NUMBER = re.compile(r"số ?:", re.IGNORECASE)
_DAY = re.compile(r"ngày[ .…]{1,20}(?:\d{1,2}[ .…]{1,20})?tháng\b", re.IGNORECASE)
_RULE = re.compile(r"[-–—_*=. ]*+")
_AUTHORITY = re.compile(r"(?:TM|KT|TL|TUQ|Q)\. ?[A-ZĐ]")
_HIGHEST_HEAD = 6
_HIGHEST_FOOT = 8
_SHORT_CELL = 60
_LONGEST_HEAD_LINE = 200
_LONGEST_FOOT = 40
_LONGEST_FOOT_LINE = 100

_GAP = re.compile(r"[ \u00a0]{4,}|[ \u00a0]{0,3}\t[ \t\u00a0]*+")
_TAB_WIDTH = 8
_LEADING_GAP = 12
_LONGEST_LINE = 400


def words_of(parts: Sequence[Part]) -> list[str]:
    """Return the lines of paragraphs, those in tables included, clean; boxes are passed over."""
    found = []
    for part in parts:
        if isinstance(part, TextPart):
            lines = (squeeze_spaces(line.replace("\t", " ")) for line in part.text.split("\n"))
            found += [nfc(line) for line in lines if line]
        elif isinstance(part, TablePart):
            found += [line for row in part.rows for cell in row for line in words_of(cell.parts)]
    return found


def is_document_head(parts: Sequence[Part]) -> bool:
    """Tell whether parts hold what only the head of a document has."""
    lines = words_of(parts)
    return any(_is_national(line) for line in lines)


def text_columns(table: TablePart) -> list[int]:
    """Return the columns, from 0, in which the cells with words begin."""
    found = {
        at
        for row in table.rows
        for at, cell in places(row)
        if any(not isinstance(part, BoxPart) for part in cell.parts) and words_of(cell.parts)
    }
    return sorted(found)


def places(row: Sequence[CellPart]) -> Iterator[tuple[int, CellPart]]:
    """Yield (column from 0, cell) of a row."""
    at = 0
    for cell in row:
        yield at, cell
        at += cell.span


def is_layout(table: TablePart, *, words_above: int) -> bool:
    """Tell whether a table only sets text side by side.

    Args:
        table: any.
        words_above: number of paragraphs with words above it.
    """
    columns = text_columns(table)
    if len(columns) <= 1 or _is_head(table, columns, words_above) or _is_foot(table, columns):
        return True
    cells = [cell for row in table.rows for cell in row]
    if any(isinstance(part, PicturePart) for cell in cells for part in cell.parts):
        return all(len(" ".join(words_of(cell.parts))) < 4 * _SHORT_CELL for cell in cells)
    if table.is_ruled or len(columns) > 2:
        return False
    # Two columns without lines: a list of short cells is data, paragraphs side by side are not.
    filled = [words_of(cell.parts) for cell in cells if cell.parts]
    is_short = all(len(" ".join(lines)) <= _SHORT_CELL for lines in filled)
    rows = sum(1 for row in table.rows if any(words_of(cell.parts) for cell in row))
    return rows == 1 or not is_short


def split_gap(line: str) -> tuple[str, str] | None:
    """Return the left and right stretch of a line set in two columns; either may be "".

    The gap between columns is far wider than those within one, such as the blank after "Số:".
    None where the line has no such gap.
    """
    words = line.strip()
    if not words or len(line) > _LONGEST_LINE:
        return None
    gaps = sorted((_width(match[0]), match.start(), match.end()) for match in _GAP.finditer(words))
    if not gaps:
        leading = line[: len(line) - len(line.lstrip())]
        return ("", words) if _width(leading) >= _LEADING_GAP else None
    width, start, end = gaps[-1]
    if len(gaps) > 1 and gaps[-2][0] * 2 > width:
        return None
    return words[:start], words[end:]


def _width(gap: str) -> int:
    return sum(_TAB_WIDTH if char == "\t" else 1 for char in gap)


def head_by_gaps(lines: Sequence[str]) -> int:
    """Return how many lines at the beginning are a head set by runs of spaces; 0 for none."""
    at = next((at for at, line in enumerate(lines[:4]) if _has_nation_right(line)), None)
    if at is None:
        return 0
    end = at + 1
    while end < min(at + _HIGHEST_HEAD, len(lines)) and _is_line_of_head(lines[end]):
        end += 1
    return end


def foot_by_gaps(lines: Sequence[str]) -> range:
    """Return the indices of the lines of a foot set by runs of spaces; empty for none."""
    for at, line in enumerate(lines):
        split = split_gap(line)
        left = squeeze_spaces(split[0] if split else line.replace("\t", " "))
        if RECIPIENTS.match(left):
            end = at + 1
            while end < min(at + _LONGEST_FOOT, len(lines)) and _is_line_of_foot(lines[end]):
                end += 1
            return range(at, end)
    return range(0)


def _is_line_of_foot(line: str) -> bool:
    words = squeeze_spaces(line.replace("\t", " "))
    return len(words) < _LONGEST_FOOT_LINE or words.startswith(("-", "+", "–"))


def _has_nation_right(line: str) -> bool:
    split = split_gap(line)
    return bool(split and split[0].strip() and NATION.search(fold(split[1])))


def _is_national(line: str) -> bool:
    """Tell whether a line is the nation's name or its motto."""
    if len(line) > _LONGEST_HEAD_LINE:
        return False
    folded = fold(line)
    return bool(NATION.search(folded) or MOTTO.search(folded))


def _is_party(line: str) -> bool:
    return len(line) <= _LONGEST_HEAD_LINE and PARTY.fullmatch(fold(line)) is not None


def _is_line_of_head(line: str) -> bool:
    split = split_gap(line)
    if split is None:
        return False
    left, right = (nfc(squeeze_spaces(piece)) for piece in split)
    is_left = left.isupper() or not left or _NUMBER.match(left) is not None or _RULE.fullmatch(left)
    is_right = _is_national(right) or _DAY.search(right) or _RULE.fullmatch(right)
    return bool(is_left and (is_right or not right or right.isupper()))


def _is_head(table: TablePart, columns: list[int], words_above: int) -> bool:
    rows = [row for row in table.rows if any(cell.parts for cell in row)]
    if len(rows) > _HIGHEST_HEAD or len(columns) > 3:
        return False
    lines = words_of([table])
    if any(_is_national(line) or _is_party(line) for line in lines):
        return True
    is_early = words_above <= _HIGHEST_HEAD and not table.is_ruled
    return is_early and any(_NUMBER.match(line) or _DAY.search(line) for line in lines)


def _is_foot(table: TablePart, columns: list[int]) -> bool:
    rows = [row for row in table.rows if any(cell.parts for cell in row)]
    if len(rows) > _HIGHEST_FOOT or len(columns) > 4:
        return False
    if any(_holds_recipients(cell) for row in table.rows for cell in row):
        return not table.is_ruled or len(columns) == 2
    return not table.is_ruled and any(_AUTHORITY.match(line) for line in words_of([table]))


def _holds_recipients(cell: CellPart) -> bool:
    """Tell whether a cell lists recipients; a column of a list may be headed "Nơi nhận" too."""
    lines = words_of(cell.parts)
    return bool(lines and RECIPIENTS.match(lines[0]) and (":" in lines[0] or len(lines) > 1))

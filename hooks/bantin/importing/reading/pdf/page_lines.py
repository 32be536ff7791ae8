"""Makes the glyphs of pages into lines with places, counted in characters.

Knows glyphs and lines; knows no paragraphs.
"""

from __future__ import annotations

import statistics
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise

from bantin.importing.reading.lines import Line, Stretch
from bantin.importing.reading.pdf.glyphs import Box, Glyph
from bantin.text.normalize import nfc, squeeze_spaces

Convert = Callable[[str, str], str]
# Shares of the font's size.
_SAME_LINE = 0.45
_SPACE = 0.15
# Where letters are set apart and the file writes spaces itself, only a wider gap is one.
_SPACE_OF_WIDE_LETTERS = 0.6
_HALF_AN_EM = 0.45
# In usual characters.
_COLUMN_GAP, _NARROW_GAP = 3.0, 1.4
_GAP_ABOVE = 1.3
_WIDEST_SPACING = 1.8
# Share of a page's height.
_MARGIN = 0.09
_JOINS_STAMP = "/-–"
_BLANK_FOR_STAMP = 4.0


@dataclass(slots=True)
class GlyphRow:
    """Glyphs on one baseline, from left to right.

    Attributes:
        base: of its first glyph, in points from below.
        size: of its largest font.
        glyphs: spaces too, once they are put back.
    """

    base: float
    size: float
    glyphs: list[Glyph] = field(default_factory=list)

    @property
    def box(self) -> Box:
        """The place of all its glyphs."""
        boxes = [glyph.box for glyph in self.glyphs]
        return Box(
            min(box.left for box in boxes),
            min(box.bottom for box in boxes),
            max(box.right for box in boxes),
            max(box.top for box in boxes),
        )


def keep_text(text: str, _font: str) -> str:
    """Return a run of glyphs as it is."""
    return text


def make_lines(pages: Sequence[tuple[int, float, Sequence[Glyph]]], convert: Convert) -> list[Line]:
    """Return the lines of pages.

    Args:
        pages: (1-based page, its height in points, its glyphs); the order of the glyphs does not
            matter.
        convert: makes a run of one font Unicode.

    Returns:
        The lines from top to bottom, numbered from 1 through all pages.
    """
    rows = [(page, height, make_rows(glyphs)) for page, height, glyphs in pages]
    unit = _unit([row for _, _, of_page in rows for row in of_page])
    distance = _line_distance([of_page for _, _, of_page in rows])
    lines: list[Line] = []
    for page, height, of_page in rows:
        above: GlyphRow | None = None
        for row in of_page:
            pieces = finer = _make_pieces(row, _NARROW_GAP * unit, convert)
            if finer[1:]:
                pieces = _make_pieces(row, _COLUMN_GAP * unit, convert)
            usual = max(min(distance, _WIDEST_SPACING * row.size), row.size)
            is_apart = above is None or above.base - row.base > _GAP_ABOVE * usual
            is_bold = all(glyph.is_bold for glyph in row.glyphs if not glyph.is_space)
            number = len(lines) + 1
            lines.append(
                Line(
                    number,
                    _scaled(pieces, unit),
                    is_apart,
                    page,
                    finer=_scaled(finer, unit),
                    is_bold=is_bold,
                    size=row.size,
                    base=row.base,
                    is_in_margin=not _MARGIN < row.base / height < 1 - _MARGIN,
                )
            )
            above = row
    return lines


def make_rows(glyphs: Sequence[Glyph]) -> list[GlyphRow]:
    """Return the rows of a page from top to bottom; rows of spaces alone are left out."""
    rows: list[GlyphRow] = []
    for glyph in sorted(glyphs, key=lambda one: (-one.base, one.box.left)):
        if glyph.is_space:
            continue
        for row in reversed(rows[-3:]):
            if row.base - glyph.base <= _SAME_LINE * max(row.size, glyph.size):
                row.glyphs.append(glyph)
                row.size = max(row.size, glyph.size)
                break
        else:
            rows.append(GlyphRow(glyph.base, glyph.size, [glyph]))
    spaces = [glyph for glyph in glyphs if glyph.is_space]
    for row in rows:
        row.glyphs = _without_copies(sorted(row.glyphs, key=lambda one: one.box.left))
    _share_spaces(rows, spaces)
    return rows


def glyph_text(glyphs: Sequence[Glyph], convert: Convert = keep_text) -> str:
    """Return the words of some glyphs, row by row, single spaces."""
    rows = make_rows(glyphs)
    return " ".join(squeeze_spaces(nfc(_write(row.glyphs, convert))) for row in rows)


def _without_copies(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """Leave out characters drawn twice to look bold."""
    kept: list[Glyph] = []
    for glyph in glyphs:
        width = glyph.box.right - glyph.box.left
        if any(
            other.text == glyph.text and abs(other.box.left - glyph.box.left) < 0.25 * width
            for other in kept[-2:]
        ):
            continue
        kept.append(glyph)
    return kept


def _share_spaces(rows: Sequence[GlyphRow], spaces: Sequence[Glyph]) -> None:
    """Put written spaces back into their rows, but for those that a stamp lies over."""
    heights = [-row.base for row in rows]
    for space in spaces:
        at = bisect_left(heights, -space.base)
        near = rows[max(0, at - 1) : at + 1]
        row = min(near, key=lambda one: abs(one.base - space.base), default=None)
        if row and abs(row.base - space.base) <= _SAME_LINE * max(row.size, space.size):
            row.glyphs.append(space)
    for row in rows:
        row.glyphs.sort(key=lambda one: (one.box.left, one.is_space))
        if any(glyph.is_stamp for glyph in row.glyphs):
            row.glyphs = _close_blanks(row.glyphs)


def _close_blanks(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """Leave out the spaces that were left for a stamp; what the gaps are decides then."""
    return [
        glyph
        for at, glyph in enumerate(glyphs)
        if not glyph.is_space or not _is_beside_stamp(glyphs, at)
    ]


def _is_beside_stamp(glyphs: Sequence[Glyph], at: int) -> bool:
    """True in a run of spaces that a stamp's character begins, ends or interrupts."""
    for step in (-1, 1):
        other = at + step
        while 0 <= other < len(glyphs) and glyphs[other].is_space:
            other += step
        if 0 <= other < len(glyphs) and glyphs[other].is_stamp:
            return True
    return False


def _write(glyphs: Sequence[Glyph], convert: Convert) -> str:
    """Write a row's characters, with a space in every gap."""
    share = _SPACE_OF_WIDE_LETTERS if _has_wide_letters(glyphs) else _SPACE
    runs: list[tuple[str, str]] = []
    last: Glyph | None = None
    for glyph in glyphs:
        text = glyph.text
        if last and not last.is_space and not glyph.is_space:
            gap = _gap(last, glyph)
            touches = last.is_stamp is not glyph.is_stamp and glyph.text in _JOINS_STAMP and gap < 3
            if gap > share and not touches:
                text = f" {text}"
        runs.append((glyph.font, text))
        last = glyph
    return "".join(
        convert("".join(text for _, text in run), font)
        for font, run in groupby(runs, lambda one: one[0])
    )


def _touches_stamp(left: Glyph, right: Glyph) -> bool:
    """The rest of a number follows its stamped part, which is shorter than the blank for it."""
    return (
        left.is_stamp
        and not right.is_stamp
        and right.text in _JOINS_STAMP
        and _gap(left, right) < _BLANK_FOR_STAMP
    )


def _fills_blank(left: Glyph, right: Glyph) -> bool:
    """One of two neighbours is a stamp in the blank beside the other."""
    is_before = right.is_stamp and not left.is_stamp and _gap(left, right) < _BLANK_FOR_STAMP
    return is_before or _touches_stamp(left, right)


def _gap(left: Glyph, right: Glyph) -> float:
    """Return the gap between two glyphs as a share of their size."""
    return (right.box.left - left.box.right) / max(left.size, right.size)


def _has_wide_letters(glyphs: Sequence[Glyph]) -> bool:
    """True where most letters of a row stand apart although it has spaces."""
    pairs = [
        _gap(one, two) for one, two in pairwise(glyphs) if not one.is_space and not two.is_space
    ]
    wide = sum(1 for gap in pairs if gap > _SPACE)
    return 2 * wide > len(pairs) > 0 and any(glyph.is_space for glyph in glyphs)


def _make_pieces(row: GlyphRow, widest: float, convert: Convert) -> tuple[Stretch, ...]:
    """Return the pieces of a row between gaps of a width, in points."""
    groups: list[list[Glyph]] = []
    last: Glyph | None = None
    for glyph in row.glyphs:
        if glyph.is_space:
            if groups:
                groups[-1].append(glyph)
            continue
        is_near = last is not None and (
            glyph.box.left - last.box.right < widest or _fills_blank(last, glyph)
        )
        if is_near:
            groups[-1].append(glyph)
        else:
            groups.append([glyph])
        last = glyph
    pieces = []
    for group in groups:
        inked = [glyph for glyph in group if not glyph.is_space]
        text = squeeze_spaces(nfc(_write(group, convert)))
        right = max(glyph.box.right for glyph in inked)
        pieces.append(Stretch(text, inked[0].box.left, right))
    return tuple(pieces)


def _scaled(pieces: Sequence[Stretch], unit: float) -> tuple[Stretch, ...]:
    """Turn points into characters."""
    return tuple(Stretch(piece.text, piece.left / unit, piece.right / unit) for piece in pieces)


def _unit(rows: Sequence[GlyphRow]) -> float:
    """Return the width of a usual character, in points."""
    sizes = [glyph.size for row in rows for glyph in row.glyphs]
    return max(1.0, _HALF_AN_EM * statistics.median(sizes)) if sizes else 1.0


def _line_distance(pages: Sequence[Sequence[GlyphRow]]) -> float:
    """Return the usual distance between two baselines, in points; 0 where there is none."""
    distances = [above.base - below.base for rows in pages for above, below in pairwise(rows)]
    return statistics.median(distances) if distances else 0.0


def outside_of(glyphs: Sequence[Glyph], boxes: Sequence[Box]) -> list[Glyph]:
    """Return the glyphs that stand in none of some boxes."""
    return [glyph for glyph in glyphs if not any(box.holds(glyph.box) for box in boxes)]

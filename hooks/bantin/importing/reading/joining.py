"""Joins the wrapped lines of a laid-out text to paragraphs, by indentation, width and sentence.

Knows lines with their places; knows no format, no news and no document. What is unsure stays apart.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from bantin.importing.reading.columns import split_columns
from bantin.importing.reading.lines import Line, join_words, name_places
from bantin.importing.reading.page_edges import drop_page_edges

# No line of a printed page is longer; lines of one paragraph each are.
_WIDEST = 160
_NARROWEST = 45
_INDENT = 2
_TOLERANCE = 1.5
# A line that ends this far before the edge was ended by hand.
_RAGGED = 0.25
# Most lines that were carried over reach this share of the widest.
_FULL = 0.85
# In a narrow column the first line of every document is carried over.
_NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that are one paragraph.

    Attributes:
        lines: never empty.
        text: their words.
    """

    lines: tuple[Line, ...]
    text: str


@dataclass(frozen=True, slots=True)
class _Measures:
    """How a text is set.

    Attributes:
        margin: where lines begin that go on with a paragraph.
        edge: where full lines end.
        indents_first: paragraphs begin further in than their other lines.
        gaps_apart: paragraphs stand apart by an empty line.
        gaps_everywhere: an empty line stands between all lines, and tells nothing.
    """

    margin: float
    edge: float
    indents_first: bool
    gaps_apart: bool
    gaps_everywhere: bool

    def is_full(self, line: Line, following: Line) -> bool:
        """The next line's first word would not have fitted."""
        return self.edge - line.right < len(following.first_word) + 1 + _TOLERANCE

    def is_long(self, line: Line) -> bool:
        """It ends where words may have been carried over."""
        return self.edge - line.right <= _RAGGED * (self.edge - self.margin)

    def is_centred(self, line: Line) -> bool:
        """It stands in the middle, further in than the first line of a paragraph."""
        before, behind = line.left - self.margin, self.edge - line.right
        return before > 2 * _INDENT and abs(before - behind) <= 4 and (before > 10 or behind > 10)


def looks_wrapped(lines: Sequence[Line]) -> bool:
    """Tell whether programs or clerks have broken the paragraphs of a text into lines.

    Two sentences at least must run on into a line that begins with a small letter, and most of
    those lines must end near the edge. Texts with one paragraph a line show neither.
    """
    plain = [line for line in drop_page_edges(lines, []) if not line.is_drawn]
    if not plain:
        return False
    rights = sorted(line.right for line in plain)
    edge = _edge_of(rights)
    if rights[-1] > 2 * _WIDEST or not _NARROWEST <= edge <= _WIDEST:
        return False
    carried = [
        one
        for one, two in pairwise(plain)
        if not one.is_ended
        and (two.begins_low or two.begins_with_number or one.ends_with_hyphen)
        and (not two.after_blank or two.after_page)
        and not one.has_column_gap
        and not one.text.isupper()
        and not _is_parallel(one, two)
    ]
    full = [line for line in carried if line.right >= _FULL * edge]
    return len(full) >= 2 and 2 * len(full) >= len(carried)


def join_lines(lines: Sequence[Line], repairs: list[str]) -> list[Paragraph]:
    """Join the lines of a text whose paragraphs are wrapped.

    Args:
        lines: all lines with words, in order.
        repairs: takes what was joined, taken apart and left out, in Vietnamese.
    """
    kept = split_columns(drop_page_edges(lines, repairs), repairs)
    measures = _measure(kept)
    groups: list[list[Line]] = []
    for line in kept:
        if groups and _goes_on(groups[-1], line, measures):
            groups[-1].append(line)
        else:
            groups.append([line])
    if joined := [name_places(group) for group in groups if group[1:]]:
        where = "; ".join(joined) if kept[0].raw else f"{len(joined)} đoạn"
        repairs.append(f"Nối các dòng bị ngắt giữa chừng thành đoạn: {where}")
    return [_make_paragraph(group) for group in groups]


def keep_lines(lines: Sequence[Line], repairs: list[str]) -> list[Paragraph]:
    """Make each line a paragraph; only the columns of a head or foot are taken apart."""
    return [_make_paragraph([line]) for line in split_columns(lines, repairs)]


def _make_paragraph(group: Sequence[Line]) -> Paragraph:
    return Paragraph(tuple(group), join_words([line.text for line in group]))


def _edge_of(rights: Sequence[float]) -> float:
    """Return where full lines end, of rising right ends; a few longer lines do not count."""
    return rights[int((len(rights) - 1) * 0.95)] if rights else 0.0


def _measure(lines: Sequence[Line]) -> _Measures:
    body = [line for line in lines if not line.column and not line.is_drawn] or list(lines)
    carried = [two for one, two in pairwise(body) if not one.is_ended and two.begins_low]
    lefts = Counter(round(line.left) for line in carried or body)
    margin = max(lefts, key=lambda left: (lefts[left], -left), default=0)
    rights = sorted(line.right for line in body)
    begins = [
        two
        for one, two in pairwise(body)
        if one.is_ended and not two.begins_low and not two.text.isupper()
    ]
    further_in = [line for line in begins if line.left >= margin + _INDENT]
    gaps = [line for line in body[1:] if line.after_blank]
    gaps_in_words = [line for line in carried if line.after_blank]
    return _Measures(
        margin=margin,
        edge=_edge_of(rights),
        indents_first=bool(begins) and 2 * len(further_in) > len(begins),
        gaps_apart=2 * sum(line.after_blank for line in begins) > len(begins),
        gaps_everywhere=len(gaps) > 0.8 * len(body) and 2 * len(gaps_in_words) > len(carried) > 1,
    )


def _is_parallel(one: Line, two: Line) -> bool:
    """True for items of a list without marks: both begin with the same small words."""
    words = one.text.split()[:2]
    return one.begins_low and len(words) == 2 and words == two.text.split()[:2]


def _goes_on(group: Sequence[Line], line: Line, measures: _Measures) -> bool:
    """Tell whether a line goes on with the paragraph of those above."""
    last = group[-1]
    if line.column != last.column or line.is_drawn or last.is_drawn:
        return False
    if _is_parallel(last, line):
        return False
    if line.has_mark and not _carries_dash(last, line, measures):
        return False
    if line.column:
        if _NATION.startswith(f"{last.text} {line.text}".upper()):
            return True
        goes_on = line.begins_low or line.begins_with_number
        return goes_on and not last.is_ended and not line.after_blank
    if measures.gaps_everywhere:
        line = replace(line, after_blank=False)
    if last.text.isupper() or line.text.isupper():
        return _joins_capitals(last, line, measures)
    if measures.is_centred(last):
        return line.begins_low and not last.is_ended and not line.after_blank
    if line.is_bold != last.is_bold and not line.begins_low:
        return False
    if last.ends_with_hyphen and line.text[:1].isalnum() and not line.after_blank:
        return True
    if line.begins_low and not last.is_ended:
        # A line that ends early above one set further in was ended by hand, as in a poem.
        is_below = line.left <= max(measures.margin, group[0].text_left) + _TOLERANCE
        is_subject = group[0].text.casefold().startswith(("v/v", "về việc"))
        by_hand = not is_below or not (measures.indents_first or is_subject)
        return measures.is_long(last) or not (line.after_blank or by_hand)
    if line.after_blank or measures.is_centred(line):
        return False
    return _fits_below(group, line, measures)


def _carries_dash(last: Line, line: Line, measures: _Measures) -> bool:
    """True where a dash between two numbers or names was carried over: "2021" / "- 2025"."""
    is_dash = line.text.startswith(("- ", "– "))
    return (
        is_dash
        and line.text[2:3].isdigit()
        and last.text[-1:].isdigit()
        and measures.is_long(last)
        and abs(line.left - measures.margin) <= _TOLERANCE
    )


def _joins_capitals(last: Line, line: Line, measures: _Measures) -> bool:
    """Capitals go on only where a long line of a paragraph holds or carries a short form."""
    if last.text.isupper() and line.text.isupper():
        return False
    return (
        not line.after_blank
        and not last.is_ended
        and measures.is_full(last, line)
        and not measures.is_centred(line)
        and not measures.is_centred(last)
    )


def _fits_below(group: Sequence[Line], line: Line, measures: _Measures) -> bool:
    """Judge a line that begins a sentence, a name or a number, with no gap above."""
    first, last = group[0], group[-1]
    hangs = line.left > measures.margin + _TOLERANCE and (
        abs(line.left - first.text_left) <= _TOLERANCE
        if len(group) == 1
        else abs(line.left - last.left) <= _TOLERANCE
    )
    at_margin = abs(line.left - measures.margin) <= _TOLERANCE
    if line.left > measures.margin + _TOLERANCE and not (hangs and first.has_mark):
        return False
    if not at_margin and not hangs:
        return False
    if not last.is_ended:
        if measures.is_full(last, line):
            return True
        shows_begins = measures.indents_first or measures.gaps_apart or line.begins_with_number
        return shows_begins and at_margin and measures.is_long(last)
    if line.begins_low and last.text.endswith((":", ";")):
        # "a) Rà soát kho;" / "phối hợp …": the next point would have a mark too.
        is_within = first.has_mark and last.text.endswith(";") and measures.is_long(last)
        return is_within or measures.is_full(last, line)
    # A sentence has ended with the line. Only how the text is set tells the rest.
    is_set_apart = measures.indents_first or (measures.gaps_apart and not line.after_page)
    return (
        is_set_apart and measures.is_full(last, line) and not last.text.endswith(("./.", ":", ";"))
    )

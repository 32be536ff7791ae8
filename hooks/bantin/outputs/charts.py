"""Lays out a chart of bars, one below another: computes positions and lengths from values.

Knows no figure and no report. Lengths are shares of the width, and heights are in em. So the chart
fits any screen, and its words keep the reader's font size.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from bantin.text.quantities import exactly

# In em: a line of words, a bar, the gap below it.
_LINE, _BAR, _GAP = Decimal("1.5"), Decimal("0.8"), Decimal("0.9")
# Characters that fit into a line on the narrowest phone.
_LONGEST_LINE = 40
# In percent. A value that is not zero must be visible, even beside far larger ones.
_THINNEST = Decimal("0.5")


@dataclass(frozen=True, slots=True)
class WordLine:
    """Words above a bar, and the height of their baseline."""

    text: str
    y: str


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: `x` and `width` as "12.5%"; `y`, `end` (its lower edge) and `height` as "1.5em".

    `part` is the width of its first part, "5%"; "" for a bar that is not divided.
    """

    words: tuple[WordLine, ...]
    x: str
    y: str
    end: str
    width: str
    height: str
    part: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars from top to bottom.

    Attributes:
        bars: in the order given.
        zero: position of zero, "0%".
        height: of the whole chart, "12.4em".
        summary: every point in words.
    """

    bars: tuple[Bar, ...]
    zero: str
    height: str
    summary: str


def chart_of(points: Sequence[tuple[str, int | float, str]], parts: Sequence[int] = ()) -> Chart:
    """Lay out a chart.

    Args:
        points: (label, value, value as text), from top to bottom; at least one.
        parts: the part of each value that is told apart, 0 to the value; () where none is.
    """
    values = [exactly(value) for _, value, _ in points]
    low, high = min(Decimal(0), *values), max(Decimal(0), *values)
    span = (high - low) or Decimal(1)
    zero = -low / span * 100
    top = Decimal(0)
    bars: list[Bar] = []
    for at, (value, (label, _, text)) in enumerate(zip(values, points, strict=True)):
        whole = f"{label}: {text}"
        lines = (whole,) if len(whole) <= _LONGEST_LINE else (f"{label}:", text)
        words = tuple(
            # The baseline is a little above the lower edge of the line.
            WordLine(line, _em(top + _LINE * (row + 1) - Decimal("0.4")))
            for row, line in enumerate(lines)
        )
        top += _LINE * len(lines)
        width = abs(value) / span * 100
        width = max(width, _THINNEST) if value else width
        x = min(zero, 100 - width) if value >= 0 else max(zero - width, Decimal(0))
        end = top + _BAR
        part = _percent(width * parts[at] / value) if parts and value else ""
        bars.append(Bar(words, _percent(x), _em(top), _em(end), _percent(width), _em(_BAR), part))
        top = end + _GAP
    summary = "; ".join(f"{label}: {text}" for label, _, text in points)
    return Chart(tuple(bars), _percent(zero), _em(top), summary)


def _percent(value: Decimal) -> str:
    return f"{_short(value)}%"


def _em(value: Decimal) -> str:
    return f"{_short(value)}em"


def _short(value: Decimal) -> str:
    text = f"{value:.2f}"
    return text.rstrip("0").rstrip(".") or "0"

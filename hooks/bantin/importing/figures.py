"""Figures proposed from a captured text, each told to the editor as a guess.

minutes/figures.py finds them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from bantin.minutes.figures import find_figures
from bantin.records.parts import Figure, Meeting
from bantin.text.quantities import format_quantity

_SHOWN = 120


@dataclass(frozen=True, slots=True)
class FoundFigures:
    """Figures for a record, and a line for the editor on each."""

    figures: tuple[Figure, ...]
    guesses: tuple[str, ...]


def propose_figures(
    paragraphs: Iterable[str], meeting: Meeting | None, *, published: date
) -> FoundFigures:
    """Propose the figures of a text for the year on which its meeting reports.

    Args:
        paragraphs: as printed.
        meeting: of the text; without a period, the year of publication counts.
        published: day of publication.
    """
    period = meeting.period if meeting else None
    year = period.year if period else published.year
    figures = tuple(find_figures("\n".join(paragraphs), year=year))
    return FoundFigures(figures, tuple(map(_guess, figures)))


def _guess(figure: Figure) -> str:
    sentence = figure.sentence or ""
    if len(sentence) > _SHOWN:
        sentence = f"{sentence[:_SHOWN].rpartition(' ')[0]}…"
    quantity = format_quantity(figure.value, figure.unit or "")
    return f"Số liệu “{figure.name}”: {quantity} (câu “{sentence}”); cần người xem lại"

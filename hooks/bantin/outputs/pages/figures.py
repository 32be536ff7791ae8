"""The box of figures on a record's page, each figure with its value a year before.

Knows one record and the one before. figure_series.py has the figures across all reports.
"""

from __future__ import annotations

from dataclasses import dataclass

from bantin.catalog.catalog import Catalog
from bantin.catalog.figures import Statement
from bantin.catalog.relations.year_before import YEAR_BEFORE
from bantin.catalog.timeline_names import figure_bodies
from bantin.minutes.periods import period_label
from bantin.records.models import Body, Dated
from bantin.records.parts import Figure
from bantin.rendering.frame import Link
from bantin.text.dates import short_date
from bantin.text.quantities import exactly, format_number, format_quantity

# Only we write this id: ids of headings hold no underscore.
SERIES_ANCHOR = "so_lieu"


@dataclass(frozen=True, slots=True)
class ComparedView:
    """The same figure in the report of the year before.

    Attributes:
        quantity: "650 người".
        change: "tăng 31", "giảm 1,2 điểm phần trăm", "không đổi".
        period: "9 tháng đầu năm 2020"; the report's date where it names no period.
        report: link to it.
    """

    quantity: str
    change: str
    period: str
    report: Link


@dataclass(frozen=True, slots=True)
class FigureView:
    """One figure; `as_of` is "05/10/2021" or ""."""

    name: str
    quantity: str
    as_of: str
    sentence: str
    before: ComparedView | None


@dataclass(frozen=True, slots=True)
class FigureBox:
    """The figures of a record, in its order, and links to the same bodies' figures over time."""

    figures: tuple[FigureView, ...]
    series: tuple[Link, ...]


def figure_box(item: Dated, catalog: Catalog) -> FigureBox | None:
    """Return the figures of a record; None where it states none."""
    if not item.figures:
        return None
    bodies = [catalog.registry.bodies[slug] for slug in figure_bodies(item)]
    shown = bodies if item.status != "withdrawn" else []
    return FigureBox(
        figures=tuple(map(_view, item.figures, YEAR_BEFORE.shown_on(item, catalog))),
        series=tuple(Link(body.name, series_url(body)) for body in shown),
    )


def series_url(body: Body) -> str:
    """Return the address of the figures on a body's page."""
    return f"{body.url}#{SERIES_ANCHOR}"


def _view(figure: Figure, before: Statement | None) -> FigureView:
    return FigureView(
        name=figure.name,
        quantity=format_quantity(figure.value, figure.unit or ""),
        as_of=short_date(figure.as_of) if figure.as_of else "",
        sentence=figure.sentence or "",
        before=_compare(figure, before) if before else None,
    )


def _compare(figure: Figure, found: Statement) -> ComparedView:
    return ComparedView(
        quantity=format_quantity(found.figure.value, found.figure.unit or ""),
        change=describe_change(figure.value, found.figure.value, figure.unit or ""),
        period=period_of(found.record) or f"ngày {short_date(found.record.day)}",
        report=Link(found.record.title, found.record.url),
    )


def period_of(record: Dated) -> str:
    """Return the months that a record's meeting reviews, in words; "" where it names none."""
    meeting = record.meeting
    return period_label(meeting.period) if meeting and meeting.period else ""


def describe_change(value: int | float, before: int | float, unit: str) -> str:
    """Return the change from an earlier value. Shares of 100 change by percentage points."""
    difference = exactly(value) - exactly(before)
    if not difference:
        return "không đổi"
    way = "tăng" if difference > 0 else "giảm"
    points = " điểm phần trăm" if unit == "%" else ""
    return f"{way} {format_number(abs(difference))}{points}"

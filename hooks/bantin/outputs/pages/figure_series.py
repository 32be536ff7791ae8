"""The figures of a body across its reports: a table and a chart for each, one file for all.

Knows no catalog: the caller passes the statements of the reports.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bantin.catalog.figures import Series, Statement
from bantin.outputs.charts import Chart, chart_of
from bantin.outputs.data.spreadsheet import csv_bytes
from bantin.outputs.output import Output
from bantin.outputs.pages.figures import period_of
from bantin.outputs.sizes import Sizes
from bantin.records.models import Body, Dated
from bantin.rendering.frame import Link
from bantin.rendering.renderer import Renderer
from bantin.text.cells import text_cell
from bantin.text.dates import short_date
from bantin.text.quantities import exactly, format_number, format_quantity

_HEADER = (
    *("Chỉ tiêu", "Giá trị", "Đơn vị", "Tính đến ngày", "Kỳ báo cáo", "Ngày báo cáo"),
    *("Báo cáo", "Địa chỉ"),
)


@dataclass(frozen=True, slots=True)
class SeriesRow:
    """The value of a figure in one report.

    Attributes:
        day: ISO date of the report.
        day_text: "05/10/2021".
        period: the months reported on; "" where the meeting does not say.
        value: "1.250".
        as_of: "30/09/2021"; "" where the report gives none, or its own day.
        report: link to it.
    """

    day: str
    day_text: str
    period: str
    value: str
    as_of: str
    report: Link


@dataclass(frozen=True, slots=True)
class SeriesView:
    """One figure.

    Attributes:
        anchor: id of its heading.
        name: as the newest report writes it.
        unit: as the newest report writes it; "" for none.
        size: number of reports that state it.
        rows: the newest values, newest first.
        chart: None for a single point.
    """

    anchor: str
    name: str
    unit: str
    size: int
    rows: tuple[SeriesRow, ...]
    chart: Chart | None


@dataclass(frozen=True, slots=True)
class SeriesBlock:
    """The figures of a body that most reports state. `size` counts all its figures."""

    series: tuple[SeriesView, ...]
    size: int
    file_url: str


@dataclass(frozen=True, slots=True)
class SeriesFile:
    """Lines of the file. The last value of each line is an address relative to the site's root."""

    lines: tuple[tuple[str, ...], ...]


def series_block(body: Body, series: Sequence[Series], sizes: Sizes) -> SeriesBlock | None:
    """Return the figures on a body's page; None where the body has none.

    Args:
        body: the body.
        series: all its figures; first those that most reports state.
        sizes: limits the number of figures, reports and bars.
    """
    if not series:
        return None
    shown = series[: sizes.figures]
    return SeriesBlock(
        series=tuple(_view(number, found, sizes) for number, found in enumerate(shown, start=1)),
        size=len(series),
        file_url=_file_url(body),
    )


def plan_series(body: Body, series: Sequence[Series]) -> Output:
    """Declare the file of all figures of a body."""
    lines = tuple(_line(statement) for found in series for statement in found)
    return Output(_file_url(body), SeriesFile(lines), render_series)


def render_series(renderer: Renderer, view: SeriesFile) -> bytes:
    """Write the file."""
    site = renderer.site
    return csv_bytes(_HEADER, ([*values, site.url + url] for *values, url in view.lines))


def _file_url(body: Body) -> str:
    return f"{body.url}so-lieu.csv"


def _view(number: int, found: Series, sizes: Sizes) -> SeriesView:
    newest = found[0].figure
    points = tuple(_points(found))[: sizes.figure_bars]
    return SeriesView(
        anchor=f"chi_tieu_{number}",
        name=newest.name,
        unit=newest.unit or "",
        size=len(found),
        rows=tuple(_row(statement) for statement in found[: sizes.figure_reports]),
        chart=chart_of(points[::-1]) if len(points) > 1 else None,
    )


def _row(statement: Statement) -> SeriesRow:
    record, figure = statement.record, statement.figure
    return SeriesRow(
        day=record.day.isoformat(),
        day_text=short_date(record.day),
        period=_period(record),
        value=format_number(figure.value),
        as_of=short_date(figure.as_of) if figure.as_of and figure.as_of != record.day else "",
        report=Link(record.title, record.url),
    )


def _points(found: Series) -> Iterator[tuple[str, int | float, str]]:
    """Yield (label, value, value as text), newest first, one for each period.

    The news and the notice of one meeting give one point. The latest report counts.
    """
    labels: set[str] = set()
    for statement in found:
        record, figure = statement.record, statement.figure
        label = _period(record) or f"Ngày {short_date(figure.as_of or record.day)}"
        if label not in labels:
            labels.add(label)
            yield label, figure.value, format_quantity(figure.value, figure.unit or "")


def _period(record: Dated) -> str:
    period = period_of(record)
    return period[:1].upper() + period[1:]


def _line(statement: Statement) -> tuple[str, ...]:
    record, figure = statement.record, statement.figure
    return (
        text_cell(figure.name),
        f"{exactly(figure.value):f}",
        text_cell(figure.unit or ""),
        figure.as_of.isoformat() if figure.as_of else "",
        _period(record),
        record.day.isoformat(),
        text_cell(record.title),
        record.url,
    )

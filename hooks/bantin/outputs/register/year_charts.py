"""Charts of a year's orders: by office, by kind, by the month of their last days.

Each chart has the table of its numbers. Orders of withdrawn documents do not count.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from bantin.minutes.directives import LABELS
from bantin.outputs.charts import Chart, chart_of
from bantin.outputs.register.entries import Entry, Point
from bantin.outputs.register.order_states import (
    DATED,
    FINISHED,
    OPEN,
    RECURRING,
    UNDATED,
    WITHDRAWN,
    state_of,
)
from bantin.outputs.sizes import Sizes
from bantin.records.registry import Registry

_COLUMNS = {
    DATED: "Có hạn chót",
    RECURRING: "Định kỳ",
    OPEN: "Hạn chưa rõ ngày",
    UNDATED: "Không hạn",
    FINISHED: "Báo đã xong",
}
_UNTOLD = "Chưa rõ loại"


@dataclass(frozen=True, slots=True)
class ChartRow:
    """A line of a table: what it counts, its page or "", and its numbers."""

    name: str
    url: str
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class CountChart:
    """A chart of numbers, and the table of the same.

    Attributes:
        anchor: id on the page.
        name: heading.
        note: what the chart counts.
        head: name of the first column.
        columns: names of the columns of numbers; the first counts all.
        rows: lines of the table.
        left_out: number of lines that the table leaves out.
        chart: the first of the lines as bars.
    """

    anchor: str
    name: str
    note: str
    head: str
    columns: tuple[str, ...]
    rows: tuple[ChartRow, ...]
    left_out: int
    chart: Chart


def charts_of(entries: Iterable[Entry], registry: Registry, sizes: Sizes) -> tuple[CountChart, ...]:
    """Return the charts of orders; those that would be empty are left out."""
    found = [
        (point, state)
        for entry in entries
        for point in entry.points
        if (state := state_of(entry, point)) != WITHDRAWN
    ]
    charts = (_by_office(found, registry, sizes), _by_kind(found), _by_month(found))
    return tuple(chart for chart in charts if chart is not None)


_Found = Iterable[tuple[Point, str]]


def _by_office(found: _Found, registry: Registry, sizes: Sizes) -> CountChart | None:
    sums: dict[str, Counter[str]] = {}
    for point, state in found:
        for url in dict.fromkeys(one.url for one in point.told.addressees if one.url):
            sums.setdefault(url, Counter())[state] += 1
    if not sums:
        return None
    names = {body.url: body.name for body in registry.bodies.values() if body.url in sums}
    ordered = sorted(sums, key=lambda url: (-sums[url].total(), url))
    rows = tuple(
        ChartRow(names[url], url, (sums[url].total(), *(sums[url][one] for one in _COLUMNS)))
        for url in ordered[: sizes.chart_rows]
    )
    shown = rows[: sizes.chart_bars]
    points = [(row.name, row.numbers[0], _told(row.numbers[0], row.numbers[1])) for row in shown]
    return CountChart(
        anchor="theo_co_quan",
        name="Việc giao theo cơ quan",
        note="Việc giao cho nhiều cơ quan được tính ở từng cơ quan; nơi phối hợp không tính. "
        "Phần đậm của mỗi thanh là việc có hạn chót.",
        head="Cơ quan",
        columns=("Tất cả", *_COLUMNS.values()),
        rows=rows,
        left_out=len(ordered) - len(rows),
        chart=chart_of(points, [row.numbers[1] for row in shown]),
    )


def _told(size: int, dated: int) -> str:
    return f"{size} việc, {dated} có hạn chót"


def _by_kind(found: _Found) -> CountChart | None:
    sums = Counter(point.kind for point, _ in found)
    return _counted(
        "theo_loai_viec",
        "Theo loại việc",
        "Mỗi kết luận, chỉ đạo tính một lần.",
        "Loại việc",
        ((name, sums[kind]) for kind, name in {**LABELS, "": _UNTOLD}.items()),
    )


def _by_month(found: _Found) -> CountChart | None:
    dated = (point.told.due[:7] for point, state in found if state == DATED)
    sums: Mapping[str, int] = Counter(dated)
    return _counted(
        "theo_thang_den_han",
        "Hạn chót theo tháng",
        "Tháng của hạn chót, có thể sang năm sau; việc mà văn bản sau báo đã xong không tính.",
        "Tháng đến hạn",
        ((f"Tháng {int(month[5:])}/{month[:4]}", sums[month]) for month in sorted(sums)),
    )


def _counted(
    anchor: str, name: str, note: str, head: str, sums: Iterable[tuple[str, int]]
) -> CountChart | None:
    rows = tuple(_rows(sums))
    if not rows:
        return None
    points = [(row.name, row.numbers[0], f"{row.numbers[0]} việc") for row in rows]
    return CountChart(anchor, name, note, head, ("Số việc",), rows, 0, chart_of(points))


def _rows(sums: Iterable[tuple[str, int]]) -> Iterator[ChartRow]:
    for name, size in sums:
        if size:
            yield ChartRow(name, "", (size,))

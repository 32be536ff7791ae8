"""What pages and files say of figures."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest
from bantin.outputs.addresses import AddressBook
from bantin.outputs.output import Output
from bantin.outputs.pages.figures import FigureBox, describe_change, figure_box
from bantin.outputs.sizes import USUAL, Sizes
from bantin.records.models import Dated, Record
from bantin.rendering.renderer import Renderer, RenderSettings
from bantin.rendering.site import Site

from tests.unit.in_memory import plan_outputs
from tests.unit.samples import article, catalog_of

SITE = Site("Bản Tin", "https://x.example/", "Một câu")


def report(year: int, figures: str, more: str = "", day: str = "") -> Record:
    day = day or f"{year}-10-05"
    meeting = f"{{date: {day}, bodies: [ban], period: {{year: {year}, months: 1-9}}}}"
    return article(f"t-{day}", day, f"meeting: {meeting}\nfigures: [{figures}]\n{more}")


def outputs(*records: Record, sizes: Sizes = USUAL) -> dict[str, Output]:
    planned = plan_outputs(AddressBook({}, catalog_of(*records)), [], sizes)
    return {output.path: output for output in planned}


def block(*records: Record, sizes: Sizes = USUAL) -> Any:
    return outputs(*records, sizes=sizes)["to-chuc/ban/index.html"].view.figures


def box(record: Record, *others: Record) -> FigureBox | None:
    assert isinstance(record, Dated)
    return figure_box(record, catalog_of(record, *others))


@pytest.mark.parametrize(
    ("value", "before", "unit", "change"),
    [
        (681, 650, "người", "tăng 31"),
        (650, 681, "", "giảm 31"),
        (650, 650, "người", "không đổi"),
        (650.0, 650, "người", "không đổi"),
        (3.5, 2.3, "%", "tăng 1,2 điểm phần trăm"),
        (0.1, 0.3, "%", "giảm 0,2 điểm phần trăm"),
        (5, 5.0, "%", "không đổi"),
        (-5, 1245, "đồng", "giảm 1.250"),
    ],
)
def test_change_is_told_in_words(value: float, before: float, unit: str, change: str) -> None:
    assert describe_change(value, before, unit) == change


def test_box_has_the_value_of_the_year_before_and_leads_to_its_report() -> None:
    this = report(2021, "{name: Cán bộ nữ, value: 1681, unit: người, as_of: 2021-09-30}")
    found = box(this, report(2020, "{name: Cán bộ nữ, value: 1650, unit: người}"))
    assert found is not None
    [figure] = found.figures
    assert (figure.quantity, figure.as_of) == ("1.681 người", "30/09/2021")
    assert figure.before is not None
    assert (figure.before.quantity, figure.before.change) == ("1.650 người", "tăng 31")
    assert figure.before.period == "9 tháng đầu năm 2020"
    assert figure.before.report.url == "tin-tuc/2020/10/t-2020-10-05/"
    assert [link.url for link in found.series] == ["to-chuc/ban/#so_lieu"]


def test_record_without_figures_has_no_box_and_its_body_no_file() -> None:
    plain = article(more="bodies: [ban]")
    assert box(plain) is None
    assert block(plain) is None
    assert "to-chuc/ban/so-lieu.csv" not in outputs(plain)


def test_withdrawn_record_shows_its_figures_and_leads_to_no_series() -> None:
    withdrawn = report(2021, "{name: A, value: 1}", "status: withdrawn")
    found = box(withdrawn)
    assert found is not None
    assert (len(found.figures), found.series) == (1, ())
    assert block(withdrawn) is None


def test_one_point_has_no_chart_and_two_reports_of_one_period_are_one_point() -> None:
    first = report(2020, "{name: A, value: 1}")
    again = report(2020, "{name: A, value: 2}", day="2020-10-09")
    [one] = block(first, again).series
    assert one.chart is None
    assert [row.value for row in one.rows] == ["2", "1"]
    [one] = block(first, again, report(2021, "{name: A, value: 3}")).series
    assert one.chart.summary == "9 tháng đầu năm 2020: 2; 9 tháng đầu năm 2021: 3"


def test_page_shows_so_many_figures_and_the_file_holds_all() -> None:
    years = [report(year, "{name: A, value: 1}") for year in (2018, 2019, 2020)]
    records = (*years, report(2021, "{name: B, value: 1}"))
    found = block(*records, sizes=Sizes(figures=1, figure_reports=2))
    assert (found.size, [one.name for one in found.series]) == (2, ["A"])
    assert (found.series[0].size, len(found.series[0].rows)) == (3, 2)
    assert len(outputs(*records)["to-chuc/ban/so-lieu.csv"].view.lines) == 4


def test_file_is_read_by_spreadsheets_with_every_mark() -> None:
    records = [
        report(2020, "{name: 'Nợ, \"xấu\"', value: -1250.5, unit: '%', as_of: 2020-09-30}"),
        article("t", "2021-01-02", "bodies: [ban]\nfigures: [{name: =1+1, value: 3}]"),
    ]
    output = outputs(*records)["to-chuc/ban/so-lieu.csv"]
    content = output.render(Renderer(RenderSettings(SITE)))
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.count(b"\r\n") == content.count(b"\n") == 3
    head, *lines = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    assert head[:4] == ["Chỉ tiêu", "Giá trị", "Đơn vị", "Tính đến ngày"]
    assert sorted(lines) == [
        ["'=1+1", "3", "", "", "", "2021-01-02", "Tin t", "https://x.example/tin-tuc/2021/01/t/"],
        [
            *('Nợ, "xấu"', "-1250.5", "%", "2020-09-30", "9 tháng đầu năm 2020", "2020-10-05"),
            *("Tin t-2020-10-05", "https://x.example/tin-tuc/2020/10/t-2020-10-05/"),
        ],
    ]

"""Charts of a year's orders: numbers that a reader can count again in the table and the text."""

from __future__ import annotations

import re

from bantin.outputs.register.entries import Entries
from bantin.outputs.register.pages import plan_register_year
from bantin.outputs.register.year_charts import CountChart, charts_of
from bantin.outputs.sizes import USUAL, Sizes
from bantin.records.models import Record

from tests.unit.archive import RENDERER
from tests.unit.samples import body, catalog_of, document


def notice(slug: str, *points: tuple[str, str], more: str = "") -> Record:
    """Return a notice; of each point its words, and the slugs it is given to."""
    lines = "\n\n".join(
        f"{at}. {words}\n" + (f'   {{: to="{to}" }}' if to else "")
        for at, (words, to) in enumerate(points, 1)
    )
    return document(slug, "2013-10-10", f"{slug}/TB-VP", more, f"Kết luận:\n\n{lines}\n")


def charts(*records: Record, sizes: Sizes = USUAL) -> dict[str, CountChart]:
    catalog = catalog_of(body("so"), *records)
    found = Entries(catalog).of(catalog.register.in_month("2013"))
    return {one.anchor: one for one in charts_of(found, catalog.registry, sizes)}


FIRST = notice(
    "5",
    ("Giao báo cáo trước ngày 5/11/2013.", "so"),
    ("Yêu cầu báo cáo hằng quý.", "so; ban"),
    ("Ghi nhận.", ""),
    ("Rà soát trước ngày 20/2/2014.", "ban"),
    ("Rà soát trong 10 ngày làm việc.", "so"),
)


def test_every_office_that_must_act_has_its_orders_by_state() -> None:
    one = charts(FIRST)["theo_co_quan"]
    assert one.columns[:3] == ("Tất cả", "Có hạn chót", "Định kỳ")
    assert [(row.name, row.url, row.numbers) for row in one.rows] == [
        ("Cơ quan so", "to-chuc/so/", (3, 1, 1, 1, 0, 0)),
        ("Cơ quan ban", "to-chuc/ban/", (2, 1, 1, 0, 0, 0)),
    ]
    assert all(sum(row.numbers[1:]) == row.numbers[0] for row in one.rows)
    first, second = one.chart.bars
    assert (first.width, first.part) == ("100%", "33.33%")
    assert (second.width, second.part) == ("66.67%", "33.33%")
    assert "Cơ quan so: 3 việc, 1 có hạn chót" in one.chart.summary


def test_orders_count_once_by_kind_and_by_the_month_of_their_last_day() -> None:
    found = charts(FIRST)
    kinds = {row.name: row.numbers[0] for row in found["theo_loai_viec"].rows}
    assert kinds == {"Giao việc": 1, "Yêu cầu": 1, "Ghi nhận": 1, "Nhiệm vụ": 2}
    months = [(row.name, row.numbers) for row in found["theo_thang_den_han"].rows]
    assert months == [("Tháng 11/2013", (1,)), ("Tháng 2/2014", (1,))]


def test_a_withdrawn_document_counts_for_nothing() -> None:
    more = "status: withdrawn\nchanges: [{date: 2013-10-12, note: Thu hồi.}]"
    assert charts(notice("5", ("Giao báo cáo.", "so"), more=more)) == {}


def test_no_chart_is_empty() -> None:
    assert set(charts(notice("5", ("Ghi nhận.", "")))) == {"theo_loai_viec"}


def test_a_long_table_says_what_it_leaves_out() -> None:
    one = charts(FIRST, sizes=Sizes(chart_rows=1, chart_bars=1))["theo_co_quan"]
    assert (len(one.rows), one.left_out, len(one.chart.bars)) == (1, 1, 1)


def test_the_page_draws_each_chart_with_words_and_a_table() -> None:
    catalog = catalog_of(body("so"), FIRST)
    page, _ = plan_register_year("2013", catalog, Entries(catalog), USUAL)
    html = page.render(RENDERER).decode()
    assert len(re.findall(r"<svg [^>]*role=\"img\"", html)) == 3
    assert html.count("<title id=") == html.count("<desc id=") == html.count("<table") == 3
    assert '<a href="../../to-chuc/so/duoc-giao/">Cơ quan so</a>' in html

"""The calendar of a list, and the ways from one year or month to the next."""

from __future__ import annotations

from bantin.outputs.listings.calendars import view_calendar
from bantin.outputs.sizes import USUAL

from tests.unit.outputs.test_planned import plan
from tests.unit.outputs.test_slots import timeline
from tests.unit.samples import article, document


def test_a_year_has_twelve_months_and_links_where_there_are_records() -> None:
    (year,) = view_calendar(timeline("tin-tuc", {"2021-10": 3, "2021-02": 1}), USUAL)
    assert (year.number, year.url, year.size, len(year.months)) == (2021, "tin-tuc/2021/", 4, 12)
    assert {month.number: (month.url, month.size) for month in year.months if month.url} == {
        2: ("tin-tuc/2021/02/", 1),
        10: ("tin-tuc/2021/10/", 3),
    }


def test_months_without_pages_are_found_on_the_page_of_their_year() -> None:
    few, many = {"2013-10": 2}, {"2013-10": USUAL.whole_year + 1}
    assert (
        view_calendar(timeline("van-ban", few), USUAL)[0].months[9].url == "van-ban/2013/#thang-10"
    )
    assert (
        view_calendar(timeline("van-ban", many), USUAL)[0].months[9].url == "van-ban/2013/thang-10/"
    )
    outputs = plan(document(day="2013-10-10"))
    assert [group.anchor for group in outputs["van-ban/2013/index.html"].view.groups] == [
        "thang-10"
    ]


def test_years_and_months_lead_to_those_before_and_after() -> None:
    days = ("2019-05-01", "2019-12-01", "2021-02-01")
    outputs = plan(*(article(f"t{n}", day) for n, day in enumerate(days)))

    def steps(path: str) -> list[str | None]:
        view = outputs[f"tin-tuc/{path}/index.html"].view
        return [link and link.text for link in (view.older, view.newer)]

    assert steps("2019") == [None, "Năm 2021"]
    assert steps("2021") == ["Năm 2019", None]
    assert steps("2019/12") == ["Tháng 5/2019", "Tháng 2/2021"]
    assert steps("2021/02") == ["Tháng 12/2019", None]


def test_what_has_pages_for_few_of_its_years_has_links_and_no_calendar() -> None:
    outputs = plan(article())
    assert outputs["chuyen-muc/chi-dao/index.html"].view.calendar == ()
    assert len(outputs["tin-tuc/index.html"].view.calendar) == 1

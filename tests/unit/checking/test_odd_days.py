"""A day in the calendar that is far from the record's own is told of; what may be meant is not."""

from __future__ import annotations

import pytest
from bantin.checking.dates import check_dates, dates_told
from bantin.checking.odd_days import check_odd_days
from bantin.records.models import Dated

from tests.unit.checking.manuscripts import article, document, manuscript, told

DUE = "1. Giao Sở Y tế báo cáo.\n   {{: due={} }}"


@pytest.mark.parametrize(
    ("more", "line", "message"),
    [
        ("meeting:\n  date: 2062-10-05", 6, "ngày 05/10/2062 quá xa ngày của bản ghi"),
        ("meeting:\n  date: 2023-01-01", 6, "ngày 01/01/2023 quá xa"),
        ("meeting:\n  date: 2021-10-04\n  period: {year: 2062, months: 1-9}", 7, "năm 2062"),
        ("meeting:\n  date: 2021-10-04\n  period: {year: 1962, months: 1-9}", 7, "năm 1962"),
        ("changes:\n  - date: 2012-10-05\n    note: Sửa.", 6, "05/10/2012 trước ngày của bản ghi"),
        ("source:\n  captured: 2012-10-05 08:00", 6, "05/10/2012 trước ngày của bản ghi"),
        ("source:\n  captured: 2012-10-05", 6, "05/10/2012 trước ngày của bản ghi"),
    ],
)
def test_a_slip_in_the_year_of_an_article_is_told_of(more: str, line: int, message: str) -> None:
    ((at, _, remark),) = told(check_odd_days, article(more=more))
    assert (at, message in remark) == (line, True)


@pytest.mark.parametrize(
    ("more", "body", "line", "message"),
    [
        ("effective: 2062-10-10", "", 7, "ngày 10/10/2062 quá xa"),
        ("filing: VT", DUE.format("2103-12-31"), 11, "ngày 31/12/2103 quá xa"),
        ("filing: VT", DUE.format("2003-12-31"), 11, "hạn 31/12/2003 trước ngày ban hành"),
    ],
)
def test_a_slip_in_the_year_of_a_document_is_told_of(
    more: str, body: str, line: int, message: str
) -> None:
    ((at, _, remark),) = told(check_odd_days, document(more, body))
    assert (at, message in remark) == (line, True)


def test_a_record_older_than_the_state_and_a_body_that_ends_before_it_begins() -> None:
    old = manuscript("tin-tuc/1926/11/a.md", "title: Tin\ndate: 1926-11-10\nsection: x")
    assert told(check_odd_days, old) == [(3, 0, "ngày 10/11/1926 quá xa")]
    span = "name: Ban\nactive:\n  from: 2021-01-01\n  to: 2012-01-01"
    ((line, _, message),) = told(check_odd_days, manuscript("to-chuc/ban.md", span))
    assert (line, "trước ngày bắt đầu" in message) == (5, True)


@pytest.mark.parametrize(
    "more",
    [
        "meeting:\n  date: 2022-03-01",
        "meeting:\n  date: 1998-10-05\n  period: {year: 2010, months: 1-12}",
        "changes:\n  - date: 2021-10-05\n    note: Sửa.",
        "source:\n  captured: 2021-10-05 00:00",
        "views: 3\nviews_as_of: 2026-01-01",
    ],
)
def test_days_that_may_be_meant_are_left_alone(more: str) -> None:
    assert told(check_odd_days, article(more=more)) == []


@pytest.mark.parametrize("due", ["2013-10-10", "2050-12-31", "không"])
def test_deadlines_that_may_be_meant_are_left_alone(due: str) -> None:
    assert told(check_odd_days, document("effective: 2020-01-01", DUE.format(due))) == []
    span = "name: Ban\nactive:\n  from: 1901-01-01\n  to: 2013-10-10"
    assert told(check_odd_days, manuscript("to-chuc/ban.md", span)) == []


@pytest.mark.parametrize("day", ["31/12/9999", "31 tháng 12 năm 9999", "5/10/0202", "1/1/2201"])
def test_a_year_in_the_text_that_nobody_can_mean_is_told_of(day: str) -> None:
    ((_, _, message),) = told(check_dates, article(f"Trước ngày {day} và sau."))
    assert message == f"ngày {day} có năm không thể đúng"
    assert told(check_dates, article("Ngày 22/11/1428 và ngày 31/12/2200.")) == []


def test_a_capture_is_an_event_that_is_over() -> None:
    record = article(more="source:\n  captured: 2021-10-06 08:00").record
    assert isinstance(record, Dated)
    assert [path for path, _ in dates_told(record)] == [("date",), ("source", "captured")]

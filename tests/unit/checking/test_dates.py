"""A weekday is held against the calendar only where it is one."""

from __future__ import annotations

import pytest
from bantin.checking.dates import check_dates

from tests.unit.checking.manuscripts import article, document, manuscript, told


@pytest.mark.parametrize(
    "text",
    [
        "Sáng thứ Hai, ngày 5/10/2021, Ban họp.",
        "Thứ Tư (5/10/2021).",
        "Chủ nhật, ngày 5 tháng 10 năm 2021.",
        "Vào thứ 3 ngày 6-10-2021.",
        "Chiều thứ sáu 5/10.",
    ],
)
def test_a_weekday_that_the_calendar_denies_is_told_of(text: str) -> None:
    ((line, _, message),) = told(check_dates, article(text))
    assert line == 8
    assert "ngày 0" in message


def test_the_remark_says_which_day_it_was() -> None:
    ((_, column, message),) = told(check_dates, article("Sáng thứ Hai, ngày 5/10/2021, họp."))
    assert column == 6
    assert message == "“thứ Hai, ngày 5/10/2021”: ngày 05/10/2021 là Thứ Ba"


@pytest.mark.parametrize(
    "text",
    [
        "Sáng thứ Ba, ngày 5/10/2021, Ban họp.",
        "Thứ ba (5/10).",
        "Kỳ họp thứ năm, ngày 5/10/2021.",
        "Hội nghị lần thứ tư ngày 5/10/2021.",
        "Từ thứ Hai, ngày 4/10 đến thứ Sáu, ngày 8/10/2021.",
        "Thứ Sáu, 31/12 năm ngoái",
        "Đến nay 35/40 xã, ngày 5/10 họp.",
        "thứ năm 2021",
    ],
)
def test_what_is_right_or_no_weekday_is_left_alone(text: str) -> None:
    assert told(check_dates, article(text)) == []


def test_without_a_year_the_nearest_day_is_meant() -> None:
    head = "title: Tin\ndate: 2022-01-03\nsection: chi-dao"
    record = manuscript("tin-tuc/2022/01/a.md", head, "Chiều thứ Sáu, ngày 31/12, Ban họp.")
    assert told(check_dates, record) == []


def test_a_day_that_no_month_has_is_told_of() -> None:
    ((_, column, message),) = told(check_dates, article("Trước ngày 31/4/2021 và 35/40 xã."))
    assert (column, message) == (12, "không có ngày 31/4/2021 trong lịch")
    ((_, _, message),) = told(check_dates, article("ngày 30 tháng 02 năm 2021"))
    assert "30 tháng 02 năm 2021" in message
    assert told(check_dates, article("ngày 29/2/2024, ngày 30/4/2021, số 31/4/2021")) == []


def test_a_conclusion_cannot_come_before_its_meeting() -> None:
    ((line, _, message),) = told(check_dates, document("meeting:\n  date: 2013-10-12"))
    assert line == 8
    assert "sau ngày ban hành" in message
    assert told(check_dates, document("meeting:\n  date: 2013-10-08")) == []


def test_views_are_not_counted_before_publication() -> None:
    record = article(more="views: 5\nviews_as_of: 2021-10-04")
    ((line, _, message),) = told(check_dates, record)
    assert line == 6
    assert "trước ngày đăng" in message

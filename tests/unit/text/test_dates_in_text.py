"""Dates as people write them, and as pages show them."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from bantin.text.dates import VIETNAM, clock, count, find_dates, long_date, short_date
from hypothesis import given
from hypothesis import strategies as st


@pytest.mark.parametrize(
    ("text", "day", "given_year"),
    [
        ("Sáng 5/10, ban họp", date(2021, 10, 5), False),
        ("vào ngày 17/10/2013.", date(2013, 10, 17), True),
        ("ngày 08 tháng 10 năm 2013", date(2013, 10, 8), True),
        ("Ngày  8  tháng 7", date(2021, 7, 8), False),
        ("trước 08/7/2026;", date(2026, 7, 8), True),
    ],
)
def test_date_is_found(text: str, day: date, given_year: bool) -> None:
    [found] = find_dates(text, year=2021)
    assert (found.value, found.year_given) == (day, given_year)
    assert text[found.start :].startswith(found.text)


@pytest.mark.parametrize(
    "text",
    [
        "31/2",
        "13/13/2020",
        "31/12/9999",
        "1/1/2201",
        "9 tháng đầu năm",
        "405/2013",
        "số 1/2/3/4",
        "12/34/56",
        "tháng 9",
    ],
)
def test_what_is_no_date_is_passed_over(text: str) -> None:
    assert list(find_dates(text, year=2021)) == []


def test_leap_day_needs_its_year() -> None:
    assert list(find_dates("29/2", year=2021)) == []
    assert [found.value for found in find_dates("29/2", year=2020)] == [date(2020, 2, 29)]


@given(st.dates(date(1000, 1, 1), date(2200, 12, 31)))
def test_a_written_date_is_found_again(day: date) -> None:
    for text in (short_date(day), long_date(day)):
        [found] = find_dates(text, year=1)
        assert found.value == day
        assert found.year_given


def test_dates_are_shown_in_vietnamese() -> None:
    assert long_date(date(2021, 10, 5)) == "Thứ Ba, ngày 5 tháng 10 năm 2021"
    assert long_date(date(2021, 10, 10)).startswith("Chủ nhật, ")
    assert short_date(date(2021, 1, 5)) == "05/01/2021"
    assert clock(datetime(2021, 10, 5, 3, 7, tzinfo=VIETNAM)) == "03:07"


def test_time_zone_is_seven_hours_ahead() -> None:
    assert VIETNAM.utcoffset(None) == timedelta(hours=7)


@pytest.mark.parametrize(("number", "shown"), [(0, "0"), (999, "999"), (18486, "18.486")])
def test_thousands_are_marked_with_dots(number: int, shown: str) -> None:
    assert count(number) == shown

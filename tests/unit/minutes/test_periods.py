from __future__ import annotations

import pytest
from bantin.minutes.periods import find_periods, period_label, reviewed_period
from bantin.records.parts import Period
from hypothesis import given, settings
from hypothesis import strategies as st


def spans(text: str) -> list[tuple[int, tuple[int, int]]]:
    return [(one.period.year, one.period.months) for one in find_periods(text, year=1999)]


@pytest.mark.parametrize(
    ("text", "year", "months"),
    [
        ("9 tháng đầu năm 2021", 2021, (1, 9)),
        ("sáu tháng đầu năm 2020", 2020, (1, 6)),
        ("3 tháng cuối năm 2021", 2021, (10, 12)),
        ("6 tháng cuối năm", 1999, (7, 12)),
        ("quý IV năm 2013", 2013, (10, 12)),
        ("Quý II/2014", 2014, (4, 6)),
        ("quý 3", 1999, (7, 9)),
        ("tháng 7 năm 2021", 2021, (7, 7)),
        ("tháng 12/2021", 2021, (12, 12)),
        ("tổng kết năm 2020", 2020, (1, 12)),
        ("kế hoạch cả năm 2022", 2022, (1, 12)),
        ("kết quả 9 tháng", 1999, (1, 9)),
        ("kết quả 9 tháng năm 2013", 2013, (1, 9)),
    ],
)
def test_a_span_is_read(text: str, year: int, months: tuple[int, int]) -> None:
    assert spans(text) == [(year, months)]


@pytest.mark.parametrize(
    "text",
    [
        "ngày 08 tháng 10 năm 2013",
        "trong thời hạn 6 tháng kể từ hôm nay",
        "nhiệm kỳ, kế hoạch năm 2021-2026",
        "kết quả 13 tháng đầu năm",
        "sinh năm 1960",
        "đánh giá tháng đầu",
        "tổng kết năm 1930",
    ],
)
def test_what_is_no_span_is_passed_over(text: str) -> None:
    assert spans(text) == []


def test_a_span_without_a_year_takes_that_of_the_next_one() -> None:
    assert spans("đánh giá 9 tháng đầu năm, triển khai 3 tháng cuối năm 2021") == [
        (2021, (1, 9)),
        (2021, (10, 12)),
    ]


def test_a_whole_year_behind_gives_no_year_to_months() -> None:
    """The plan may be for the next year."""
    assert spans("sơ kết 6 tháng đầu năm, kế hoạch năm 2022")[0] == (1999, (1, 6))


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("kết quả công tác 9 tháng đầu năm, triển khai nhiệm vụ quý IV", (1, 9)),
        ("phương hướng quý IV và kết quả 9 tháng", (1, 9)),
        ("tổng kết công tác Ban 9 tháng và phương hướng hoạt động quý IV năm 2013", (1, 9)),
        ("triển khai nhiệm vụ quý II", (4, 6)),
    ],
)
def test_the_reviewed_span_comes_before_the_planned_one(text: str, months: tuple[int, int]) -> None:
    found = reviewed_period(text, year=2013)
    assert found is not None
    assert found.period == Period(year=2013, months=months)


def test_no_span_gives_none() -> None:
    assert reviewed_period("họp bàn việc", year=2013) is None


def test_what_is_not_printed_is_marked_as_inferred() -> None:
    found = list(find_periods("kết quả 9 tháng và phương hướng quý IV năm 2013", year=1999))
    assert [(one.text, one.planned, one.inferred) for one in found] == [
        ("9 tháng", False, True),
        ("quý IV năm 2013", True, False),
    ]


@pytest.mark.parametrize(
    ("months", "label"),
    [
        ((1, 9), "9 tháng đầu năm 2021"),
        ((1, 6), "6 tháng đầu năm 2021"),
        ((7, 12), "6 tháng cuối năm 2021"),
        ((10, 12), "quý IV năm 2021"),
        ((1, 3), "quý I năm 2021"),
        ((1, 12), "cả năm 2021"),
        ((7, 7), "tháng 7 năm 2021"),
        ((2, 5), "từ tháng 2 đến tháng 5 năm 2021"),
    ],
)
def test_label(months: tuple[int, int], label: str) -> None:
    assert period_label(Period(year=2021, months=months)) == label


@settings(deadline=None)
@given(st.integers(1, 12), st.integers(1, 12))
def test_a_label_is_read_back_as_its_period(one: int, other: int) -> None:
    period = Period(year=2021, months=(min(one, other), max(one, other)))
    if "từ tháng" not in period_label(period):
        found = reviewed_period("tổng kết " + period_label(period), year=1999)
        assert found is not None
        assert found.period == period

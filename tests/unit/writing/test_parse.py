"""What an editor types is read as a clerk means it, or refused with the reason."""

from __future__ import annotations

import datetime as dt

import pytest
from bantin.errors import AnswerError
from bantin.text.dates import VIETNAM
from bantin.writing.parse import choose, clean, parse_day, parse_moment, parse_period, parse_slug

BODIES = {
    "ban-mau": ("Ban Mẫu tỉnh Mẫu", "BM"),
    "vp-mau": ("Văn phòng tỉnh Mẫu",),
}


@pytest.mark.parametrize("written", ["2021-10-05", "5/10/2021", "05.10.2021", "5-10-2021"])
def test_a_day_may_be_written_in_every_usual_way(written: str) -> None:
    assert parse_day(written) == dt.date(2021, 10, 5)


def test_a_moment_has_an_hour_where_one_is_written() -> None:
    assert parse_moment("5/10/2021 15:07") == dt.datetime(2021, 10, 5, 15, 7, tzinfo=VIETNAM)
    assert parse_moment("5/10/2021") == dt.date(2021, 10, 5)


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("31/2/2021", "không có ngày 2021-02-31 trong lịch"),
        ("mai", "“mai” không phải là ngày"),
        ("5/10/2021 25:00", "không có giờ 25:00"),
    ],
)
def test_no_such_day_or_hour_is_refused(written: str, why: str) -> None:
    with pytest.raises(AnswerError, match=why):
        parse_moment(written)


def test_a_period_is_months_and_year() -> None:
    period = parse_period("1-9 / 2021")
    assert (period.year, period.months) == (2021, (1, 9))
    for wrong in ("9 tháng", "9-1/2021", "1-13/2021", "1-9/1800"):
        with pytest.raises(AnswerError):
            parse_period(wrong)


def test_a_file_name_is_checked() -> None:
    assert parse_slug("hop-quy-4.md") == "hop-quy-4"
    for wrong in ("Họp", "a--b", "../a", "index"):
        with pytest.raises(AnswerError):
            parse_slug(wrong)


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("1", "ban-mau"),
        ("vp-mau", "vp-mau"),
        ("bm", "ban-mau"),
        ("van phong", "vp-mau"),
    ],
)
def test_a_choice_may_be_a_number_a_slug_or_a_part_of_a_name(written: str, key: str) -> None:
    assert choose(written, BODIES, "cơ quan") == key


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("tinh mau", "có thể là nhiều cơ quan: ban-mau; vp-mau"),
        ("9", "không có số 9; chọn từ 1 đến 2"),
        ("0", "không có số 0"),
        ("sở", "không có cơ quan “sở”"),
        ("", "không có cơ quan"),
    ],
)
def test_a_choice_that_is_none_or_several_is_refused(written: str, why: str) -> None:
    with pytest.raises(AnswerError, match=why):
        choose(written, BODIES, "cơ quan")


def test_an_answer_is_one_clean_line_in_nfc() -> None:
    assert clean(" Ho\u0323p\u200b\x07  ba\u0301o\n") == "Họp báo"

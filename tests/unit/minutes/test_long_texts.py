"""Texts of 100 KB that nobody wrote for readers: they take no minutes to read."""

from __future__ import annotations

import time
from datetime import date

import pytest
from bantin.minutes.deadlines import find_deadline
from bantin.minutes.directives import read_directive, read_heading
from bantin.minutes.figures import find_figures
from bantin.minutes.periods import find_periods

REPEATED = [
    "trước ngày 1/6/2020 ",
    "trong 15 ngày ",
    "trước 15 giờ 30 phút ngày 5.4, ",
    "chậm nhất sau 30 ngày kể từ ngày ban hành ",
    "Đối với hồ sơ nộp trước ngày 1/7/2020 ",
    "đến hết tháng 6 ",
    "trước kỳ họp giữa năm ",
    "định kỳ hằng quý ",
    "ngày 15/6 và ngày 15/12 ",
    "“trong quý II ",
    "trong 15 ngày làm việc ",
    "trong quý II ",
    "trong quý II năm 2020 ",
    "trong 9 tháng đầu năm 2020 ",
    "năm 2020 ",
    "đến ngày 1/1/2020, có 12 người ",
    "tỷ lệ cán bộ nữ đạt 12% ",
]
NAMES = [
    "Sở Y tế, cùng ",
    "Sở Y tế; ",
    "Sở Y tế. ",
    "phối hợp với Sở Y tế, ",
    "UBND xã Nậm Pàn, ",
    "các sở, ngành, ",
    "Công ty Cổ phần ",
    "Chủ tịch UBND tỉnh giao Sở Y tế. ",
    "Trong năm, giao ",
]


@pytest.mark.parametrize("words", REPEATED)
def test_reading_takes_no_minutes(words: str) -> None:
    text = words * (100_000 // len(words))
    began = time.perf_counter()
    find_deadline(text, day=date(2020, 3, 9))
    list(find_periods(text, year=2020))
    list(find_figures(text, year=2020))
    assert time.perf_counter() - began < 8


@pytest.mark.parametrize("words", NAMES)
def test_names_take_no_minutes(words: str) -> None:
    text = words * (100_000 // len(words))
    began = time.perf_counter()
    for told in (text, f"Giao {text}"):
        read_directive(told)
        read_heading(told)
    assert time.perf_counter() - began < 8

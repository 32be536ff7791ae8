"""Numbers of documents, in every shape of the decree and of people."""

from __future__ import annotations

import pytest
from bantin.text.numbers import DocumentNumber, number_key, parse_number
from hypothesis import given
from hypothesis import strategies as st

SHAPES = [
    ("405/TB-VP.UBND", DocumentNumber(405, None, "TB-VP.UBND")),
    ("15/QĐ-BNV", DocumentNumber(15, None, "QĐ-BNV")),
    ("12/UBND-VX", DocumentNumber(12, None, "UBND-VX")),
    ("30/2020/NĐ-CP", DocumentNumber(30, 2020, "NĐ-CP")),
    ("91/2025/QH15", DocumentNumber(91, 2025, "QH15")),
    ("18-KL/TW", DocumentNumber(18, None, "KL/TW", "-")),
    ("256 /2004/QĐ-UB", DocumentNumber(256, 2004, "QĐ-UB")),
    ("05 / TB - VP", DocumentNumber(5, None, "TB-VP")),
    ("15/QÐ-BNV", DocumentNumber(15, None, "QĐ-BNV")),
    ("405/tb-vp.ubnd", DocumentNumber(405, None, "tb-vp.ubnd")),
]


@pytest.mark.parametrize(("written", "number"), SHAPES)
def test_number_is_taken_apart(written: str, number: DocumentNumber) -> None:
    assert parse_number(written) == number


@pytest.mark.parametrize(
    "written",
    ["", "405", "405/", "TB-VP", "405/2013", "số 405/TB", "405 TB VPUBND", "405/?", "-5/TB"],
)
def test_what_is_no_number_is_refused(written: str) -> None:
    assert parse_number(written) is None


@given(
    st.integers(0, 99_999),
    st.none() | st.integers(1945, 2099),
    st.from_regex(r"[A-ZĐ][A-Z]{0,3}(-[A-Z]{1,4}(\.[A-Z]{1,4})?)?", fullmatch=True),
)
def test_printed_number_parses_to_itself(serial: int, year: int | None, symbol: str) -> None:
    number = DocumentNumber(serial, year, symbol)
    assert parse_number(str(number)) == number


def test_serial_below_ten_is_printed_with_a_zero() -> None:
    assert str(DocumentNumber(5, None, "TB-VP")) == "05/TB-VP"


@pytest.mark.parametrize(
    "written",
    [
        "405/tb-vp.ubnd",
        "405 TB VPUBND",
        "Số: 405/TB-VP.UBND",
        "0405/TB-VP.UBND",
        "số 405/TB-VP UBND",
    ],
)
def test_ways_to_write_one_number_share_a_key(written: str) -> None:
    assert number_key(written) == number_key("405/TB-VP.UBND") == "405tbvpubnd"


def test_d_and_its_lookalikes_share_a_key() -> None:
    assert number_key("30/2020/NĐ-CP") == number_key("30/2020/NÐ-CP") == number_key("30/2020/ND-CP")


@pytest.mark.parametrize("other", ["406/TB-VP.UBND", "405/QĐ-VP.UBND", "4050/TB-VP.UBND"])
def test_other_numbers_have_other_keys(other: str) -> None:
    assert number_key(other) != number_key("405/TB-VP.UBND")

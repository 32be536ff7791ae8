"""Numbers as Vietnamese prints them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from bantin.text.quantities import exactly, format_number, format_quantity, read_number
from hypothesis import given
from hypothesis import strategies as st


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0"),
        (-0.0, "0"),
        (999, "999"),
        (18486, "18.486"),
        (1234567, "1.234.567"),
        (12.5, "12,5"),
        (5.0, "5"),
        (1250.75, "1.250,75"),
        (0.12, "0,12"),
        (-1250, "\u22121.250"),
        (-0.5, "\u22120,5"),
        (1e-7, "0,0000001"),
        (1e18, "1.000.000.000.000.000.000"),
        (10**17, "100.000.000.000.000.000"),
        (Decimal("1.20"), "1,2"),
    ],
)
def test_number_has_points_between_thousands_and_a_decimal_comma(
    value: int | float | Decimal, text: str
) -> None:
    assert format_number(value) == text


def test_unit_stands_apart_but_for_the_sign_of_a_share() -> None:
    assert format_quantity(681, "người") == "681 người"
    assert format_quantity(3.5, "%") == "3,5%"
    assert format_quantity(7, "") == "7"


@pytest.mark.parametrize("printed", ["3.5", "1.2500", "12.34.567", "1,", ",5", "a", "", "-3"])
def test_what_is_no_vietnamese_number_is_not_read(printed: str) -> None:
    assert read_number(printed) is None


@given(st.integers(0, 10**17) | st.decimals(0, 10**9, places=3).map(float))
def test_what_is_printed_is_read_again(value: int | float) -> None:
    assert read_number(format_number(value)) == value


def test_difference_is_that_of_the_written_numbers() -> None:
    assert exactly(0.3) - exactly(0.1) == Decimal("0.2")

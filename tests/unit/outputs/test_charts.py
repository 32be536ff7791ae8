"""The chart of a figure: lengths in proportion, zero in its place, every value in words."""

from __future__ import annotations

import pytest
from bantin.outputs.charts import Chart, chart_of
from bantin.text.quantities import format_number
from hypothesis import given
from hypothesis import strategies as st


def chart(*values: int | float) -> Chart:
    return chart_of([(f"Năm {n}", value, format_number(value)) for n, value in enumerate(values)])


def lengths(of: Chart) -> list[tuple[str, str]]:
    return [(bar.x, bar.width) for bar in of.bars]


@pytest.mark.parametrize(
    ("values", "zero", "wanted"),
    [
        ((50, 100), "0%", [("0%", "50%"), ("0%", "100%")]),
        ((7, 7), "0%", [("0%", "100%"), ("0%", "100%")]),
        ((0, 0), "0%", [("0%", "0%"), ("0%", "0%")]),
        ((0, 4), "0%", [("0%", "0%"), ("0%", "100%")]),
        ((-50, 150), "25%", [("0%", "25%"), ("25%", "75%")]),
        ((-3, -6), "100%", [("50%", "50%"), ("0%", "100%")]),
        ((1, 10**17), "0%", [("0%", "0.5%"), ("0%", "100%")]),
        ((-1, 10**17), "0%", [("0%", "0.5%"), ("0%", "100%")]),
        ((12.5, 6.25), "0%", [("0%", "100%"), ("0%", "50%")]),
        ((1e300, -1e300), "50%", [("50%", "50%"), ("0%", "50%")]),
    ],
)
def test_bars_are_as_long_as_their_values(
    values: tuple[float, ...], zero: str, wanted: list[tuple[str, str]]
) -> None:
    found = chart(*values)
    assert (found.zero, lengths(found)) == (zero, wanted)


def test_words_stand_above_their_bar_and_nothing_overlaps() -> None:
    found = chart_of(
        [
            ("Quý I năm 2020", 1, "1 người"),
            ("Từ tháng 4 đến tháng 9 năm 2020", 10**17, f"{format_number(10**17)} người"),
            ("Quý IV năm 2020", 2, "2 người"),
        ]
    )
    assert [len(bar.words) for bar in found.bars] == [1, 2, 1]
    heights = [
        float(place.removesuffix("em"))
        for bar in found.bars
        for place in (*(line.y for line in bar.words), bar.y, bar.end)
    ]
    assert heights == sorted(heights)
    assert heights[-1] < float(found.height.removesuffix("em"))


def test_summary_says_every_point_in_words() -> None:
    assert chart(1, 2.5).summary == "Năm 0: 1; Năm 1: 2,5"


@given(st.lists(st.integers(-(10**18), 10**18) | st.floats(-1e12, 1e12), min_size=1, max_size=12))
def test_any_chart_fits_and_comes_out_the_same_twice(values: list[int | float]) -> None:
    found = chart(*values)
    assert found == chart(*values)
    for x, width in lengths(found):
        left, size = float(x.removesuffix("%")), float(width.removesuffix("%"))
        assert 0 <= left <= 100
        assert 0 <= size <= 100
        assert left + size <= 100.02

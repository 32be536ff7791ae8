"""Items of lists that are written as HTML have the numbers that a browser prints."""

from __future__ import annotations

import pytest
from bantin.rendering.markdown import render_text
from bantin.rendering.sanitise import Loss


@pytest.mark.parametrize(
    ("attributes", "marks"),
    [
        ("start='3'", ["3.", "4."]),
        ("start=' +3 '", ["3.", "4."]),
        ("start='3x'", ["3.", "4."]),
        ("start='x3'", ["1.", "2."]),
        ("start='-1'", ["-1.", "0."]),
        ("start='99999999999'", ["1.", "2."]),
        ("start='٣'", ["1.", "2."]),
        ("type='a' start='26'", ["z.", "aa."]),
        ("type='A' start='0'", ["0.", "A."]),
        ("type='i' start='39'", ["xxxix.", "xl."]),
        ("type='I' start='1999'", ["MCMXCIX.", "MM."]),
        ("type='I' start='3999'", ["MMMCMXCIX.", "4000."]),
        ("type='disc'", ["1.", "2."]),
        ("type='a' class='vn-list'", ["a.", "b."]),
    ],
)
def test_a_list_counts_as_browsers_count(attributes: str, marks: list[str]) -> None:
    text = render_text(f"<ol {attributes}><li>x</li><li>y</li></ol>")
    assert [item.mark for item in text.items] == marks


@pytest.mark.parametrize(("value", "mark"), [("7", "7."), ("-7", "-7."), ("7b", "7."), ("", "2.")])
def test_an_item_may_set_the_number(value: str, mark: str) -> None:
    text = render_text(f"<ol><li>x</li><li value='{value}'>y</li></ol>")
    assert [item.mark for item in text.items] == ["1.", mark]


def test_no_list_counts_backwards() -> None:
    text = render_text("<ol reversed><li>x</li></ol>")
    assert text.losses == (Loss("ol", "reversed"),)
    assert "reversed" not in text.html

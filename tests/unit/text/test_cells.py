"""Lines of CSV that the standard reader takes apart again."""

from __future__ import annotations

import csv

from bantin.text.cells import csv_line, text_cell
from hypothesis import given
from hypothesis import strategies as st


@given(st.lists(st.text(st.characters(exclude_characters="\0")), min_size=2))
def test_line_gives_its_values_back(values: list[str]) -> None:
    assert list(csv.reader([csv_line(values)], strict=True)) == [values]


def test_no_cell_begins_as_a_formula() -> None:
    for text in ("=1", "+1", "-1", "@a", "\t=1"):
        assert text_cell(text) == f"'{text}"
    assert text_cell("Tin") == "Tin"

"""Markdown without its markup: words stay where they stand, all else is blank."""

from __future__ import annotations

import pytest
from bantin.text.markup import blank_markup

from tests.unit.rendering.markdown_samples import SAMPLES


@pytest.mark.parametrize(
    ("source", "read"),
    [
        ("một `UBND` hai", "một hai"),
        ('[UBND](a/UBND.md "HTX") hai', "[UBND] hai"),
        ('<b title="UBND">HTX</b>', "HTX"),
        ("<!-- UBND\nHTX -->hai", "hai"),
        ("[a]: UBND.md", ""),
        ("[^1]: UBND tỉnh", "[^1]: UBND tỉnh"),
        ('đoạn\n{: title="UBND" }', "đoạn"),
        ("thư UBND@vi-du.example", "thư"),
        ("https://vi-du.example/UBND hai", "hai"),
        ("5 < 6 và 7 > UBND", "5 < 6 và 7 > UBND"),
    ],
)
def test_code_tags_addresses_and_attributes_are_blank(source: str, read: str) -> None:
    assert " ".join(blank_markup(source).split()) == read


@pytest.mark.parametrize("source", SAMPLES)
def test_length_and_lines_stay(source: str) -> None:
    blank = blank_markup(source)
    assert len(blank) == len(source)
    assert [i for i, c in enumerate(blank) if c == "\n"] == [
        i for i, c in enumerate(source) if c == "\n"
    ]

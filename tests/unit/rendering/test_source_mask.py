"""Markdown without its markup: words stay where they stand, all else is blank."""

from __future__ import annotations

import pytest
from bantin.rendering.markdown import render_text
from bantin.rendering.source_mask import blank_unread

from tests.unit.rendering.markdown_samples import SAMPLES


def blank(source: str) -> str:
    return blank_unread(source, render_text(source))


@pytest.mark.parametrize(
    ("source", "read"),
    [
        ("một `UBND` hai", "một hai"),
        ('[UBND](a/UBND.md "HTX") hai', "UBND hai"),
        ('<b title="UBND">HTX</b>', "HTX"),
        ("<!-- UBND\nHTX -->hai", "hai"),
        ("[a]: UBND.md", ""),
        ("a[^1]\n\n[^1]: UBND tỉnh", "a UBND tỉnh"),
        ('đoạn\n{: title="UBND" }', "đoạn"),
        ("thư UBND@vi-du.example", "thư"),
        ("https://vi-du.example/UBND hai", "hai"),
        ("5 < 6 và 7 > UBND", "5 < 6 và 7 > UBND"),
    ],
)
def test_code_tags_addresses_and_attributes_are_blank(source: str, read: str) -> None:
    assert " ".join(blank(source).split()) == read


@pytest.mark.parametrize("source", SAMPLES)
def test_length_and_lines_stay(source: str) -> None:
    left = blank(source)
    assert len(left) == len(source)
    assert [i for i, c in enumerate(left) if c == "\n"] == [
        i for i, c in enumerate(source) if c == "\n"
    ]


@pytest.mark.parametrize(
    "between", [f"<!-- {'dài ' * 2000} -->", f"[b]: {'a' * 9000}.md", f"```\n{'mã ' * 3000}\n```"]
)
def test_what_stands_behind_a_long_comment_is_read(between: str) -> None:
    left = blank(f"Mở đầu.\n\n{between}\n\nSở Y tế họp.\n\nHết buổi.[^1]\n\n[^1]: Ghi chú.")
    assert " ".join(left.split()) == "Mở đầu. Sở Y tế họp. Hết buổi. Ghi chú."

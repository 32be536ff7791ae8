"""A character that no text may hold is refused where HTML spells it out too."""

from __future__ import annotations

import pytest
from bantin.outputs.character_references import check_references
from bantin.rendering.markdown import render_text
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.samples import article


def told(body: str) -> list[tuple[int, str, str]]:
    record = article(body=body)
    found = check_references(record, render_text(record.body))
    return [(one.line - record.file.body_line, one.message, one.hint) for one in found]


@pytest.mark.parametrize(
    "reference",
    "&#7; &#27; &#x1b; &#X1B; &#11; &#x202e; &#8238; &#x2028; &#x2066; &#xFFFF; &#xFDD0; &#x3164; "
    "&#xE0041; &#x7f; &#27 &#x0001b; &#x2061; &ApplyFunction; &InvisibleTimes;".split(),
)
def test_it_is_told_with_its_line(reference: str) -> None:
    [(line, message, hint)] = told(f"Một.\n\nHai {reference} ba.")
    assert line == 2
    assert f"mã {reference}: " in message
    assert f"&amp;{reference[1:]}" in hint
    assert told(f"Một.\n\nHai {reference.replace('&', '&amp;')} ba.") == []


@pytest.mark.parametrize(
    "body",
    [
        '[a](b.md "&#x202e;")',
        '<span title="&#x202e;">a</span>',
        "| a |\n|---|\n| &#x202e; |",
        "1. Giao &#x202e; Ban.",
        "# Đề &#x202e; mục",
        "chữ `&#x202e;` và &#x202e;",
        "![&#x202e;](a.png)",
    ],
)
def test_it_is_told_wherever_it_stands(body: str) -> None:
    assert len(told(body)) == 1


@pytest.mark.parametrize("reference", ["o&#769;", "&#101;&#x302;", "E&#x301;"])
def test_a_mark_for_the_letter_before_it_is_told(reference: str) -> None:
    [(_, message, hint)] = told(reference)
    assert "NFD" in message
    assert "viết thẳng" in hint


@pytest.mark.parametrize(
    "body",
    [
        "R&D, AT&T, a & b, &; &#; &x; &lt;b&gt; &nbsp; &amp; &copy; &ndash; &hellip; &#7879;",
        "&zwj; &shy; &lrm; &#8203;",
        "`&#x202e;`",
        "Mở.\n\n    &#27; mã",
        "```\n&#27;\n```",
        "❤&#xfe0f; 1&#xfe0f;",
        "\u0645 &#x2067;&#x645;&#x2069;",
        "&#133; &#150;",
    ],
)
def test_other_references_are_the_editors(body: str) -> None:
    assert told(body) == []


@settings(max_examples=200)
@given(st.integers(0, 0x120000), st.booleans())
def test_no_reference_brings_a_control_character_into_the_page(code: int, is_hex: bool) -> None:
    reference = f"&#x{code:x};" if is_hex else f"&#{code};"
    record = article(body=f"a{reference}b")
    text = render_text(record.body)
    bad = [char for char in text.html + text.excerpt if not char.isprintable() and ord(char) < 160]
    if set(bad) - {"\n", "\t", "\u00a0"}:
        assert list(check_references(record, text))

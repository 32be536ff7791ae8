"""The first use of an abbreviation is marked in running text, and nothing else is changed."""

from __future__ import annotations

import re

import pytest
from bantin.rendering.abbreviations import LEAD, TEXT, Abbreviation, mark_abbreviations
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.rendering.markdown_samples import SAMPLES
from tests.unit.samples import page_html

UBND = Abbreviation("UBND", "Ủy ban nhân dân", TEXT)
KHDT = Abbreviation("KH&ĐT", 'Kế hoạch & "Đầu tư"', TEXT)
OPEN = '<abbr title="Ủy ban nhân dân">UBND</abbr>'


def convert(source: str, *abbreviations: Abbreviation) -> str:
    return page_html(source, abbreviations=abbreviations or (UBND,))


def test_first_use_of_each_is_marked_and_others_are_not() -> None:
    assert convert("UBND tỉnh, UBND xã.\n\nUBND huyện.") == (
        f"<p>{OPEN} tỉnh, UBND xã.</p>\n<p>UBND huyện.</p>"
    )


def test_ampersand_of_html_is_part_of_it_and_the_title_is_escaped() -> None:
    title = "Kế hoạch &amp; &quot;Đầu tư&quot;"
    assert convert("Sở KH&ĐT", KHDT) == f'<p>Sở <abbr title="{title}">KH&amp;ĐT</abbr></p>'


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("## UBND tỉnh\n\n", '<h3 id="ubnd-tinh">UBND tỉnh</h3>\n<p>'),
        ("[UBND tỉnh](https://vi-du.example/UBND), ", None),
        ("`UBND`, ", "<p><code>UBND</code>, "),
        ("405/UBND-VX và 12/TB-UBND, ", None),
        ("THÔNG BÁO CỦA UBND TỈNH\n\n", None),
        ("![UBND](a.png), ", None),
        ('<i title="5 > UBND">x</i>, ', None),
        ('<abbr title="UBND">UBND</abbr>, ', None),
        ("<!-- UBND -->\n\n", None),
        ("    UBND\n\n", None),
        ("xUBND, tỉnh.UBND, UBND2, ", None),
    ],
)
def test_what_is_no_running_text_is_left_as_it_is(before: str, after: str | None) -> None:
    plain = page_html(f"{before}**UBND xã**")
    marked = convert(f"{before}**UBND xã**")
    assert marked == plain.replace("<strong>UBND", f"<strong>{OPEN}")
    assert after is None or marked.startswith(after)


def test_place_where_the_text_explains_it_is_passed_over() -> None:
    one = Abbreviation("THGCS", "Tổ hòa giải cơ sở", TEXT, is_explained=True)
    html = convert("Tổ hòa giải cơ sở (THGCS); **THGCS** (tổ ấy). Ba THGCS, bốn THGCS.", one)
    assert html.count("<abbr") == 1
    assert 'Ba <abbr title="Tổ hòa giải cơ sở">THGCS</abbr>' in html


def test_sense_of_the_text_counts_where_the_usual_one_would_not() -> None:
    one = Abbreviation("BTV", "biên tập viên", TEXT, is_explained=True)
    assert "<abbr" in convert("Biên tập viên (BTV) họp; BTV Đài Mẫu.", one)
    assert "<abbr" not in convert("BTV Đài Mẫu.", Abbreviation("BTV", "Ban Thường vụ", TEXT))


def test_what_another_part_uses_first_is_not_marked_again() -> None:
    lead = Abbreviation("UBND", "Ủy ban nhân dân", LEAD)
    hdnd = Abbreviation("HĐND", "Hội đồng nhân dân", TEXT)
    assert convert("UBND-HĐND", lead, hdnd) == (
        '<p>UBND-<abbr title="Hội đồng nhân dân">HĐND</abbr></p>'
    )
    assert mark_abbreviations("UBND, HĐND", (lead, hdnd), LEAD) == f"{OPEN}, HĐND"


@given(st.lists(st.sampled_from((*SAMPLES, "UBND", " UBND tỉnh ", '"UBND"', "<UBND>", "(UBND"))))
def test_without_the_marks_html_is_what_it_was(parts: list[str]) -> None:
    source = "\n\n".join(parts)
    plain = page_html(source)
    marked = convert(source)
    assert re.sub(f"{re.escape(OPEN)}", "UBND", marked) == plain
    assert marked.count(OPEN) <= 1

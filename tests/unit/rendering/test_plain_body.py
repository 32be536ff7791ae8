"""Plain bodies skip the Markdown parser; nobody can tell from the output."""

from __future__ import annotations

import pytest
from bantin.rendering import markdown
from bantin.rendering.markdown import MarkdownConverter, MarkdownText, make_markdown
from bantin.rendering.plain_body import render_plain
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.rendering.markdown_samples import SAMPLES, SPACES, WORDS, debris, documents

STOCK = make_markdown()

# Bodies of the kind that is meant.
PLAIN = (
    "",
    "\n\n\n",
    "Một đoạn.",
    "Một đoạn\nhai dòng, ngày 25-10; 14:30 = 2 giờ #1 - hết!\n\n“Đoạn” hai: a@b.example, https://x.y.\n",
    "\nđoạn\u00a0một\n\n(đoạn hai)\n\n405/TB-VP.UBND\n\n2021 là năm",
    "1. một",
    "3. ba\n4. bốn\n9. chín",
    "01. một\n02. hai",
    "- một\n- hai",
    "Kết luận:\n\n1. một;\n\n2. hai.\n\n7.   bảy\n\nĐoạn sau",
    "- một\n\n- hai\n\n1. ba\n\n2. bốn\n\n- năm",
    "1. một\n2. hai\n\nđoạn\n\n1. ba\n2. bốn",
    "1. 2021 là năm\n2. 405/TB",
)
# What looks like it, each with another rule of Markdown in it.
NOT_PLAIN = (
    "a\n\n\nb",
    "a  \nb",
    "a \n\nb",
    "a\u00a0\n\nb",
    " a",
    "\u00a0a",
    "    mã",
    "a\n \nb",
    "# a",
    "a\n# b",
    "a\n===",
    "a\n---",
    "---",
    "- - -",
    "- - a",
    "1. 1. a",
    "1. - a",
    "- 1. a",
    "- # a",
    "1. a\nb",
    "1. a\n- b",
    "- a\n1. b",
    "1. a\n\n2. b\n3. c",
    "1. a\n2. b\n\n3. c",
    "- a\n\n- b\n- c",
    "1. a\n\n    b",
    "1. a\n    - b",
    "1.",
    "1. ",
    "- ",
    "-a",
    "1.a",
    "+ a",
    "\u0661. a",
    ": a",
    "!a",
)


@pytest.mark.parametrize("source", PLAIN)
def test_plain_body_is_known_and_comes_out_as_from_stock(source: str) -> None:
    assert render_plain(source) == STOCK.reset().convert(source)


@pytest.mark.parametrize("source", NOT_PLAIN)
def test_body_that_may_hold_more_is_left_to_the_parser(source: str) -> None:
    assert render_plain(source) is None


@pytest.mark.parametrize("sign", [*"<&>*_[\\`{|\t\r\x02\x03"], ids=repr)
def test_sign_that_may_begin_markup_is_left_to_the_parser_wherever_it_stands(sign: str) -> None:
    for source in (f"a {sign} b", f"a{sign}b", f"a\n\nb {sign}c\n\nd", f"1. a{sign}a"):
        assert render_plain(source) is None


@pytest.mark.parametrize("source", SAMPLES)
def test_every_construct_is_left_to_the_parser_or_comes_out_as_from_stock(source: str) -> None:
    assert render_plain(source) in (None, STOCK.reset().convert(source))


# Little but what is taken for plain, so that most of what is made gets through.
_phrases = st.lists(st.sampled_from((*WORDS[:3], "“b”", "2021", "x-y", "c.")), min_size=1).map(
    " ".join
)
_starts = st.sampled_from(("", "", "1. ", "2. ", "- ", "12.  ", "1.", "-", "(", "– "))
_lines = st.builds(lambda start, phrase: start + phrase, _starts, _phrases)
_breaks = st.sampled_from(("\n", "\n\n", "\n\n", "\n\n\n"))
nearly_plain = st.lists(st.builds(lambda line, end: line + end, _lines, _breaks), max_size=8).map(
    "".join
)
_pieces = (*SPACES, "a", "1", ".", "-", "=", "+", "1. ", "- ", ":", "/", "“", "\u00a0", "\u2028")


@settings(max_examples=400)
@given(nearly_plain | st.lists(st.sampled_from(_pieces), max_size=12).map("".join))
def test_what_is_nearly_plain_is_left_to_the_parser_or_comes_out_as_from_stock(source: str) -> None:
    assert render_plain(source) in (None, STOCK.reset().convert(source))


@settings(max_examples=200)
@given(documents | debris | st.text())
def test_any_text_is_left_to_the_parser_or_comes_out_as_from_stock(source: str) -> None:
    assert render_plain(source) in (None, STOCK.reset().convert(source))


def test_converter_asks_the_parser_for_what_is_not_plain_only(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    converter, parsed = MarkdownConverter(), []
    monkeypatch.setattr(markdown.Markdown, "convert", lambda self, source: parsed.append(source))
    assert converter.convert(MarkdownText("a\n\n1. b"), "") == ("<p>a</p>\n<ol>\n<li>b</li>\n</ol>")
    converter.convert(MarkdownText("a *b*"), "")
    assert parsed == ["a *b*"]

"""Plain bodies skip the Markdown parser; nobody can tell from the output."""

from __future__ import annotations

import pytest
from bantin.rendering import markdown
from bantin.rendering.markdown import render_marked_up, render_text
from bantin.rendering.plain_body import render_plain
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.rendering.markdown_samples import SAMPLES, SPACES, WORDS, debris, documents

# Bodies of the kind that is meant.
PLAIN = (
    "",
    "\n\n\n",
    "Một đoạn.",
    "Một đoạn\nhai dòng, ngày 25-10; 14:30 = 2 giờ #1 - hết!\n\n“Đoạn” hai: a, b (c).\n",
    "\nđoạn\u00a0một\n\n(đoạn hai)\n\n405/TB-VP.UBND\n\n2021 là năm",
    "1. một",
    "3. ba\n4. bốn\n5. năm",
    "0. không\n1. một",
    "- một\n- hai",
    "Kết luận:\n\n1. một;\n\n2. hai.\n\n3.   ba\n\nĐoạn sau",
    "- một\n\n- hai\n\nđoạn\n\n1. ba\n\n2. bốn",
    "1. một\n2. hai\n\nđoạn\n\n1. ba\n2. bốn",
    "1. 2021 là năm\n2. 405/TB",
    "A. Nguyễn nói\n\nTP. Hồ Chí Minh\n\nM.L",
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
    "1.Sở Y tế",
    "+ a",
    "01. một\n02. hai",
    "1. một\n3. ba",
    "1. một\n\n3. ba",
    "1. một\n\n1. hai",
    "- một\n\n1. ba",
    "1. ba\n\n- một",
    "- a\n- 2025",
    "- kinh tế\n- xã hội",
    "2025. a",
    "999. một\n\n1000. hai",
    "a) b",
    "đ) b",
    "a. b",
    "1) b",
    "1/ b",
    "(1) b",
    "(a) b",
    "a1) b",
    "1.1 b",
    "I. b",
    "IV) b",
    "– b",
    "• b",
    "a:\n1. b",
    "a:\n- b",
    "1. a) b",
    "- I. b",
    "1.\u00a0a",
    "\u00a01. a",
    "\u0661. a",
    ": a",
    "!a",
)


@pytest.mark.parametrize("source", PLAIN)
def test_plain_body_is_known_and_comes_out_as_from_stock(source: str) -> None:
    assert render_plain(source) == render_marked_up(source)


@pytest.mark.parametrize("source", NOT_PLAIN)
def test_body_that_may_hold_more_is_left_to_the_parser(source: str) -> None:
    assert render_plain(source) is None


@pytest.mark.parametrize("sign", [*"<&>*_[\\`{|\t\r\x02\x03@", "://", "www.", "WWW."], ids=repr)
def test_sign_that_may_begin_markup_is_left_to_the_parser_wherever_it_stands(sign: str) -> None:
    for source in (f"a {sign} b", f"a{sign}b", f"a\n\nb {sign}c\n\nd", f"1. a{sign}a"):
        assert render_plain(source) is None


@pytest.mark.parametrize("source", SAMPLES)
def test_every_construct_is_left_to_the_parser_or_comes_out_as_from_stock(source: str) -> None:
    assert render_plain(source) in (None, render_marked_up(source))


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
_pieces = (
    *SPACES,
    "www.a.vn",
    "b@c.vn",
    "http://d",
    "a",
    "1",
    ".",
    "-",
    "=",
    "+",
    "1. ",
    "- ",
    ":",
    "/",
    "“",
    "\u00a0",
    "\u2028",
)


# Lines of lists as they are typed, and those that differ from them by a sign.
_list_starts = st.sampled_from(
    (
        *("1. ", "2. ", "3. ", "- ", "", ""),
        *(
            "1.",
            "0. ",
            "01. ",
            "10. ",
            "999. ",
            "1000. ",
            "2025. ",
            "1.\u00a0",
            "1.\t",
            "\u0661. ",
            " 1. ",
        ),
        *(
            "-",
            "--",
            "- \u00a0",
            "– ",
            "+ ",
            "* ",
            "• ",
            "  - ",
            "   1. ",
            "    - ",
            "- 1. ",
            "1. - ",
        ),
        *(
            "a) ",
            "b) ",
            "đ) ",
            "a. ",
            "b. ",
            "a1) ",
            "I. ",
            "II. ",
            "V. ",
            "A. ",
            "1) ",
            "1/ ",
            "(1) ",
            "(a) ",
        ),
        *("1.1. ", "1.1 ", "**1.** ", "**1. ", "> ", "# ", "\u00a0"),
    )
)
_list_words = st.sampled_from(
    (
        *(
            "Sở Y tế rà soát.",
            "rà soát;",
            "kết luận:",
            "Về y tế",
            "một",
            "quý",
            "2020",
            "2025 là năm",
        ),
        *(
            "1.250 người",
            "12.5%",
            "kinh tế",
            "xã hội",
            "cuối ",
            "hết  ",
            "a**",
            "",
            "x\u00a0y",
            "405/TB",
        ),
    )
)
_list_lines = st.builds(lambda start, line: start + line, _list_starts, _list_words)
lists = st.lists(
    st.builds(lambda line, end: line + end, _list_lines, st.sampled_from(("\n", "\n", "\n\n"))),
    max_size=7,
).map("".join)
# Hardly anything but what is meant, so that most of it gets an answer.
_regular = st.builds(
    lambda mark, first, gap, lines: gap.join(
        f"{first + at}. {line}" if mark else f"- {line}" for at, line in enumerate(lines)
    ),
    st.booleans(),
    st.sampled_from((0, 1, 1, 2, 9, 98, 998)),
    st.sampled_from(("\n", "\n\n")),
    st.lists(
        st.sampled_from(("Sở Y tế.", "một", "2020", "2025 là năm", "kinh tế", "xã hội")), min_size=1
    ),
)
regular = st.lists(
    _regular | st.sampled_from(("Đoạn:", "đoạn", "Về y tế", "A. B")), max_size=5
).map("\n\n".join)


@settings(max_examples=1500)
@given(lists | regular)
def test_lists_are_left_to_the_parser_or_come_out_as_from_it(source: str) -> None:
    assert render_plain(source) in (None, render_marked_up(source))


@settings(max_examples=400)
@given(nearly_plain | st.lists(st.sampled_from(_pieces), max_size=12).map("".join))
def test_what_is_nearly_plain_is_left_to_the_parser_or_comes_out_as_from_stock(source: str) -> None:
    assert render_plain(source) in (None, render_marked_up(source))


@settings(max_examples=200)
@given(documents | debris | st.text())
def test_any_text_is_left_to_the_parser_or_comes_out_as_from_stock(source: str) -> None:
    assert render_plain(source) in (None, render_marked_up(source))


def test_the_parser_is_asked_for_what_is_not_plain_only(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(markdown, "render_marked_up", asked.append)
    assert render_text("a\n\n1. b").html == '<p>a</p>\n<ol>\n<li id="kl-1">b</li>\n</ol>'
    render_text("a *b*")
    assert asked == ["a *b*"]

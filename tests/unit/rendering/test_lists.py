"""Lists stand on the page as on paper: each mark as printed, each level where it belongs."""

from __future__ import annotations

import re
import time

import pytest
from bantin.rendering.markdown import make_markdown
from bantin.text.list_marks import MAY_HOLD_MARK, read_mark
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.rendering.list_outline import outline, words
from tests.unit.rendering.list_shapes import CARELESS, SHAPES

MARKDOWN = make_markdown()


def convert(source: str) -> str:
    return MARKDOWN.reset().convert(source)


def test_there_are_shapes_enough() -> None:
    assert len(SHAPES) >= 100
    assert len(CARELESS) >= 50


@pytest.mark.parametrize(("source", "expected"), SHAPES + CARELESS)
def test_a_list_is_nested_as_on_paper(source: str, expected: str) -> None:
    assert outline(convert(source)) == expected


# What stands on paper, without white space and with one sign for all bullets.
def printed(text: str) -> str:
    return re.sub("[-+*•–]", "-", re.sub(r"[\s\u00a0]+", "", text))


_marks = st.sampled_from(
    (
        *(
            "1. ",
            "2. ",
            "3. ",
            "5. ",
            "12. ",
            "999. ",
            "2025. ",
            "1) ",
            "2) ",
            "1/ ",
            "(1) ",
            "(2) ",
        ),
        *(
            "a) ",
            "b) ",
            "d) ",
            "đ) ",
            "e) ",
            "a. ",
            "b. ",
            "(a) ",
            "a1) ",
            "a2) ",
            "I. ",
            "II. ",
            "V. ",
        ),
        *(
            "1.1. ",
            "1.2. ",
            "2.1 ",
            "1.1.1. ",
            "- ",
            "+ ",
            "• ",
            "– ",
            "",
            "",
            "1.Sở ",
            "a)Sở ",
            "1.\u00a0",
        ),
        *("1. a) ", "- 1. ", "1. - "),
    )
)
_texts = st.sampled_from(
    (
        "Sở Y tế rà soát.",
        "rà soát;",
        "kết luận:",
        "Về y tế",
        "quý",
        "giai đoạn 2020",
        "2025",
        "Kinh tế",
    )
)
_lines = st.builds(
    lambda indent, mark, text, end: " " * indent + mark + text + end,
    st.sampled_from((0, 0, 0, 0, 1, 2, 3, 4, 6, 8)),
    _marks,
    _texts,
    st.sampled_from(("\n", "\n", "\n\n")),
)
documents = st.lists(_lines, max_size=12).map("".join)


@settings(max_examples=600)
@given(documents)
def test_whatever_is_typed_is_on_the_page_once_and_in_order(source: str) -> None:
    assert printed(" ".join(words(convert(source)))) == printed(source)


@settings(max_examples=200)
@given(documents)
def test_the_same_text_gives_the_same_page_after_any_other(source: str) -> None:
    assert convert(source) == make_markdown().convert(source)


@settings(max_examples=500)
@given(st.text(alphabet="1230aađIVX.)/(-+*•– \u00a0_Sở", max_size=8))
def test_no_mark_is_missed_by_the_quick_look(line: str) -> None:
    mark = read_mark(line)
    if mark is not None and mark.indent < 4:
        assert MAY_HOLD_MARK.search(line)


@pytest.mark.parametrize(
    ("source", "html"),
    [
        ("2. hai\n3. ba", '<ol start="2">\n<li>hai</li>\n<li>ba</li>\n</ol>'),
        ("1. một\n3. ba\n4. bốn", '<ol>\n<li>một</li>\n<li value="3">ba</li>\n<li>bốn</li>\n</ol>'),
        ("0. không\n1. một", '<ol start="0">\n<li>không</li>\n<li>một</li>\n</ol>'),
        (
            "a) một\nb) *hai*",
            '<ol class="vn-list">\n<li><span class="vn-mark">a)</span> một</li>\n'
            '<li><span class="vn-mark">b)</span> <em>hai</em></li>\n</ol>',
        ),
        (
            "đ) một\n\ne) hai",
            '<ol class="vn-list">\n<li>\n<p><span class="vn-mark">đ)</span> một</p>\n</li>\n'
            '<li>\n<p><span class="vn-mark">e)</span> hai</p>\n</li>\n</ol>',
        ),
        ("**1.** một\n**2.** hai", "<ol>\n<li>một</li>\n<li>hai</li>\n</ol>"),
        ("**1. Về y tế**", "<ol>\n<li><strong>Về y tế</strong></li>\n</ol>"),
        (
            "**I. Về y tế:** rà soát",
            '<ol class="vn-list">\n<li><span class="vn-mark">I.</span> '
            "<strong>Về y tế:</strong> rà soát</li>\n</ol>",
        ),
        ("1. một\n2.\n3. ba", "<ol>\n<li>một</li>\n<li></li>\n<li>ba</li>\n</ol>"),
        ("• một", "<ul>\n<li>một</li>\n</ul>"),
        (
            "a) # Một",
            '<ol class="vn-list">\n<li><span class="vn-mark">a)</span>'
            '<h2 id="mot">Một</h2>\n</li>\n</ol>',
        ),
    ],
)
def test_marks_are_written_so(source: str, html: str) -> None:
    assert convert(source) == html


@pytest.mark.parametrize(
    ("source", "html"),
    [
        (
            "1. a\n2. b\n\n3. c\n4. d",
            "<ol>\n<li>a</li>\n<li>\n<p>b</p>\n</li>\n<li>\n<p>c</p>\n</li>\n<li>d</li>\n</ol>",
        ),
        ("- a\n   b\n- c", "<ul>\n<li>a\n   b</li>\n<li>c</li>\n</ul>"),
        ("- a:\n\n    - b", "<ul>\n<li>\n<p>a:</p>\n<ul>\n<li>b</li>\n</ul>\n</li>\n</ul>"),
        (
            "- # a\nb\n\n- c",
            '<ul>\n<li>\n<h2 id="a">a</h2>\n<p>b</p>\n</li>\n<li>\n<p>c</p>\n</li>\n</ul>',
        ),
        ("- a\n\n  b", "<ul>\n<li>\n<p>a</p>\n<p>b</p>\n</li>\n</ul>"),
        (
            "- a:\n\n    - b\n\n- c",
            "<ul>\n<li>\n<p>a:</p>\n<ul>\n<li>b</li>\n</ul>\n</li>\n<li>\n<p>c</p>\n</li>\n</ul>",
        ),
        ("- # a\n    b", '<ul>\n<li>\n<h2 id="a">a</h2>\n<p>b</p>\n</li>\n</ul>'),
    ],
)
def test_paragraphs_in_items_are_those_of_markdown(source: str, html: str) -> None:
    assert convert(source) == html


@pytest.mark.parametrize("mark", ["1.", "a)", "**1.**", "I.", "-"])
@pytest.mark.parametrize("line", ["{: .k }", "   {: .k }", "    {: .k }"])
@pytest.mark.parametrize("after", ["", "\n\n{mark} Hai", "\n   - con\n   - con", "\n\n   - con"])
def test_attributes_under_an_item_are_its_own(mark: str, line: str, after: str) -> None:
    html = convert(f"{mark} Một\n{line}{after.format(mark=mark)}")
    assert re.search(r'<(li|p) class="k">(<span class="vn-mark">[^<]*</span> )?Một', html)
    assert "{" not in html


def test_references_and_html_are_no_items() -> None:
    assert convert("[1]: a.md\n[2]: b.md\n\n[1]") == '<p><a href="a.md">1</a></p>'
    block = "<div>\n1. một\n- hai\n</div>"
    assert convert(block) == block


def test_a_converter_forgets_the_last_text() -> None:
    convert("IV. Bốn\n\nĐoạn")
    assert outline(convert("V. Tổ chức")) == "p"


def test_nesting_ends_at_a_depth_that_a_page_can_bear() -> None:
    for gap in ("\n", "\n\n"):
        html = convert(gap.join("  " * depth + f"- x{depth}" for depth in range(600)))
        assert max(_depths(outline(html))) == 12
        assert html.count("<li>") == 600


def _depths(text: str) -> list[int]:
    depth, depths = 0, []
    for sign in text:
        depth += (sign == "[") - (sign == "]")
        depths.append(depth)
    return depths


WORST = {
    "numbers in a row": lambda n: "1. " * (n // 3),
    "bullets in a row": lambda n: "- " * (n // 2) + "x",
    "letters in a row": lambda n: "a) " * (n // 3),
    "bold in a row": lambda n: "**1. " * (n // 5),
    "dotted": lambda n: "1.1." * (n // 4) + " x",
    "glued, none an item": lambda n: "chữ thường\n1. quý\n" * (n // 18),
    "letters without a next": lambda n: "a. x\nc. y\n" * (n // 10),
    "letters apart without a next": lambda n: "a. x\n\nc. y\n\n" * (n // 12),
    "dashes without a next": lambda n: "– x\n\ny\n\n" * (n // 8),
    "attributes": lambda n: "X\n" + "{: a }\n1. x\n" * (n // 12),
    "all kinds": lambda n: "I. x\n\n1. y\n\na) z\n\n- u\n\n+ w\n\n" * (n // 32),
    "one long item": lambda n: "1. x\n" + "y\n- z\n" * (n // 6),
}


@pytest.mark.parametrize("name", WORST)
def test_no_text_made_to_take_long_hangs_the_reader(name: str) -> None:
    """No measure of speed: nothing here takes a second, and what is quadratic takes minutes."""
    make = WORST[name]
    started = time.process_time()
    convert(make(100_000))
    assert time.process_time() - started < 15

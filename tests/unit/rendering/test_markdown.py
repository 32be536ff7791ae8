"""Markdown of bodies: links found and resolved, words without markup."""

from __future__ import annotations

import html
import re
import sys

import pytest
from bantin.rendering.markdown import (
    _MARKUP,
    MarkdownConverter,
    MarkdownText,
    find_relative_hrefs,
    plain_text,
)
from hypothesis import example, given
from hypothesis import strategies as st


@pytest.mark.parametrize(
    ("source", "hrefs"),
    [
        ("[a](b.md)", ["b.md"]),
        ('[a](b.md "tên")', ["b.md"]),
        ("![a](../anh.png#x)", ["../anh.png#x"]),
        ("[a](<b c.pdf>)", ["b c.pdf"]),
        ("[a]\n\n[a]: b.md", ["b.md"]),
        ("a[^1]\n\n[^1]: Ghi [chú](c.md).", ["c.md"]),
        ("<img src=\"a.png\"> <a href='b.md'>b</a>", ["a.png", "b.md"]),
        ("[a](b.md) [c](b.md) [d](c.md)", ["b.md", "c.md"]),
        ("[a](https://x.vn) [b](mailto:a@x.vn) [c](//x.vn/a) [d](#muc)", []),
        ("không có gì", []),
    ],
)
def test_relative_links_are_found_as_written_each_once(source: str, hrefs: list[str]) -> None:
    assert find_relative_hrefs(source) == hrefs


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("# Tiêu đề {: #a }\n\nMột **hai** _ba_ `bốn`", "Tiêu đề Một hai _ba_ bốn"),
        ("[chữ](a.md) và ![ảnh](b.png)", "chữ và ảnh"),
        ("- một\n- hai\n\n> ba", "một hai ba"),
        ("1 &lt; 2 <br> 3", "1 < 2 3"),
        (r"\*sao\*", "*sao*"),
        ("405/TB-VP.UBND_x 2 * 3 * 4", "405/TB-VP.UBND_x 2 * 3 * 4"),
        ("a\n\n[x]: b.md\n\nc", "a c"),
        ("", ""),
    ],
)
def test_plain_text_keeps_words_and_drops_markup(source: str, words: str) -> None:
    assert plain_text(source) == words


# Signs of links and of all other markup, and what stands between them.
_marked = st.text(
    st.sampled_from("aậ1 .)-+#>*_`{:}![](<>)=\"'/\\&;\n\n\t\u00a0\u2028"), max_size=30
)
_pieces = st.lists(
    st.sampled_from(
        (
            *"a ậ [b] (c) [d](e.md) ![f](g.png) [h]: href=src='j' href=\"k\" <l> ](m)".split(),
            *"](<n>) ](a [b]: # - + > * ** __ _ ` `c` *p* __q__".split(),
            *r"\ \* {: .x} <br> &lt; &nbsp; &".split(),
            *("[h]: i.md", "src = 'o'", " ", "\n", "\n", "\n\n", " \n  - "),
        )
    ),
    max_size=12,
).map("".join)


@example("+ a")
@example("a\n  - b")
@example("a  b")
@example("a \nb")
@example("a\n\n* b")
@example("<b>- a")
@example("`a\n- b`")
@example("\\- a")
@example(" a\u00a0 b\n\n\nc ")
@given(_marked | _pieces)
def test_plain_text_is_the_same_where_no_markup_is_looked_for(source: str) -> None:
    slowly = source
    for _, pattern, replacement in _MARKUP:
        slowly = pattern.sub(replacement, slowly)
    assert plain_text(source) == html.unescape(re.sub(r"\s+", " ", slowly)).strip()


def test_white_space_that_is_printable_is_a_space() -> None:
    characters = map(chr, range(sys.maxunicode + 1))
    assert [c for c in characters if c.isspace() and c.isprintable()] == [" "]


# All ways at once, as it would be written were there no need of speed.
_HREF = re.compile(
    r"\]\(\s*(?:<([^>\n]+)>|([^)\s<>]+))|^\s{0,3}\[[^\]]+\]:\s*<?([^\s>]+)"
    r"|\b(?:href|src)\s*=\s*[\"']([^\"']+)",
    re.MULTILINE,
)


@example("](a href='b' [c]: d\n[e]: f")
@given(_marked | _pieces)
def test_links_are_the_same_where_not_all_ways_are_looked_for(source: str) -> None:
    all_hrefs = ["".join(groups) for groups in _HREF.findall(source)]
    outside = re.compile(r"[a-z][a-z0-9+.-]*:|//|#", re.IGNORECASE)
    relative = [href for href in dict.fromkeys(all_hrefs) if not outside.match(href)]
    assert find_relative_hrefs(source) == relative


def convert(source: str, **links: str) -> str:
    pairs = tuple((href.replace("__", "."), url) for href, url in links.items())
    return MarkdownConverter().convert(MarkdownText(source, pairs), "../../")


def test_resolved_links_lead_from_the_page_and_others_stay() -> None:
    html = convert("[a](b.md) ![c](d.png) [e](https://x.vn/)", b__md="tin/b/", d__png="anh/d.png")
    assert 'href="../../tin/b/"' in html
    assert 'src="../../anh/d.png"' in html
    assert 'href="https://x.vn/"' in html


@pytest.mark.parametrize(
    "source", ['<img src="b.md">', "<p>\n<a href='b.md'>b</a>\n</p>", "x <a href='b.md'>b</a>"]
)
def test_links_in_html_are_resolved_too(source: str) -> None:
    assert "../../tin/b/" in convert(source, b__md="tin/b/")
    assert "b.md" not in convert(source, b__md="tin/b/")


def test_link_with_spaces_is_resolved() -> None:
    text = MarkdownText("[a](<b c.pdf>)", (("b c.pdf", "tin/b%20c.pdf"),))
    assert 'href="../tin/b%20c.pdf"' in MarkdownConverter().convert(text, "../")


def test_headings_start_at_the_second_level_with_readable_ids() -> None:
    assert '<h2 id="ket-qua-dat-duoc">' in convert("# Kết quả đạt được")


def test_converter_forgets_the_body_before() -> None:
    converter = MarkdownConverter()
    first = converter.convert(MarkdownText("a[^1]\n\n[^1]: ghi chú\n\n# B"), "")
    converter.convert(MarkdownText("[x](b.md)\n\n# B", (("b.md", "c/"),)), "")
    assert converter.convert(MarkdownText("a[^1]\n\n[^1]: ghi chú\n\n# B"), "") == first
    assert 'href="b.md"' in converter.convert(MarkdownText("[x](b.md)"), "")

"""A text is read once: links, words and addresses are those of the page."""

from __future__ import annotations

import sys

import pytest
from bantin.rendering.markdown import render_text

from tests.unit.samples import page_html


@pytest.mark.parametrize(
    ("source", "hrefs"),
    [
        ("[a](b.md)", ["b.md"]),
        ('[a](b.md "tên")', ["b.md"]),
        ("![a](../anh.png#x)", ["../anh.png#x"]),
        ("[a](<b c.pdf>)", ["b c.pdf"]),
        ("[a](b-(1).pdf) ![c](d-(2).png)", ["b-(1).pdf", "d-(2).png"]),
        ("[a]\n\n[a]: b.md", ["b.md"]),
        ("a[^1]\n\n[^1]: Ghi [chú](c.md).", ["c.md"]),
        ("<img src=\"a.png\"> <a href='b.md'>b</a> <img src=c.png>", ["a.png", "b.md", "c.png"]),
        ("[a](b.md) [c](b.md) [d](c.md)", ["b.md", "b.md", "c.md"]),
        ("[a](https://x.vn) [b](mailto:a@x.vn) [d](#muc) https://y.vn", []),
        ("`[a](b.md)` và\n\n    [c](d.md)\n\n```\n[e](f.md)\n```", []),
        ("<!-- [a](b.md) -->", []),
        ("không có gì", []),
    ],
)
def test_relative_links_are_those_of_the_page(source: str, hrefs: list[str]) -> None:
    assert [link.href for link in render_text(source).links if link.is_relative] == hrefs


def test_links_know_their_lines() -> None:
    text = render_text("a\n\n[b](c.md)\n[d](c.md)\n\n![e](g.png)[f]\n\n[f]: h.md\n")
    assert [(link.href, link.line) for link in text.links] == [
        ("c.md", 2),
        ("c.md", 3),
        ("g.png", 5),
        ("h.md", 7),
    ]


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("# Tiêu đề {: #a }\n\nMột **hai** _ba_ `bốn`", "Tiêu đề Một hai ba bốn"),
        ("[chữ](a.md) và ![ảnh](b.png)", "chữ và"),
        ("- một\n- hai\n\n> ba", "một hai ba"),
        ("1. một\n2. hai", "1. một 2. hai"),
        ("1 &lt; 2 <br> 3", "1 < 2 3"),
        (r"\*sao\*", "*sao*"),
        ("405/TB-VP.UBND_x 2 * 3 * 4", "405/TB-VP.UBND_x 2 * 3 * 4"),
        ("a\n\n[x]: b.md\n\nc", "a c"),
        ("| Xã | Đạt |\n|---|---|\n| A | 2 |", "Xã Đạt A 2"),
        ("một <!-- giấu --> hai\n\n<!--\ngiấu\n-->", "một hai"),
        ("a[^1] b.\n\n[^1]: ghi\n    chú", "a b. ghi chú"),
        ("một  hai\u00a0ba\u2003bốn\nnăm", "một hai ba bốn năm"),
        ("", ""),
    ],
)
def test_words_are_those_of_the_page(source: str, words: str) -> None:
    assert render_text(source).words == words


def test_an_excerpt_leaves_out_footnotes_and_code() -> None:
    text = render_text("Theo quy định[^1] mới, tỉnh họp.\n\n    mã\n\n[^1]: Nghị định\n    và sau.")
    assert text.excerpt == "Theo quy định mới, tỉnh họp."
    assert "Nghị định và sau." in text.words


@pytest.mark.parametrize(
    "source", ['<img src="b.md">', "<p>\n<a href='b.md'>b</a>\n</p>", "x <a href=b.md>b</a>"]
)
def test_links_in_html_are_resolved_too(source: str) -> None:
    assert '"../../b.md"' in page_html(source, "../../")


def test_address_in_code_is_left_alone() -> None:
    html = page_html('[a](b.md) `href="b.md"`', "../")
    assert html == '<p><a href="../b.md">a</a> <code>href="b.md"</code></p>'


def test_headings_start_at_the_second_level_with_readable_ids() -> None:
    assert '<h2 id="ket-qua-dat-duoc">' in render_text("# Kết quả đạt được").html


def test_bare_addresses_are_links() -> None:
    html = render_text("Xem https://x.example/ và toasoan@x.example.").html
    assert '<a href="https://x.example/">https://x.example/</a>' in html
    assert '<a href="mailto:toasoan@x.example">toasoan@x.example</a>.' in html


def test_a_text_forgets_the_one_before() -> None:
    first = render_text("a[^1]\n\n[^1]: ghi chú\n\n# B\n\n1. Một")
    render_text("[x](b.md)\n\n# B\n\n1. Khác")
    assert render_text("a[^1]\n\n[^1]: ghi chú\n\n# B\n\n1. Một") == first


def test_white_space_that_is_printable_is_a_space() -> None:
    characters = map(chr, range(sys.maxunicode + 1))
    assert [c for c in characters if c.isspace() and c.isprintable()] == [" "]


@pytest.mark.parametrize("name", ["id", "data-toc-label", "class", "title", "x"])
@pytest.mark.parametrize("form", ["{{: {}= }}", "{{: {} }}", "{{: {}='' }}", "{{: {0}=a {0}= }}"])
def test_an_attribute_without_a_value_ends_nothing(name: str, form: str) -> None:
    for before in ("# Mục ", "[TOC]\n\n## Mục ", "chữ *chữ*", "1. mục\n   "):
        assert render_text(before + form.format(name)).blocks

"""What pages, styles and scripts name is found, however they write it."""

from __future__ import annotations

import pytest
from bantin.rendering.file_references import paths_meant, references_in_html, references_in_text

SITE = "https://vidu.example/tin/"


@pytest.mark.parametrize(
    ("html", "meant"),
    [
        ('<a href="a.pdf">a</a>', "a.pdf"),
        ("<a HREF='a.pdf'>a</a>", "a.pdf"),
        ("<a href=a.pdf>a</a>", "a.pdf"),
        ('<img src="a&amp;b.png">', "a&b.png"),
        ('<img srcset="nho.png 1x, to.png 2x">', "to.png"),
        ('<video poster="a.jpg"><source src="a.webm"></video>', "a.webm"),
        ('<object data="a.pdf"></object>', "a.pdf"),
        ("<div style=\"background:url('a.png')\">", "a.png"),
        ("<style>a{background:url(a.png)}</style>", "a.png"),
        ('<script>fetch("a.json")</script>', "a.json"),
        ('<div data-src="a.png">', "a.png"),
    ],
)
def test_html_names_files(html: str, meant: str) -> None:
    assert meant in references_in_html(html)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("@import 'a.css';", "a.css"),
        ("a{b:url(a.png)}", "a.png"),
        ("a{b:url( 'a b.png' )}", "a b.png"),
        ('import x from "./a.js"', "./a.js"),
        ("fetch(`a.json`)", "a.json"),
        ("[x](a.pdf)", "a.pdf"),
        ('[x](a.pdf "Tệp")', "a.pdf"),
        ("[x](a_(b).pdf)", "a_(b).pdf"),
        ("[x](<a b.pdf>)", "a b.pdf"),
        ("[x]: a.pdf", "a.pdf"),
        ("logo: a.png", "a.png"),
        ('{"src": "a b.png"}', "a b.png"),
    ],
)
def test_other_texts_name_files(text: str, meant: str) -> None:
    assert meant in references_in_text(text)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("a.pdf", "van/a.pdf"),
        ("./a.pdf?tai=1#trang-2", "van/a.pdf"),
        ("../a.pdf", "a.pdf"),
        ("t%E1%BB%87p%20%231.pdf", "van/tệp #1.pdf"),
        ("/tin/a.pdf", "a.pdf"),
        ("/a.pdf", "a.pdf"),
        ("https://vidu.example/tin/b/a.pdf", "b/a.pdf"),
        ("a.pdf", "a.pdf"),
    ],
)
def test_a_reference_means_a_path_of_the_site(written: str, meant: str) -> None:
    assert meant in set(paths_meant(written, "van", SITE))


@pytest.mark.parametrize(
    "written",
    ["https://khac.example/a.pdf", "//khac.example/a.pdf", "mailto:a@b.vn", "#a", "", "http://["],
)
def test_other_sites_are_none_of_ours(written: str) -> None:
    assert set(paths_meant(written, "van", SITE)) == set()


@pytest.mark.parametrize("unit", ["(", '"', "'", "`", "<", ":", "(a", "((", "()", "\\", ": "])
def test_the_worst_text_takes_little_time(unit: str) -> None:
    assert references_in_text(unit * (100_000 // len(unit))) is not None


@pytest.mark.parametrize(
    "odd", ["<![x>", "<![x y>", "<![CDATA[x]]>", "<![if !IE]>", "<!x>", "<?x>"]
)
def test_page_with_odd_declarations_is_read(odd: str) -> None:
    assert references_in_html(f'{odd}<img src="a.png">') == {"a.png"}


@pytest.mark.parametrize("odd", ["<![", "<![x", "<!", "<!--", "</"])
def test_page_that_breaks_off_is_read(odd: str) -> None:
    assert references_in_html(f'<img src="a.png">{odd}') == {"a.png"}

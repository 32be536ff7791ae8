"""What is kept of an editor's HTML, what goes, and that what goes is told."""

from __future__ import annotations

import pytest
from bantin.rendering.content_policy import Inline, find_forbidden
from bantin.rendering.markdown import make_markdown
from bantin.rendering.sanitise import Loss, clean, find_losses
from hypothesis import given

from tests.attack.payloads import BODIES, HARMLESS
from tests.unit.rendering.markdown_samples import debris, documents
from tests.unit.samples import page_html

# What the site's Markdown makes of an editor's own means.
KEPT = (
    "# Mục {: #ket-qua .lop }\n\nchữ[^1] và *nhấn* [bài](../a.md 'tên')\n\n[^1]: ghi *chú*",
    "| Huyện | Số |\n|---|--:|\n| A | 3 |",
    "1. một\n2. hai\n\n7. bảy\n\n- tám\n    - chín",
    "[TOC]\n\n# A\n\n## B",
    "![Ảnh](anh.png 'tên') [thư](mailto:a@b.example) [gọi](tel:+842633822336)",
    "<figure><img src='a.png' alt='x' width='3'><figcaption>Chú thích</figcaption></figure>",
    "<details open><summary>Xem</summary>chữ</details>",
    "<table class='so'><caption>a</caption><tr><th scope='col' colspan='2'>b</th></tr></table>",
    "<a href='https://x.vn/?a=1&amp;b=2' target='_blank' rel='noopener'>x</a>",
    "H<sub>2</sub>O, m<sup>2</sup>, <mark>chú ý</mark>, <br> <u>gạch</u> <abbr title='a'>B</abbr>",
    "<div id='bang' class='rong' lang='vi'><ol start='3' type='a'><li value='4'>x</ol></div>",
    "<audio controls src='a.mp3'></audio><video controls src='a.mp4' poster='a.png'></video>",
    'chữ\u00a0không ngắt &nbsp; &lt;thẻ&gt; &amp;nbsp; "ngoặc" ©',
)


# Nothing is told of these: they stay text, or what they say within an attribute, or a comment's.
INERT = (
    "picture, error, slashes",
    "picture, error, no quote end",
    "picture, broken",
    "picture, title breaks out",
    "comment",
    "link, NUL",
    "Markdown link, tab",
    "Markdown link, escape",
    "Markdown link, title",
    "Markdown picture, alt",
)


def losses_of(html: str) -> list[Loss]:
    return find_losses(html, clean(html))


def raw(source: str) -> str:
    return make_markdown().convert(source)


@pytest.mark.parametrize("source", KEPT)
def test_what_editors_use_is_kept_and_nothing_is_told(source: str) -> None:
    assert losses_of(raw(source)) == []


@pytest.mark.parametrize("name", HARMLESS)
def test_text_that_looks_like_html_stays_text(name: str) -> None:
    html = raw(HARMLESS[name])
    assert losses_of(html) == []
    assert "&lt;" in clean(html)
    assert "<script" not in clean(html)
    assert "<img" not in clean(html)


@pytest.mark.parametrize("name", BODIES)
def test_an_attack_is_taken_out_and_told(name: str) -> None:
    source = BODIES[name]
    html = page_html(source, "../")
    assert find_forbidden(html, Inline()) == []
    assert losses_of(html) == []
    assert bool(losses_of(raw(source))) is (name not in INERT)


def test_losses_say_what_goes() -> None:
    html = '<p onclick="a()" id="b">x<SCRIPT>y</SCRIPT><img src="//x.vn/a.png" class="md-x c"></p>'
    assert losses_of(html) == [
        Loss("p", "onclick", "a()"),
        Loss("script"),
        Loss("img", "src", "//x.vn/a.png"),
        Loss("img", "class", "md-x c"),
    ]


ELSEWHERE = (
    "https://x.vn/a.png",
    "//x.vn/a.png",
    " HTTPS:a",
    "h\nttps://x.vn",
    "\\\\x.vn",
    "/\\x.vn",
    "data:x",
)


@pytest.mark.parametrize("address", ELSEWHERE)
def test_what_a_page_shows_comes_from_the_site(address: str) -> None:
    assert clean(f"<img src='{address}'>") == "<img>"
    assert clean(f"<video poster='{address}'></video>") == "<video></video>"


CONTROLS = ("&#1;", "&#31;", "&#127;", "&#x8d;", "\x01", "\x7f", "\x80")


@pytest.mark.parametrize("sign", CONTROLS)
@pytest.mark.parametrize(
    "attribute",
    [
        "href='java{}script:hit()'",
        "href='javascript{}:hit()'",
        "class='m{}d-overlay'",
        "id='_{}_palette'",
        "title='a{}b'",
    ],
)
def test_no_attribute_gains_a_meaning_when_a_control_character_goes(
    sign: str, attribute: str
) -> None:
    cleaned = clean(f"<a {attribute.format(sign)}>x</a>")
    for risky in ("script:", "md-overlay", "__palette", "ab"):
        assert risky not in cleaned
    assert losses_of(f"<a {attribute.format(sign)}>x</a>")


@pytest.mark.parametrize(
    "html",
    [
        "<li>a<p>b<select><p>c</select>",
        "<p>a<svg><p>b</svg>",
        "<table><tr><td>a<form><table><tr><td>b",
        "<a href='#x'>a<button><a href='#y'>b</a></button></a>",
        "<h2>a<object><h3>b</object></h2>",
        "<pre>&#1;\na</pre>",
        "<pre>\n&#1;\na</pre>",
    ],
)
def test_cleaning_again_changes_nothing(html: str) -> None:
    assert clean(clean(html)) == clean(html)


@pytest.mark.parametrize(
    "html", ["<![x", "<![x[a]]>", "a<![endif]>b", "<![CDATA[a]]>", "<![ >", "<!["]
)
def test_a_declaration_of_any_kind_is_read(html: str) -> None:
    """Python's parser fails on some."""
    find_losses(html, clean(html))
    assert find_forbidden(html, Inline()) == []


def test_a_space_that_does_not_break_stays_a_sign_for_who_looks_for_words() -> None:
    assert clean("a\u00a0&nbsp;&amp;nbsp;") == "a\u00a0\u00a0&amp;nbsp;"


def test_html_that_is_not_closed_does_not_reach_beyond_the_body() -> None:
    assert clean("<div><b>x</div></div></main><li>y") == "<div><b>x</b></div><li><b>y</b></li>"


@given(documents | debris)
def test_cleaning_leaves_nothing_to_clean(source: str) -> None:
    html = clean(make_markdown().convert(source))
    assert losses_of(html) == []
    assert find_forbidden(html, Inline()) == []

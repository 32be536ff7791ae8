"""No text that somebody can save takes our reading longer than its Markdown."""

from __future__ import annotations

import time

import pytest
from bantin.rendering.rendered_text import RenderedText
from bantin.rendering.source_lines import with_lines
from bantin.rendering.source_mask import blank_unread
from bantin.rendering.text_reader import read_html

SIZE = 100_000
# No measure of speed: all of these take a second or two, and what is quadratic takes minutes.
HANGS_S = 15.0
# HTML of a text, and a source that says the same.
SHAPES = {
    "one number again and again": ("<ol><li>a</li></ol>", "1. a\n"),
    "lists without end": ("<ol><li>", "<ol><li>"),
    "code words": ("<code>a</code> ", "`a` "),
    "entities": ("ab ", "&#97;&#98; "),
    "an address that is a common word": ('<a href="a">b</a> ', "a b "),
    "addresses of mail": ('<a href="mailto:a@b.vn">a@b.vn</a> ', "a@b.vn "),
    "attributes": ('<ol><li due="2026-1-1">a</li></ol>', '1. a\n{: due="2026-1-1" }\n'),
    "stray attributes": ('<p due="2026-1-1">a</p>', 'a\n{: due="2026-1-1" }\n'),
    "one name again and again": ('<a name="x"></a>', '<a name="x"></a>'),
}


@pytest.mark.parametrize("name", SHAPES)
def test_reading_takes_no_longer_for_a_text_made_to_take_long(name: str) -> None:
    html, source = SHAPES[name]
    count = SIZE // len(source)
    html, source = html * count, source * count
    html += "</li></ol>" * (html.count("<ol>") - html.count("</ol>"))
    before = time.process_time()
    text = with_lines(read_html(html), (), source)
    assert isinstance(text, RenderedText)
    blank_unread(source, text)
    for block in text.blocks:
        assert block.text_without_code is not None
    assert time.process_time() - before < HANGS_S


def test_items_in_lists_without_end_have_no_addresses_without_end() -> None:
    text = read_html("<ol><li>a" * 500 + "</li></ol>" * 500)
    assert 10 < len(text.items) < 50
    assert max(len(item.anchor) for item in text.items) < 100


def test_a_word_without_end_is_read_as_language_in_time() -> None:
    word = "a" * SIZE
    text = read_html(f"<p>{word} x@y.vn</p>")
    before = time.process_time()
    assert text.running_text.split() == [word]
    assert "@" not in blank_unread(f"{word} x@y.vn", text)
    assert time.process_time() - before < HANGS_S

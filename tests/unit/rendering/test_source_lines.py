"""Links and what is said of items have the lines where the source writes them."""

from __future__ import annotations

import pytest
from bantin.rendering.markdown import render_text


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        ("[a](hop.md) [b](tin-hop.md)\n\n[c](hop.md)", [0, 0, 2]),
        ("xem gioi.md\n\n[x](gioi.md)", [2]),
        ("tên (a.md) là\n\n[x](a.md)", [2]),
        ("bà a nói\n\n[x](a)", [2]),
        ("[x](<a b.md>)\n\n<a href=a.md>x</a>", [0, 2]),
        ("[x]( a.md )\n\n![y](a.md 'tên')", [0, 2]),
        ("tệp x.vn\n\nxem www.x.vn.", [2]),
        ("a@b.example.vn\n\nthư tới a@b.example", [0, 2]),
        ("[x][1]\n\n[1]: a.md", [2]),
        ("Ghi[^1].\n\n[^1]: [x](a.md)\n\n[y](a.md)", [2, 4]),
        ("[x](a&amp;b.md)\n\n[y](a&b.md)", [0, 2]),
    ],
)
def test_a_link_has_the_line_where_its_address_stands(source: str, lines: list[int]) -> None:
    assert [link.line for link in render_text(source).links] == lines


def test_each_word_on_an_order_has_its_own_line() -> None:
    text = render_text('a\n{: due="2026-1-1" }\n\nb\n{: to="x" }\n\nc\n{: due="2026-1-1" }')
    told = [one for passage in text.keyed for one in passage.attributes]
    assert [one.line for one in told] == [1, 4, 7]


def test_each_stray_word_on_an_order_has_its_own_line() -> None:
    text = render_text('> a\n{: due="2026-1-1" }\n\n## b\n\n> c\n{: due="2026-1-1" }')
    assert [one.line for one in text.stray] == [1, 6]

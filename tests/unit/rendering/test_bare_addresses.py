"""Addresses that stand bare are links, and nothing else is."""

from __future__ import annotations

import pytest
from bantin.rendering.markdown import render_text


@pytest.mark.parametrize(
    ("source", "hrefs"),
    [
        ("Xem https://x.example/a_b?c=1&d=2.", ["https://x.example/a_b?c=1&d=2"]),
        ("(https://x.example/a_(b)), www.y.vn!", ["https://x.example/a_(b)", "http://www.y.vn"]),
        ("**https://x.example/a**", ["https://x.example/a"]),
        ("Thư: a.b+c@x.example; HTTP://X.VN", ["mailto:a.b+c@x.example", "HTTP://X.VN"]),
        ("[https://x.example](https://y.example)", ["https://y.example"]),
        ("<https://x.example>", ["https://x.example"]),
        ("`https://x.example` và\n\n    https://y.example", []),
        ('<a href="https://x.example">https://y.example</a>', ["https://x.example"]),
        ("https:// và www. và @x và a@b", []),
    ],
)
def test_bare_addresses_are_links_as_far_as_they_go(source: str, hrefs: list[str]) -> None:
    assert [link.href for link in render_text(source).links] == hrefs


@pytest.mark.parametrize("source", ["https://x.example/_a_*b*", "Xem https://x.vn/a_b_c nhé"])
def test_signs_of_emphasis_in_an_address_are_its_own(source: str) -> None:
    assert "<em>" not in render_text(source).html

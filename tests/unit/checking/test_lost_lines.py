"""What an editor wrote and no page shows is told."""

from __future__ import annotations

import pytest
from bantin.checking.lost_lines import check_lost_lines

from tests.unit.checking.manuscripts import article, told
from tests.unit.rendering.list_shapes import SHAPES

_TABLE = "| Xã | Đạt |\n|---|---|\n"


@pytest.mark.parametrize(
    ("body", "line", "what", "remedy"),
    [
        ("Tin họp.\n\n[Nguồn]: TTXVN", 10, "[Nguồn]: TTXVN", "bỏ ngoặc vuông"),
        ("Lời[^1].\n\n[^1]: Một\n\n[^1]: Hai", 10, "[^1]: Một", "một tên"),
        (f"{_TABLE}| Nghĩa Đồng | 3 | thừa ra |", 10, "thừa ra", "nhiều ô hơn"),
    ],
)
def test_a_line_or_cell_that_no_page_shows_is_told(
    body: str, line: int, what: str, remedy: str
) -> None:
    [one] = check_lost_lines(article(body))
    assert (one.line, one.message) == (line, f"“{what}” không hiện trên trang")
    assert remedy in one.hint


@pytest.mark.parametrize(
    "body",
    [
        "<!-- Chờ duyệt\n\nhỏi lại --> Sáng nay họp.",
        "**A**nh *b*a\n\nh&ocirc;m nay &nbsp; là\n\n`mã` và\n\n```python\nx\n```",
        "[x][bài] và [y][]\n\n[bài]: a.md 'tên'\n[y]: b%20c.md",
        '1. Việc\n   {: to="Sở A" due="2026-12-31" }\n\n[TOC]\n\n## Một {: #hai }',
        '<img\n  src="a.jpg"\n  alt="Toàn cảnh">\n\n![Ảnh](b.jpg "tên")',
        "Lời[^dài].\n\n[^dài]: Ghi chú\n    hai dòng",
        f"{_TABLE}| A | B |",
        *(shape for shape, _ in SHAPES),
    ],
)
def test_nothing_is_said_of_what_is_shown_or_hidden_on_purpose(body: str) -> None:
    assert told(check_lost_lines, article(body)) == []

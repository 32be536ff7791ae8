"""What an editor wrote and nothing reads is told of."""

from __future__ import annotations

import pytest
from bantin.checking.idle_keys import check_idle_keys

from tests.unit.checking.manuscripts import article, manuscript, told


@pytest.mark.parametrize(
    ("more", "line", "message"),
    [
        ("views_as_of: 2021-10-06", 5, "không có tác dụng khi chưa có views"),
        ("time_verified: false", 5, "không có tác dụng khi date không có giờ"),
        ("photos:\n  - credit: A", 6, "không hiện gì"),
        ("photos:\n  - src: a.jpg\n  - {}", 7, "không hiện gì"),
        ("source:\n  system: Cổng cũ", 6, "không hiện trên trang khi chưa có url"),
    ],
)
def test_a_key_without_effect_is_told_of(more: str, line: int, message: str) -> None:
    ((at, _, remark),) = told(check_idle_keys, article(more=more))
    assert (at, message in remark) == (line, True)


@pytest.mark.parametrize(
    "more",
    [
        "views: 3\nviews_as_of: 2021-10-06",
        "photos:\n  - caption: A",
        "photos:\n  - src: a.jpg",
        "source:\n  system: Cổng cũ\n  url: https://a.vn",
        "source:\n  system: Cổng cũ\n  file: a.txt",
    ],
)
def test_a_key_with_effect_is_left_alone(more: str) -> None:
    assert told(check_idle_keys, article(more=more)) == []
    head = "title: Tin\ndate: 2021-10-05 03:57\nsection: x\ntime_verified: false"
    assert told(check_idle_keys, manuscript("tin-tuc/2021/10/a.md", head)) == []

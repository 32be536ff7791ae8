"""One text places its tone marks one way; names are nobody's to change."""

from __future__ import annotations

import pytest
from bantin.checking.tones import check_tones
from bantin.text.tones import find_tones, one_tone_style

from tests.unit.checking.manuscripts import article, told


def test_the_rarer_way_is_told_of_where_it_is_first() -> None:
    ((line, column, message),) = told(check_tones, article("Ủy ban, văn hóa.\n\nVăn hoá tỉnh."))
    assert (line, column) == (10, 5)
    assert message == "bỏ dấu hai kiểu trong một bài: “hoá” (1 chỗ) và “Ủy” (2 chỗ)"


def test_title_and_body_are_one_text() -> None:
    assert len(told(check_tones, article("Văn hoá.", title="Ủy ban họp"))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Ủy ban, văn hóa, khỏe.",
        "Uỷ ban, văn hoá, khoẻ.",
        "Ủy ban tỉnh Hoà Bình họp với bà Nguyễn Thị Thuý Hằng.",
        "Quý và quỳ, hoàn, huỳnh, hóa.",
        "hóa `hoá`",
    ],
)
def test_one_way_or_a_name_is_right(text: str) -> None:
    assert told(check_tones, article(text)) == []


def test_what_is_found_as_old_is_what_one_style_changes() -> None:
    text = "Uỷ hoà khoẻ ủy hòa quỳ THUÝ thúy"
    old = {found.start for found in find_tones(text) if found.is_old}
    changed = {
        n
        for n, pair in enumerate(zip(text, one_tone_style(text), strict=True))
        if pair[0] != pair[1]
    }
    assert old == {n for n in changed if n - 1 not in changed}
    assert len(list(find_tones(text))) == 7

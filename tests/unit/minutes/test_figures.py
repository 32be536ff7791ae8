"""Figures of running text, rule by rule; how often they are right is measured beside this."""

from __future__ import annotations

from datetime import date

import pytest
from bantin.minutes.figures import find_figures

SEED_LIKE = "Đến nay, toàn tỉnh có 412 cán bộ làm công tác VSTBCPN, 57 cán bộ làm công tác trẻ em."


def found(text: str, year: int = 2021) -> list[tuple[str, int | float, str | None]]:
    return [(one.name, one.value, one.unit) for one in find_figures(text, year=year)]


def test_counts_in_a_row_are_figures_with_the_noun_as_unit_and_their_sentence() -> None:
    text = f"Họp sáng 5/10. {SEED_LIKE} Đồng chí Mẫu kết luận."
    assert found(text) == [
        ("Cán bộ làm công tác VSTBCPN", 412, "cán bộ"),
        ("Cán bộ làm công tác trẻ em", 57, "cán bộ"),
    ]
    assert {one.sentence for one in find_figures(text, year=2021)} == {SEED_LIKE}


def test_day_that_is_printed_in_full_is_kept() -> None:
    [one] = find_figures("Tính đến ngày 30/9/2021, tỉnh có 12 xã khó khăn.", year=2021)
    assert one.as_of == date(2021, 9, 30)
    [one] = find_figures("Đến ngày 30/9, tỉnh có 12 xã khó khăn.", year=2021)
    assert one.as_of is None


def test_figure_with_two_values_is_left_out_and_one_said_twice_is_one() -> None:
    assert found("Tỷ lệ hộ nghèo còn 3,5%. Như vậy tỷ lệ hộ nghèo còn 3,7%.") == []
    assert len(found("Tỷ lệ hộ nghèo còn 3,5%. Như vậy tỷ lệ hộ nghèo còn 3,5%.")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Năm 2020 tỷ lệ hộ nghèo còn 4,2%.",
        "Phấn đấu tỷ lệ hộ nghèo còn 3%.",
        "Giao Sở Nội vụ có 12 cán bộ nữ chủ chốt.",
        "Thống nhất tổ chức 5 lớp tập huấn kỹ năng.",
        "Huyện Mẫu có 12 xã khó khăn.",
        "Tỉnh có hơn 12 xã khó khăn.",
        "Tỉnh có 12 - 15 xã khó khăn.",
        "Tỉnh có 12/71 xã khó khăn.",
        "Tỉnh có 3.5 xã khó khăn.",
        "Tỉnh có 12 xã.",
        "Điều 5 Quyết định số 12/QĐ-UBND có 3 khoản mới.",
        "Cuộc họp lần thứ 3 mở lúc 14 giờ 30 ngày 05/10/2021.",
        "Liên hệ số 0261 3544 567.",
    ],
)
def test_what_is_planned_rough_elsewhere_of_another_time_or_no_count_is_no_figure(
    text: str,
) -> None:
    assert found(text) == []


def test_society_is_no_commune_and_an_organisation_no_group() -> None:
    assert found("Ngành Lao động, Thương binh và Xã hội hỗ trợ 12 tổ chức tôn giáo bạn.") == [
        ("Tổ chức tôn giáo bạn", 12, "tổ chức")
    ]

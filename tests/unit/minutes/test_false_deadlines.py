"""Days that look like deadlines and are none, or not those: left open rather than told wrongly."""

from __future__ import annotations

from datetime import date

import pytest
from bantin.minutes.deadlines import Deadline, find_deadline

DAY = date(2020, 3, 9)


@pytest.mark.parametrize(
    "text",
    [
        "Không tổ chức lễ hội trước ngày 30/4/2020.",
        "Nghiêm cấm khai thác cát trước ngày 30/4/2020.",
        "Các địa phương không mở cửa trường học trước ngày 30/4/2020.",
        "Đối với hồ sơ nộp trước ngày 01/7/2020 thì giải quyết theo quy định cũ.",
        "Nếu hoàn thành trước ngày 01/7/2020 thì được xét khen thưởng.",
        "Trường hợp xin nghỉ trước ngày 01/7/2020, thì hưởng chế độ cũ.",
    ],
)
def test_a_ban_or_a_condition_is_no_deadline(text: str) -> None:
    assert find_deadline(text, day=DAY) is None


@pytest.mark.parametrize("more", [" năm sau", " của năm sau", " năm tới", " năm kế tiếp"])
def test_a_day_of_next_year_is_left_open(more: str) -> None:
    assert find_deadline(f"báo cáo trước 31/12{more}", day=DAY) == Deadline("trước 31/12", None)


@pytest.mark.parametrize("joint", [", ", " ", " (", ", và "])
def test_the_closer_of_two_deadlines_counts(joint: str) -> None:
    text = f"Hoàn thành trong quý II/2020{joint}chậm nhất ngày 25/6/2020"
    found = find_deadline(text, day=DAY)
    assert found is not None
    assert found.due == date(2020, 6, 25)


@pytest.mark.parametrize(
    "text",
    [
        "Không để chậm trễ, báo cáo trước ngày 30/4/2020.",
        "Đối với các huyện, báo cáo trước ngày 30/4/2020.",
        "Sở Y tế báo cáo trước ngày 30/4/2020; nếu vướng mắc thì đề xuất.",
    ],
)
def test_orders_beside_such_words_keep_their_day(text: str) -> None:
    found = find_deadline(text, day=DAY)
    assert found is not None
    assert found.due == date(2020, 4, 30)

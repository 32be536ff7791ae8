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


@pytest.mark.parametrize(
    "time",
    [
        "trong cuối năm 2020 và đầu năm 2021",
        "trong năm 2020 và năm 2021",
        "trong năm 2020, đầu năm 2021",
        "trong quý II và quý III năm 2020",
        "trong quý IV/2020 và quý I/2021",
        "trong tháng 5 và tháng 6/2020",
        "trong tháng 5, tháng 6 năm 2020",
        "trong tháng 12/2020 và đầu năm 2021",
        "trong cuối năm 2020 và giữa năm 2021",
        "trong quý IV và đầu năm 2021",
    ],
)
def test_a_span_that_goes_on_does_not_end_with_its_first_part(time: str) -> None:
    found = find_deadline(f"Thành lập đoàn kiểm tra {time}.", day=DAY)
    assert found is None or found.due is None or found.due >= date(2020, 6, 30)
    assert found is None or found.due != date(2020, 12, 31)


@pytest.mark.parametrize(
    "more",
    [
        "những năm tiếp theo", "các năm tiếp theo", "những năm sau", "các năm sau",
        "những năm tới", "năm tiếp theo", "các tháng tiếp theo", "các quý tiếp theo",
    ],
)  # fmt: skip
def test_what_goes_on_has_no_last_day(more: str) -> None:
    text = f"Rà soát nguồn lực, bố trí vốn để hoàn thành kè trong năm 2020 và {more}."
    assert find_deadline(text, day=DAY) is None


@pytest.mark.parametrize(
    "text",
    [
        "Quán triệt cán bộ nhập dữ liệu kết quả kiểm tra hằng tháng vào ứng dụng.",
        "Cập nhật kết quả kiểm tra hằng quý vào phần mềm.",
        "Đưa số liệu thu ngân sách hằng tháng lên trang thông tin.",
        "Nhập dữ liệu mực nước hằng ngày vào sổ.",
        "Chuyển kết quả xét nghiệm hằng tuần vào hồ sơ.",
        "Ghi số liệu mưa hàng ngày vào bảng.",
        "Tải báo cáo tài chính hằng năm lên cổng.",
        "Nhập thông tin chấm công hằng tháng vào máy.",
        "Quét báo cáo thu chi hằng quý lên kho dữ liệu.",
        "Nhập kết quả quan trắc hằng tháng vào bản đồ.",
    ],
)
def test_what_is_entered_is_only_called_monthly(text: str) -> None:
    assert find_deadline(text, day=DAY) is None


def test_what_is_sent_every_month_recurs() -> None:
    for text in ("Gửi số liệu hằng tháng.", "Báo cáo kết quả kiểm tra hằng quý về Sở Tài chính."):
        found = find_deadline(text, day=DAY)
        assert found is not None
        assert found.recurs

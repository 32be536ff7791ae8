"""Texts whose lines were meant as they stand."""

from __future__ import annotations

import pytest

from tests.unit.importing.samples import NEWS, NOTICE, capture_of

LONG = "Nửa năm qua, các xã vùng cao làm được nhiều việc có ích cho bà con, nhất là nước sạch. " * 3

AS_THEY_ARE = {
    "news with one paragraph a line": NEWS,
    "a notice with one paragraph a line": NOTICE,
    "a poem": """\
Chiều về trên bến sông quê
con đò nhỏ lặng chở mùa sang ngang
Áo ai thấp thoáng đầu làng
để cho ngọn khói lang thang cuối chiều
Mẹ ngồi vá áo liêu xiêu
bóng nghiêng theo ngọn đèn treo vách nhà
""",
    "recipients": """\
Nơi nhận:
- Thường trực Tỉnh ủy;
- các Phó Chủ tịch UBND tỉnh;
- Ủy ban Mặt trận Tổ quốc tỉnh và các đoàn thể;
- UBND các xã, phường;
- Lưu: VT, TH.
""",
    "a table drawn with spaces": """\
Kết quả sáu tháng đầu năm của các xã, phường như sau:
STT    Đơn vị              Số hộ     Tỷ lệ
1      xã Mường Thử        120       12,5%
2      phường Hồ Mẫu       45        3,1%
3      xã Nà Tạm           7         0,9%
""",
    "a table drawn with bars": """\
| Đơn vị | Số hộ |
|---|---|
| xã Mường Thử | 120 |
| phường Hồ Mẫu, gồm cả các khu phố mới nhập vào phường từ tháng 7 | 45 |
""",
    "a list without marks": """\
Thành phần dự họp
lãnh đạo Sở Nội vụ
lãnh đạo Sở Tài chính
lãnh đạo các phòng của Văn phòng UBND tỉnh
đại diện Hội Nông dân tỉnh và các hội quần chúng khác có liên quan
phóng viên báo, đài
""",
    "a list without marks whose items begin alike": """\
Thành phần dự họp gồm có:
đại diện lãnh đạo Sở Nội vụ và các phòng chuyên môn thuộc Sở
đại diện lãnh đạo Sở Tài chính và các phòng chuyên môn của Sở
đại diện lãnh đạo Sở Xây dựng và các phòng chuyên môn của Sở
đại diện Văn phòng UBND tỉnh
""",
    "a list without marks whose items differ": """\
Các việc chính của tuần này
kiểm tra các hồ chứa nước ở vùng cao và đường dẫn vào hồ
họp với các xã về việc thu tiền nước
khảo sát chỗ làm cầu treo mới
làm việc với đoàn công tác của bộ về chương trình mục tiêu
soạn báo cáo quý
tiếp công dân
""",
    "a title over two lines": f"""\
Phụ nữ các dân tộc vùng cao giúp nhau
làm kinh tế, giữ nghề dệt
{LONG}
{LONG}
""",
    "short paragraphs": """\
Hôm qua trời mưa to ở hầu hết các xã vùng thấp.
Nước sông lên nhanh, có nơi vượt báo động hai.
Lực lượng xung kích đã giúp dân chuyển đồ đạc lên cao.
Đến chiều nay nước đang rút, chưa có thiệt hại về người.
""",
    "numbers on lines of their own": """\
Số thứ tự các lô đất đưa ra đấu giá đợt này:
1
2
3
Mọi thắc mắc xin gửi về Trung tâm trước ngày 20.
""",
    "a form with labels": """\
Họ và tên: Nguyễn Thị Mẫu
Chức vụ: trưởng phòng
Đơn vị: phòng Nội vụ
Ghi chú: đã nộp đủ hồ sơ
""",
    "mixed lengths": f"""\
{LONG}
bà con thôn Nà Tạm
{LONG}
và bà con thôn Bến Giả
""",
}


@pytest.mark.parametrize("kind", AS_THEY_ARE)
def test_lines_that_are_not_wrapped_stay_exactly_as_they_are(kind: str) -> None:
    text = AS_THEY_ARE[kind]
    capture = capture_of(text)
    given = [number for number, line in enumerate(text.split("\n"), 1) if line.strip("\u00a0 ")]
    dropped = [number for number in given if f"Dòng {number}: bỏ mảnh mã" in str(capture.repairs)]
    assert [block.number for block in capture.blocks] == [
        number for number in given if number not in dropped
    ]
    assert "Nối" not in str(capture.repairs)
    assert "tách" not in str(capture.repairs)

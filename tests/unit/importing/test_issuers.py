"""Names of issuing bodies over several lines, and the body above them."""

from __future__ import annotations

import pytest
from bantin.importing.heading import Heading, parse_heading
from bantin.importing.issuers import full_issuer_name, join_issuer

from tests.unit.importing.samples import capture_of

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
BELOW = "\n\nThực hiện chương trình công tác, xã thông báo như sau:\n\n1. Làm việc thử."


def head_of(text: str) -> Heading:
    return parse_heading(capture_of(text).blocks)


ISSUERS = [
    ("ỦY BAN NHÂN DÂN\nTỈNH SƠN LA", "ỦY BAN NHÂN DÂN TỈNH SƠN LA", ""),
    ("ỦY\nBAN NHÂN DÂN\nTỈNH SƠN LA", "ỦY BAN NHÂN DÂN TỈNH SƠN LA", ""),
    ("UỶ BAN NHÂN\nDÂN\nTỈNH SƠN LA", "UỶ BAN NHÂN DÂN TỈNH SƠN LA", ""),
    ("UBND\nTHÀNH PHỐ CẦN THƠ", "UBND THÀNH PHỐ CẦN THƠ", ""),
    ("ỦY BAN NHÂN DÂN\nXÃ MƯỜNG THỬ", "ỦY BAN NHÂN DÂN XÃ MƯỜNG THỬ", ""),
    ("HỘI ĐỒNG NHÂN DÂN\nTHỊ TRẤN VÍ DỤ", "HỘI ĐỒNG NHÂN DÂN THỊ TRẤN VÍ DỤ", ""),
    ("ĐOÀN ĐẠI BIỂU QUỐC HỘI\nTỈNH SƠN LA", "ĐOÀN ĐẠI BIỂU QUỐC HỘI TỈNH SƠN LA", ""),
    ("VĂN PHÒNG CHÍNH PHỦ", "VĂN PHÒNG CHÍNH PHỦ", ""),
    ("VĂN PHÒNG\nCHÍNH PHỦ", "VĂN PHÒNG CHÍNH PHỦ", ""),
    ("CHÍNH\nPHỦ", "CHÍNH PHỦ", ""),
    ("BỘ TÀI CHÍNH\nCỤC THUẾ", "CỤC THUẾ", "BỘ TÀI CHÍNH"),
    ("BỘ TÀI CHÍNH\nTỔNG CỤC THUẾ\nCỤC THUẾ TỈNH SƠN LA", "CỤC THUẾ TỈNH SƠN LA", "TỔNG CỤC THUẾ"),
    (
        "ỦY BAN NHÂN DÂN\nTỈNH SƠN LA\nSỞ VĂN HÓA, THỂ THAO\nVÀ DU LỊCH",
        "SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH",
        "ỦY BAN NHÂN DÂN TỈNH SƠN LA",
    ),
    (
        "UBND HUYỆN VÍ DỤ\nPHÒNG GIÁO DỤC VÀ\nĐÀO TẠO",
        "PHÒNG GIÁO DỤC VÀ ĐÀO TẠO",
        "UBND HUYỆN VÍ DỤ",
    ),
    (
        "BẢO HIỂM XÃ HỘI VIỆT NAM\nBẢO HIỂM XÃ HỘI\nTỈNH SƠN LA",
        "BẢO HIỂM XÃ HỘI TỈNH SƠN LA",
        "BẢO HIỂM XÃ HỘI VIỆT NAM",
    ),
    ("TỈNH ỦY SƠN LA\n*", "TỈNH ỦY SƠN LA", ""),
    ("TỈNH ỦY SƠN LA\nBAN TỔ CHỨC\n*", "BAN TỔ CHỨC", "TỈNH ỦY SƠN LA"),
    ("ĐẢNG BỘ TỈNH SƠN LA\nĐẢNG ỦY XÃ MƯỜNG THỬ", "ĐẢNG ỦY XÃ MƯỜNG THỬ", "ĐẢNG BỘ TỈNH SƠN LA"),
    ("HĐND TỈNH SƠN LA\nBAN PHÁP CHẾ", "BAN PHÁP CHẾ", "HĐND TỈNH SƠN LA"),
]


@pytest.mark.parametrize(("lines", "issuer", "superior"), ISSUERS)
def test_lines_of_a_name_are_joined_and_two_names_are_not(
    lines: str, issuer: str, superior: str
) -> None:
    text = (
        f"{lines}\n{NATION}\n{MOTTO}\nSố: 5/TB-X\nSơn La, ngày 1 tháng 6 năm 2025\nTHÔNG BÁO\nVề A"
    )
    heading = head_of(text + BELOW)
    assert (heading.body.issuer, heading.body.superior) == (issuer, superior)


@pytest.mark.parametrize(
    ("lines", "full"),
    [
        ("UBND TỈNH SƠN LA\nVĂN PHÒNG", "VĂN PHÒNG UBND TỈNH SƠN LA"),
        ("TỈNH ỦY SƠN LA\nBAN TỔ CHỨC", "BAN TỔ CHỨC TỈNH ỦY SƠN LA"),
        ("TỈNH ỦY SƠN LA\nVĂN PHÒNG\n*", "VĂN PHÒNG TỈNH ỦY SƠN LA"),
        ("UBND XÃ MƯỜNG THỬ\nPHÒNG KINH TẾ", "PHÒNG KINH TẾ XÃ MƯỜNG THỬ"),
        ("UBND HUYỆN VÍ DỤ\nTHANH TRA", "THANH TRA HUYỆN VÍ DỤ"),
        ("UBND TỈNH SƠN LA\nSỞ XÂY DỰNG", "SỞ XÂY DỰNG tỉnh Sơn La"),
        ("BỘ TÀI CHÍNH\nCỤC THUẾ", "CỤC THUẾ"),
        ("ỦY BAN NHÂN DÂN\nTỈNH SƠN LA", "ỦY BAN NHÂN DÂN TỈNH SƠN LA"),
    ],
)
def test_an_issuer_takes_the_place_of_the_body_above(lines: str, full: str) -> None:
    text = f"{lines}\n{NATION}\nSố: 5/TB-X\nTHÔNG BÁO\nVề việc A"
    assert head_of(text + BELOW).issuer_name == full


@pytest.mark.parametrize("organ", ["BAN THƯỜNG VỤ", "BAN CHẤP HÀNH", "THƯỜNG TRỰC"])
@pytest.mark.parametrize(
    "superior",
    ["TỈNH ĐOÀN SƠN LA", "ĐẢNG BỘ HUYỆN MẪU SƠN", "HỘI NÔNG DÂN TỈNH SƠN LA", "HUYỆN ỦY MẪU SƠN"],
)
def test_an_organ_is_that_of_the_body_above(superior: str, organ: str) -> None:
    assert full_issuer_name(join_issuer((superior, organ))) == f"{organ} {superior}"

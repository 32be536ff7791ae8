"""Heads of documents that a page or a scan broke: symbols with gaps, tables above them."""

from __future__ import annotations

import pytest
from bantin.importing.heading import Heading, parse_heading
from bantin.importing.readers import recognise

from tests.unit.importing.samples import capture_of

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"
DAY = "Sơn La, ngày 10 tháng 3 năm 2026"
TEXT = "Thực hiện chương trình công tác, xã thông báo như sau:\n\n1. Làm việc thử."


def head_with(number_line: str) -> Heading:
    text = f"UBND TỈNH SƠN LA\n{NATION}\n{number_line}\n{DAY}\n\nTHÔNG BÁO\nVề việc sửa cầu treo"
    return parse_heading(capture_of(f"{text}\n\n{TEXT}").blocks)


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("Số: 36/TB- UBND", "36/TB-UBND"),
        ("Số: 36/TB – UBND", "36/TB-UBND"),
        ("Số: 36 /TB -UBND", "36/TB-UBND"),
        ("Số: 36/BHXH- CSXH", "36/BHXH-CSXH"),
        ("Số: 36/SXD- KT&VL", "36/SXD-KT&VL"),
        ("Số: 1036/TB- BCĐ389", "1036/TB-BCĐ389"),
        ("Số: 36/TB-UBND Ngã Ba, ngày 10 tháng 3 năm 2026", "36/TB-UBND"),
        ("Số: 36/TB- UBND Ngã Ba, ngày 10 tháng 3 năm 2026", "36/TB-UBND"),
    ],
)
def test_a_symbol_goes_on_behind_its_hyphen(line: str, number: str) -> None:
    assert head_with(line).number == number


@pytest.mark.parametrize(
    "line", ["Số: 36/TB- TP Huế, ngày 10 tháng 3 năm 2026", "Số: 36/TB- TX Cát Mây"]
)
def test_a_place_is_no_end_of_a_symbol(line: str) -> None:
    assert head_with(line).number == ""


@pytest.mark.parametrize("mark", ["- ", "– ", "+ ", "• ", ""])
@pytest.mark.parametrize("who", ["UBND TỈNH SƠN LA", "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH SƠN LA"])
def test_who_decides_is_no_part_of_the_title(mark: str, who: str) -> None:
    text = f"""UBND TỈNH SƠN LA
{NATION}
Số: 36/QĐ-UBND
{DAY}
QUYẾT ĐỊNH
BAN HÀNH QUY ĐỊNH VIỆC THỬ CẦU TREO
{who}
{mark}Căn cứ Luật Thử nghiệm ngày 19 tháng 6 năm 2015;
{mark}Theo đề nghị của trạm thử nghiệm.
QUYẾT ĐỊNH:
Điều 1. Thử cầu treo."""
    assert parse_heading(capture_of(text).blocks).title == "BAN HÀNH QUY ĐỊNH VIỆC THỬ CẦU TREO"


@pytest.mark.parametrize(
    "row",
    [
        "| Loại văn bản | Thông báo |",
        "Loại văn bản: | Thông báo |",
        "Loại | Thông báo | Người ký | Lò Văn Thử |",
        "Số hiệu | 36/TB-UBND | Loại văn bản | Thông báo",
    ],
)
def test_a_row_of_a_table_above_is_no_type(row: str) -> None:
    text = f"""Thông báo 36/TB-UBND về việc sửa cầu treo
| Số hiệu | 36/TB-UBND |
{row}
| Lĩnh vực | Cầu treo |
|
UBND TỈNH SƠN LA
|
CỘNG HÒA XÃ HỘI
CHỦ NGHĨA VIỆT NAM |
|
Số: 36/TB-UBND |
{DAY} |
THÔNG BÁO
VỀ VIỆC SỬA CẦU TREO
{TEXT}"""
    capture = capture_of(text)
    assert recognise(capture) == "document"
    heading = parse_heading(capture.blocks)
    assert (heading.number, heading.kind, heading.title) == (
        "36/TB-UBND",
        "TB",
        "VỀ VIỆC SỬA CẦU TREO",
    )

"""Heads of documents as files have them: two columns flattened, interleaved, broken anywhere."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

import pytest
from bantin.importing.capture import Block
from bantin.importing.heading import Heading, parse_heading
from bantin.importing.proposal import Sure

from tests.unit.importing.samples import capture_of

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
BELOW = "\n\nThực hiện chương trình công tác, xã thông báo như sau:\n\n1. Làm việc thử."


def head_of(text: str) -> Heading:
    return parse_heading(capture_of(text).blocks)


def facts(heading: Heading) -> dict[str, Sure]:
    return {fact.field: fact.sure for fact in heading.facts}


PLAIN = {
    "own lines": f"""UBND TỈNH SƠN LA
SỞ XÂY DỰNG
{NATION}
{MOTTO}

Số: 21/TB-SXD

Sơn La, ngày 10 tháng 3 năm 2026

THÔNG BÁO

Về việc sửa cầu treo""",
    "two to a line": f"""UBND TỈNH SƠN LA {NATION}
SỞ XÂY DỰNG {MOTTO}
Số: 21/TB-SXD Sơn La, ngày 10 tháng 3 năm 2026
THÔNG BÁO
Về việc sửa cầu treo""",
    "wide gaps": f"""   UBND TỈNH SƠN LA            {NATION}
     SỞ XÂY DỰNG                  {MOTTO}
       -------                         ---------------
   Số: 21 /TB-SXD          Sơn La, ngày 10 tháng 3 năm 2026

              THÔNG BÁO
        Về việc sửa cầu treo""",
    "tabs": f"""UBND TỈNH SƠN LA\t{NATION}
SỞ XÂY DỰNG\t{MOTTO}
Số: 21/TB-SXD\tSơn La, ngày 10 tháng 3 năm 2026
THÔNG BÁO
Về việc sửa cầu treo""",
    "bars": f"""UBND TỈNH SƠN LA
SỞ XÂY DỰNG
-------
|
CỘNG
HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
{MOTTO}
---------------
|
Số:
21/TB-SXD
|
Sơn
La, ngày 10 tháng 3
năm 2026
|
THÔNG BÁO
VỀ VIỆC
SỬA CẦU TREO""",
    "bars in lines": f"""UBND TỈNH SƠN LA | {NATION}
SỞ XÂY DỰNG | {MOTTO}
Số: 21/TB-SXD | Sơn La, ngày 10 tháng 3 năm 2026
THÔNG BÁO
Về việc sửa cầu treo""",
    "interleaved": f"""UBND TỈNH SƠN LA
{NATION}
SỞ XÂY DỰNG
{MOTTO}
Số: 21/TB-SXD
Sơn La, ngày 10 tháng 3 năm 2026
THÔNG BÁO
Về việc sửa cầu treo""",
    "nation over two lines": f"""UBND TỈNH SƠN LA
CỘNG HÒA XÃ HỘI
SỞ XÂY DỰNG
CHỦ NGHĨA VIỆT NAM
{MOTTO}
Số: 21/TB-SXD
Sơn La, ngày 10 tháng 3 năm 2026
THÔNG BÁO
Về việc sửa cầu treo""",
    "nation wrapped into the other column": f"""UBND TỈNH SƠN LA
NAM
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT
SỞ XÂY DỰNG
{MOTTO}
Số: 21/TB-SXD
Sơn La, ngày 10 tháng 3 năm 2026
THÔNG BÁO
Về việc sửa cầu treo""",
    "right column first": f"""{NATION}
{MOTTO}
Sơn La, ngày 10 tháng 3 năm 2026
UBND TỈNH SƠN LA
SỞ XÂY DỰNG
Số: 21/TB-SXD
THÔNG BÁO
Về việc sửa cầu treo""",
    "number first, nation behind": f"""UBND TỈNH SƠN LA
SỞ XÂY DỰNG
Số: 21/TB-SXD
{NATION}
{MOTTO}
Sơn La, ngày 10 tháng 3 năm 2026
THÔNG BÁO
Về việc sửa cầu treo""",
    "scanned": """UBND TỈNH SƠN LA
SỞ XÂY DỰNG
CỘNG HÕA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập – Tự do – Hạnh phúc
Số : 21/TB-SXD
Sơn La, ngày 10 tháng 3 năm 2026
THÔNG B ÁO
Về việc sửa cầu treo""",
    "no nation": """UBND TỈNH SƠN LA
SỞ XÂY DỰNG
Số: 21/TB-SXD
Sơn La, ngày 10 tháng 3 năm 2026
THÔNG BÁO
Về việc sửa cầu treo""",
    "a page's title above": f"""Trang chủ / Văn bản chỉ đạo
Thông báo sửa cầu
UBND TỈNH SƠN LA
SỞ XÂY DỰNG
{NATION}
{MOTTO}
Số: 21/TB-SXD
Sơn La, ngày 10 tháng 3 năm 2026.
THÔNG BÁO
Về việc sửa cầu treo""",
    "number below the type": f"""UBND TỈNH SƠN LA
SỞ XÂY DỰNG
{NATION}
{MOTTO}
Sơn La, ngày 10 tháng 3 năm 2026
THÔNG BÁO
Số: 21/TB-SXD
Về việc sửa cầu treo""",
}


@pytest.mark.parametrize("layout", PLAIN)
def test_every_layout_gives_the_same_head(layout: str) -> None:
    heading = head_of(PLAIN[layout] + BELOW)
    assert heading.body.superior == "UBND TỈNH SƠN LA"
    assert heading.body.issuer == "SỞ XÂY DỰNG"
    assert (heading.number, heading.kind, heading.place) == ("21/TB-SXD", "TB", "Sơn La")
    assert heading.day == dt.date(2026, 3, 10)
    assert heading.title.lower() == "về việc sửa cầu treo"


@pytest.mark.parametrize("layout", PLAIN)
def test_the_text_begins_below_the_head(layout: str) -> None:
    blocks = capture_of(PLAIN[layout] + BELOW).blocks
    assert blocks[parse_heading(blocks).size].text.startswith("Thực hiện chương trình")


def columns(left: Sequence[str], right: Sequence[str], below: str) -> list[Block]:
    """Return blocks as readers of Word files give them: left cell, right cell, then the rest."""
    lines = [(text, 1) for text in left] + [(text, 2) for text in right]
    lines += [(text, 0) for text in below.split("\n")]
    return [Block(at, text, text, at == 1, column=c) for at, (text, c) in enumerate(lines, 1)]


def test_cells_of_a_layout_table_are_told_by_their_columns() -> None:
    blocks = columns(
        ["UBND TỈNH SƠN LA", "SỞ XÂY DỰNG", "Số: 812/SXD-KT", "V/v rà soát quy hoạch", "bến xe"],
        [NATION, MOTTO, "Sơn La, ngày 10 tháng 3 năm 2026"],
        "Kính gửi: Các xã, phường.\nĐề nghị các xã báo cáo.",
    )
    heading = parse_heading(blocks)
    assert (heading.body.superior, heading.body.issuer) == ("UBND TỈNH SƠN LA", "SỞ XÂY DỰNG")
    assert heading.title == "Rà soát quy hoạch bến xe"
    assert blocks[heading.size].text.startswith("Kính gửi")


def test_capitals_in_the_right_column_are_no_issuer() -> None:
    blocks = columns(
        ["UBND XÃ MƯỜNG THỬ", "Số: 3/TB-UBND"],
        [NATION, MOTTO, "Mường Thử, ngày 10 tháng 3 năm 2026", "BẢN LƯU TẠM"],
        "THÔNG BÁO\nVề lịch tiếp dân\nXã thông báo.",
    )
    heading = parse_heading(blocks)
    assert heading.body.issuer == "UBND XÃ MƯỜNG THỬ"
    assert any("BẢN LƯU TẠM" in guess for guess in heading.guesses)


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("Số: 405/TB-VP.UBND", "405/TB-VP.UBND"),
        ("Số : 05 /TB - VP", "05/TB-VP"),
        ("Số 18-KL/TU", "18-KL/TU"),
        ("Số: 256 /2004/QĐ-UB", "256/2004/QĐ-UB"),
        ("Số: 12/UBND–VX", "12/UBND-VX"),
        ("Số: 3847/SGDĐT-NGCBQLGD", "3847/SGDĐT-NGCBQLGD"),
        ("Số:\n14/2007/QĐ-UBND", "14/2007/QĐ-UBND"),
        ("Số: 255/BC-BCĐ-\nXMC", "255/BC-BCĐ-XMC"),
        ("Số:    /UBND-KT", ""),
        ("Số: ……/TB-VP", ""),
        ("Số: ../TB-VP", ""),
        ("Số:", ""),
        ("Số:\n/TB-VP", ""),
        ("sá##j5/TB-VP", ""),
    ],
)
def test_numbers_are_read_and_blanks_are_left_open(printed: str, number: str) -> None:
    text = f"UBND XÃ THỬ\n{NATION}\n{printed}\nThử, ngày 1 tháng 6 năm 2025\nTHÔNG BÁO\nVề việc A"
    heading = head_of(text + BELOW)
    assert heading.number == number
    assert (facts(heading)["number"] is Sure.READ) is bool(number)
    assert heading.body.issuer == "UBND XÃ THỬ"
    assert heading.day == dt.date(2025, 6, 1)


@pytest.mark.parametrize(
    ("printed", "place", "day"),
    [
        ("Sơn La, ngày 05 tháng 02 năm 2026", "Sơn La", (2026, 2, 5)),
        ("Thành phố Hồ Chí Minh, ngày 5 tháng 12 năm 2018", "Thành phố Hồ Chí Minh", (2018, 12, 5)),
        ("TP. Cao Lãnh, ngày 5 tháng12 năm 2018.", "TP. Cao Lãnh", (2018, 12, 5)),
        ("Phan Rang-Tháp Chàm, ngày 05 tháng 11 năm 2010", "Phan Rang-Tháp Chàm", (2010, 11, 5)),
        ("Hà\nNội, ngày 22 tháng 08\nnăm 2017", "Hà Nội", (2017, 8, 22)),
        ("Bến Tre, ngày\n28 tháng 3 năm 2013", "Bến Tre", (2013, 3, 28)),
        ("Sơn La, Ngày 5/2/2026", "Sơn La", (2026, 2, 5)),
        ("ngày 5 tháng 2 năm 2026", "", (2026, 2, 5)),
        ("Sơn La, ngày    tháng 3 năm 2026", "Sơn La", None),
        ("Sơn La, ngày … tháng … năm 2026", "Sơn La", None),
        ("Sơn La, ngày\ntháng\nnăm 2026", "Sơn La", None),
        ("Sơn La, ngày 31 tháng 02 năm 2026", "Sơn La", None),
    ],
)
def test_days_are_read_and_blanks_are_left_open(
    printed: str, place: str, day: tuple[int, int, int] | None
) -> None:
    text = f"UBND XÃ THỬ\n{NATION}\nSố: 3/TB-UBND\n{printed}\nTHÔNG BÁO\nVề việc A"
    heading = head_of(text + BELOW)
    assert heading.day == (dt.date(*day) if day else None)
    assert heading.place == place
    assert (facts(heading)["date"] is Sure.READ) is (day is not None)
    assert heading.title == "Về việc A"


@pytest.mark.parametrize(
    ("printed", "code"),
    [
        ("CÔNG ĐIỆN", "CĐ"),
        ("CHỈ THỊ", "CT"),
        ("QUYẾT ĐỊNH", "QĐ"),
        ("Q U Y Ế T  Đ Ị N H", "QĐ"),
        ("NGHỊ QUYẾT", "NQ"),
        ("KẾ HOẠCH", "KH"),
        ("BÁO CÁO", "BC"),
        ("TỜ TRÌNH", "TTr"),
        ("GIẤY MỜI", "GM"),
        ("BIÊN BẢN", "BB"),
        ("HƯỚNG DẪN", "HD"),
        ("CHƯƠNG TRÌNH", "CTr"),
        ("QUY CHẾ", "QC"),
        ("QUY ĐỊNH", "QyĐ"),
        ("ĐỀ ÁN", "ĐA"),
        ("Thông báo", "TB"),
        ("KẾT LUẬN", "KL"),
        ("THÔNG TƯ", ""),
    ],
)
def test_types_have_their_codes_and_unknown_ones_stay_open(printed: str, code: str) -> None:
    text = (
        f"UBND XÃ THỬ\n{NATION}\nSố: 3/X-UBND\nThử, ngày 1 tháng 6 năm 2025\n{printed}\nVề việc A"
    )
    heading = head_of(text + BELOW)
    assert heading.kind == code
    assert heading.title == "Về việc A"
    assert (facts(heading)["kind"] is Sure.READ) is bool(code)


@pytest.mark.parametrize(
    ("symbol", "code"),
    [("QĐ", "QĐ"), ("KH", "KH"), ("BC", "BC"), ("CT", ""), ("CĐ", ""), ("UBND", ""), ("HĐ", "")],
)
def test_without_a_type_only_a_plain_symbol_tells_it(symbol: str, code: str) -> None:
    text = f"UBND XÃ THỬ | {NATION}\nSố: 3/{symbol}-X\nThử, ngày 1 tháng 6 năm 2025\nCăn cứ Luật A;"
    heading = head_of(text)
    assert heading.kind == code
    assert facts(heading)["kind"] is (Sure.GUESSED if code else Sure.OPEN)


def test_a_type_that_its_number_contradicts_is_told() -> None:
    text = f"UBND XÃ THỬ\n{NATION}\nSố: 3/QĐ-UBND\nThử, ngày 1 tháng 6 năm 2025\nTHÔNG BÁO\nVề A"
    heading = head_of(text + BELOW)
    assert heading.kind == "TB"
    assert facts(heading)["kind"] is Sure.GUESSED
    assert any("ký hiệu ghi QĐ" in guess for guess in heading.guesses)


TITLE_HEAD = f"UBND XÃ THỬ\n{NATION}\nSố: 3/KH-UBND\nThử, ngày 1 tháng 6 năm 2025\n\nKẾ HOẠCH\n"


@pytest.mark.parametrize(
    ("below", "title", "first"),
    [
        ("Sửa cầu treo\n\nXã họp bàn.", "Sửa cầu treo", "Xã họp"),
        ("Sửa cầu treo\nbắc qua suối\n\nXã họp bàn.", "Sửa cầu treo bắc qua suối", "Xã họp"),
        ("\nSửa cầu treo\n\nbắc qua suối\n\nXã họp.", "Sửa cầu treo bắc qua suối", "Xã họp"),
        ("Kết luận của Chủ tịch\nLò Văn Thử tại cuộc họp\n\nXã họp.", None, "Xã họp"),
        ("Sửa cầu treo\n------\nXã họp bàn.", "Sửa cầu treo", "Xã họp"),
        ("SỬA CẦU TREO\nBẮC QUA SUỐI\nCăn cứ Luật A;", "SỬA CẦU TREO BẮC QUA SUỐI", "Căn cứ"),
        ("SỬA CẦU\nCHỦ TỊCH ỦY BAN NHÂN DÂN XÃ\nCăn cứ Luật A;", "SỬA CẦU", "CHỦ TỊCH"),
        ("SỬA CẦU\nUBND XÃ THỬ\nCăn cứ Luật A;", "SỬA CẦU", "UBND XÃ"),
        ("THỰC HIỆN VIỆC SỬA CẦU\nThực hiện Chỉ thị số 3,", "THỰC HIỆN VIỆC SỬA CẦU", "Thực hiện"),
        ("Thực hiện nếp sống mới\n\nXã họp bàn.", "Thực hiện nếp sống mới", "Xã họp"),
        ("Về việc sửa cầu\nNgày 3/6/2025, xã họp bàn.", "Về việc sửa cầu", "Ngày 3/6"),
        ("Căn cứ Luật A;\nĐiều 1. Sửa cầu.", "", "Căn cứ"),
        ("Điều 1. Sửa cầu.", "", "Điều 1"),
        ("Kính gửi: Các bản.", "", "Kính gửi"),
    ],
)
def test_an_abstract_ends_where_the_text_begins(below: str, title: str | None, first: str) -> None:
    blocks = capture_of(TITLE_HEAD + below).blocks
    heading = parse_heading(blocks)
    wanted = "Kết luận của Chủ tịch Lò Văn Thử tại cuộc họp" if title is None else title
    assert heading.title == wanted
    assert blocks[heading.size].text.startswith(first)


@pytest.mark.parametrize(
    "mark", ["KHẨN", "HỎA TỐC", "DỰ THẢO", "BẢN SAO", "Dự thảo lần 2", "BM01/VP", "Trang 1/2"]
)
def test_marks_of_a_head_are_taken_off_and_told(mark: str) -> None:
    day = "Thử, ngày 1 tháng 6 năm 2025"
    text = f"UBND XÃ THỬ\n{NATION}\nSố: 3/TB-UBND\n{mark}\n{day}\nTHÔNG BÁO\nVề A"
    heading = head_of(text + BELOW)
    assert (heading.body.issuer, heading.title) == ("UBND XÃ THỬ", "Về A")
    assert any(f"“{mark}”" in guess for guess in heading.guesses)
    assert not heading.is_secret


@pytest.mark.parametrize("mark", ["MẬT", "TỐI MẬT", "TUYỆT MẬT", "(Mật)"])
def test_marks_of_secrecy_are_known(mark: str) -> None:
    text = f"{mark}\nUBND XÃ THỬ\n{NATION}\nSố: 3/TB-UBND\nTHÔNG BÁO\nVề A"
    assert head_of(text + BELOW).is_secret


def test_a_head_is_read_without_its_blank_lines_marked() -> None:
    blocks = [replace(b, after_blank=False) for b in capture_of(PLAIN["own lines"] + BELOW).blocks]
    heading = parse_heading(blocks)
    assert heading.title == "Về việc sửa cầu treo"
    assert blocks[heading.size].text.startswith("Thực hiện")

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from bantin.importing.capture import Capture
from bantin.importing.proposal import Context
from bantin.importing.readers import READERS, recognise
from bantin.importing.reading.pdf.reader import read_pdf
from bantin.records.models import Document
from bantin.records.registry import Registry
from bantin.records.unfinished import UnfinishedDraft

from tests.unit.importing.reading.pdf_making import Sheet, Stamp, make_pdf

SIZE = 13
STEP = SIZE * 0.5
LEFT, BASE = 60, 720


def read(tmp_path: Path, *sheets: Sheet) -> Capture:
    path = tmp_path / "van-ban.signed.pdf"
    path.write_bytes(make_pdf(*sheets))
    (capture,) = read_pdf(path)
    return capture


def texts(capture: Capture) -> list[str]:
    return [block.text for block in capture.blocks]


def over(line: str, at: str, stamp: str, *, shift: int = 0) -> Stamp:
    """Return a stamp that stands in a printed line where some characters begin."""
    left = LEFT + (line.index(at) + shift) * STEP
    return Stamp((left - 1, BASE - 2, left + len(stamp) * STEP + 2, BASE + SIZE), [stamp])


def behind(line: str, at: str, stamp: str) -> Stamp:
    """Return a stamp that stands one character behind some printed ones."""
    return over(line, at, stamp, shift=len(at) + 1)


BODY = [
    (LEFT, 600, "Kính gửi: Ủy ban nhân dân các xã, phường"),
    (LEFT, 560, "Sở Nội vụ đề nghị các đơn vị báo cáo trước ngày 15/8/2026./."),
]


@pytest.mark.parametrize(
    ("printed", "stamps", "expected"),
    [
        ("Số:       /UBND-KT", [("Số:", "53")], "Số: 53/UBND-KT"),
        ("Số:      /SNV-TCBC", [("Số:", "7")], "Số: 7/SNV-TCBC"),
        ("Số:        -KL/TU", [("Số:", "118")], "Số: 118-KL/TU"),
        ("Số: ...../TB-VP", [("Số:", "405")], "Số: 405/TB-VP"),
        (
            "Hậu Giang, ngày     tháng     năm 2026",
            [("ngày", "10"), ("tháng", "3")],
            "Hậu Giang, ngày 10 tháng 3 năm 2026",
        ),
        (
            "Cao Bằng, ngày …. tháng …. năm 2026",
            [("ngày", "05"), ("tháng", "6")],
            "Cao Bằng, ngày 05 tháng 6 năm 2026",
        ),
        ("Số:       ", [("Số:", "53/UBND")], "Số: 53/UBND"),
    ],
)
def test_a_stamp_stands_in_its_place_in_the_line(
    tmp_path: Path, printed: str, stamps: list[tuple[str, str]], expected: str
) -> None:
    fields = [behind(printed, at, stamp) for at, stamp in stamps]
    capture = read(tmp_path, Sheet([(LEFT, BASE, printed), *BODY], fields))
    assert texts(capture)[0] == expected
    for _, stamp in stamps:
        assert f"Trang 1: lấy “{stamp}” từ ô dấu của chữ ký số" in capture.repairs
    assert capture.doubts == ()


@pytest.mark.parametrize("subtype", ["Stamp", "FreeText"])
def test_stamps_of_other_kinds_are_read_too(tmp_path: Path, subtype: str) -> None:
    printed = "Số:       /UBND-KT"
    stamp = behind(printed, "Số:", "53")
    stamp.subtype = subtype
    assert texts(read(tmp_path, Sheet([(LEFT, BASE, printed), *BODY], [stamp])))[0] == (
        "Số: 53/UBND-KT"
    )


def test_a_hidden_field_is_not_read(tmp_path: Path) -> None:
    stamp = behind("Số:       /UBND-KT", "Số:", "53")
    stamp.flags = 2
    capture = read(tmp_path, Sheet([(LEFT, BASE, "Số:       /UBND-KT"), *BODY], [stamp]))
    assert texts(capture)[0] == "Số: /UBND-KT"


@pytest.mark.parametrize(
    ("printed", "at", "stamp", "left"),
    [
        ("Hậu Giang, ngày 10 tháng 4 năm 2026", "4", "5", "Hậu Giang, ngày 10 tháng … năm 2026"),
        ("Hậu Giang, ngày 10 tháng 4 năm 2026", "10", "11", "Hậu Giang, ngày … tháng 4 năm 2026"),
        ("Số: 53 /UBND-KT", "53", "58", "Số: … /UBND-KT"),
        ("Số: 153 /UBND-KT", "53", "54", "Số: … /UBND-KT"),
    ],
)
def test_where_stamp_and_print_contradict_neither_is_chosen_and_both_are_told(
    tmp_path: Path, printed: str, at: str, stamp: str, left: str
) -> None:
    capture = read(tmp_path, Sheet([(LEFT, BASE, printed), *BODY], [over(printed, at, stamp)]))
    assert texts(capture)[0] == left
    word = next(word for word in printed.split() if at in word and word.startswith(("1", "4", "5")))
    assert capture.doubts == (
        f"Trang 1: chữ in ghi “{word}” nhưng dấu đóng đè lên ghi “{stamp}”; để trống (“…”), "
        "hãy xem bản gốc rồi điền",
    )


def test_a_stamp_that_says_what_is_printed_is_told_once(tmp_path: Path) -> None:
    printed = "Hậu Giang, ngày 10 tháng 4 năm 2026"
    capture = read(tmp_path, Sheet([(LEFT, BASE, printed), *BODY], [over(printed, "4", "4")]))
    assert texts(capture)[0] == printed
    assert capture.doubts == ()


@pytest.mark.parametrize(
    "lines",
    [
        ["Ký bởi: Văn phòng UBND tỉnh", "Thời gian ký: 10.03.2026 15:20:11 +07:00"],
        ["Người ký: Nguyễn Văn Mẫu", "Email: mau@vidu.gov.vn", "Cơ quan: Sở Ví Dụ"],
        ["Signed by: SO VI DU"],
    ],
)
def test_what_a_signature_says_of_itself_is_no_text(tmp_path: Path, lines: list[str]) -> None:
    seal = Stamp((320, 300, 560, 360), lines)
    capture = read(tmp_path, Sheet([(LEFT, BASE, "Số: 1/UBND-KT"), *BODY], [seal]))
    assert texts(capture) == ["Số: 1/UBND-KT", *(text for _, _, text in BODY)]
    assert any(told.startswith("Trang 1: bỏ chữ của chữ ký số “") for told in capture.repairs)


def test_stamps_of_later_pages_are_read(tmp_path: Path) -> None:
    printed = "Phụ lục kèm theo công văn số       /UBND-KT"
    capture = read(
        tmp_path,
        Sheet([(LEFT, BASE, "Số: 53/UBND-KT"), *BODY]),
        Sheet([(LEFT, BASE, printed)], [behind(printed, "văn số", "53")]),
    )
    assert texts(capture)[-1] == "Phụ lục kèm theo công văn số 53/UBND-KT"


HEAD = [
    (60, 780, "UBND TỈNH CAO BẰNG"),
    (310, 780, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    (80, 764, "SỞ NỘI VỤ"),
    (340, 764, "Độc lập - Tự do - Hạnh phúc"),
    (60, 735, "Số:       /SNV-TC"),
    (50, 719, "V/v tính thời gian công tác"),
]
FOOT = [
    (60, 400, "Nơi nhận:"),
    (380, 400, "GIÁM ĐỐC"),
    (60, 385, "- Như trên;"),
    (60, 370, "- Lưu: VT."),
    (365, 330, "Nông Thị Ví Dụ"),
]
RIGHT = 320
NUMBER = Stamp((84, 733, 110, 748), ["145"])


def signed(printed: str, *stamps: tuple[str, str]) -> Sheet:
    """Return a letter that is signed by fields; the day's line has stamps over some words."""
    fields = [NUMBER]
    for at, stamp in stamps:
        left = RIGHT + printed.index(at) * STEP
        fields.append(Stamp((left - 1, 733, left + len(stamp) * STEP + 2, 748), [stamp]))
    return Sheet([*HEAD, (RIGHT, 735, printed), *BODY, *FOOT], fields)


def record_of(capture: Capture) -> Document:
    record = READERS[recognise(capture)](capture, Context(Registry())).record
    assert isinstance(record, Document)
    return record


def unfinished_of(capture: Capture) -> UnfinishedDraft:
    record = READERS[recognise(capture)](capture, Context(Registry())).record
    assert isinstance(record, UnfinishedDraft)
    return record


def test_a_signed_letter_has_the_number_and_the_day_of_its_stamps(tmp_path: Path) -> None:
    printed = "Cao Bằng, ngày    tháng    năm 2026"
    day, month = (" " * 3 + "tháng", "05"), (" " * 3 + "năm", "6")
    sheet = signed(printed, day, month)
    for field in sheet.stamps[1:]:
        left, bottom, right, top = field.rect
        field.rect = (left + STEP / 2, bottom, right + STEP / 2, top)
    record = record_of(read(tmp_path, sheet))
    assert (record.number, record.date) == ("145/SNV-TC", dt.date(2026, 6, 5))


def test_a_day_that_print_and_stamp_contradict_is_not_chosen(tmp_path: Path) -> None:
    capture = read(tmp_path, signed("Cao Bằng, ngày 05 tháng 4 năm 2026", ("4", "5")))
    assert "Cao Bằng, ngày 05 tháng … năm 2026" in texts(capture)
    assert "“4”" in capture.doubts[0]
    assert "“5”" in capture.doubts[0]
    assert unfinished_of(capture).missing == ("date",)

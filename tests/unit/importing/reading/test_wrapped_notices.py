"""Notices and letters copied from laid-out pages, up to the record and its deadlines."""

from __future__ import annotations

import datetime as dt

import pytest
from bantin.importing.proposal import Context
from bantin.importing.readers import READERS, recognise
from bantin.minutes.orders import find_orders
from bantin.records.models import Document
from bantin.records.registry import Registry
from bantin.rendering.markdown import render_text

from tests.unit.importing.reading.test_joining import CASE
from tests.unit.importing.samples import capture_of

NUMBER = "                                       2\n"
PAGES = {
    "as copied": CASE,
    "number between dashes": CASE.replace(NUMBER, f"{'- 2 -':>42}\n"),
    "number of two digits": CASE.replace(NUMBER, f"{'12':>42}\n"),
    "number at the left": CASE.replace(NUMBER, "2\n"),
    "number with its word": CASE.replace(NUMBER, "Trang 2/5\n"),
    "number right below the line": CASE.replace(f"{NUMBER}\n", NUMBER),
    "form feed": CASE.replace(NUMBER, "\f\n"),
    "form feed behind a footer": CASE.replace(NUMBER, f"{'Trang 1/2':>70}\n\f\n"),
    "tabs for indents": CASE.replace("       ", "\t"),
    "no-break spaces for indents": CASE.replace("       ", "\u00a0" * 7),
    "line ends of Windows": CASE.replace("\n", "\r\n"),
}


def read(text: str) -> Document:
    capture = capture_of(text)
    record = READERS[recognise(capture)](capture, Context(Registry())).record
    assert isinstance(record, Document)
    return record


def due(record: Document) -> list[tuple[str, dt.date | None]]:
    points = find_orders(record, render_text(record.body))
    return [(one.number, one.deadline.due if one.deadline else None) for one in points]


@pytest.mark.parametrize("page", PAGES)
def test_every_point_has_its_deadline(page: str) -> None:
    record = read(PAGES[page])
    assert due(record) == [("1", dt.date(2026, 6, 30)), ("2", dt.date(2026, 5, 20))]
    assert len(record.body.split("\n\n")) == 4
    assert (record.number, record.date, record.place) == (
        "31/TB-VP",
        dt.date(2026, 3, 12),
        "Lai Châu",
    )
    assert record.title == "Kết luận của Chủ tịch UBND tỉnh tại cuộc họp về chợ phiên"
    assert record.signer is not None
    assert (record.signer.authority, record.signer.position, record.signer.name) == (
        ("KT. CHÁNH VĂN PHÒNG",),
        "PHÓ CHÁNH VĂN PHÒNG",
        "Vàng A Thử",
    )
    assert record.recipients == ("Các sở, ngành",)


LETTER = """\
    UBND TỈNH CAO BẰNG              CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        SỞ NỘI VỤ                       Độc lập - Tự do - Hạnh phúc

    Số: 145/SNV-TCBC                Cao Bằng, ngày 05 tháng 6 năm 2026
V/v tính thời gian công tác của
  cán bộ không chuyên trách

                 Kính gửi: Ủy ban nhân dân các xã, phường.

     Sở Nội vụ nhận được công văn của một số địa phương đề nghị hướng dẫn việc
tính thời gian công tác. Về việc này, Sở có ý kiến như sau:
     Thời gian công tác tính từ ngày có quyết định của cấp có thẩm quyền, kể cả
thời gian nghỉ thai sản./.

Nơi nhận:                                    GIÁM ĐỐC
- Như trên;
- Lưu: VT, TCBC.
                                          Nông Thị Ví Dụ
"""


def test_a_letter_copied_from_a_page_is_read() -> None:
    record = read(LETTER)
    assert (record.kind, record.number, record.date) == (
        "CV",
        "145/SNV-TCBC",
        dt.date(2026, 6, 5),
    )
    assert record.title.casefold().endswith("tính thời gian công tác của cán bộ không chuyên trách")
    assert record.signer is not None
    assert record.signer.name == "Nông Thị Ví Dụ"
    assert record.body.split("\n\n")[-1] == (
        "Thời gian công tác tính từ ngày có quyết định của cấp có thẩm quyền, kể cả thời gian nghỉ "
        "thai sản./."
    )

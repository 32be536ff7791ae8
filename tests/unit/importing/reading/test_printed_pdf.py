"""Files that programs have printed, up to the record.

The files were made in fixtures/ by
    chromium-headless-shell --headless --no-pdf-header-footer --print-to-pdf=cong-van.pdf \
        file://$PWD/cong-van.html
    soffice --headless --convert-to pdf thong-bao.fodt
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from bantin.importing.capture import BlockKind, Capture
from bantin.importing.proposal import Context
from bantin.importing.readers import READERS, recognise
from bantin.importing.reading.formats import FORMATS, recognise_format
from bantin.importing.reading.pdf.reader import read_pdf
from bantin.records.models import Document
from bantin.records.registry import Registry

FIXTURES = Path(__file__).parent / "fixtures"

EXPECTED = {
    "cong-van.pdf": [
        (1, "UBND TỈNH CAO BẰNG"),
        (1, "SỞ NỘI VỤ"),
        (1, "Số: 145/SNV-TCBC"),
        (1, "V/v tính thời gian công tác của cán bộ không chuyên trách"),
        (2, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        (2, "Độc lập - Tự do - Hạnh phúc"),
        (2, "Cao Bằng, ngày 05 tháng 6 năm 2026"),
        (0, "Kính gửi: Ủy ban nhân dân các xã, phường."),
        (
            0,
            "Sở Nội vụ nhận được câu hỏi của một số xã về việc tính thời gian công tác nêu tại "
            "Công văn số 12/UBND-VX. Về việc này, Sở có ý kiến như sau: thời gian công tác tính "
            "từ ngày có quyết định của cấp có thẩm quyền.",
        ),
        (
            0,
            "1. Các xã gửi hồ sơ về Sở trước ngày 15/8/2026. Hồ sơ gửi sau ngày ấy thì để sang "
            "năm 2027.",
        ),
        (0, "2. Hồ sơ gồm đơn, quyết định và bản kê./."),
        (1, "Nơi nhận:"),
        (1, "- Như trên;"),
        (1, "- Lưu: VT, TCBC."),
        (2, "GIÁM ĐỐC"),
        (2, "Nông Thị Ví Dụ"),
    ],
    "thong-bao.pdf": [
        (1, "UBND TỈNH LAI CHÂU"),
        (1, "VĂN PHÒNG"),
        (1, "Số: 31/TB-VP"),
        (2, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        (2, "Độc lập - Tự do - Hạnh phúc"),
        (2, "Lai Châu, ngày 12 tháng 3 năm 2026"),
        (0, "THÔNG BÁO"),
        (0, "Kết luận của Chủ tịch UBND tỉnh tại cuộc họp về chợ phiên"),
        (
            0,
            "Ngày 09 tháng 3 năm 2026, UBND tỉnh họp về chợ phiên. Sau khi nghe ý kiến của Sở "
            "Công Thương, Chủ tịch UBND tỉnh kết luận:",
        ),
        (
            0,
            "1. Giao Sở Công Thương chủ trì, phối hợp với các cơ quan liên quan rà soát các chợ "
            "phiên, báo cáo UBND tỉnh trước ngày 30/6/2026; các chợ ở xã vùng cao rà soát trước, "
            "theo bảng sau:",
        ),
        (0, "Chợ Phiên Chợ Nà Tạm, gồm cả bãi xe mới mở ở đầu xã thứ Bảy"),
        (
            0,
            "2. Giao Sở Tài chính tham mưu bố trí vốn sửa các chợ nêu trên theo thứ tự từ xã vùng "
            "cao đến xã vùng thấp, tránh để chợ phải nghỉ nhiều phiên liền, hoàn thành trước ngày "
            "20/5/2026.",
        ),
        (0, "Văn phòng UBND tỉnh thông báo để các đơn vị biết, thực hiện./."),
        (1, "Nơi nhận:"),
        (1, "- Các sở, ngành;"),
        (1, "- Lưu: VT."),
        (2, "KT. CHÁNH VĂN PHÒNG"),
        (2, "PHÓ CHÁNH VĂN PHÒNG"),
        (2, "Vàng A Thử"),
    ],
}


def read(name: str) -> Capture:
    (capture,) = read_pdf(FIXTURES / name)
    return capture


@pytest.mark.parametrize("name", EXPECTED)
def test_every_paragraph_of_a_printed_file(name: str) -> None:
    capture = read(name)
    assert [(block.column, block.text) for block in capture.blocks] == EXPECTED[name]
    assert capture.doubts == ()


def test_a_printed_table_is_a_table() -> None:
    (table,) = [block for block in read("thong-bao.pdf").blocks if block.kind is BlockKind.TABLE]
    assert table.rows == (
        ("Chợ", "Phiên"),
        ("Chợ Nà Tạm, gồm cả bãi xe mới mở ở đầu xã", "thứ Bảy"),
    )


@pytest.mark.parametrize(
    ("name", "number", "day", "signer"),
    [
        ("cong-van.pdf", "145/SNV-TCBC", dt.date(2026, 6, 5), "Nông Thị Ví Dụ"),
        ("thong-bao.pdf", "31/TB-VP", dt.date(2026, 3, 12), "Vàng A Thử"),
    ],
)
def test_a_printed_file_becomes_its_record(
    name: str, number: str, day: dt.date, signer: str
) -> None:
    capture = read(name)
    record = READERS[recognise(capture)](capture, Context(Registry())).record
    assert isinstance(record, Document)
    assert record.signer is not None
    assert (record.number, record.date, record.signer.name) == (number, day, signer)


def test_a_pdf_file_is_read_by_its_format() -> None:
    path = FIXTURES / "cong-van.pdf"
    assert recognise_format(path, path.name).key == "pdf"
    reader = FORMATS["pdf"].read
    assert reader is not None
    assert list(reader(path)) == [read("cong-van.pdf")]

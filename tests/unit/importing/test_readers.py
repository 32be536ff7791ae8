"""Which reader an item goes to: what is no official document is news."""

from __future__ import annotations

from dataclasses import replace

import pytest
from bantin.errors import ImportRefusedError
from bantin.importing.capture import FieldName, FoundField
from bantin.importing.readers import recognise

from tests.unit.importing.samples import NEWS, NOTICE, capture_of

LETTER_BODY = "Đề nghị các đơn vị gửi số liệu.\n\nNơi nhận:\n- Như trên;\n- Lưu: VT."


@pytest.mark.parametrize(
    "head",
    [
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nSố: 5/TB-VP",
        "CỘNG HÕA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 5/TB-VP",
        "CONG HOA XA HOI CHU NGHIA VIET NAM\nTHÔNG BÁO",
        "CỘNG HÒA XÃ HỘI\nCHỦ NGHĨA VIỆT NAM\nTHÔNG BÁO",
        "CỘNG\nHÒA XÃ HỘI CHỦ NGHĨA VIỆT\nNAM\nSố: 5/TB-VP",
        "UBND XÃ MƯỜNG THỬ\nĐộc lập – Tự do – Hạnh phúc\nKẾ HOẠCH",
        "UBND XÃ MƯỜNG THỬ\nSố: 5/TB-UBND\nTHÔNG BÁO",
        "UBND XÃ MƯỜNG THỬ\nSố:    /UBND-VX\nV/v thử nghiệm\nKính gửi: Các bản.",
        "TỈNH ỦY VÍ DỤ\n*\nSố 12-CT/TU\nĐẢNG CỘNG SẢN VIỆT NAM\nCHỈ THỊ",
        f"Kính gửi: Các phòng chuyên môn\n{LETTER_BODY}",
        "Trang chủ > Văn bản\nTin mới\nUBND XÃ MƯỜNG THỬ\nSố: 5/TB-UBND\nTHÔNG BÁO",
    ],
)
def test_a_document_is_known_by_its_head(head: str) -> None:
    assert recognise(capture_of(f"{head}\n\nNội dung của văn bản thử.")) == "document"


@pytest.mark.parametrize(
    "text",
    [
        NEWS,
        "Một bài thơ về quê hương",
        "Sáng 4/7, tỉnh công bố Quyết định số 5/QĐ-UBND về bến xe.\nDự lễ có nhiều người.",
        "Thăm nước bạn\nĐoàn của nước Cộng hòa xã hội chủ nghĩa Việt Nam đến nơi sáng 4/7.",
        "Tết Độc lập\nBa chữ Độc lập - Tự do - Hạnh phúc là lẽ sống của bản làng.",
        "Chữ ký số 5/6\nVăn bản số 12/TB-UBND nói về cầu treo.\nKết luận\nCầu đã xong.",
        "THÔNG BÁO\nTuyển dụng lao động mùa vụ tại xã.",
        "Kính gửi bạn đọc\nBáo xin tạm nghỉ một kỳ.",
        "Đoàn đi thăm các nước.\n" * 60 + "Nước CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM mến khách.",
    ],
)
def test_anything_else_is_news(text: str) -> None:
    assert recognise(capture_of(text)) == "news"


@pytest.mark.parametrize("name", [FieldName.KIND, FieldName.NUMBER])
def test_a_format_that_names_type_or_number_holds_a_document(name: FieldName) -> None:
    capture = capture_of("Văn bản chỉ có một câu.")
    field = FoundField(name, "Thông báo", "hàng “Loại văn bản”")
    assert recognise(replace(capture, fields=(field,))) == "document"


@pytest.mark.parametrize("text", [f"{NEWS}\n{NEWS}", f"{NEWS}\n{NOTICE}"])
def test_two_items_in_one_file_are_told(text: str) -> None:
    with pytest.raises(ImportRefusedError, match="nhiều bài"):
        recognise(capture_of(text))


def test_a_document_with_another_head_in_its_annex_is_one_document() -> None:
    assert recognise(capture_of(f"{NOTICE}\n\nPhụ lục\n\n{NOTICE}")) == "document"

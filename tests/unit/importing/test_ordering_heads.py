"""Heads of documents that order: minutes, conclusions, telegrams, directives, plans, letters."""

from __future__ import annotations

import pytest
from bantin.importing.heading import Heading, parse_heading
from bantin.importing.issuers import is_nameless
from bantin.importing.kind_lines import join_title, kind_of
from bantin.importing.proposal import Sure
from bantin.importing.readers import recognise

from tests.unit.importing.heads.scoring import score
from tests.unit.importing.samples import capture_of
from tests.unit.importing.test_feet import foot_of

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"
BELOW = "\n\nHôm nay, ngày 12/3/2026, tại nhà văn hóa, thôn họp.\n\n1. Mỗi hộ góp hai ngày công."


@pytest.mark.parametrize("half", ["tune", "held"])
def test_labelled_heads_are_read_whole_and_nothing_false(half: str) -> None:
    figures = score(half)
    assert figures.false == []
    assert figures.missing == []


def head_of(text: str) -> Heading:
    return parse_heading(capture_of(text).blocks)


@pytest.mark.parametrize(
    ("line", "code", "rest"),
    [
        ("BIÊN BẢN HỌP", "BB", "HỌP"),
        ("BIÊN BẢN CUỘC HỌP THÔN", "BB", "CUỘC HỌP THÔN"),
        ("BIÊN BẢN HỘI NGHỊ", "BB", "HỘI NGHỊ"),
        ("BIÊN BẢN Cuộc họp giao ban tuần 3", "BB", "Cuộc họp giao ban tuần 3"),
        ("KẾT LUẬN THANH TRA", "KL", "THANH TRA"),
        ("KẾT LUẬN CỦA BAN THƯỜNG VỤ ĐẢNG ỦY", "KL", "CỦA BAN THƯỜNG VỤ ĐẢNG ỦY"),
        ("THÔNG BÁO Ý KIẾN KẾT LUẬN", "TB", "Ý KIẾN KẾT LUẬN"),
        ("CÔNG ĐIỆN HỎA TỐC", "CĐ", "HỎA TỐC"),
        ("NGHỊ QUYẾT CHUYÊN ĐỀ", "NQ", "CHUYÊN ĐỀ"),
        ("KẾ HOẠCH V/v sửa đường", "KH", "V/v sửa đường"),
    ],
)
def test_a_line_of_a_type_may_hold_more_words(line: str, code: str, rest: str) -> None:
    assert kind_of(line) == (code, rest)


@pytest.mark.parametrize(
    "line",
    [
        "KẾ HOẠCH VÀ ĐẦU TƯ",
        "DỰ ÁN ĐẦU TƯ XÂY DỰNG",
        "CHƯƠNG TRÌNH MỤC TIÊU QUỐC GIA",
        "BIÊN BẢN LÀM VIỆC NÓI GÌ?",
        "Biên bản họp giao ban nêu rõ",
        "Kết luận của Chủ tịch UBND xã",
        "KẾT LUẬN VÀ KIẾN NGHỊ",
        "THÔNG BÁO TUYỂN SINH",
        "CÔNG ĐIỆN YÊU CẦU GÌ",
        "BIÊN BẢN",
    ],
)
def test_other_lines_name_no_type_with_more_words(line: str) -> None:
    assert kind_of(line) in (None, ("BB", ""))


@pytest.mark.parametrize(
    ("rest", "below", "title"),
    [
        ("HỌP", "Giao ban tháng 4", "Họp giao ban tháng 4"),
        ("HỌP", "Hội đồng nghĩa vụ quân sự xã", "Họp Hội đồng nghĩa vụ quân sự xã"),
        ("HỌP", "VỀ VIỆC SỬA ĐÊ", "HỌP VỀ VIỆC SỬA ĐÊ"),
        ("LÀM VIỆC", "(V/v: Sửa kè)", "Làm việc về việc sửa kè"),
        ("LÀM VIỆC", "Về việc: Sửa kè Bến Nháp", "Làm việc về việc sửa kè Bến Nháp"),
        ("LÀM VIỆC", "V/v Sở Y tế bàn giao trạm", "Làm việc về việc Sở Y tế bàn giao trạm"),
        ("LÀM VIỆC", "v/v UBND xã trả đất", "Làm việc về việc UBND xã trả đất"),
        ("CỦA BAN THƯỜNG VỤ", "về giữ rừng", "CỦA BAN THƯỜNG VỤ về giữ rừng"),
        ("HỎA TỐC", "Về việc chống bão", "Về việc chống bão"),
        ("", "Về việc chống bão", "Về việc chống bão"),
        ("HỌP THÔN NÀ VÍ", "", "HỌP THÔN NÀ VÍ"),
        ("HỌP", "", ""),
        ("LÀM VIỆC", "", ""),
    ],
)
def test_words_beside_the_type_begin_the_title(rest: str, below: str, title: str) -> None:
    assert join_title(rest, below) == title


def test_a_type_that_its_symbol_contradicts_goes_into_the_title() -> None:
    heading = head_of(
        f"UBND XÃ THỬ\n{NATION}\nSố: 3/TB-UBND\nThử, ngày 1 tháng 6 năm 2025\n"
        f"KẾT LUẬN CỦA CHỦ TỊCH UBND XÃ\nTẠI BUỔI GIAO BAN{BELOW}"
    )
    assert heading.kind == "TB"
    assert heading.title == "KẾT LUẬN CỦA CHỦ TỊCH UBND XÃ TẠI BUỔI GIAO BAN"
    assert {fact.field: fact.sure for fact in heading.facts}["kind"] is Sure.GUESSED


@pytest.mark.parametrize(
    ("opening", "day"),
    [
        ("Hôm nay, vào hồi 8 giờ 00 ngày 12 tháng 3 năm 2026, tại xã", "2026-03-12"),
        ("Hôm nay, ngày 12/3/2026, tại xã", "2026-03-12"),
        ("Hôm nay, lúc 8h30, thứ năm ngày 12/3/2026 tại xã", "2026-03-12"),
        ("Hôm nay là ngày 12 tháng 3 năm 2026", "2026-03-12"),
        ("Vào lúc 14 giờ 00 phút, ngày 12/03/2026, tại xã", "2026-03-12"),
        ("Hồi 8 giờ ngày 12 tháng 3 năm 2026, xã họp", "2026-03-12"),
        ("1. Thời gian: 8 giờ 00, ngày 12/3/2026", "2026-03-12"),
        ("I. Thời gian, địa điểm\nHôm nay, lúc 8 giờ ngày 12/3/2026, tại xã", "2026-03-12"),
        ("I. THỜI GIAN, ĐỊA ĐIỂM\n- Thời gian: Bắt đầu từ 8 giờ ngày 12/3/2026", "2026-03-12"),
        ("1. Thời gian : lúc 9 giờ, ngày 12 tháng 3 năm 2026", "2026-03-12"),
        ("- Thời gian bắt đầu: từ 8 giờ đến 11 giờ 30 phút ngày 12/3/2026", "2026-03-12"),
        ("Thời gian họp: sáng ngày 12/3/2026", "2026-03-12"),
        ("Hôm nay, từ ngày 12/3/2026 đến ngày 13/3/2026, tại xã", ""),
        ("Hôm nay, ngày 12/3/2026 và 13/3/2026, tại xã", ""),
        ("Hôm nay, các ngày 12 và 13/3/2026, tại xã", ""),
        ("Hôm nay, ngày … tháng … năm 2026, tại xã", ""),
        ("Hôm nay, thực hiện Quyết định ngày 12/3/2026, xã họp", ""),
        ("Hôm nay, tại xã, theo giấy mời ngày 12/3/2026", ""),
        ("Thời gian: sáng ngày 12/3", ""),
        ("Căn cứ Quyết định số 5 ngày 12/3/2026 của UBND xã", ""),
    ],
)
def test_the_opening_of_minutes_tells_their_day(opening: str, day: str) -> None:
    heading = head_of(f"UBND XÃ THỬ\n{NATION}\n\nBIÊN BẢN HỌP\nGiao ban\n\n{opening}.\n\n1. Việc.")
    assert (heading.day.isoformat() if heading.day else "") == day
    fact = {fact.field: fact for fact in heading.facts}["date"]
    assert fact.sure is (Sure.GUESSED if day else Sure.OPEN)


def test_the_day_beside_the_place_is_kept() -> None:
    heading = head_of(
        f"UBND XÃ THỬ\n{NATION}\nThử, ngày 14 tháng 3 năm 2026\nBIÊN BẢN HỌP THÔN{BELOW}"
    )
    assert heading.day is not None
    assert heading.day.day == 14


def test_only_minutes_take_their_day_from_the_text() -> None:
    assert head_of(f"UBND XÃ THỬ\n{NATION}\nSố: 3/KL-UBND\nKẾT LUẬN\nVề đê{BELOW}").day is None


@pytest.mark.parametrize(
    "place",
    [
        "Nghệ An, hồi 16 giờ 30, ngày 12 tháng 9 năm 2016",
        "Nghệ An, hồi 16 giờ 30 phút ngày 12 tháng 9 năm 2016",
        "Nghệ An, lúc 16h30 ngày 12 tháng 9 năm 2016",
        "Nghệ An, hồi 16 giờ 30’ ngày 12 tháng 9 năm 2016",
        "Nghệ An, vào hồi 16 giờ, ngày 12 tháng 9 năm 2016",
    ],
)
def test_the_hour_of_a_telegram_stands_before_its_day(place: str) -> None:
    heading = head_of(f"UBND TỈNH NGHỆ AN\n{NATION}\nSố: 3/CĐ-UBND\n{place}\nCÔNG ĐIỆN\nVề bão")
    assert (heading.place, str(heading.day)) == ("Nghệ An", "2016-09-12")


@pytest.mark.parametrize(
    "sender",
    [
        "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH ĐIỆN:",
        "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH\nĐIỆN:",
        "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH ĐIỆN",
        "Chủ tịch Ủy ban nhân dân tỉnh điện:",
        "THỦ TƯỚNG CHÍNH PHỦ điện:",
        "Ủy ban nhân dân tỉnh\nđiện",
    ],
)
@pytest.mark.parametrize("title", ["", "Về việc chống hạn tại các tỉnh\n"])
def test_who_sends_a_telegram_is_no_part_of_its_title(title: str, sender: str) -> None:
    heading = head_of(
        f"UBND TỈNH NGHỆ AN\n{NATION}\nSố: 3/CĐ-UBND\nNghệ An, ngày 1 tháng 6 năm 2025\n"
        f"CÔNG ĐIỆN\n{title}{sender}\n- Các xã ven biển;\n- Sở Y tế.\nYêu cầu:\n1. Trực đêm."
    )
    assert heading.title == title.strip()


@pytest.mark.parametrize(
    ("text", "form"),
    [
        (f"UBND XÃ THỬ\n\nBIÊN BẢN HỌP{BELOW}", "document"),
        (f"BIÊN BẢN LÀM VIỆC\nVề việc sửa kè{BELOW}", "document"),
        (f"CHI BỘ BẢN THỬ\n------\nBIÊN BẢN{BELOW}", "document"),
        (f"Xã họp bàn sửa đường\nBiên bản họp{BELOW}", "news"),
        ("BIÊN BẢN HỌP LỘ CHUYỆN GÌ?\nHôm nay, ngày 12/3/2026, dân kéo đến.", "news"),
        ("BIÊN BẢN HỌP\nHôm nay, dân trong xã kéo đến xem biên bản ngày 12/3/2026.", "news"),
        (f"THÔNG BÁO{BELOW}", "news"),
        ("Dân xã Thử kể lại buổi họp\n" * 6 + f"BIÊN BẢN HỌP{BELOW}", "news"),
    ],
)
def test_minutes_without_nation_and_number_are_documents(text: str, form: str) -> None:
    assert recognise(capture_of(text)) == form


@pytest.mark.parametrize(
    "block",
    [
        "THƯ KÝ\nLò Văn Thử",
        "NGƯỜI GHI BIÊN BẢN\n(Đã ký)\nLò Văn Thử",
        "THƯ KÝ CUỘC HỌP\nLò Văn Thử",
        "THƯ KÝ CHỦ TRÌ\nLò Văn Thử Hà Thị Mẫu",
        "CHỦ TRÌ          NGƯỜI GHI BIÊN BẢN\n\nLò Văn Thử",
        "TM. ĐOÀN THƯ KÝ\nLò Văn Thử",
        "ĐẠI DIỆN BÊN GIAO          ĐẠI DIỆN BÊN NHẬN\n\nLò Văn Thử",
        "ĐẠI DIỆN UBND XÃ\nCHỦ TỊCH\nLò Văn Thử\nĐẠI DIỆN NHÀ THẦU\nGIÁM ĐỐC\nHà Thị Mẫu",
        "CHỦ TRÌ\nLò Văn Thử\nTHƯ KÝ\nHà Thị Mẫu",
        "CHỦ TRÌ\nLò Văn Thử\n\nNHÀ THẦU THI CÔNG\nHà Thị Mẫu",
        "CHỦ TỊCH\n(Đã ký)\nLò Văn Thử\n\nXÁC NHẬN CỦA HỘ DÂN\n(Đã ký)\nHà Thị Mẫu",
    ],
)
def test_who_takes_minutes_down_is_not_taken_for_who_signs(block: str) -> None:
    foot = foot_of(f"Nơi nhận:\n- Như trên;\n- Lưu: VT.\n\n{block}")
    assert foot.signer is None
    assert any("điền vào signer" in guess for guess in foot.guesses)


@pytest.mark.parametrize(
    ("block", "authority", "position"),
    [
        ("CHỦ TRÌ\nLò Văn Thử", (), "CHỦ TRÌ"),
        ("TỔNG THƯ KÝ\nLò Văn Thử", (), "TỔNG THƯ KÝ"),
        ("TL. CHỦ TỊCH\nTHƯ KÝ HỘI ĐỒNG\nLò Văn Thử", ("TL. CHỦ TỊCH",), "THƯ KÝ HỘI ĐỒNG"),
        ("ĐẠI DIỆN SỞ Y TẾ\nGIÁM ĐỐC\nLò Văn Thử", ("ĐẠI DIỆN SỞ Y TẾ",), "GIÁM ĐỐC"),
        ("CHỦ TỌA CUỘC HỌP\nLò Văn Thử", (), "CHỦ TỌA CUỘC HỌP"),
        ("CHỦ TỊCH\nLò Văn Thử\n\nPHỤ LỤC\nHà Thị Mẫu", (), "CHỦ TỊCH"),
        ("CHỦ TỊCH\nLò Văn Thử\n\nGHI CHÚ CHUNG\nBiểu này gửi kèm.", (), "CHỦ TỊCH"),
    ],
)
def test_who_answers_for_the_text_signs(
    block: str, authority: tuple[str, ...], position: str
) -> None:
    signer = foot_of(f"Nơi nhận:\n- Như trên;\n- Lưu: VT.\n\n{block}").signer
    assert signer is not None
    assert (signer.authority, signer.position) == (authority, position)


@pytest.mark.parametrize(
    ("number", "line", "kind", "title"),
    [
        ("3/KH-UBND", "KẾ HOẠCH TRIỂN KHAI TẾT TRỒNG CÂY", "KH", "TRIỂN KHAI TẾT TRỒNG CÂY"),
        ("3/BC-TTH", "BÁO CÁO SƠ KẾT HỌC KỲ I", "BC", "SƠ KẾT HỌC KỲ I"),
        ("3/TTr-SXD", "TỜ TRÌNH ĐỀ NGHỊ SỬA CẦU TREO", "TTr", "ĐỀ NGHỊ SỬA CẦU TREO"),
        ("3/PA-UBND", "PHƯƠNG ÁN PHÒNG CHỐNG LŨ QUÉT", "PA", "PHÒNG CHỐNG LŨ QUÉT"),
        ("3-HD/BTCTU", "HƯỚNG DẪN ĐẠI HỘI CHI BỘ", "HD", "ĐẠI HỘI CHI BỘ"),
        ("   /KH-UBND", "KẾ HOẠCH DIỄN TẬP CỨU NẠN", "KH", "DIỄN TẬP CỨU NẠN"),
        ("3/UBND-VX", "KẾ HOẠCH DIỄN TẬP CỨU NẠN", "", ""),
        ("3/BC-SKHĐT", "KẾ HOẠCH VÀ ĐẦU TƯ", "BC", ""),
        ("3/QĐ-UBND", "DỰ ÁN HỖ TRỢ NÔNG THÔN", "QĐ", ""),
    ],
)
def test_the_number_tells_which_lines_name_the_type(
    number: str, line: str, kind: str, title: str
) -> None:
    heading = head_of(
        f"UBND XÃ THỬ\n{NATION}\nSố: {number}\nThử, ngày 1 tháng 6 năm 2025\n{line}\n\n"
        "Thực hiện chương trình công tác, xã làm như sau:\n\n1. Làm việc thử."
    )
    assert (heading.kind, heading.title) == (kind, title)


def test_a_note_below_the_type_is_text_and_no_title() -> None:
    heading = head_of(
        f"CHI BỘ BẢN THỬ\n{NATION}\nBIÊN BẢN SINH HOẠT CHI BỘ THƯỜNG KỲ\n"
        f"(Thực hiện theo Hướng dẫn số 3-HD/X){BELOW}"
    )
    assert heading.title == "SINH HOẠT CHI BỘ THƯỜNG KỲ"
    assert not any("Hướng dẫn" in line for line in heading.header)


@pytest.mark.parametrize("kind", ["CÔNG ĐIỆN", "CHỈ THỊ", "KẾT LUẬN", "NGHỊ QUYẾT"])
@pytest.mark.parametrize("subject", ["Về việc chống hạn", "về chống hạn", "V/v chống hạn"])
def test_the_subject_goes_on_below_whose_it_is(kind: str, subject: str) -> None:
    heading = head_of(
        f"UBND TỈNH NGHỆ AN\n{NATION}\nSố: 3/X-UBND\nNghệ An, ngày 1 tháng 6 năm 2025\n{kind}\n"
        f"CỦA CHỦ TỊCH UBND TỈNH\n{subject}\nKính gửi: Các xã.\n\n1. Trực đêm."
    )
    assert heading.title == f"CỦA CHỦ TỊCH UBND TỈNH {subject}"


@pytest.mark.parametrize("name", ["ĐẢNG ỦY", "CHI BỘ", "CHI ỦY", "ĐẢNG BỘ", "VĂN PHÒNG"])
def test_a_party_body_without_its_place_is_no_issuer(name: str) -> None:
    assert is_nameless(name)
    assert not is_nameless(f"{name} XÃ THỬ")

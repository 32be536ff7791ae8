from __future__ import annotations

from pathlib import Path

import pytest
from bantin.errors import ImportRefusedError
from bantin.importing.capture import BlockKind
from bantin.importing.reading.pdf import reader as pdf_reader
from bantin.importing.reading.pdf.reader import read_pdf

from tests.unit.importing.reading.pdf_making import (
    JOINED,
    WORDS,
    ReadSheets,
    Sheet,
    make_pdf,
    read_made,
    refusal,
    texts,
)


@pytest.fixture
def read(tmp_path: Path) -> ReadSheets:
    return lambda *sheets, **more: read_made(tmp_path, *sheets, **more)


def test_wrapped_lines_are_joined_and_the_place_is_told(read) -> None:
    capture = read(Sheet(WORDS), Sheet([(60, 700, "Trân trọng./.")]))
    assert texts(capture) == [JOINED, "Trân trọng./."]
    assert [block.where for block in capture.blocks] == ["trang 1, đoạn 1", "trang 2, đoạn 2"]
    assert capture.format == "pdf"
    assert capture.repairs == ("Nối các dòng bị ngắt giữa chừng thành đoạn: 1 đoạn",)
    assert capture.doubts == ()


def test_a_sentence_goes_on_over_a_page_with_number_and_running_head(read) -> None:
    sheets = [
        Sheet([(60, 700, WORDS[0][2]), (290, 30, "1")]),
        Sheet([(60, 800, "BM01/VP"), (60, 700, WORDS[1][2]), (290, 30, "2")]),
        Sheet([(60, 800, "BM01/VP"), (60, 700, "Trân trọng./."), (290, 30, "3")]),
    ]
    capture = read(*sheets)
    assert texts(capture) == [JOINED, "Trân trọng./."]
    assert "Trang 2: bỏ số trang “2”" in capture.repairs
    assert "Trang 2–3: bỏ dòng đầu trang hoặc chân trang lặp lại “BM01/VP”" in capture.repairs


def test_spaces_are_seen_where_the_file_writes_none(read) -> None:
    glyph = 6.5
    words = ["Sở", "Nội", "vụ"]
    texts_, left = [], 60.0
    for word in words:
        texts_.append((left, 700, word))
        left += (len(word) + 1) * glyph
    assert texts(read(Sheet(texts_)))[0] == "Sở Nội vụ"


def test_letters_that_stand_a_little_apart_are_one_word(read) -> None:
    spread = [(60 + at * 7.4, 700, letter) for at, letter in enumerate("Quyết")]
    assert texts(read(Sheet([*spread, (60, 600, "Hết.")])))[0] == "Quyết"


def test_characters_drawn_twice_to_look_bold_are_read_once(read) -> None:
    line = (60, 700, "THÔNG BÁO")
    assert texts(read(Sheet([line, (60.3, 700, "THÔNG BÁO"), (60, 600, "Hết.")])))[0] == "THÔNG BÁO"


def test_a_combining_mark_stays_with_its_letter(read) -> None:
    assert texts(read(Sheet([(60, 700, "tỉnh ủy")])))[0] == "tỉnh ủy"


def test_a_page_set_sideways_is_read(read) -> None:
    sideways = Sheet(
        drawing="0 1 -1 0 595 0 cm", texts=[(60, 400, WORDS[0][2]), (60, 380, WORDS[1][2])]
    )
    sideways.extra = "/Rotate 90"
    assert texts(read(sideways)) == [JOINED]


def test_head_and_foot_are_parted_by_their_place(read) -> None:
    sheet = Sheet(
        [
            (60, 780, "UBND TỈNH SƠN LA"),
            (300, 780, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
            (80, 762, "SỞ NỘI VỤ"),
            (330, 761, "Độc lập - Tự do - Hạnh phúc"),
            (70, 740, "Số: 145/SNV-TC"),
            (310, 740, "Sơn La, ngày 05 tháng 6 năm 2026"),
            *WORDS,
            (60, 500, "Nơi nhận:"),
            (380, 500, "GIÁM ĐỐC"),
            (60, 485, "- Như trên;"),
            (60, 470, "- Lưu: VT."),
            (365, 440, "Nông Thị Ví Dụ"),
        ]
    )
    capture = read(sheet)
    assert [(block.column, block.text) for block in capture.blocks] == [
        (1, "UBND TỈNH SƠN LA"),
        (1, "SỞ NỘI VỤ"),
        (1, "Số: 145/SNV-TC"),
        (2, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        (2, "Độc lập - Tự do - Hạnh phúc"),
        (2, "Sơn La, ngày 05 tháng 6 năm 2026"),
        (0, JOINED),
        (1, "Nơi nhận:"),
        (1, "- Như trên;"),
        (1, "- Lưu: VT."),
        (2, "GIÁM ĐỐC"),
        (2, "Nông Thị Ví Dụ"),
    ]


RULES = "".join(f"{60 + 100 * at} 500 m {60 + 100 * at} 560 l S " for at in range(4)) + "".join(
    f"60 {500 + 20 * at} m 360 {500 + 20 * at} l S " for at in range(4)
)


def test_a_ruled_table_is_a_table_in_its_place(read) -> None:
    cells = [
        (65 + 100 * column, 545 - 20 * row, text)
        for row, line in enumerate(
            [["STT", "Đơn vị", "Số hộ"], ["1", "Nà Tạm", "120"], ["2", "Bến Giả", ""]]
        )
        for column, text in enumerate(line)
        if text
    ]
    capture = read(Sheet([*WORDS, *cells, (60, 450, "Trân trọng./.")], drawing=RULES))
    assert [block.kind for block in capture.blocks] == [
        BlockKind.PARAGRAPH,
        BlockKind.TABLE,
        BlockKind.PARAGRAPH,
    ]
    assert capture.blocks[1].rows == (
        ("STT", "Đơn vị", "Số hộ"),
        ("1", "Nà Tạm", "120"),
        ("2", "Bến Giả", ""),
    )


def test_a_frame_around_text_is_no_table(read) -> None:
    frame = "50 660 m 550 660 l S 50 720 m 550 720 l S 50 660 m 50 720 l S 550 660 m 550 720 l S"
    assert texts(read(Sheet(WORDS, drawing=frame))) == [JOINED]


def test_large_bold_lines_are_headings(read) -> None:
    title = (60, 760, "Bà con góp đất mở đường", 20, "Times-Bold")
    capture = read(Sheet([title, *WORDS]))
    assert capture.blocks[0].kind is BlockKind.HEADING
    assert capture.blocks[1].kind is BlockKind.PARAGRAPH


def test_pictures_are_cut_out_but_not_those_of_the_head(read) -> None:
    capture = read(
        Sheet([*WORDS, (60, 300, "Hết.")], pictures=[(60, 400, 300, 200), (250, 760, 90, 70)])
    )
    assert [block.kind for block in capture.blocks] == [
        BlockKind.PARAGRAPH,
        BlockKind.PICTURE,
        BlockKind.PARAGRAPH,
    ]
    (picture,) = capture.pictures
    assert picture.data.startswith(b"\x89PNG")
    assert capture.blocks[1].picture == picture.name


def test_links_to_files_are_told_with_their_words(read) -> None:
    sheet = Sheet(
        [*WORDS, (60, 600, "Tải phụ lục")],
        links=[
            ((58, 598, 200, 615), "https://vidu.example/phu-luc.docx"),
            ((58, 678, 200, 690), "https://vidu.example/"),
        ],
    )
    (link,) = read(sheet).links
    assert (link.address, link.text) == ("https://vidu.example/phu-luc.docx", "Tải phụ lục")


def test_what_cannot_be_read_is_told(read) -> None:
    sheet = Sheet(
        [*WORDS, (60, 600, "\ue005\ue006"), (60, 580, "café 25", 13, ".VnTime")],
        drawing="q 0.7 0.7 -0.7 0.7 200 100 cm BT ET Q",
    )
    doubts = " ".join(read(sheet).doubts)
    assert "Trang 1: 2 ký tự không rõ là chữ gì" in doubts
    assert ".VnTime" in doubts


def test_symbols_of_bullets_are_bullets(read) -> None:
    assert texts(read(Sheet([(60, 700, "\uf0b7 Lưu: VT"), (60, 600, "\uf02d Như trên")]))) == [
        "• Lưu: VT",
        "- Như trên",
    ]


def test_invisible_text_of_a_printed_page_is_left_out_and_told(read) -> None:
    capture = read(Sheet([*WORDS, (60, 600, "chữ ẩn", 13, "Times-Roman", 3)]))
    assert texts(capture) == [JOINED]
    assert capture.doubts == ("Trang 1: bỏ 5 chữ cái in ẩn, không thấy được",)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "không phải tệp PDF"),
        (b"PK\x03\x04", "không phải tệp PDF"),
        (b"%PDF-1.7\nnothing", "bị hỏng"),
        (make_pdf(Sheet(WORDS))[:400], "bị hỏng"),
        (make_pdf(Sheet()), "không có chữ nào"),
        (make_pdf(Sheet(WORDS, box="[0 0 90000 90000]")), "không có chữ nào"),
        (
            make_pdf(
                Sheet(WORDS),
                trailer="/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <"
                + "41" * 32
                + "> /U <"
                + "42" * 32
                + "> >> /ID [<01> <01>]",
            ),
            "khóa bằng mật khẩu",
        ),
    ],
)
def test_unreadable_files_are_refused_with_the_reason(
    tmp_path: Path, data: bytes, why: str
) -> None:
    assert why in refusal(tmp_path, data)


def test_too_many_pages_are_refused(tmp_path: Path) -> None:
    assert "10000 trang" in refusal(tmp_path, make_pdf(*[Sheet()] * 10_000))


def test_reading_ends_in_time(read) -> None:
    with pytest.raises(ImportRefusedError, match="đọc quá lâu"):
        read(Sheet(WORDS), seconds=-1.0)


def test_too_many_characters_are_refused(read, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_reader, "MAX_GLYPHS", 50)
    with pytest.raises(ImportRefusedError, match="hơn 50 chữ cái"):
        read(Sheet(WORDS))


def test_a_form_that_shows_itself_ends(tmp_path: Path) -> None:
    data = make_pdf(Sheet(WORDS, pictures=[(60, 300, 200, 150)]))
    image = data.index(b"/Type /XObject /Subtype /Image")
    number = data.rindex(b" 0 obj", 0, image)
    own = data[data.rindex(b"\n", 0, number) + 1 : number]
    looped = data.replace(
        data[image : data.index(b"/Length", image)],
        b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /P0 "
        + own
        + b" 0 R >> >> ",
    )
    path = tmp_path / "bai.pdf"
    path.write_bytes(looped)
    (capture,) = read_pdf(path)
    assert JOINED in texts(capture)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ImportRefusedError, match="không mở được tệp"):
        list(read_pdf(tmp_path / "không-có.pdf"))


def test_text_in_old_fonts_becomes_unicode(read) -> None:
    old = "Së N«ng nghiÖp ®Ò nghÞ c¸c ®¬n vÞ b¸o c¸o tr­íc ngµy 15/8/2004."
    capture = read(Sheet([(60, 700, old, 13, ".VnTime"), (60, 740, "th«ng b¸o", 13, ".VnTimeH")]))
    assert texts(capture) == [
        "THÔNG BÁO",
        "Sở Nông nghiệp đề nghị các đơn vị báo cáo trước ngày 15/8/2004.",
    ]
    assert any("Đổi chữ phông .VnTime từ bảng mã TCVN3" in told for told in capture.repairs)


def test_unicode_in_a_font_with_an_old_name_stays(read) -> None:
    line = (60, 700, "Sở Nội vụ đề nghị các đơn vị báo cáo.", 13, ".VnTime")
    capture = read(Sheet([line]))
    assert texts(capture) == ["Sở Nội vụ đề nghị các đơn vị báo cáo."]
    assert capture.doubts == ()

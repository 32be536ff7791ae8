from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from bantin.importing.capture import BlockKind, Capture, FieldName
from bantin.importing.reading.formats import recognise_format
from bantin.importing.reading.word.docx import read_docx

from tests.unit.importing.reading.office_samples import (
    MOTTO,
    NATION,
    RULED,
    docx,
    drawing,
    fonts,
    only,
    p,
    png,
    shown,
    table,
    text_box,
    texts,
)

BLANK = "<w:p/>"
BREAK = "</w:t><w:br/><w:t>"


def read(tmp_path: Path, body: str, **more: object) -> Capture:
    return only(read_docx, docx(tmp_path / "a.docx", body, **more))  # type: ignore[arg-type]


def lines(*words: str) -> str:
    return "".join(map(p, words))


def test_a_capture_names_file_digest_and_format(tmp_path: Path) -> None:
    path = docx(tmp_path / "thử.docx", p("Chữ"))
    capture = only(read_docx, path)
    assert (capture.name, capture.format) == ("thử.docx", "docx")
    assert capture.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            [
                [lines("UBND TỈNH MẪU", "SỞ THỬ", "Số: 3/TB-ST"),
                 lines(NATION, MOTTO, "Mẫu, ngày 1")],
            ],
            [("UBND TỈNH MẪU", 1), ("SỞ THỬ", 1), ("Số: 3/TB-ST", 1), (NATION, 2), (MOTTO, 2),
             ("Mẫu, ngày 1", 2)],
        ),
        (
            [[lines("UBND XÃ A", "VĂN PHÒNG"), lines(NATION, MOTTO)], ["Số:    /B", "A, ngày 2"]],
            [("UBND XÃ A", 1), ("VĂN PHÒNG", 1), (NATION, 2), (MOTTO, 2), ("Số: /B", 1),
             ("A, ngày 2", 2)],
        ),
        (
            [["BỘ THỬ", "", NATION], ["CỤC MẪU", "", MOTTO], ["Số: 5/CM", "", "Hà Nội, ngày 3"]],
            [("BỘ THỬ", 1), (NATION, 2), ("CỤC MẪU", 1), (MOTTO, 2), ("Số: 5/CM", 1),
             ("Hà Nội, ngày 3", 2)],
        ),
        (
            [["TỈNH ỦY MẪU", "ĐẢNG CỘNG SẢN VIỆT NAM"], ["Số 1-KL/TU", "Mẫu, ngày 4"]],
            [("TỈNH ỦY MẪU", 1), ("ĐẢNG CỘNG SẢN VIỆT NAM", 2), ("Số 1-KL/TU", 1),
             ("Mẫu, ngày 4", 2)],
        ),
    ],
)  # fmt: skip
def test_the_table_of_a_head_becomes_two_columns(
    tmp_path: Path, rows: list[list[str]], expected: list[tuple[str, int]]
) -> None:
    body = table(rows) + p("THÔNG BÁO")
    assert shown(read(tmp_path, body)) == [*expected, ("THÔNG BÁO", 0)]


@pytest.mark.parametrize("gap", ["          ", "\t\t", "   \t  ", "\u00a0\u00a0\u00a0\u00a0\u00a0"])
def test_a_head_set_by_runs_of_spaces_becomes_two_columns(tmp_path: Path, gap: str) -> None:
    day = "Mẫu, ngày 2 tháng 3 năm 2024"
    body = lines(f"UBND TỈNH MẪU{gap}{NATION}", f"SỞ THỬ{gap}{MOTTO}", f"Số: 1/A{gap}{day}")
    assert shown(read(tmp_path, body + p("Đoạn   sau một\tdòng."))) == [
        ("UBND TỈNH MẪU", 1),
        (NATION, 2),
        ("SỞ THỬ", 1),
        (MOTTO, 2),
        ("Số: 1/A", 1),
        (day, 2),
        ("Đoạn sau một dòng.", 0),
    ]


@pytest.mark.parametrize(
    "right",
    [
        ("KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG", "(Đã ký)", "Lê Văn Mẫu"),
        ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Lê Văn Mẫu"),
        ("GIÁM ĐỐC", "Lê Văn Mẫu"),
    ],
)
def test_the_table_of_a_foot_becomes_two_columns(tmp_path: Path, right: tuple[str, ...]) -> None:
    left = ("Nơi nhận:", "- Như trên;", "- Lưu: VT.")
    capture = read(tmp_path, p("Nội dung.") + table([[lines(*left), lines(*right)]]))
    columns = [(line, 1) for line in left] + [(line, 2) for line in right]
    assert shown(capture) == [("Nội dung.", 0), *columns]


@pytest.mark.parametrize("ruled", ["", RULED])
@pytest.mark.parametrize(
    "rows",
    [
        [["STT", "Đơn vị", "Số"], ["1", "Xã A", "5"], ["2", "Xã B", "6"]],
        [["TT", "Văn bản", "Nơi nhận"], ["1", "Báo cáo", "Văn phòng"]],
        [["Họ tên", "Chức vụ"], ["Lê A", "Tổ trưởng"], ["Lê B", "Tổ viên"]],
    ],
)
def test_a_table_of_data_stays_a_table(tmp_path: Path, ruled: str, rows: list[list[str]]) -> None:
    body = "".join(p(f"Đoạn {number}.") for number in range(8)) + table(rows, ruled)
    block = read(tmp_path, body).blocks[-1]
    assert block.kind is BlockKind.TABLE
    assert block.rows == tuple(map(tuple, rows))


def test_merged_cells_are_written_once(tmp_path: Path) -> None:
    wide = f'<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{p("Rộng")}</w:tc>'
    tall = f'<w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>{p("Cao")}</w:tc>'
    # Word keeps what stood in a cell before it was merged, and does not show it.
    below = f"<w:tc><w:tcPr><w:vMerge/></w:tcPr>{p('cũ')}</w:tc>"
    cells = [f"<w:tc>{p(word)}</w:tc>" for word in "ABCD"]
    rows = [tall + wide, below + cells[0] + cells[1], cells[2] + "<w:tc><w:p/></w:tc>" + cells[3]]
    body = (
        f"<w:tbl><w:tblPr>{RULED}</w:tblPr>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"
    )
    block = read(tmp_path, body).blocks[0]
    assert block.rows == (("Cao", "Rộng", ""), ("", "A", "B"), ("C", "", "D"))


def test_the_words_of_a_nested_table_are_kept(tmp_path: Path) -> None:
    inner = table([["trong 1", "trong 2"]]) + "<w:p/>"
    body = table([["ngoài", inner], ["x", "y"]], RULED)
    assert read(tmp_path, body).blocks[0].rows == (("ngoài", "trong 1 trong 2"), ("x", "y"))


@pytest.mark.parametrize(
    ("text", "is_draft"),
    [("DỰ THẢO", True), ("Dự thảo lần 2", True), ("(DỰ THẢO)", True), ("BẢN DỰ THẢO 3", True),
     ("MẬT", False), ("Logo đơn vị", False)],
)  # fmt: skip
def test_a_text_box_is_read_once_and_put_aside(tmp_path: Path, text: str, is_draft: bool) -> None:
    capture = read(tmp_path, f"<w:p>{text_box(text)}</w:p>" + p("Nội dung."))
    assert texts(capture) == ["Nội dung."]
    assert (capture.field(FieldName.STATUS) is not None) is is_draft
    assert sum(text in doubt for doubt in capture.doubts) == 1


def test_a_long_text_box_is_read_once_as_text_and_told(tmp_path: Path) -> None:
    text = "Khung này có cả một đoạn dài của bài, không thể bỏ đi mà không mất chữ."
    capture = read(tmp_path, p("Trước.") + f"<w:p>{text_box(text)}</w:p>")
    assert texts(capture) == ["Trước.", text]
    assert any("trong khung" in doubt for doubt in capture.doubts)


def test_tracked_changes_comments_and_hidden_text(tmp_path: Path) -> None:
    body = (
        '<w:p><w:r><w:t xml:space="preserve">Chi </w:t></w:r>'
        "<w:ins><w:r><w:t>120</w:t></w:r></w:ins><w:del><w:r><w:delText>90</w:delText></w:r></w:del>"
        '<w:r><w:t xml:space="preserve"> triệu.</w:t><w:commentReference w:id="1"/></w:r>'
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>thầm kín</w:t></w:r></w:p>"
    )
    capture = read(tmp_path, body)
    assert texts(capture) == ["Chi 120 triệu."]
    told = " ".join(capture.repairs)
    for words in ("nhận 1 chỗ thêm", "bỏ 1 chỗ đã xóa", "1 lời bình", "1 đoạn chữ ẩn"):
        assert words in told


def test_a_deleted_end_of_paragraph_joins_two(tmp_path: Path) -> None:
    body = p("Một nửa ", "<w:rPr><w:del/></w:rPr>") + p("và nửa kia.")
    assert texts(read(tmp_path, body)) == ["Một nửa và nửa kia."]


def test_notes_stand_below_their_block(tmp_path: Path) -> None:
    note = '<w:footnote w:id="2">' + p("Sửa đổi năm 2024.") + "</w:footnote>"
    body = '<w:p><w:r><w:t>Điều 5</w:t><w:footnoteReference w:id="2"/></w:r></w:p>' + p("Hết.")
    capture = read(tmp_path, body, parts={"footnotes": note})
    assert texts(capture) == ["Điều 5[1]", "[1] Sửa đổi năm 2024.", "Hết."]
    assert any("1 chú thích" in told for told in capture.repairs)


@pytest.mark.parametrize(
    ("words", "is_told"),
    [("BM01/VPUB-QT 7.0", True), ("Lần ban hành: 04", True), ("3", False), ("Trang 1/4", False),
     ("- 2 -", False)],
)  # fmt: skip
@pytest.mark.parametrize("kind", ["header", "footer"])
def test_headers_and_footers_are_left_out_and_told(
    tmp_path: Path, words: str, is_told: bool, kind: str
) -> None:
    capture = read(tmp_path, p("Nội dung."), parts={kind: p(words)})
    assert texts(capture) == ["Nội dung."]
    assert any(words in told for told in capture.repairs) is is_told


def test_a_head_in_the_header_is_read_and_told(tmp_path: Path) -> None:
    header = table([["UBND XÃ MẪU", lines(NATION, MOTTO)]])
    capture = read(tmp_path, p("Số: 1/TB"), parts={"header": header})
    assert shown(capture)[:3] == [("UBND XÃ MẪU", 1), (NATION, 2), (MOTTO, 2)]
    assert any("header" in doubt for doubt in capture.doubts)


def test_a_watermark_of_a_draft_is_told(tmp_path: Path) -> None:
    mark = (
        '<w:p><w:r><w:pict><v:shape><v:textpath string="DỰ THẢO"/></v:shape></w:pict></w:r></w:p>'
    )
    capture = read(tmp_path, p("Nội dung."), parts={"header": mark})
    assert capture.field(FieldName.STATUS) is not None


@pytest.mark.parametrize(
    ("xml", "text"),
    [
        ("<w:sdt><w:sdtContent><w:r><w:t>trong ô</w:t></w:r></w:sdtContent></w:sdt>", "trong ô"),
        ('<w:hyperlink r:id="x"><w:r><w:t>liên kết</w:t></w:r></w:hyperlink>', "liên kết"),
        ("<w:smartTag><w:r><w:t>thẻ</w:t></w:r></w:smartTag>", "thẻ"),
        ("<w:moveTo><w:r><w:t>dời đến</w:t></w:r></w:moveTo>", "dời đến"),
        ('<w:fldSimple w:instr="MERGEFIELD Ten"><w:r><w:t>Lê A</w:t></w:r></w:fldSimple>', "Lê A"),
        ("<w:r><w:t>một</w:t><w:noBreakHyphen/><w:t>hai</w:t></w:r>", "một-hai"),
        ("<w:r><w:t>thông</w:t><w:softHyphen/><w:t>báo</w:t></w:r>", "thôngbáo"),
        ("<w:r><w:t>một</w:t><w:tab/><w:t>hai</w:t></w:r>", "một hai"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:t> có</w:t></w:r>', "☑ có"),
        ('<w:r><w:sym w:font="Symbol" w:char="F0B3"/><w:t> 5</w:t></w:r>', "≥ 5"),
        ("<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>", "a+b"),
        ("<w:r><w:rPr><w:caps/></w:rPr><w:t>ủy ban</w:t></w:r>", "ỦY BAN"),
    ],
)
def test_words_inside_wrappers_are_kept(tmp_path: Path, xml: str, text: str) -> None:
    assert texts(read(tmp_path, f"<w:p>{xml}</w:p>")) == [text]


def test_codes_of_fields_go_and_results_stay(tmp_path: Path) -> None:
    body = (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        "<w:r><w:instrText>MERGEFIELD HoTen</w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>Lê Văn Mẫu</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t>, xã A</w:t></w:r></w:p>'
    )
    assert texts(read(tmp_path, body)) == ["Lê Văn Mẫu, xã A"]


def test_automatic_contents_over_paragraphs_are_left_out(tmp_path: Path) -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>TOC \\o</w:instrText></w:r>'
    body = (
        f'<w:p>{begin}<w:r><w:fldChar w:fldCharType="separate"/><w:t>Mục 1 … 2</w:t></w:r></w:p>'
        + p("Mục 2 … 3")
        + '<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
        + p("Nội dung.")
    )
    capture = read(tmp_path, body)
    assert texts(capture) == ["Nội dung."]
    assert any("1 mục lục" in told for told in capture.repairs)


@pytest.mark.parametrize(
    ("xml", "expected"),
    [
        (p("Bộ môn" + "BREAK" + "của trường"), ["Bộ môn của trường"]),
        (p("Địa chỉ: xã A." + "BREAK" + "Điện thoại: 0"), ["Địa chỉ: xã A.", "Điện thoại: 0"]),
        (p("Các việc sau:" + "BREAK" + "rà soát;"), ["Các việc sau:", "rà soát;"]),
        (p("QUYẾT ĐỊNH" + "BREAK" + "Về việc cấp đất"), ["QUYẾT ĐỊNH", "Về việc cấp đất"]),
    ],
)
def test_a_break_ends_a_line_but_within_a_sentence(
    tmp_path: Path, xml: str, expected: list[str]
) -> None:
    assert texts(read(tmp_path, xml.replace("BREAK", BREAK))) == expected


def test_headings_take_their_level_from_style_or_outline(tmp_path: Path) -> None:
    styles = (
        '<w:style w:styleId="H2" w:type="paragraph"><w:name w:val="heading 2"/>'
        '<w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>'
        '<w:style w:styleId="Own" w:type="paragraph"><w:basedOn w:val="H2"/></w:style>'
    )
    body = (
        p("Mục lớn", '<w:outlineLvl w:val="0"/>')
        + p("Mục hai", '<w:pStyle w:val="H2"/>')
        + p("Mục con", '<w:pStyle w:val="Own"/>')
        + p("Đây là cả một câu viết bằng kiểu tiêu đề.", '<w:pStyle w:val="H2"/>')
    )
    capture = read(tmp_path, body, parts={"styles": styles})
    assert [(block.kind.value, block.level) for block in capture.blocks] == [
        ("heading", 1), ("heading", 2), ("heading", 2), ("paragraph", 0),
    ]  # fmt: skip


def test_pictures_and_their_captions(tmp_path: Path) -> None:
    body = (
        drawing("a.png", "Toàn cảnh")
        + p("Ảnh: Lễ phát động trồng cây")
        + p("Đoạn bài.")
        + drawing("b.png")
        + p("Quang cảnh buổi lễ", '<w:jc w:val="center"/>', "<w:i/>")
        + drawing("c.png")
        + p("Ba trăm người đã dự buổi lễ này.")
    )
    files = {"a.png": png(1), "b.png": png(2), "c.png": png(3)}
    capture = read(tmp_path, body, files=files)
    kinds = [block.kind.value for block in capture.blocks]
    assert kinds == [
        "picture", "caption", "paragraph", "picture", "caption", "picture", "paragraph",
    ]  # fmt: skip
    assert [picture.data for picture in capture.pictures] == list(files.values())
    assert capture.pictures[0].alt == "Toàn cảnh"
    assert capture.blocks[1].picture == capture.pictures[0].name
    assert capture.blocks[4].picture == capture.pictures[1].name


def test_a_coat_of_arms_is_left_out_and_told(tmp_path: Path) -> None:
    body = drawing("a.png") + table([[drawing("b.png") + p("BỘ A"), lines(NATION, MOTTO)]]) + p("X")
    capture = read(tmp_path, body, files={"a.png": png(1), "b.png": png(2)})
    assert capture.pictures == ()
    assert any("2 hình" in told for told in capture.repairs)


def test_vector_pictures_are_kept_with_a_doubt(tmp_path: Path) -> None:
    data = b"\xd7\xcd\xc6\x9a" + bytes(40)
    capture = read(tmp_path, p("Chữ") + drawing("a.wmf"), files={"a.wmf": data})
    assert [picture.data for picture in capture.pictures] == [data]
    assert any("WMF" in doubt for doubt in capture.doubts)


def test_links_to_files_are_taken(tmp_path: Path) -> None:
    body = (
        '<w:p><w:hyperlink r:id="f"><w:r><w:t>Phụ lục</w:t></w:r></w:hyperlink>'
        '<w:hyperlink r:id="g"><w:r><w:t> trang</w:t></w:r></w:hyperlink></w:p>'
    )
    links = {"f": "phu-luc.xlsx", "g": "https://vi.du/trang"}
    capture = read(tmp_path, body, links=links)
    assert [(link.address, link.text) for link in capture.links] == [("phu-luc.xlsx", "Phụ lục")]


def test_old_fonts_are_converted_run_by_run(tmp_path: Path) -> None:
    body = (
        p("ñy ban nh©n d©n", run=fonts(".VnTimeH"))
        + "<w:p>"
        + "".join(
            f"<w:r><w:rPr>{fonts(font)}</w:rPr><w:t xml:space='preserve'>{text}</w:t>{more}</w:r>"
            for text, font, more in (
                ("nhµ n", ".VnTime", "<w:softHyphen/><w:t>íc </w:t>"),
                ("thành phố ", "Times New Roman", ""),
                ("thaú", "VNI-Times", ""),
                ("ng", "VNI-Times", ""),
            )
        )
        + "</w:p>"
    )
    capture = read(tmp_path, body)
    assert texts(capture) == ["ỦY BAN NHÂN DÂN", "nhà nước thành phố thẳng"]
    assert any("TCVN3" in told for told in capture.repairs)
    assert any("VNI" in told for told in capture.repairs)


def test_unicode_in_an_old_font_stays(tmp_path: Path) -> None:
    words = ("Ông Hòa là tổ trưởng", "là ông", "UBND xã", "tbnd")
    body = "".join(p(word, run=fonts(".VnTimeH")) for word in words)
    capture = read(tmp_path, body)
    assert texts(capture) == list(words)
    assert capture.repairs == ()


def test_strict_files_and_files_with_macros_are_read(tmp_path: Path) -> None:
    path = docx(tmp_path / "a.docm", p("Chữ."), files={"vbaProject.bin": b"macro"})
    assert recognise_format(path, "a.docm").read is not None
    capture = only(read_docx, path)
    assert texts(capture) == ["Chữ."]
    assert any("macro" in doubt for doubt in capture.doubts)


def test_empty_lines_and_gaps_stand_above_blocks(tmp_path: Path) -> None:
    gap = '<w:spacing w:before="120"/>'
    capture = read(tmp_path, p("Một") + p("hai") + BLANK + p("Ba") + p("Bốn", gap))
    assert [block.after_blank for block in capture.blocks] == [True, False, True, True]

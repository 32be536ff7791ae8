from __future__ import annotations

from pathlib import Path

import pytest
from bantin.errors import ImportRefusedError
from bantin.importing.capture import BlockKind, Capture, FieldName
from bantin.importing.reading.formats import recognise_format
from bantin.importing.reading.word.rtf import read_rtf

from tests.unit.importing.reading.office_samples import MOTTO, NATION, only, png, shown, texts

HEAD = (
    r"{\rtf1\ansi\ansicpg1252\uc1\deff0{\fonttbl{\f0\froman\fcharset0 Times New Roman;}"
    r"{\f1\fcharset0{\*\panose 020b7200000000000000}.VnTime{\*\falt Courier New};}"
    r"{\f2\fcharset0 .VnTimeH;}{\f3\fcharset0 VNI-Times;}{\f4\fcharset238 Times New Roman CE;}"
    r"{\f5\fcharset163 Times New Roman (Vietnamese);}{\f6\fcharset2 Symbol;}"
    r"{\f7\fswiss\fcharset162\fprq2 .VnTimeH Tur;}}"
    r"{\colortbl;\red0\green0\blue0;}{\stylesheet{\s0 Normal;}{\s1\outlinelevel0 heading 1;}}"
    r"{\info{\title Kh\'f4ng ph\'e1t h\'e0nh}{\author A}}"
)


def escape(text: str) -> str:
    """Return a text as Word writes it: bytes of Windows-1252, or \\u with a stand-in."""
    out = []
    for char in text:
        if char in "\\{}":
            out.append(f"\\{char}")
        elif char.isascii():
            out.append(char)
        elif ord(char) < 256:
            out.append(f"\\'{ord(char):02x}")
        else:
            out.append(f"\\u{ord(char)}\\'3f")
    return "".join(out)


def read(tmp_path: Path, body: str) -> Capture:
    path = tmp_path / "a.rtf"
    path.write_bytes((HEAD + body + "}").encode("latin-1"))
    return only(read_rtf, path)


def row(*cells: str, rights: tuple[int, ...] = (), ruled: bool = False) -> str:
    border = r"\clbrdrl\brdrs\brdrw10\clbrdrr\brdrs\brdrw10" if ruled else ""
    rights = rights or tuple(3000 * (place + 1) for place in range(len(cells)))
    shape = r"\trowd\trgaph108" + "".join(f"{border}\\cellx{right}" for right in rights)
    return shape + "".join(rf"\pard\intbl {cell}\cell" for cell in cells) + r"\row" + "\n"


def par(text: str, before: str = "") -> str:
    return rf"\pard{before} {escape(text)}\par" + "\n"


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (r"\'d0\u7897\'3fc l\u7853\'3fp", "Độc lập"),
        (r"{\f4 \'d0}\u7897\'3fc l\u7853\'3fp", "Độc lập"),
        (r"n{\f4\loch\af4\dbch\af0\hich\f4 \'e3}m", "năm"),
        (r"Th{\u432\'75\u417\'6f}ng", "Thương"),
        ("Qu\\u7843\n\\'3fng c\\'e1\no", "Quảng cáo"),
        (r"\uc0 t\u7881nh", "tỉnh"),
        (r"\uc2 t\u7881??nh", "tỉnh"),
        (r"t\u-3913?", "t•"),
        (r"{\f5 ti\'ea\'ecng}", "tiếng"),
        (r"{\upr{TIEU DE}{\*\ud{ti\u234\'65u \u273\'64\u7873\'3f}}}", "tiêu đề"),
        (r"A{\v th\'e2m}B{\deleted C}D", "ABD"),
        (r"{\caps t\u7881\'3fnh}", "TỈNH"),
        (r"a\~b\_c\emdash d\{\}", "a b-c—d{}"),
        (r"{\f6 \'b3} 5", "≥ 5"),
        (r"{\*\khongbiet b}c\'f2n", "còn"),
    ],
)
def test_characters(tmp_path: Path, body: str, text: str) -> None:
    assert texts(read(tmp_path, rf"\pard X {body}\par")) == [f"X {text}"]


def test_a_file_of_an_old_font_becomes_unicode(tmp_path: Path) -> None:
    body = (
        r"\pard\qc{\b\f2 th\'abng t\'ad\par}"
        r"\pard{\f1\tab C\'a8n c\'f8 Ngh\'de \'ae\'denh s\'e8 30 c\'f1a Ch\'ddnh ph\'f1 "
        r"v\'d2 thu\'d5"
        "\n\\par \\tab N\\-\\'ad\\'edc s\\'b9ch \\'ae\\'d5n th\\'abn\\par}"
        r"{\f3 Hoäi ñoàng thaúng thaén}\par"
        r"{\f0 Th\'e0nh ph\u7889\'3f}\par"
    )
    capture = read(tmp_path, body.replace("ä", r"\'e4").replace("ñ", r"\'f1").replace("à", r"\'e0")
                   .replace("ú", r"\'fa").replace("é", r"\'e9"))  # fmt: skip
    assert texts(capture)[:2] == ["THÔNG TƯ", "Căn cứ Nghị định số 30 của Chính phủ về thuế"]
    assert texts(capture)[3:] == ["Hội đồng thẳng thắn", "Thành phố"]
    assert sum("TCVN3" in told for told in capture.repairs) == 2


def test_the_script_that_a_file_names_for_an_old_font_does_not_count(tmp_path: Path) -> None:
    assert texts(read(tmp_path, r"\pard{\f7 b\'e9 t\'b5i ch\'ddnh}\par")) == ["BỘ TÀI CHÍNH"]


def test_the_table_of_a_head_with_rows_of_other_widths(tmp_path: Path) -> None:
    body = (
        row(
            escape("chính phủ") + r"\par _____", "", escape(NATION) + r"\par " + escape(MOTTO),
            rights=(2700, 3000, 8847),
        )
        + row(escape("Số: 24/NĐ"), "", "____", "HL.300", rights=(2700, 3000, 8460, 9720))
        + row("", "", escape("Hà Nội, ngày 13 tháng 3 năm 2003"), rights=(2700, 3000, 8847))
        + par("NGHỊ ĐỊNH")
    )  # fmt: skip
    assert shown(read(tmp_path, body)) == [
        ("chính phủ", 1), ("_____", 1), (NATION, 2), (MOTTO, 2), ("Số: 24/NĐ", 1), ("____", 2),
        ("HL.300", 2), ("Hà Nội, ngày 13 tháng 3 năm 2003", 2), ("NGHỊ ĐỊNH", 0),
    ]  # fmt: skip


def test_a_head_of_tabs_and_spaces_with_a_blank_number(tmp_path: Path) -> None:
    spaces = " " * 40
    body = (
        rf"\pard {escape('BỘ THỬ')}\tab \tab {spaces[:17]}{escape(NATION)}\par "
        rf"-----*-----{spaces}{escape(MOTTO)}\par "
        rf"{escape('Số:    99/  1998/TT-BT')}{spaces}-------   \par "
        rf"\tab \tab \tab      {escape('Hà Nội, ngày  14   tháng  7   năm 1998')}\par "
        rf"\par \tab {escape('Căn cứ Luật Thuế;')}\par "
    )
    assert shown(read(tmp_path, body)) == [
        ("BỘ THỬ", 1), (NATION, 2), ("-----*-----", 1), (MOTTO, 2), ("Số: 99/ 1998/TT-BT", 1),
        ("-------", 2), ("Hà Nội, ngày 14 tháng 7 năm 1998", 2), ("Căn cứ Luật Thuế;", 0),
    ]  # fmt: skip


def test_a_foot_of_tabs_and_spaces(tmp_path: Path) -> None:
    body = (
        par("Yêu cầu các sở thực hiện./.")
        + rf"\pard {escape('  Nơi nhận :')}\tab              {escape('TM. ỦY BAN NHÂN DÂN')}\par "
        + rf"{escape('- Như trên')}\tab             {escape('CHỦ TỊCH')}\par "
        + rf"{escape('- Các sở-ngành')}\par "
        + rf"{escape('    và đoàn thể')} \tab    {escape('Lê Văn Mẫu')}\par "
        + rf"{escape('- Lưu (TH)')}\par "
        + par("PHỤ LỤC I")
    )
    assert shown(read(tmp_path, body)) == [
        ("Yêu cầu các sở thực hiện./.", 0), ("Nơi nhận :", 1), ("TM. ỦY BAN NHÂN DÂN", 2),
        ("- Như trên", 1), ("CHỦ TỊCH", 2), ("- Các sở-ngành", 1), ("và đoàn thể", 1),
        ("Lê Văn Mẫu", 2), ("- Lưu (TH)", 1), ("PHỤ LỤC I", 0),
    ]  # fmt: skip


def test_tables_with_nothing_between_them_stay_apart(tmp_path: Path) -> None:
    body = (
        par("Số liệu")
        + row("A", "B", "C", rights=(1000, 2000, 3000), ruled=True)
        + row("1", "2", "3", rights=(1000, 2000, 3000), ruled=True)
        + row("D", "E", rights=(1500, 3000), ruled=True)
        + row("4", "5", rights=(1500, 3000), ruled=True)
        + par("Hết")
    )
    rows = [block.rows for block in read(tmp_path, body).blocks if block.kind is BlockKind.TABLE]
    assert rows == [(("A", "B", "C"), ("1", "2", "3")), (("D", "E"), ("4", "5"))]


def test_merged_and_nested_cells(tmp_path: Path) -> None:
    wide = row("A B", "C", rights=(2000, 3000), ruled=True)
    nested = (
        r"\trowd\clbrdrl\brdrs\cellx1000\clbrdrl\brdrs\cellx2000\clbrdrl\brdrs\cellx3000"
        r"\pard\intbl 1\cell\pard\intbl\itap2 n1\nestcell n2\nestcell"
        r"{\*\nesttableprops\trowd\cellx500\cellx900\nestrow}\pard\intbl\itap1 \cell 3\cell\row"
    )
    block = read(tmp_path, wide + nested + par("Hết")).blocks[0]
    assert block.rows == (("A B", "", "C"), ("1", "n1 n2", "3"))


def test_numbers_of_lists_are_kept_as_printed(tmp_path: Path) -> None:
    marks = [r"1.\tab", r"a)\tab", r"\f6 \'b7\tab", "I.", r"-\tab"]
    body = "".join(
        rf"{{\listtext\pard\plain\f0 {mark}}}\pard\plain\f0 " + escape("Mục") + r"\par "
        for mark in marks
    )
    assert texts(read(tmp_path, body)) == ["1. Mục", "a) Mục", "• Mục", "I. Mục", "- Mục"]


@pytest.mark.parametrize(
    ("group", "told"),
    [
        (r"{\header\pard BM01/VP\par}", "“BM01/VP”"),
        (r"{\footerf\pard {\field{\*\fldinst PAGE}{\fldrslt 2}}\par}", None),
        (r"{\*\annotation{\*\atnref 1}\pard l\'f9i}", "1 lời bình"),
        (r"{\v ẩn}".replace("ẩn", r"\u7849\'3fn"), "1 đoạn chữ ẩn"),
        (r"{\footnote\pard{\super\chftn} Theo lu\u7853\'3ft.}", "1 chú thích"),
        (r"{\field{\*\fldinst TOC \\o}{\fldrslt M\u7909\'3fc 1}}", "1 mục lục"),
    ],
)
def test_what_is_left_out_is_told(tmp_path: Path, group: str, told: str | None) -> None:
    capture = read(tmp_path, group + par("Nội dung."))
    words = "".join(texts(capture))
    assert words.replace("[1]", "").strip().startswith("Nội dung.")
    assert (told is None and not capture.repairs) or told in " ".join(capture.repairs)


def test_a_note_stands_below_its_paragraph(tmp_path: Path) -> None:
    note = rf"{{\super\chftn{{\footnote\pard\chftn {escape('Sửa năm 2024.')}}}}}"
    body = rf"\pard {escape('Điều 5')}{note}\par "
    assert texts(read(tmp_path, body + par("Hết."))) == ["Điều 5[1]", "[1] Sửa năm 2024.", "Hết."]


def test_a_text_box_is_put_aside(tmp_path: Path) -> None:
    box = (
        r"{\shp{\*\shpinst\shpleft0{\sp{\sn shapeType}{\sv 202}}"
        r"{\shptxt\pard D\u7920\'3f TH\u7842\'3fO\par}}{\shprslt{\*\do{\dptxbxtext\pard D\par}}}}"
    )
    capture = read(tmp_path, rf"\pard {box}\par " + par("Nội dung."))
    assert texts(capture) == ["Nội dung."]
    assert capture.field(FieldName.STATUS) is not None
    assert len(capture.doubts) == 1


@pytest.mark.parametrize("form", ["hex", "bin"])
def test_pictures_come_once(tmp_path: Path, form: str) -> None:
    data = png(7)
    hexed = data.hex()
    inner = f"\\bin{len(data)} " + data.decode("latin-1") if form == "bin" else hexed
    body = (
        rf"\pard{{\*\shppict{{\pict\pngblip\picw8 {inner}}}}}"
        rf"{{\nonshppict{{\pict\wmetafile8 0100090000}}}}\par" + par("Ảnh: Lễ ra quân")
    )
    capture = read(tmp_path, body)
    assert [picture.data for picture in capture.pictures] == [data]
    assert [block.kind for block in capture.blocks] == [BlockKind.PICTURE, BlockKind.CAPTION]


def test_results_of_fields_and_links_to_files(tmp_path: Path) -> None:
    body = (
        r'\pard {\field{\*\fldinst HYPERLINK "phu-luc.docx"}{\fldrslt Ph\u7909\'3f l\u7909\'3fc}} x'
        r"{\field{\*\fldinst MERGEFIELD Ten}{\fldrslt L\'ea A}}\par "
    )
    capture = read(tmp_path, body)
    assert texts(capture) == ["Phụ lục xLê A"]
    assert [link.address for link in capture.links] == ["phu-luc.docx"]


def test_a_heading_that_is_a_sentence_is_a_paragraph(tmp_path: Path) -> None:
    body = par("Chương I", r"\s1\outlinelevel0") + par("Theo đề nghị của Sở,", r"\s1\outlinelevel0")
    kinds = [block.kind for block in read(tmp_path, body).blocks]
    assert kinds == [BlockKind.HEADING, BlockKind.PARAGRAPH]


@pytest.mark.parametrize(
    ("data", "why"),
    [(b"{\\rtf1 }", "không có chữ"), (b"%PDF-1.4 x", "PDF"), (b"tr\xe1", "không phải tệp RTF")],
)
def test_what_is_no_rtf_is_refused(tmp_path: Path, data: bytes, why: str) -> None:
    path = tmp_path / "a.rtf"
    path.write_bytes(data)
    with pytest.raises(ImportRefusedError, match=why):
        only(read_rtf, path)


def test_a_broken_file_gives_what_it_has(tmp_path: Path) -> None:
    path = tmp_path / "a.rtf"
    path.write_bytes((HEAD + r"{{{\pard C\'f2n ch\u7919\'3f").encode() + b"\\'z}}}}}}\\")
    assert texts(only(read_rtf, path))[0].startswith("Còn chữ")


def test_deep_groups_end_the_reading(tmp_path: Path) -> None:
    path = tmp_path / "a.rtf"
    path.write_bytes((HEAD + par("Chữ") + "{" * 100_000).encode())
    assert texts(only(read_rtf, path)) == ["Chữ"]


def test_a_doc_that_is_rtf_is_read_by_content(tmp_path: Path) -> None:
    path = tmp_path / "a.doc"
    path.write_bytes((HEAD + par("Chữ") + "}").encode("latin-1"))
    assert recognise_format(path, "a.doc").key == "rtf"

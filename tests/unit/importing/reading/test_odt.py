from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from bantin.errors import ImportRefusedError
from bantin.importing.capture import BlockKind, Capture, FieldName
from bantin.importing.reading.word.odt import read_odt

from tests.unit.importing.reading.office_samples import MOTTO, NATION, only, png, shown, texts

_SPACES = "urn:oasis:names:tc:opendocument:xmlns:"
_NAMESPACES = " ".join(
    f'xmlns:{prefix}="{_SPACES}{name}:1.0"'
    for prefix, name in {
        "office": "office", "text": "text", "table": "table", "draw": "drawing", "style": "style",
        "fo": "xsl-fo-compatible", "svg": "svg-compatible",
    }.items()
)  # fmt: skip
_XLINK = 'xmlns:xlink="http://www.w3.org/1999/xlink"'


def odt(
    path: Path,
    body: str,
    *,
    styles: str = "",
    settings: str = "",
    files: dict[str, bytes] | None = None,
) -> Path:
    """Write an ODT file: the text, its own styles, the styles part, other members."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        package.writestr(
            "content.xml",
            f"<office:document-content {_NAMESPACES} {_XLINK}><office:automatic-styles>{styles}"
            "</office:automatic-styles><office:body><office:text>"
            f"{body}</office:text></office:body></office:document-content>",
        )
        package.writestr(
            "styles.xml",
            f"<office:document-styles {_NAMESPACES}>{settings}</office:document-styles>",
        )
        for name, data in (files or {}).items():
            package.writestr(name, data)
    return path


def read(tmp_path: Path, body: str, **more: object) -> Capture:
    return only(read_odt, odt(tmp_path / "a.odt", body, **more))  # type: ignore[arg-type]


def p(text: str, style: str = "") -> str:
    return f'<text:p text:style-name="{style}">{text}</text:p>'


def lines(*words: str) -> str:
    return "".join(map(p, words))


def table(rows: list[list[str]], style: str = "") -> str:
    body = "".join(
        "<table:table-row>"
        + "".join(
            f'<table:table-cell table:style-name="{style}">'
            f"{cell if cell.startswith('<') else p(cell)}</table:table-cell>"
            for cell in row
        )
        + "</table:table-row>"
        for row in rows
    )
    return f"<table:table>{body}</table:table>"


def level(number: int, form: str, text: str, start: int = 1) -> str:
    prefix, _, suffix = text.partition("%")
    return (
        f'<text:list-level-style-number text:level="{number}" style:num-format="{form}" '
        f'style:num-prefix="{prefix}" style:num-suffix="{suffix}" text:start-value="{start}"/>'
    )


def item(*content: str) -> str:
    return f"<text:list-item>{''.join(content)}</text:list-item>"


LISTS = (
    '<text:list-style style:name="L">'
    + level(1, "1", "%.")
    + level(2, "a", "%)")
    + '</text:list-style><text:list-style style:name="I">'
    + level(1, "I", "%.")
    + level(2, "1", "%.").replace("/>", ' text:display-levels="2"/>')
    + '</text:list-style><text:list-style style:name="D">'
    '<text:list-level-style-bullet text:level="1" text:bullet-char="-"/></text:list-style>'
    '<text:list-style style:name="Đ">' + level(1, "1", "Điều %.", 4) + "</text:list-style>"
)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            '<text:list text:style-name="L">'
            + item(p("một"), "<text:list>", item(p("hai")), item(p("ba")), "</text:list>")
            + item(p("bốn"))
            + "</text:list>",
            ["1. một", "a) hai", "b) ba", "2. bốn"],
        ),
        (
            '<text:list text:style-name="L">' + item(p("một")) + "</text:list>" + p("1. gõ tay")
            + '<text:list text:style-name="L" text:continue-numbering="true">' + item(p("hai"))
            + '</text:list><text:list text:style-name="L">' + item(p("lại một")) + "</text:list>",
            ["1. một", "1. gõ tay", "2. hai", "1. lại một"],
        ),
        (
            '<text:list text:style-name="I">'
            + item(p("một"), "<text:list>", item(p("hai")), "</text:list>") + item(p("ba"))
            + "</text:list>",
            ["I. một", "I.1. hai", "II. ba"],
        ),
        (
            '<text:list text:style-name="D">' + item(p("một"), p("tiếp")) + item(p("hai"))
            + "</text:list>",
            ["- một", "tiếp", "- hai"],
        ),
        (
            '<text:list text:style-name="Đ">' + item(p("một")) + item(p("hai"))
            + '<text:list-item text:start-value="9">' + p("chín") + "</text:list-item></text:list>",
            ["Điều 4. một", "Điều 5. hai", "Điều 9. chín"],
        ),
        (
            '<text:list text:style-name="L"><text:list-header>' + p("đầu") + "</text:list-header>"
            + item(p("một")) + "</text:list>",
            ["đầu", "1. một"],
        ),
    ],
)  # fmt: skip
def test_automatic_numbers_are_written_as_printed(
    tmp_path: Path, body: str, expected: list[str]
) -> None:
    assert texts(read(tmp_path, body, styles=LISTS)) == expected


def test_head_and_foot_become_columns_and_data_stay_a_table(tmp_path: Path) -> None:
    body = (
        table([[lines("UBND XÃ MẪU", "Số: 1/TB"), lines(NATION, MOTTO)]])
        + p("Nội dung")
        + table([["STT", "Tên", "Số"], ["1", "A", "5"]])
        + table([[lines("Nơi nhận:", "- Lưu: VT."), lines("CHỦ TỊCH", "Lê A")]])
    )
    capture = read(tmp_path, body)
    assert [block.rows for block in capture.blocks if block.kind is BlockKind.TABLE] == [
        (("STT", "Tên", "Số"), ("1", "A", "5"))
    ]
    assert [text for text in shown(capture) if text[1]] == [
        ("UBND XÃ MẪU", 1), ("Số: 1/TB", 1), (NATION, 2), (MOTTO, 2), ("Nơi nhận:", 1),
        ("- Lưu: VT.", 1), ("CHỦ TỊCH", 2), ("Lê A", 2),
    ]  # fmt: skip


def test_merged_cells_are_written_once(tmp_path: Path) -> None:
    cell = "<table:table-cell{}>{}</table:table-cell>"
    body = (
        "<table:table><table:table-row>"
        + cell.format(' table:number-rows-spanned="2"', p("Cao"))
        + cell.format(' table:number-columns-spanned="2"', p("Rộng"))
        + "<table:covered-table-cell/></table:table-row><table:table-row>"
        + "<table:covered-table-cell/>" + cell.format("", p("A")) + cell.format("", p("B"))
        + "</table:table-row></table:table>"
    )  # fmt: skip
    assert read(tmp_path, p("X") + body).blocks[1].rows == (("Cao", "Rộng", ""), ("", "A", "B"))


def test_pictures_captions_and_text_boxes(tmp_path: Path) -> None:
    image = (
        '<draw:frame><draw:image xlink:href="Pictures/a.png"/><svg:title>Cảnh</svg:title>'
        "</draw:frame>"
    )
    framed = (
        '<draw:frame><draw:text-box><text:p><draw:frame><draw:image xlink:href="Pictures/b.png"/>'
        "</draw:frame>Hình 1: Kéo co</text:p></draw:text-box></draw:frame>"
    )
    box = f"<draw:frame><draw:text-box>{p('DỰ THẢO')}</draw:text-box></draw:frame>"
    body = p(image) + p("Ảnh: Lễ hội") + p(f"{framed}Bài.") + p(f"{box}Hết.")
    files = {"Pictures/a.png": png(1), "Pictures/b.png": png(2)}
    capture = read(tmp_path, body, files=files)
    assert [(block.kind.value, block.text) for block in capture.blocks] == [
        ("picture", "Cảnh"), ("caption", "Ảnh: Lễ hội"), ("paragraph", "Bài."), ("picture", ""),
        ("caption", "Hình 1: Kéo co"), ("paragraph", "Hết."),
    ]  # fmt: skip
    assert capture.field(FieldName.STATUS) is not None
    assert [picture.data for picture in capture.pictures] == list(files.values())


def test_what_is_not_printed_is_left_out_and_told(tmp_path: Path) -> None:
    styles = (
        '<style:style style:name="H" style:family="text">'
        '<style:text-properties text:display="none"/></style:style>'
    )
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion>" + p("bỏ")
        + "</text:deletion></text:changed-region><text:changed-region><text:insertion/>"
        "</text:changed-region></text:tracked-changes>"
        + p(
            'Chi<text:s text:c="2"/>5<text:change-start/> triệu<office:annotation>'
            f"{p('xem lại')}</office:annotation>"
            '<text:span text:style-name="H">ẩn</text:span>.'
        )
        + f"<text:table-of-content>{p('Mục lục')}</text:table-of-content>"
    )  # fmt: skip
    capture = read(tmp_path, body, styles=styles)
    assert texts(capture) == ["Chi 5 triệu."]
    told = " ".join(capture.repairs)
    for words in ("nhận 1 chỗ thêm", "bỏ 1 chỗ", "1 lời bình", "1 đoạn chữ ẩn", "1 mục lục"):
        assert words in told


def test_notes_stand_below_their_paragraph(tmp_path: Path) -> None:
    note = (
        "Điều 5<text:note><text:note-citation>1</text:note-citation><text:note-body>"
        f"{p('Sửa 2024.')}</text:note-body></text:note> nói rõ."
    )
    assert texts(read(tmp_path, p(note) + p("Hết."))) == [
        "Điều 5[1] nói rõ.", "[1] Sửa 2024.", "Hết."
    ]  # fmt: skip


def test_old_fonts_capitals_and_headings(tmp_path: Path) -> None:
    styles = (
        '<style:style style:name="T" style:family="text"><style:text-properties '
        'style:font-name="F"/></style:style>'
        '<style:style style:name="C" style:family="paragraph"><style:text-properties '
        'fo:text-transform="uppercase"/></style:style>'
        '<style:style style:name="P" style:family="paragraph" style:parent-style-name="Base"/>'
    )
    settings = (
        '<office:font-face-decls><style:font-face style:name="F" svg:font-family="\'.VnTimeH\'"/>'
        '</office:font-face-decls><style:style style:name="Base" style:family="paragraph">'
        '<style:text-properties style:font-name="VNI-Times"/></style:style>'
    )
    body = (
        p('<text:span text:style-name="T">quyÕt ®Þnh</text:span>')
        + p("Coäng hoøa", "P")
        + p("ủy ban", "C")
        + '<text:h text:outline-level="2">Mục</text:h>'
    )
    capture = read(tmp_path, body, styles=styles, settings=settings)
    assert texts(capture) == ["QUYẾT ĐỊNH", "Cộng hòa", "ỦY BAN", "Mục"]
    assert capture.blocks[3].kind is BlockKind.HEADING
    assert capture.blocks[3].level == 2


def test_headers_are_told(tmp_path: Path) -> None:
    settings = (
        f"<style:master-page><style:header>{p('BM01/VP')}</style:header><style:footer>"
        f"{p('<text:page-number>3</text:page-number>')}</style:footer></style:master-page>"
    )
    capture = read(tmp_path, p("Chữ"), settings=settings)
    assert capture.repairs == ("Bỏ chữ ở đầu hoặc cuối trang: “BM01/VP”",)


def test_links_to_files_are_taken(tmp_path: Path) -> None:
    body = p('<text:a xlink:href="../phu-luc.pdf">Phụ lục</text:a>')
    assert [link.address for link in read(tmp_path, body).links] == ["phu-luc.pdf"]


def test_macros_are_told(tmp_path: Path) -> None:
    capture = read(tmp_path, p("Chữ"), files={"Basic/Standard/a.xml": b"Sub"})
    assert any("macro" in doubt for doubt in capture.doubts)


@pytest.mark.parametrize(
    ("body", "files", "why"),
    [
        ("", {}, "không có chữ nào"),
        ("<text:p>", {}, "tệp hỏng"),
        (p("Chữ"), {"META-INF/manifest.xml": b"<x><encryption-data/></x>"}, "mật khẩu"),
        (p("Chữ"), {"content2.xml": b""}, None),
    ],
)
def test_what_cannot_be_read_is_refused(
    tmp_path: Path, body: str, files: dict[str, bytes], why: str | None
) -> None:
    path = odt(tmp_path / "a.odt", body, files=files)
    if why is None:
        assert texts(only(read_odt, path)) == ["Chữ"]
        return
    with pytest.raises(ImportRefusedError, match=why):
        only(read_odt, path)

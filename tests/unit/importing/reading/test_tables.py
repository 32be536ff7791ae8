"""Tables: what the columns are is drafted, confirmed by an editor, then followed to the letter."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from bantin.errors import ImportRefusedError
from bantin.importing.capture import Capture, FieldName
from bantin.importing.reading.tables.columns import (
    UnconfirmedColumnsError,
    draft_columns,
    format_columns,
    parse_columns,
)
from bantin.importing.reading.tables.reader import read_table
from bantin.importing.reading.tables.roles import ColumnRole, role_of_label
from bantin.importing.reading.tables.rows import Table, open_csv, open_json, open_sheets

NEWS = """Mã,Tiêu đề,Ngày đăng,Nội dung,Lượt xem,Chuyên mục,Ghi chú
7,Họp Ban Mẫu,12/03/2026 09:15,"Sáng 12/3, Ban Mẫu họp.
Đoạn hai.",24,Tin tức,nội bộ
8,"Tỉnh Mẫu, huyện Thử ký kết",13/03/2026,Chiều 13/3 hai bên ký.,1.204,Tin tức,
"""


def confirm(text: str) -> str:
    assert "xac-nhan: không" in text
    return text.replace("xac-nhan: không", "xac-nhan: có")


def read(path: Path, change: Callable[[str], str] = confirm) -> list[Capture]:
    """Read a table as an editor does who confirms the draft."""
    ending = path.suffix[1:]
    with pytest.raises(UnconfirmedColumnsError) as refused:
        list(read_table(path, ending, lambda _: None))
    written = {refused.value.key: change(refused.value.draft)}
    return list(read_table(path, ending, written.get))


def write(tmp_path: Path, text: str | bytes, name: str = "tin.csv") -> Path:
    path = tmp_path / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def fields(capture: Capture) -> dict[str, str]:
    return {field.name.value: field.text for field in capture.fields}


def test_a_confirmed_table_gives_an_item_for_each_row(tmp_path: Path) -> None:
    first, second = read(write(tmp_path, NEWS))
    assert fields(first) == {
        "title": "Họp Ban Mẫu",
        "date": "12/03/2026 09:15",
        "views": "24",
        "section": "Tin tức",
    }
    assert [block.text for block in first.blocks] == ["Sáng 12/3, Ban Mẫu họp.", "Đoạn hai."]
    assert first.part == "bài 7"
    assert first.field(FieldName.DATE).place == "cột “Ngày đăng”, hàng 2"  # type: ignore[union-attr]
    assert fields(second)["title"] == "Tỉnh Mẫu, huyện Thử ký kết"
    assert first.sha256 == second.sha256


def test_nothing_comes_in_before_an_editor_has_confirmed(tmp_path: Path) -> None:
    path = write(tmp_path, NEWS)
    with pytest.raises(UnconfirmedColumnsError, match="xac-nhan: có") as first:
        list(read_table(path, "csv", lambda _: None))
    assert first.value.draft
    with pytest.raises(UnconfirmedColumnsError) as second:
        list(read_table(path, "csv", lambda _: first.value.draft))
    assert second.value.draft == "", "the editor's file would be written over"


def test_the_draft_tells_every_column_with_an_example(tmp_path: Path) -> None:
    with pytest.raises(UnconfirmedColumnsError) as refused:
        list(read_table(write(tmp_path, NEWS), "csv", lambda _: None))
    assert '"Ngày đăng": ngay  # ví dụ: 12/03/2026 09:15' in refused.value.draft
    assert '"Ghi chú": bo-qua  # ví dụ: nội bộ' in refused.value.draft


def test_an_editor_may_say_otherwise(tmp_path: Path) -> None:
    def change(text: str) -> str:
        return confirm(text).replace('"Ghi chú": bo-qua', '"Ghi chú": tac-gia')

    assert fields(read(write(tmp_path, NEWS), change)[0])["author"] == "nội bộ"


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (('"Lượt xem": xem', '"Lượt xem": luotxem'), "“Lượt xem” ghi “luotxem”"),
        (('  "Lượt xem": xem', '  "Lượt đọc": xem'), "thiếu cột “Lượt xem”"),
        (('"Ghi chú": bo-qua', '"Ghi chú": tieu-de'), "hai cột cùng là “tieu-de”"),
        (("cot:\n", "cột:\n"), "không có mục “cot:”"),
        (("cot:\n", "cot: [\n"), "không đọc được tệp cột"),
    ],
)
def test_faults_of_the_file_of_columns_are_told(
    tmp_path: Path, change: tuple[str, str], told: str
) -> None:
    def spoil(text: str) -> str:
        assert change[0] in text
        return confirm(text).replace(*change)

    with pytest.raises(ImportRefusedError, match=told):
        read(write(tmp_path, NEWS), spoil)


def test_all_faults_are_told_at_once() -> None:
    text = "xac-nhan: có\ncot:\n  a: lạ\n  b: hay\n"
    with pytest.raises(ImportRefusedError) as refused:
        parse_columns(text, ["a", "c"], "cot.yml")
    for part in ("“a” ghi “lạ”", "“b” ghi “hay”", "thiếu cột “c”", "không có cột “b”"):
        assert part in str(refused.value)


@pytest.mark.parametrize(
    ("label", "role"),
    [
        ("Tiêu đề", ColumnRole.TITLE),
        ("TIÊU ĐỀ BÀI VIẾT", ColumnRole.TITLE),
        ("postTitle", ColumnRole.TITLE),
        ("Trích yếu nội dung", ColumnRole.TITLE),
        ("Ngày ban hành", ColumnRole.DATE),
        ("PublishDate", ColumnRole.DATE),
        ("Thời gian đăng", ColumnRole.DATE),
        ("Số ký hiệu", ColumnRole.NUMBER),
        ("Số, kí hiệu", ColumnRole.NUMBER),
        ("Số hiệu văn bản", ColumnRole.NUMBER),
        ("Cơ quan ban hành", ColumnRole.ISSUER),
        ("Người ký", ColumnRole.SIGNER),
        ("Loại văn bản", ColumnRole.KIND),
        ("Ngày có hiệu lực", ColumnRole.EFFECTIVE),
        ("Nội dung chi tiết", ColumnRole.BODY),
        ("bodyhtml", ColumnRole.BODY),
        ("Số lượt xem", ColumnRole.VIEWS),
        ("hits", ColumnRole.VIEWS),
        ("Chuyên mục", ColumnRole.SECTION),
        ("Tệp đính kèm", ColumnRole.FILE),
        ("Ảnh đại diện", ColumnRole.PICTURE),
        ("Tác giả", ColumnRole.AUTHOR),
        ("ID", ColumnRole.ITEM),
        ("Ghi chú", None),
        ("Ngày sinh", None),
        ("Nội dung chỉ đạo của ai", None),
    ],
)
def test_labels_tell_roles(label: str, role: ColumnRole | None) -> None:
    assert role_of_label(label) is role


@pytest.mark.parametrize(
    ("cells", "role"),
    [
        (["12/03/2026", "1/4/2026 8:05"], ColumnRole.DATE),
        (["2026-03-12T09:15:00+07:00", "2026-04-01"], ColumnRole.DATE),
        (["12/TB-UBND", "405/TB-VP.UBND"], ColumnRole.NUMBER),
        (["https://mau.example/1", "https://mau.example/2"], ColumnRole.URL),
        (["anh/1.jpg", "anh/2.PNG"], ColumnRole.PICTURE),
        (["1.pdf", "tep/2.docx"], ColumnRole.FILE),
        (["101", "102"], ColumnRole.ITEM),
        (["5", "5"], ColumnRole.PASSED_OVER),
        (["Nguyễn", "Trần"], ColumnRole.PASSED_OVER),
    ],
)
def test_cells_tell_roles_where_labels_do_not(cells: list[str], role: ColumnRole) -> None:
    columns = draft_columns(["Tiêu đề", "c7"], [("x", cell) for cell in cells])
    assert columns.roles["c7"] is role


def test_a_label_that_its_cells_contradict_tells_nothing() -> None:
    columns = draft_columns(["Lượt xem", "Ngày"], [("nhiều", "hôm qua"), ("ít", "hôm nay")])
    assert set(columns.roles.values()) == {ColumnRole.PASSED_OVER}


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_cells_are_parted_by_any_usual_sign(sign: str) -> None:
    text = f'Tiêu đề{sign}Ngày đăng{sign}Nội dung\n"A, b; c"{sign}1/2/2026{sign}"x\n\ny"\n'
    [table] = open_csv(text)
    assert table.labels == ("Tiêu đề", "Ngày đăng", "Nội dung")
    assert [row.cells for row in table.rows] == [("A, b; c", "1/2/2026", "x\n\ny")]


def test_what_stands_above_the_labels_is_no_row() -> None:
    text = "DANH SÁCH TIN NĂM 2026,,\n,,\nTiêu đề,Ngày đăng,Nội dung\nA,1/2/2026,x\n"
    [table] = open_csv(text)
    assert [(row.place, row.cells[0]) for row in table.rows] == [("hàng 4", "A")]


def test_a_table_without_labels_is_refused() -> None:
    with pytest.raises(ImportRefusedError, match="không thấy hàng tên cột"):
        list(open_csv("1,2\n3,4\n"))


@pytest.mark.parametrize(
    "value",
    [
        [{"title": "A", "content": "x"}],
        {"data": {"items": [{"title": "A", "content": "x"}]}, "tags": [{"name": "b"}] * 0},
        {"total": 1, "rows": [{"title": {"rendered": "A"}, "content": {"rendered": "x"}}]},
    ],
)
def test_json_lists_are_found_where_they_are(value: object) -> None:
    [table] = open_json(json.dumps(value))
    assert [row.cells for row in table.rows] == [("A", "x")]


def test_json_lines_are_a_table() -> None:
    [table] = open_json('{"title": "A"}\n{"title": "B", "views": 3}\n')
    assert [row.cells for row in table.rows] == [("A", ""), ("B", "3")]


@pytest.mark.parametrize("text", ["{", "[]", "3", '{"a": 1}', "[" * 100_000])
def test_json_that_is_no_table_is_refused(text: str) -> None:
    with pytest.raises(ImportRefusedError):
        list(open_json(text))


def test_html_bodies_go_through_the_reader_of_html(tmp_path: Path) -> None:
    [capture] = read(
        write(tmp_path, 'title,content\nA &amp; <b>B</b>,"<p>x</p><ul><li>y</li></ul>"\n')
    )
    assert fields(capture)["title"] == "A & B"
    assert [block.text for block in capture.blocks] == ["x", "- y"]


def test_other_encodings_are_told(tmp_path: Path) -> None:
    [capture, _] = read(write(tmp_path, NEWS.encode("utf-16")))
    assert "Chuyển từ bảng mã UTF-16 sang UTF-8" in capture.repairs


def test_a_row_without_text_says_so(tmp_path: Path) -> None:
    [capture] = read(write(tmp_path, "Tiêu đề,Nội dung,Tệp đính kèm\nA,,tep/a.pdf; tep/b.pdf\n"))
    assert any("không có nội dung" in doubt for doubt in capture.doubts)
    assert [link.address for link in capture.links] == ["tep/a.pdf", "tep/b.pdf"]


def test_drafts_read_back_as_they_are() -> None:
    columns = draft_columns(["Tiêu đề", 'Lạ: "#" {x}', "- y"], [("a", "b", "c # d\n: e")])
    text = confirm(format_columns(columns, {'Lạ: "#" {x}': "b", "- y": "c # d\n: e"}))
    read_back = parse_columns(text, ["Tiêu đề", 'Lạ: "#" {x}', "- y"], "cot.yml")
    assert read_back.roles == columns.roles
    assert read_back.is_confirmed


def test_two_rows_of_one_number_are_two_items(tmp_path: Path) -> None:
    first, second = read(write(tmp_path, "ID,title,content\n5,A,x\n5,B,y\n"))
    assert (first.part, second.part) == ("bài 5", "bài 5, hàng 3")
    assert any("trùng" in doubt for doubt in second.doubts)


def test_days_that_a_spreadsheet_has_turned_are_left_open(monkeypatch: pytest.MonkeyPatch) -> None:
    rows: list[list[object]] = [
        ["Tiêu đề", "Ngày đăng"],
        ["A", dt.datetime(2026, 12, 3, 9, 15)],
        ["B", "13/03/2026"],
        ["C", dt.date(2026, 3, 25)],
    ]
    [table] = tables_of(monkeypatch, rows)
    first, second, third = table.rows
    assert (first.cells[1], second.cells[1], third.cells[1]) == ("", "13/03/2026", "2026-03-25")
    assert "đảo ngày với tháng" in first.doubts[0]
    assert not second.doubts
    assert not third.doubts


def test_days_of_a_sound_spreadsheet_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    rows: list[list[object]] = [
        ["Tiêu đề", "Ngày đăng", "Lượt xem"],
        ["A", dt.datetime(2026, 3, 12, 9, 15), 24.0],
        ["B", "chưa rõ", ""],
    ]
    [table] = tables_of(monkeypatch, rows)
    assert [row.cells for row in table.rows] == [
        ("A", "2026-03-12 09:15", "24"),
        ("B", "chưa rõ", ""),
    ]


def tables_of(monkeypatch: pytest.MonkeyPatch, rows: list[list[object]]) -> list[Table]:
    """Open a workbook with one sheet of these cells."""

    class Sheet:
        def to_python(self) -> list[list[object]]:
            return rows

    class Book:
        sheet_names = ("Tin",)

        def get_sheet_by_name(self, name: str) -> Sheet:
            return Sheet()

    monkeypatch.setattr("python_calamine.CalamineWorkbook.from_path", lambda _: Book())
    return list(open_sheets(Path("tin.xlsx")))

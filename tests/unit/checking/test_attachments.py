"""What readers can fetch is small, harmless, and tells no more than it should."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest
from bantin.checking.attachments import check_file
from bantin.checking.check import check_records
from bantin.checking.tree import DocsTree
from bantin.outputs.refused_files import refuse_file
from PIL import Image
from PIL.ExifTags import GPS, IFD


def photo(*, gps: bool, kind: str = "JPEG") -> bytes:
    exif = Image.Exif()
    exif[271] = "Máy ảnh".encode().decode("latin-1")
    if gps:
        place = exif.get_ifd(IFD.GPSInfo)
        place[GPS.GPSLatitudeRef], place[GPS.GPSLatitude] = "N", (12.0, 15.0, 30.0)
        place[GPS.GPSLongitudeRef], place[GPS.GPSLongitude] = "E", (107.0, 41.0, 20.0)
    file = io.BytesIO()
    Image.new("RGB", (4, 4)).save(file, kind, exif=exif)
    return file.getvalue()


def told(folder: Path, name: str, content: bytes) -> list[str]:
    (folder / name).write_bytes(content)
    found = check_file(folder / name, name)
    assert all(problem.path == name and problem.hint for problem in found)
    return [problem.message for problem in found]


@pytest.mark.parametrize(
    ("name", "kind"), [("a.jpg", "JPEG"), ("a.PNG", "PNG"), ("a.webp", "WEBP")]
)
def test_where_a_photo_was_taken_is_told_of(tmp_path: Path, name: str, kind: str) -> None:
    assert told(tmp_path, name, photo(gps=True, kind=kind)) == ["ảnh còn ghi tọa độ nơi chụp (GPS)"]
    assert told(tmp_path, name, photo(gps=False, kind=kind)) == []


def test_what_runs_when_it_is_opened_is_told_of(tmp_path: Path) -> None:
    assert told(tmp_path, "a.exe", b"MZ") == ["tệp .exe là chương trình, mở ra là chạy"]
    assert told(tmp_path, "a.docm", b"PK") == ["tệp .docm có thể chứa macro, mở ra là chạy"]
    assert "trình duyệt" in told(tmp_path, "a.html", b"<p>")[0]


def test_a_name_that_says_another_kind_is_told_of(tmp_path: Path) -> None:
    assert told(tmp_path, "a.pdf", b"MZ\x90") == ["tên là .pdf nhưng bên trong là chương trình"]
    assert told(tmp_path, "a.pdf", b"PK\x03") == ["tên là .pdf nhưng bên trong không phải"]
    assert told(tmp_path, "a.docx", b"%PDF-1") == ["tên là .docx nhưng bên trong không phải"]


def test_what_is_as_it_should_be_is_passed_over(tmp_path: Path) -> None:
    for name, content in (
        ("a.pdf", b"%PDF-1.7"),
        ("b.pdf", b"\xef\xbb\xbf\n%PDF-1.7"),
        ("a.docx", b"PK\x03\x04"),
        ("a.doc", b"\xd0\xcf\x11\xe0"),
        ("a.csv", b"a,b"),
        ("a.jpg", b"khong phai anh"),
    ):
        assert told(tmp_path, name, content) == []
    assert check_file(tmp_path / "khong-co.pdf", "khong-co.pdf") == []


@pytest.mark.parametrize("name", ["a.png", "a.jpg", "a.webp", "a.gif"])
@pytest.mark.parametrize("content", [b"<svg/>", b"\xef\xbb\xbf<?xml?>", b"\r\n <html>"])
def test_a_drawing_called_a_photo_is_told_of(tmp_path: Path, name: str, content: bytes) -> None:
    (found,) = told(tmp_path, name, content)
    assert found == f"tên là {name[1:]} nhưng bên trong không phải ảnh"


def test_data_that_browsers_draw_is_told_of(tmp_path: Path) -> None:
    assert "trình duyệt" in told(tmp_path, "a.xml", b'<a xmlns="http://www.w3.org/2000/svg"/>')[0]
    assert "trình duyệt" in told(tmp_path, "a.xml", b'<?xml-stylesheet href="a.xsl"?><a/>')[0]
    assert told(tmp_path, "a.xml", b'<?xml version="1.0"?><ho-so/>') == []


def test_a_file_that_may_not_be_read_stops_a_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"%PDF")
    assert refuse_file(path, "a.pdf") == []
    assert refuse_file(tmp_path / "b.pdf", "b.pdf") == []
    # The tests may run as root, who may read everything.
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    assert refuse_file(tmp_path / "b.pdf", "b.pdf") == []
    (problem,) = refuse_file(path, "a.pdf")
    assert str(problem).startswith("a.pdf: không có quyền đọc tệp.")


@pytest.mark.parametrize("name", ["a.svg", "a.SVG", "a.svgz"])
def test_a_picture_that_runs_code_stops_a_build(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(b'<svg xmlns="http://www.w3.org/2000/svg" onload="hit()"/>')
    (problem,) = refuse_file(path, name)
    assert problem.path == name
    assert "onload" in problem.message
    path.write_bytes(b'<svg xmlns="http://www.w3.org/2000/svg"/>')
    assert refuse_file(path, name) == []


def test_what_is_too_large_for_a_phone_is_told_of(tmp_path: Path) -> None:
    assert told(tmp_path, "a.jpg", b"\0" * 2_100_000) == [
        "tệp 2,1 MB, bạn đọc dùng điện thoại khó tải"
    ]
    assert told(tmp_path, "a.pdf", b"%PDF" + b"\0" * 2_100_000) == []
    assert len(told(tmp_path, "b.pdf", b"%PDF" + b"\0" * 20_100_000)) == 1


def test_files_are_looked_at_where_a_record_names_them_and_photos_anywhere(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    place = docs / "tin-tuc" / "2021" / "10"
    place.mkdir(parents=True)
    (docs / "chuyen-muc").mkdir()
    (docs / "chuyen-muc" / "x.md").write_text("---\nname: X\n---\n", "utf-8")
    head = "---\ntitle: Tin\ndate: 2021-10-05\nsection: x\n"
    more = "attachments: [{src: a.exe, title: A}]\n"
    (place / "tin.md").write_text(f"{head}{more}---\n\nTin.\n", "utf-8")
    (place / "khac.md").write_text(f"{head}---\n\nTin.\n", "utf-8")
    (place / "a.exe").write_bytes(b"MZ")
    (docs / "khung.html").write_text("<p>", "utf-8")
    (docs / "anh.jpg").write_bytes(photo(gps=True))
    for _ in range(2):  # the second time from what is kept
        found = check_records(
            DocsTree.of_folder(docs), last_check_path=tmp_path / "so.sqlite"
        ).warnings
        unnamed = {one.path for one in found if "dẫn tới" in one.message}
        assert unnamed == {"anh.jpg", "khung.html"}
        told = [one.path for one in found if "dẫn tới" not in one.message]
        assert told == ["anh.jpg", "tin-tuc/2021/10/a.exe"]
    for uri, paths in (("tin", ["tin-tuc/2021/10/a.exe"]), ("khac", [])):
        named = check_records(DocsTree.of_folder(docs), [f"tin-tuc/2021/10/{uri}.md"]).warnings
        assert [one.path for one in named] == paths

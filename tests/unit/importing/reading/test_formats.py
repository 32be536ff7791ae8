"""A file's format is told by its content; its name decides only where that is silent."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from bantin.errors import ImportRefusedError
from bantin.importing.reading.formats import FORMATS, is_archive, recognise_format

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
PAGE = "<div><p>Tin</p><p>Bài</p></div>"


def package(*names: str, mimetype: str = "") -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        if mimetype:
            archive.writestr("mimetype", mimetype)
        for name in names:
            archive.writestr(name, "x")
    return made.getvalue()


def stream(name: str) -> bytes:
    return OLE + bytes(2_000_000 - len(OLE) - 9) + name.encode("utf-16-le") + bytes(40)


TYPES = "[Content_Types].xml"
OPEN = "application/vnd.oasis.opendocument."
CASES: dict[str, tuple[str, bytes | str, str]] = {
    "text": ("a.txt", "Sở Nội vụ", "txt"),
    "text of no ending": ("a", "Sở Nội vụ", "txt"),
    "text of a wrong ending": ("a.pdf", "Sở Nội vụ", "txt"),
    "text with scraps of a page": ("a.txt", "<p>Tin\n</p>\n<div>\n<table>", "txt"),
    "text that begins as a bitmap": ("a.txt", "BM01: Biểu mẫu", "txt"),
    "text that begins as a program": ("a.txt", "MZ là ký hiệu máy", "txt"),
    "text about a portal": ("a.txt", "Xem wordpress.org/export và <rss>", "txt"),
    "page": ("a.html", f"<!DOCTYPE html>{PAGE}", "html"),
    "page behind a mark": ("a", f"\ufeff<!doctype HTML>{PAGE}", "html"),
    "page called text": ("a.txt", f"<html>{PAGE}</html>", "html"),
    "page called Word": ("a.doc", f"<html xmlns:w='x'>{PAGE}</html>", "html"),
    "page without its head": ("bai", PAGE, "html"),
    "piece of a page": ("a.htm", "<p>Tin</p>", "html"),
    "XHTML": ("a.xml", f'<?xml version="1.0"?><!-- x --><html>{PAGE}</html>', "html"),
    "page in UTF-16": ("a.html", f"<html>{PAGE}</html>".encode("utf-16"), "html"),
    "page after a comment": ("a", f"<!-- saved from url=(0014)x --><html>{PAGE}", "html"),
    "page in one file": ("a.mht", "From: x\nContent-Type: multipart/related; b=1\n\n", "mhtml"),
    "export": ("a.xml", '<?xml?><rss xmlns:wp="http://wordpress.org/export/1.2/">', "wxr"),
    "export with entities": (
        "a.xml",
        '<!DOCTYPE x [<!ENTITY a "b">]><rss xmlns:wp="http://wordpress.org/export/1.2/">',
        "wxr",
    ),
    "RTF called Word": ("a.doc", "{\\rtf1\\ansi x}", "rtf"),
    "PDF": ("a", "%PDF-1.7\n", "pdf"),
    "PDF behind noise": ("a.pdf", "\n\n" * 100 + "%PDF-1.4", "pdf"),
    "Word": ("a.zip", package(TYPES, "word/document.xml"), "docx"),
    "Word of another part": ("a", package(TYPES, "word/document2.xml"), "docx"),
    "Word with macros": ("a.docx", package(TYPES, "word/vbaProject.bin"), "docm"),
    "Excel": ("a.docx", package(TYPES, "xl/workbook.xml"), "xlsx"),
    "Excel with macros": ("a", package(TYPES, "xl/vbaProject.bin"), "xlsm"),
    "slides": ("a", package(TYPES, "ppt/presentation.xml"), "pptx"),
    "ODT": ("a.zip", package("content.xml", mimetype=f"{OPEN}text"), "odt"),
    "ODS": ("a", package("content.xml", mimetype=f"{OPEN}spreadsheet"), "ods"),
    "zip": ("a.docx", package("word/document.xml"), "zip"),
    "broken zip": ("a.docx", b"PK\x03\x04" + bytes(90), "zip"),
    "old Word": ("a", stream("WordDocument"), "doc"),
    "old Excel": ("a.doc", stream("Workbook"), "xls"),
    "old slides": ("a", stream("PowerPoint Document"), "ppt"),
    "a password": ("a.docx", stream("EncryptedPackage"), "docx"),
    "JPEG": ("a.txt", b"\xff\xd8\xff\xe0", "picture"),
    "WebP": ("a", b"RIFF\x10\x00\x00\x00WEBPVP8 ", "picture"),
    "bitmap": ("a", b"BM\x36\x00\x00\x00\x00\x00\x00\x00\x36\x00", "picture"),
    "SVG": ("a.xml", '<?xml version="1.0"?><svg xmlns="x"/>', "picture"),
    "program": ("a.pdf", b"MZ\x90\x00\x03\x00", "program"),
    "script": ("a.txt", "#!/bin/sh\n", "program"),
    "CSV": ("a.csv", "Tiêu đề,Nội dung\nTin,<p>a</p><p>b</p><p>c</p>", "csv"),
    "JSON": ("a.json", '[{"title": "<p>x</p><p>y</p><p>z</p>"}]', "json"),
}


@pytest.mark.parametrize("case", CASES)
def test_a_format_is_told_by_content(tmp_path: Path, case: str) -> None:
    name, content, key = CASES[case]
    path = tmp_path / "tep"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    assert recognise_format(path, name).key == key
    assert is_archive(path) == (key == "zip")


@pytest.mark.parametrize(
    ("opening", "told"),
    [
        (OLE + bytes(range(256)) * 9, "không có văn bản hay bảng nào"),
        (b"Rar!\x1a\x07\x01", "RAR"),
        (b"7z\xbc\xaf\x27\x1c", "7z"),
        (b"\x1f\x8b\x08", "gzip"),
        (b"SQLite format 3\x00", "xuất từng bảng ra CSV"),
    ],
)
def test_containers_that_are_not_opened_say_what_to_do(
    tmp_path: Path, opening: bytes, told: str
) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(opening + bytes(50))
    with pytest.raises(ImportRefusedError, match=told):
        recognise_format(path, path.name)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(ImportRefusedError, match="không mở được tệp"):
        recognise_format(tmp_path / "a", "a")
    assert not is_archive(tmp_path / "a")


def test_what_has_no_reader_says_what_to_do() -> None:
    unread = [one for one in FORMATS.values() if one.read is None and not one.is_table]
    assert {one.key for one in unread} >= {"ppt", "zip", "picture", "program"}
    assert [one.key for one in unread if not one.remedy] == []

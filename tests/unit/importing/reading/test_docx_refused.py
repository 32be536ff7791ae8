"""DOCX files that are broken, locked or made to harm: each gives one clear refusal."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from bantin.errors import ImportRefusedError
from bantin.importing.reading.word import packages
from bantin.importing.reading.word.docx import read_docx

from tests.unit.importing.reading.office_samples import W, bomb, docx, only, p, png, texts


def refused(path: Path, why: str) -> None:
    with pytest.raises(ImportRefusedError, match=why) as refusal:
        only(read_docx, path)
    assert str(refusal.value).isprintable()


def zipped(path: Path, document: bytes, name: str = "word/document.xml") -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr(name, document)
    return path


def test_a_zip_bomb_is_refused(tmp_path: Path) -> None:
    refused(zipped(tmp_path / "a.docx", bomb(30)), "giải nén ra quá lớn")


def test_a_bomb_that_lies_about_its_size_is_refused(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.docx", bomb(30))
    data = bytearray(path.read_bytes())
    at = data.rindex(b"PK\x01\x02")
    data[at + 24 : at + 28] = (1000).to_bytes(4, "little")
    path.write_bytes(data)
    with pytest.raises(ImportRefusedError):
        only(read_docx, path)


def test_many_large_pictures_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packages, "_MAX_ALL_BYTES", 100_000)
    drawn = "".join(
        f'<w:p><w:r><w:drawing><a:blip r:embed="{number}.png"/></w:drawing></w:r></w:p>'
        for number in range(3)
    )
    files = {f"{number}.png": png(number) + bytes(50_000) for number in range(3)}
    refused(docx(tmp_path / "a.docx", p("Chữ") + drawn, files=files), "quá lớn")


@pytest.mark.parametrize(
    "subset", ['<!ENTITY a "x">', '<!ENTITY a SYSTEM "file:///etc/hostname">', "<!ELEMENT a ANY>"]
)
def test_entities_are_refused(tmp_path: Path, subset: str) -> None:
    text = (
        f'<!DOCTYPE a [{subset}]><w:document xmlns:w="{W}"><w:body><w:p><w:r><w:t>x</w:t>'
        "</w:r></w:p></w:body></w:document>"
    )
    refused(zipped(tmp_path / "a.docx", text.encode()), "thực thể XML")


def test_entities_in_utf_16_are_refused(tmp_path: Path) -> None:
    text = f'<!DOCTYPE a [<!ENTITY a "x">]><w:document xmlns:w="{W}"><w:body/></w:document>'
    refused(zipped(tmp_path / "a.docx", text.encode("utf-16")), "thực thể XML")


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "rỗng"),
        (b"PK\x03\x04hong", "hỏng"),
        (b"%PDF-1.7 abc", "nội dung là PDF"),
        (b"{\\rtf1 a}", "nội dung là RTF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "nội dung là DOC"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
            + "EncryptedPackage".encode("utf-16-le"),
            "mật khẩu",
        ),
        (b"<html><body>x</body></html>", "nội dung là HTML"),
        ("<html><body>x</body></html>".encode("utf-16"), "nội dung là HTML"),
        (b"abc", "hoặc tệp đã hỏng"),
    ],
)  # fmt: skip
def test_what_is_no_docx_is_refused_with_what_it_is(tmp_path: Path, data: bytes, why: str) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(data)
    refused(path, why)


@pytest.mark.parametrize(
    ("document", "name", "why"),
    [
        (b"<w:document", "word/document.xml", "hỏng"),
        (b"<a/>", "word/document.xml", "không có nội dung"),
        (b"<a/>", "xl/workbook.xml", "không có nội dung"),
        (f'<w:document xmlns:w="{W}"><w:body/></w:document>'.encode(), "word/document.xml",
         "không có chữ"),
    ],
)  # fmt: skip
def test_a_package_without_text_is_refused(
    tmp_path: Path, document: bytes, name: str, why: str
) -> None:
    refused(zipped(tmp_path / "a.docx", document, name), why)


def test_a_locked_member_is_refused(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.docx", b"<a/>")
    data = bytearray(path.read_bytes())
    data[data.index(b"PK\x03\x04") + 6] |= 1
    data[data.rindex(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(data)
    refused(path, "mật khẩu")


def test_a_damaged_member_is_refused(tmp_path: Path) -> None:
    path = docx(tmp_path / "a.docx", p("Chữ " * 500))
    data = bytearray(path.read_bytes())
    at = data.index(b"word/document.xml") + 40
    data[at : at + 20] = bytes(20)
    path.write_bytes(data)
    refused(path, "hỏng")


def test_too_many_members_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    with zipfile.ZipFile(path, "w") as package:
        for number in range(5_001):
            package.writestr(f"a/{number}", b"")
    refused(path, "5001 phần")


def test_deep_nesting_is_refused_or_read_but_never_falls(tmp_path: Path) -> None:
    deep = "<w:tbl><w:tr><w:tc>" * 60 + p("Chữ") + "</w:tc></w:tr></w:tbl>" * 60
    assert texts(only(read_docx, docx(tmp_path / "a.docx", deep))) == ["Chữ"]
    deeper = "<w:tbl><w:tr><w:tc>" * 5_000 + p("Chữ") + "</w:tc></w:tr></w:tbl>" * 5_000
    refused(docx(tmp_path / "b.docx", deeper), "hỏng")


def test_a_relation_never_leaves_the_package(tmp_path: Path) -> None:
    drawn = '<w:p><w:r><w:drawing><a:blip r:embed="../../../etc/passwd"/></w:drawing></w:r></w:p>'
    path = docx(tmp_path / "a.docx", p("Chữ") + drawn, files={"../../../etc/passwd": b""})
    capture = only(read_docx, path)
    assert capture.pictures == ()


@pytest.mark.parametrize("target", ["NULL", "media/mat.png"])
def test_a_lost_picture_is_told(tmp_path: Path, target: str) -> None:
    drawn = '<w:p><w:r><w:drawing><a:blip r:embed="x"/></w:drawing></w:r></w:p>'
    path = docx(tmp_path / "a.docx", p("Chữ") + drawn, inside={"x": target})
    assert any("1 hình" in doubt for doubt in only(read_docx, path).doubts)

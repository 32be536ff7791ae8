from __future__ import annotations

import sys
from pathlib import Path

import pytest
from bantin.errors import ImportRefusedError
from bantin.importing.capture import BlockKind
from bantin.importing.reading.word import converters
from bantin.importing.reading.word.doc import is_locked, read_doc

from tests.unit.importing.reading.office_samples import (
    MOTTO,
    NATION,
    docx,
    only,
    p,
    shown,
    texts,
)

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
posix = pytest.mark.skipif(sys.platform == "win32", reason="programs of the test are scripts")


def ole(path: Path, flags: int = 0) -> Path:
    """Write what begins as a DOC file does."""
    path.write_bytes(OLE + bytes(504) + b"\xec\xa5" + bytes(9) + bytes([flags]) + bytes(1000))
    return path


def program(folder: Path, name: str, script: str) -> None:
    (folder / name).write_text(f"#!{sys.executable}\n{script}", encoding="utf-8")
    (folder / name).chmod(0o755)


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder that is the only one with programs."""
    folder = tmp_path / "programs"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.setattr(converters, "_WINDOWS_PLACES", ())
    monkeypatch.setattr(converters, "_MAC_PLACES", ())
    return folder


@pytest.mark.usefixtures("programs")
def test_without_a_program_the_refusal_says_how_to_get_one(tmp_path: Path) -> None:
    with pytest.raises(ImportRefusedError) as refusal:
        only(read_doc, ole(tmp_path / "a.doc"))
    for words in ("LibreOffice", "Linux", "Windows", "macOS", ".docx"):
        assert words in str(refusal.value)


@posix
def test_libreoffice_makes_docx_in_a_folder_of_its_own(tmp_path: Path, programs: Path) -> None:
    made = docx(tmp_path / "made.docx", p("Chữ"))
    log = tmp_path / "log"
    script = (
        "import shutil, sys, os, pathlib\n"
        f"shutil.copy({str(made)!r}, 'in.docx')\n"
        f"pathlib.Path({str(log)!r}).write_text(os.getcwd() + chr(10) + ' '.join(sys.argv[1:]))\n"
    )
    program(programs, "soffice", script)
    path = ole(tmp_path / "a.doc")
    capture = only(read_doc, path)
    assert (capture.name, capture.format, texts(capture)) == ("a.doc", "doc", ["Chữ"])
    folder, arguments = log.read_text(encoding="utf-8").split("\n")
    assert "--headless" in arguments
    assert f"UserInstallation={Path(folder).as_uri()}" in arguments
    assert not Path(folder).exists()
    assert sorted(one.name for one in tmp_path.iterdir()) == [
        "a.doc", "log", "made.docx", "programs"
    ]  # fmt: skip


@posix
def test_antiword_gives_columns_and_a_doubt(tmp_path: Path, programs: Path) -> None:
    text = (
        f"\n|UBND XÃ MẪU   |{NATION}  |\n|Số: 1/TB      |{MOTTO}   |\n\n\n"
        "THÔNG BÁO\n\nNội dung thứ nhất\n\n"
        "|STT |Tên  |Số  |\n|1   |A    |5   |\n|2   |B    |6  |\n\n"
    )
    program(programs, "antiword", f"import sys; sys.stdout.buffer.write({text!r}.encode())")
    capture = only(read_doc, ole(tmp_path / "a.doc"))
    assert shown(capture)[:6] == [
        ("UBND XÃ MẪU", 1), (NATION, 2), ("Số: 1/TB", 1), (MOTTO, 2), ("THÔNG BÁO", 0),
        ("Nội dung thứ nhất", 0),
    ]  # fmt: skip
    assert capture.blocks[-1].kind is BlockKind.TABLE
    assert capture.blocks[-1].rows == (("STT", "Tên", "Số"), ("1", "A", "5"), ("2", "B", "6"))
    assert any("antiword" in doubt and "số thứ tự" in doubt for doubt in capture.doubts)


@posix
@pytest.mark.parametrize(
    ("script", "why"),
    [
        ("import sys; sys.exit(1)", "dừng vì lỗi"),
        ("pass", "không mở được"),
        ("import time; time.sleep(60)", "quá 1 giây"),
    ],
)
def test_a_program_that_fails_gives_one_refusal(
    tmp_path: Path, programs: Path, monkeypatch: pytest.MonkeyPatch, script: str, why: str
) -> None:
    monkeypatch.setattr(converters, "_TIMEOUT_S", 1)
    program(programs, "soffice", script)
    with pytest.raises(ImportRefusedError, match=why):
        only(read_doc, ole(tmp_path / "a.doc"))


@posix
def test_a_program_that_asks_to_be_started_again_is(tmp_path: Path, programs: Path) -> None:
    made = docx(tmp_path / "made.docx", p("Chữ"))
    script = (
        "import os, shutil, sys\n"
        "if not os.path.exists('seen'):\n    open('seen', 'w').close()\n    sys.exit(81)\n"
        f"shutil.copy({str(made)!r}, 'in.docx')\n"
    )
    program(programs, "soffice", script)
    assert texts(only(read_doc, ole(tmp_path / "a.doc"))) == ["Chữ"]


def test_locked_files_are_refused(tmp_path: Path) -> None:
    path = ole(tmp_path / "a.doc", flags=1)
    assert is_locked(path.read_bytes())
    assert not is_locked(ole(tmp_path / "b.doc").read_bytes())
    with pytest.raises(ImportRefusedError, match="mật khẩu"):
        only(read_doc, path)


@pytest.mark.parametrize(
    ("data", "why"), [(b"{\\rtf1 a}", "RTF"), (b"PK\x03\x04", "DOCX"), (b"<html>", "HTML")]
)
def test_other_formats_are_refused_by_content(tmp_path: Path, data: bytes, why: str) -> None:
    path = tmp_path / "a.doc"
    path.write_bytes(data)
    with pytest.raises(ImportRefusedError, match=why):
        only(read_doc, path)

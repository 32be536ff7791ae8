from __future__ import annotations

import stat
import sys
from pathlib import Path

import pytest
from bantin.importing.reading.pdf import page as pdf_page
from bantin.importing.reading.pdf import scans

from tests.unit.importing.reading.pdf_making import (
    HEIGHT,
    JOINED,
    WIDTH,
    WORDS,
    ReadSheets,
    Sheet,
    make_pdf,
    read_made,
    refusal,
    texts,
)

SCAN = (0.0, 0.0, float(WIDTH), float(HEIGHT))


@pytest.fixture
def read(tmp_path: Path) -> ReadSheets:
    return lambda *sheets, **more: read_made(tmp_path, *sheets, **more)


def test_the_text_behind_a_scan_is_taken_and_told(read) -> None:
    behind = [(*line, 13, "Times-Roman", 3) for line in WORDS]
    capture = read(Sheet(behind, pictures=[SCAN]))
    assert texts(capture) == [JOINED]
    assert capture.pictures == ()
    assert capture.doubts == (
        "Trang 1: bản quét, chữ do máy nhận dạng sẵn trong tệp; hãy đối chiếu",
    )


@pytest.fixture
def no_program(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_page, "can_recognise", lambda: False)


@pytest.mark.usefixtures("no_program")
def test_a_scan_is_refused_as_one(tmp_path: Path) -> None:
    why = refusal(tmp_path, make_pdf(Sheet(pictures=[SCAN]), Sheet(pictures=[SCAN])))
    assert why.startswith("bản quét: 2 trang chỉ có hình")
    assert "tesseract-ocr-vie" in why


@pytest.mark.usefixtures("no_program")
def test_scanned_pages_among_others_are_told(read) -> None:
    capture = read(Sheet(WORDS), Sheet(pictures=[SCAN]), Sheet(pictures=[SCAN]))
    assert texts(capture) == [JOINED]
    assert "Trang 2, 3: bản quét, không có chữ, chưa lấy được nội dung" in capture.doubts


def test_a_picture_of_a_page_with_few_words_is_told(read) -> None:
    capture = read(Sheet(WORDS, pictures=[SCAN]))
    assert texts(capture) == [JOINED]
    assert "có thể là bản quét" in " ".join(capture.doubts)


PROGRAM = """\
#!{python}
import sys, time
if "--list-langs" in sys.argv:
    print("List of available languages (2):\\neng\\n{language}")
    sys.exit()
time.sleep({delay})
assert sys.argv[3:5] == ["-l", "vie"], sys.argv
columns = "level page_num block_num par_num line_num word_num left top width height conf text"
print(columns.replace(" ", "\\t"))
for number, line in enumerate({lines!r}, 1):
    top = 400 + 80 * number
    print("\\t".join(map(str, [4, 1, 1, 1, number, 0, 250, top, 1800, 54, -1, ""])))
    for at, word in enumerate(line.split()):
        row = [5, 1, 1, 1, number, at + 1, 250 + 110 * at, top, 100, 54, 90 - number, word]
        print("\\t".join(map(str, row)))
"""
READ = [
    "Giao Sở Y tế kiểm tra việc cấp thuốc ở trạm y tế vùng",
    "cao, báo cáo trước ngày 20/4/2026.",
]


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):  # type: ignore[no-untyped-def]
    def install(language: str = "vie", delay: float = 0.0) -> None:
        folder = tmp_path / "bin"
        folder.mkdir()
        path = folder / "tesseract"
        path.write_text(
            PROGRAM.format(python=sys.executable, language=language, delay=delay, lines=READ)
        )
        path.chmod(path.stat().st_mode | stat.S_IXUSR)
        monkeypatch.setenv("PATH", f"{folder}")
        scans.can_recognise.cache_clear()

    yield install
    scans.can_recognise.cache_clear()


def test_a_scan_is_recognised_where_the_program_is(read, program) -> None:
    program()
    capture = read(Sheet(pictures=[SCAN]))
    assert texts(capture) == [" ".join(READ)]
    assert capture.doubts == (
        "Trang 1: bản quét, chữ do máy nhận dạng (tesseract), độ chắc chắn trung bình 89%; hãy đối "
        "chiếu",
    )


def test_without_vietnamese_nothing_is_recognised(tmp_path: Path, program) -> None:
    program(language="fra")
    assert refusal(tmp_path, make_pdf(Sheet(pictures=[SCAN]))).startswith("bản quét")


def test_recognising_ends_in_time(read, program) -> None:
    program(delay=30)
    capture = read(Sheet(WORDS), Sheet(pictures=[SCAN]), seconds=2.0)
    assert "Trang 2: bản quét" in " ".join(capture.doubts)

"""Pages come in whatever encoding they are in; what was mended is told."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from bantin.importing.capture import Capture
from bantin.importing.reading.html.reader import read_html

WORDS = (
    "Uỷ ban nhân dân xã Mường Giôn họp về chuyển đổi số, đồng chí Lò Văn Thắng chủ trì, "
    "nêu rõ những việc cần làm ngay trong quý tới của từng bản."
)


def page(charset: str = "") -> str:
    meta = f"<meta charset='{charset}'>" if charset else ""
    return f"<html><head>{meta}</head><body><h1>Tin của xã</h1><p>{WORDS}</p></body></html>"


def read(raw: bytes, folder: Path) -> Capture:
    path = folder / "trang.html"
    path.write_bytes(raw)
    [capture] = read_html(path)
    return capture


def windows_1258(text: str) -> bytes:
    """Write as Windows does: a vowel with its hook or circumflex, then the tone."""
    raw = bytearray()
    for char in text:
        for part in (char, *_split(char)):
            try:
                raw += part.encode("cp1258")
                break
            except UnicodeEncodeError:
                continue
    return bytes(raw)


def _split(char: str) -> list[str]:
    apart = unicodedata.normalize("NFD", char)
    tones = [mark for mark in apart if mark in "\u0300\u0301\u0303\u0309\u0323"]
    rest = unicodedata.normalize("NFC", "".join(mark for mark in apart if mark not in tones))
    return [rest + "".join(tones)]


@pytest.mark.parametrize(
    ("raw", "repair"),
    [
        (page().encode(), ""),
        (page("utf-8").encode(), ""),
        (page().encode("utf-8-sig"), ""),
        (page("iso-8859-1").encode(), "khai bảng mã iso8859-1 nhưng thật ra ở UTF-8"),
        (page("windows-1258").encode(), "thật ra ở UTF-8"),
        (page("x-unknown").encode(), ""),
        (page("utf-16").encode(), "thật ra ở UTF-8"),
        (page().encode("utf-16"), "UTF-16"),
        (page().encode("utf-16-le"), "UTF-16"),
        (page().encode("utf-16-be"), "UTF-16"),
        (windows_1258(page("windows-1258")), "Windows-1258"),
        (windows_1258(page()), "Windows-1258"),
        (windows_1258(page("iso-8859-1")), "Windows-1258"),
        (unicodedata.normalize("NFD", page()).encode(), "NFC"),
        (page().encode().decode("latin-1").encode(), "ftfy"),
        (page().encode("ascii", "xmlcharrefreplace"), ""),
    ],
)
def test_the_words_come_out_and_the_repair_is_told(raw: bytes, repair: str, tmp_path: Path) -> None:
    capture = read(raw, tmp_path)
    assert capture.blocks[-1].text == WORDS
    told = " ".join(capture.repairs)
    assert (repair in told) if repair else not told


def test_text_that_speaks_of_mojibake_stays(tmp_path: Path) -> None:
    words = f"{WORDS} Lỗi hay gặp là chữ Ã, chữ Â đứng riêng."
    assert read(page().replace(WORDS, words).encode(), tmp_path).blocks[-1].text == words


def test_a_broken_letter_is_told_as_a_doubt(tmp_path: Path) -> None:
    capture = read(page().encode().replace("ữ".encode(), "ữ".encode()[:2]), tmp_path)
    assert any("1 ký tự hỏng" in told for told in capture.doubts)
    assert "nhng việc" in capture.blocks[-1].text


def test_bytes_of_no_known_encoding_are_doubted(tmp_path: Path) -> None:
    raw = b"<body><h1>x</h1><p>" + bytes(range(0xA1, 0xFF)) * 5 + b" chu o bang ma cu</p>"
    assert any("không ở UTF-8" in told for told in read(raw, tmp_path).doubts)


def test_old_fonts_are_doubted(tmp_path: Path) -> None:
    html = page().replace("<p>", "<p><font face='.VnTime'>")
    assert any(".VnTime" in told for told in read(html.encode(), tmp_path).doubts)

from __future__ import annotations

import hashlib
import unicodedata
from pathlib import Path

import pytest
from bantin.errors import ImportRefusedError
from bantin.importing.reading.plain_text import clean_capture, read_capture

from tests.unit.importing.samples import capture_of


@pytest.mark.parametrize(
    ("raw", "clean", "repair"),
    [
        ("một  hai", "một hai", "2 khoảng trắng giữa “một” và “hai”"),
        ("một\u00a0hai", "một hai", "khoảng trắng đặc biệt giữa “một” và “hai”"),
        ("một \u00a0\u00a0hai", "một hai", "3 khoảng trắng giữa “một” và “hai”"),
        ("\u00a0 4. bốn", "4. bốn", "đầu hoặc cuối dòng"),
        ("một\u00adhai\u200b", "mộthai", "2 ký tự vô hình"),
        ("Ðồng chí", "Đồng chí", "Ð (U+00D0)"),
        ("một&nbsp;hai", "một hai", "&nbsp;"),
        ("một\x07hai", "mộthai", "1 ký tự điều khiển"),
        ("một \x1b[31mhai\x1b]0;ba\x07", "một [31mhai]0;ba", "3 ký tự điều khiển"),
        ("một\u202ehai\u2066", "mộthai", "2 ký tự điều khiển, đổi chiều"),
        ("một\ufdd0\U0003ffffhai", "mộthai", "2 ký tự"),
        ("một\U000e0041hai", "mộthai", "1 ký tự"),
        (unicodedata.normalize("NFD", "tỉnh ủy"), "tỉnh ủy", "(NFC)"),
        ("ã ký)", "(Đã ký)", "“ã ký)” sửa thành “(Đã ký)”"),
        ("(đã ký)", "(Đã ký)", "sửa thành “(Đã ký)”"),
    ],
)
def test_a_repair_is_made_and_listed(raw: str, clean: str, repair: str) -> None:
    capture = capture_of(raw)
    assert [line.text for line in capture.blocks] == [clean]
    assert any(repair in listed for listed in capture.repairs), capture.repairs


def test_nothing_to_mend_lists_nothing() -> None:
    assert capture_of("Việc bình đăng giới < 5 & > 3.\n\n(Đã ký)").repairs == ()


def test_stray_markup_lines_are_dropped_and_named_by_line() -> None:
    capture = capture_of("</xml\nchữ\n<![endif]-->\n<o:p></o:p>")
    assert [line.text for line in capture.blocks] == ["chữ"]
    assert capture.repairs == (
        "Dòng 1: bỏ mảnh mã còn sót “</xml”",
        "Dòng 3: bỏ mảnh mã còn sót “<![endif]-->”",
        "Dòng 4: bỏ mảnh mã còn sót “<o:p></o:p>”",
    )


@pytest.mark.parametrize("text", ["xem <b> nhé", "<điều 5>", "<Ban Chi dao>", "< 5"])
def test_words_in_angle_brackets_are_no_markup(text: str) -> None:
    assert capture_of(text).blocks[0].text == text


def test_lines_of_no_break_spaces_are_blank_and_counted() -> None:
    capture = capture_of("một\n\u00a0\nhai\nba")
    assert [(line.number, line.after_blank) for line in capture.blocks] == [
        (1, True),
        (3, True),
        (4, False),
    ]
    assert capture.repairs == ("Dòng 2: chỉ có khoảng trắng (U+00A0), coi là dòng trống",)


@pytest.mark.parametrize("end", ["\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"])
def test_line_ends_of_other_programs_are_line_ends(end: str) -> None:
    capture = capture_of(f"một{end}hai\nba")
    assert [line.text for line in capture.blocks] == ["một", "hai", "ba"]


@pytest.mark.parametrize(
    "name", ["a\x1b[2J.txt", "a\x07.txt", "a\u202etxt.md", "a\nb.txt", "a\udcff.txt", "a\u2028.txt"]
)
def test_a_name_that_no_record_can_keep_is_refused(name: str) -> None:
    with pytest.raises(ImportRefusedError, match=r"tên tệp có .*; đổi tên tệp") as refusal:
        clean_capture(name, "chữ".encode())
    assert str(refusal.value).isprintable()


def test_a_name_as_macs_spell_it_is_kept_composed() -> None:
    name = unicodedata.normalize("NFD", "tỉnh ủy.txt")
    assert clean_capture(name, "chữ".encode()).name == "tỉnh ủy.txt"


def test_the_digest_is_of_the_bytes_as_they_are() -> None:
    raw = "\ufeffmột\r\n".encode()
    assert clean_capture("a.txt", raw).sha256 == hashlib.sha256(raw).hexdigest()


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (b"", "rỗng"),
        (b" \n\t", "rỗng"),
        ("\u00a0\n".encode(), "không có chữ nào"),
        (b"\xb5\xb8\xce", "UTF-8"),
        (b"PK\x03\x04\x00\x00", "không phải tệp văn bản"),
        (b"khong dau cham het cho nay " * 20, "không thấy chữ Việt"),
        (b"a" * 1_000_001, "1 MB"),
    ],
)
def test_unreadable_bytes_are_refused_with_the_reason(raw: bytes, why: str) -> None:
    with pytest.raises(ImportRefusedError, match=why):
        clean_capture("a.txt", raw)


SENTENCE = "Đồng chí Chủ tịch tỉnh họp với các xã ở vùng cao, bàn việc nước sạch cho từng bản."


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        (SENTENCE.encode("utf-16"), "UTF-16"),
        (SENTENCE.encode("utf-16-be"), "UTF-16"),
        (SENTENCE.encode("utf-8-sig"), ""),
        (
            "§ång chÝ Chñ tÞch tØnh häp víi c¸c x· ë vïng cao, bµn viÖc n­íc s¹ch cho tõng b¶n.",
            "TCVN3",
        ),
        (
            "Ñoàng chí Chuû tòch tænh hoïp vôùi caùc xaõ ôû vuøng cao, baøn vieäc nöôùc saïch cho "
            "töøng baûn.",
            "VNI",
        ),
        (SENTENCE.encode().decode("latin-1"), "UTF-8 đọc như Windows-1252"),
    ],
)
@pytest.mark.parametrize("saved", ["as bytes", "as UTF-8"])
def test_texts_of_other_encodings_are_converted_and_told(
    raw: bytes | str, told: str, saved: str
) -> None:
    if isinstance(raw, str):
        if saved == "as bytes" and told != "UTF-8 đọc như Windows-1252":
            raw = raw.encode("cp1252")
        else:
            raw = raw.encode()
    capture = clean_capture("a.txt", raw)
    assert capture.blocks[0].text == SENTENCE
    assert any(told in repair for repair in capture.repairs) or not told


def in_windows_1258(text: str) -> bytes:
    """Encode as Windows does: hats are of their letters, tones stand behind them."""
    tones = "\u0300\u0301\u0303\u0309\u0323"
    apart = []
    for char in text:
        parts = unicodedata.normalize("NFD", char)
        letter = "".join(part for part in parts if part not in tones)
        tone = "".join(part for part in parts if part in tones)
        apart.append(unicodedata.normalize("NFC", letter) + tone)
    return "".join(apart).encode("cp1258")


def test_windows_1258_is_converted_and_told() -> None:
    capture = clean_capture("a.txt", in_windows_1258(SENTENCE))
    assert capture.blocks[0].text == SENTENCE
    assert any("Windows-1258" in repair for repair in capture.repairs)


@pytest.mark.parametrize(
    "text",
    [
        "Diện tích 1,5×10² m², thêm ½ m³ và ¼ thửa, dày ±3 µm, 37°C.",
        "Khu A 10 m² × 5 m², khu B 20 m² × 4 m², khu C ½ m³, khu D ¾ m³.",
        "10 m²; 20 m²; 30 m²; 40 m²; 50 m²; 60 m²",
        "5×5×5 = 125 ± 2 · 3 ÷ 4 § 7 ¶ 8",
    ],
)
def test_signs_of_measures_are_no_letters_of_an_old_encoding(text: str) -> None:
    capture = clean_capture("a.txt", text.encode())
    assert capture.blocks[0].text == text
    assert not capture.repairs


def test_good_text_with_signs_of_old_encodings_is_left_alone() -> None:
    text = "Diện tích 5 m², nhiệt độ 37°C ± 1, «trích», 3 µg/l; café, Curaçao, naïve và ¼ thửa."
    capture = clean_capture("a.txt", f"Đây là {text}".encode())
    assert capture.blocks[0].text == f"Đây là {text}"
    assert not capture.repairs


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ImportRefusedError, match="không mở được tệp"):
        read_capture(tmp_path / "không-có.txt")

"""Short forms are found where they stand for something, and nowhere else."""

from __future__ import annotations

import pytest
from bantin.text.abbreviations import load_abbreviations
from bantin.text.short_forms import find_known, find_unknown

KNOWN = load_abbreviations()


def known(text: str) -> list[str]:
    found = list(find_known(text, KNOWN))
    for form in found:
        assert text[form.start : form.end].replace("&amp;", "&") == form.short
    return [form.short for form in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("UBND tỉnh", ["UBND"]),
        ("(UBND tỉnh), “HĐND”; **MTTQ**, _HTX_", ["UBND", "HĐND", "MTTQ", "HTX"]),
        ("Sở KH&ĐT, Sở TN&amp;MT", ["KH&ĐT", "TN&MT"]),
        ("TTg giao; V/v họp", ["TTg", "V/v"]),
        ("TT.HĐND tỉnh.", ["TT.HĐND"]),
        ("UBND-HĐND, KT-XH, HĐND/UBND", ["UBND", "HĐND", "KT-XH", "HĐND", "UBND"]),
        ("- UBND huyện\n-UBND xã", ["UBND", "UBND"]),
        ("UBND. UBND, UBND: UBND", ["UBND"] * 4),
        ("UBND TP Mẫu, UBND TX Mẫu", ["UBND", "UBND", "TX"]),
        ("THÔNG BÁO\n\nUBND tỉnh họp", ["UBND"]),
        ("số UBND xã; một số UBND xã", ["UBND", "UBND"]),
        ("Phòng VX chuẩn bị", ["VX"]),
        ("GĐ Sở, BTV Tỉnh ủy, BBT Cổng, khu TĐC, PV Báo", ["GĐ", "BTV", "BBT", "TĐC", "PV"]),
    ],
)
def test_whole_words_are_found_as_the_table_writes_them(text: str, found: list[str]) -> None:
    assert known(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "405/TB-VP.UBND",
        "405/ UBND-VX",
        "12 /UBND-VX",
        "Số: UBND-VX",
        "số 12 UBND",
        "256 /2004/QĐ-UBND, 16/CT-TTg, 18-KL/TW",
        "QĐ-UBND",
        "UBND2, 2UBND, UBND/2013, UBND-12, UBND_x",
        "xUBND, UBNDx, ubnd",
        "tỉnh.UBND",
        "UBND@vi-du.example",
        "KẾT LUẬN CỦA UBND TỈNH",
        "PHÓ CHỦ TỊCH UBND",
        "Lưu: VT, VX; lưu VT",
        "Lưu: HĐND, UBND",
        "Công ty CP Mẫu",
        "cán bộ QL, điều chỉnh QH chung",
        "GĐ 2021-2025, hộ GĐ; chi TX; BTV Đài Mẫu; BBT Trung ương Đảng; Chi cục TĐC; PV Gas",
        "TU, TP, BTC",
    ],
)
def test_nothing_is_found_in_numbers_titles_other_words_and_other_senses(text: str) -> None:
    assert known(text) == []


def test_what_is_done_is_not_looked_for_but_still_known() -> None:
    found = find_known("UBND-HĐND", {"UBND", "HĐND"}, {"UBND"})
    assert [form.short for form in found] == ["HĐND"]


@pytest.mark.parametrize("text", ["CLB", "Sở GTCC và XDNT", "Sở AB&CD"])
def test_unknown_short_forms_are_found(text: str) -> None:
    assert [form.short for form in find_unknown(text, KNOWN)]


@pytest.mark.parametrize(
    "text",
    [
        "UBND",
        "quý IV, khóa XIII",
        "M.L, KĐăm, eNTM",
        "12/ABCX-Y, ABCX-2, ABCX.Y",
        "KHÔNG, BÁO, TIN, NAM",
        "HỘI NGHỊ ABCX TỈNH",
    ],
)
def test_what_may_be_a_word_a_numeral_a_name_or_a_code_is_not_called_unknown(text: str) -> None:
    assert [form.short for form in find_unknown(text, KNOWN)] == []

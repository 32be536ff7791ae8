"""Numbers as people type them mean the documents they can mean, and no others."""

from __future__ import annotations

import pytest
from bantin.text.citations import Citation, read_citation
from bantin.text.numbers import number_key
from hypothesis import given
from hypothesis import strategies as st


def can_mean(written: str, number: str, year: int = 2013) -> bool:
    citation = read_citation(written)
    return citation is not None and citation.can_mean(number, year=year)


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("405/tb-vp.ubnd", "405/TB-VP.UBND"),
        ("405 TB VPUBND", "405/TB-VP.UBND"),
        ("405-TB", "405/TB-VP.UBND"),
        ("405 TB-VP", "405/TB-VP.UBND"),
        ("số 405", "405/TB-VP.UBND"),
        ("Số: 0405/TB-VP.UBND", "405/TB-VP.UBND"),
        ("405/2013", "405/TB-VP.UBND"),
        ("405/2013/TB-VP.UBND", "405/TB-VP.UBND"),
        ("Thông báo số 405/TB-VP.UBND ngày 10/10/2013 của Văn phòng", "405/TB-VP.UBND"),
        ("405/TB-VP.UBND năm 2013", "405/TB-VP.UBND"),
        ("30/2020/ND-CP", "30/2020/NĐ-CP"),
        ("30/2020/NÐ-CP", "30/2020/NĐ-CP"),  # Ð U+00D0
        ("30/NĐ-CP", "30/2020/NĐ-CP"),
        ("256 /2004/QĐ-UB", "256/2004/QĐ-UB"),
        ("18-KL/TW", "18-KL/TW"),
        ("18 kl tw", "18-KL/TW"),
        ("91/2025/QH15", "91/2025/QH15"),
        ("12/UBND-VX", "12/UBND-VX"),
        ("05/QĐ", "5/QĐ-UBND"),
    ],
)
def test_what_is_typed_can_mean_the_document(written: str, number: str) -> None:
    assert can_mean(written, number)


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("406/TB-VP.UBND", "405/TB-VP.UBND"),
        ("405/QĐ", "405/TB-VP.UBND"),
        ("405-T", "405/TB-VP.UBND"),
        ("405/UBND", "405/TB-VP.UBND"),
        ("405/2014", "405/TB-VP.UBND"),
        ("405/TB-VP.UBND ngày 10/10/2014", "405/TB-VP.UBND"),
        ("30/2019/NĐ-CP", "30/2020/NĐ-CP"),
        ("thông báo", "405/TB-VP.UBND"),
        ("", "405/TB-VP.UBND"),
    ],
)
def test_what_speaks_against_a_document_rules_it_out(written: str, number: str) -> None:
    assert not can_mean(written, number)


def test_citation_is_taken_apart() -> None:
    written = "Quyết định số 15/QĐ-UBND ngày 05/01/2020 của UBND tỉnh Mẫu"
    assert read_citation(written) == Citation(15, 2020, ("qd", "ubnd"))


def test_number_without_a_symbol_has_no_key() -> None:
    for written in ("số 405", "405/2013"):
        citation = read_citation(written)
        assert citation is not None
        assert citation.key == ""


@given(st.text(max_size=40))
def test_any_text_is_read_or_refused(text: str) -> None:
    assert (read_citation(text) is None) is not any(char.isdecimal() for char in text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("405/TB-VP.UBND", "405 tb vpubnd"),
        ("256 /2004/QĐ-UB", "256/2004/qd-ub"),
        ("18-KL/TW", "18 KL/TW"),
        ("30/2020/NĐ-CP", "30/2020/NÐ-CP"),
        ("12/UBND-VX", "số 12/ubnd-vx"),
    ],
)
def test_ways_to_write_a_number_share_both_keys(one: str, other: str) -> None:
    first, second = read_citation(one), read_citation(other)
    assert first is not None
    assert second is not None
    assert first.key == second.key != ""
    assert number_key(one) == number_key(other)

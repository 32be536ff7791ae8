"""Vietnamese order."""

from __future__ import annotations

import random

import pytest
from bantin.text.collate import initial, person_sort_key, sort_key


def check_order(words: list[str], key: object) -> None:
    for seed in range(5):
        mixed = words[:]
        random.Random(seed).shuffle(mixed)
        assert sorted(mixed, key=key) == words  # type: ignore[call-overload]


def test_letters_follow_the_alphabet() -> None:
    check_order("a ă â b c d đ e ê g h i k l m n o ô ơ p q r s t u ư v x y".split(), sort_key)


def test_tones_follow_ngang_huyen_hoi_nga_sac_nang() -> None:
    check_order("ma mà mả mã má mạ mạc".split(), sort_key)


def test_letters_weigh_more_than_tones() -> None:
    check_order(["Đá", "Đan", "Đàn", "Đăk"], sort_key)


def test_first_syllable_decides_before_the_second() -> None:
    check_order(["Ba Tơ", "Bà Rịa", "Bắc Kạn", "Bến Tre"], sort_key)


def test_both_tone_styles_sort_alike() -> None:
    assert sort_key("Hoà Bình") == sort_key("Hòa Bình")


def test_people_go_by_given_name_then_the_rest() -> None:
    check_order(
        ["Trần An", "Lê Văn Bình", "Nguyễn Bình", "Phạm Thị Bình", "Đỗ Cúc"], person_sort_key
    )


@pytest.mark.parametrize(
    ("name", "letter"),
    [
        ("Lê Thị Ánh", "A"),
        ("Trần Ân", "Â"),
        ("Phạm Ấn", "Â"),
        ("Đỗ Đức", "Đ"),
        ("Lý Ứng", "Ư"),
        ("Y Mẫn", "M"),
        ("Tổ 5", "#"),
        ("…", "#"),
    ],
)
def test_people_are_filed_under_a_letter_of_the_alphabet(name: str, letter: str) -> None:
    assert initial(name) == letter

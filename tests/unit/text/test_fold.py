"""Exact and folded forms, tone styles, syllables."""

from __future__ import annotations

import unicodedata

import pytest
from bantin.text.fold import exact, fold, fold_syllable, syllables
from bantin.text.tones import one_tone_style
from hypothesis import given
from hypothesis import strategies as st

# Whole letters, as text holds them; a mark stacked on a marked letter is no Vietnamese.
LETTERS = (
    "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ"
)
text = st.text(alphabet=LETTERS + LETTERS.upper() + "Ðð /.-\u00ad\u200b0159", max_size=30)

OLD = "oà oá oả oã oạ oè oé oẻ oẽ oẹ uỳ uý uỷ uỹ uỵ".split()
NEW = "òa óa ỏa õa ọa òe óe ỏe õe ọe ùy úy ủy ũy ụy".split()


@given(text)
def test_folding_the_exact_form_is_folding(value: str) -> None:
    assert fold(exact(value)) == fold(value)


@given(text)
def test_exact_form_of_an_exact_form_is_itself(value: str) -> None:
    assert exact(exact(value)) == exact(value)


@given(text)
def test_decomposed_text_has_the_same_exact_form(value: str) -> None:
    assert exact(unicodedata.normalize("NFD", value)) == exact(value)


@given(text)
def test_folded_text_has_no_marks_and_no_capitals(value: str) -> None:
    folded = fold(value)
    assert folded == folded.lower()
    assert folded.isascii()


@given(text)
def test_syllables_are_exact_and_hold_no_separator(value: str) -> None:
    assert all(one == exact(one) and one.isalnum() for one in syllables(value))


@pytest.mark.parametrize(
    ("written", "folded"),
    [("Đảng viên", "dang vien"), ("Ðắk Nông", "dak nong"), ("PHỤ\u00ad NỮ", "phu nu"), ("", "")],
)
def test_fold_gives_what_a_reader_without_marks_types(written: str, folded: str) -> None:
    assert fold(written) == folded
    assert fold_syllable(written) == folded


def test_marks_make_different_words() -> None:
    assert len({exact(word) for word in ("ban", "bàn", "bạn", "bán")}) == 4


@pytest.mark.parametrize(("old", "new"), list(zip(OLD, NEW, strict=True)))
def test_both_tone_styles_are_one_in_open_syllables(old: str, new: str) -> None:
    for form in (str, str.upper, str.capitalize):
        assert one_tone_style(f"h{form(old)} ".strip()) == f"h{form(new)}"
        assert one_tone_style(form(old)) == form(new)


@pytest.mark.parametrize("word", ["hoàn", "huỳnh", "quý", "Quý", "QUÝ", "hoạch", "hòa"])
def test_closed_syllables_and_qu_keep_their_tone(word: str) -> None:
    assert one_tone_style(word) == word


def test_number_is_split_into_its_parts() -> None:
    assert syllables("Số: 405/TB-VP.UBND_x") == ["số", "405", "tb", "vp", "ubnd", "x"]
    assert syllables("Uỷ ban") == ["ủy", "ban"]
    assert syllables(" – ./") == []

"""Words as numbers: codes sort as the words do, whatever words there are."""

from __future__ import annotations

import pytest
from bantin.search.lexicon import ALONE, Lexicon, run_ends, run_starts
from bantin.search.terms import key_of
from hypothesis import given
from hypothesis import strategies as st
from numpy import array

SPELLINGS = ["ban", "bàn", "bán", "bang", "luận", "luan", "2021-10", "405", "đ", "d", "zzz"]
WORDS = st.sets(st.sampled_from(SPELLINGS), min_size=1).map(
    lambda found: [(key_of(spelling), spelling) for spelling in sorted(found)]
)


@given(WORDS, st.data())
def test_codes_rise_as_key_then_spelling_do(
    words: list[tuple[str, str]], data: st.DataObject
) -> None:
    lexicon = Lexicon(words)
    (numbers,) = lexicon.numbers(words)
    at = st.integers(0, len(words) - 1)
    chosen = data.draw(st.lists(st.tuples(at, at), min_size=1))
    pairs = [numbers[[first for first, _ in chosen]], numbers[[second for _, second in chosen]]]
    codes = lexicon.encode(*pairs)
    spelled = [(f"{words[a][0]} {words[b][0]}", f"{words[a][1]} {words[b][1]}") for a, b in chosen]
    assert lexicon.spell(codes) == spelled
    by_code = sorted(zip(codes.tolist(), spelled, strict=True))
    assert [word for _, word in by_code] == sorted(spelled)
    of_keys = lexicon.begin_key(codes).tolist()
    assert all(
        (a == b) == (left[0] == right[0])
        for a, left in zip(of_keys, spelled, strict=True)
        for b, right in zip(of_keys, spelled, strict=True)
    )


def test_word_alone_is_no_pair() -> None:
    words = [("ban", "bàn"), ("ban", "ban")]
    lexicon = Lexicon(words)
    (numbers,) = lexicon.numbers(words)
    codes = lexicon.encode(numbers)
    assert lexicon.spell(codes) == words
    assert lexicon.decode(codes)[1].tolist() == [ALONE, ALONE]
    assert lexicon.decode(lexicon.encode(numbers, numbers))[1].tolist() == numbers.tolist()


def test_unknown_word_is_refused() -> None:
    with pytest.raises(KeyError):
        Lexicon([("ban", "bàn")]).numbers([("ban", "bán")])


def test_empty_lexicon_spells_nothing() -> None:
    lexicon = Lexicon([])
    (numbers,) = lexicon.numbers([])
    assert lexicon.spell(lexicon.encode(numbers)) == []


def test_runs_begin_where_any_column_changes() -> None:
    starts = run_starts(array([1, 1, 2, 2, 2]), array([5, 5, 5, 6, 6]))
    assert starts.tolist() == [0, 2, 3]
    assert run_ends(starts, 5).tolist() == [2, 3, 5]
    assert run_starts(array([], dtype=int)).tolist() == []

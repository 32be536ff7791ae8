"""What is asked of every search: many queries, each with one record that holds what it asks for."""

from __future__ import annotations

import random
import re
from collections import Counter

import pytest
from bantin.text.fold import fold

from tests.bench.search.archive import make_archive
from tests.bench.search.planted import BODIES, make_planted, planted
from tests.bench.search.queries import (
    make_queries,
    one_edit_away,
    other_tone_style,
    sample,
    without_marks,
)

FILES = {file.path: file.text for file in make_planted()}


def test_there_are_many_queries_of_many_kinds() -> None:
    groups = Counter(query.group for query in make_queries())
    assert groups.total() >= 200
    assert len(groups) >= 14
    assert min(groups.values()) >= 8


def test_no_query_is_asked_twice() -> None:
    queries = make_queries()
    assert len({(query.group, query.text) for query in queries}) == len(queries)


def test_every_query_wants_a_record_there_is() -> None:
    assert {f"{query.url.removesuffix('/')}.md" for query in make_queries()} <= FILES.keys()


@pytest.mark.parametrize("what", ["title", "phrase", "person", "rare", "day"])
def test_what_is_planted_is_planted_once(what: str) -> None:
    found = [str(getattr(record, what)).casefold() for record in planted()]
    assert len(set(found)) == len(found)


def test_a_phrase_and_a_rare_syllable_stand_in_their_record_only() -> None:
    others = [file.text for file in make_archive(200) if file.path not in FILES]
    for record in planted():
        wanted = FILES[f"{record.url.removesuffix('/')}.md"]
        elsewhere = [*others, *(text for text in FILES.values() if text != wanted)]
        assert record.phrase in wanted
        assert not any(record.phrase in text for text in elsewhere)
        syllable = re.compile(rf"\b{record.rare}\b")
        assert syllable.search(wanted)
        assert not any(map(syllable.search, elsewhere)), record.rare


def test_a_month_before_the_corpus_has_one_record() -> None:
    months = [record.day.replace(day=1) for record in planted() if record.day.year < 2008]
    assert len(set(months)) == len(months) > 20


def test_bodies_have_names_of_their_own() -> None:
    assert len({body.name for body in BODIES}) == len({body.short_name for body in BODIES})


def test_records_have_the_length_of_real_ones() -> None:
    texts = [f.text for f in make_archive(300) if f.path.startswith(("tin-tuc/", "van-ban/"))]
    sizes = [len(text.split("---\n", 2)[2].split()) for text in texts]
    assert 250 <= min(sizes) <= max(sizes) <= 700
    assert 400 <= sum(sizes) / len(sizes) <= 550


def test_marks_are_dropped_as_the_index_drops_them() -> None:
    assert without_marks("Đắk R'Lấp, hoà giải") == "Dak R'Lap, hoa giai"
    assert without_marks("đường thuỷ") == fold("đường thuỷ")


@pytest.mark.parametrize(
    ("one", "other"), [("hoà giải", "hòa giải"), ("thủy lợi", "thuỷ lợi"), ("khoẻ", "khỏe")]
)
def test_the_other_tone_style(one: str, other: str) -> None:
    assert other_tone_style(one) == other
    assert other_tone_style(other) == one


@pytest.mark.parametrize("word", ["quý", "hoàn", "toán", "ban"])
def test_some_words_have_one_tone_style(word: str) -> None:
    assert other_tone_style(word) == word


@pytest.mark.parametrize("word", ["ba", "thuyền", "nghiêng"])
def test_a_typo_is_one_edit_within_the_word(word: str) -> None:
    for seed in range(200):
        typed = one_edit_away(word, random.Random(seed))
        assert typed != word
        assert typed[0] == word[0]
        assert abs(len(typed) - len(word)) <= 1
        assert _edits(word, typed) == 1


def test_a_sample_is_always_the_same() -> None:
    queries = make_queries()
    assert sample(queries, 20) == sample(queries, 20)
    assert len(sample(queries, 20)) == 20
    assert set(sample(queries, 10**6)) == set(queries)


def test_a_beginning_of_a_sample_has_all_groups() -> None:
    queries = make_queries()
    groups = {query.group for query in queries}
    assert {query.group for query in sample(queries, 1000)[:150]} == groups


def _edits(one: str, other: str) -> int:
    above = list(range(len(other) + 1))
    for row, letter in enumerate(one, 1):
        line = [row]
        for column, typed in enumerate(other, 1):
            changed = above[column - 1] + (letter != typed)
            line.append(min(above[column] + 1, line[-1] + 1, changed))
        above = line
    return above[-1]

"""Impacts: what many entries weighed at once come to is what each comes to by itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

from bantin.search import SearchEntry
from bantin.search.postings import collect
from bantin.search.weights import weigh, written_days
from bantin.text.date_terms import date_terms
from bantin.text.fold import syllables
from hypothesis import given
from hypothesis import strategies as st

TEXTS = st.lists(
    st.sampled_from(["ban", "bàn", "họp", "quý", "05/10/2021", "tháng 10 năm 2021", "405/TB", "-"]),
    max_size=9,
).map(" ".join)
ENTRIES = st.builds(
    SearchEntry,
    url=st.just("x/"),
    title=TEXTS,
    kind=st.sampled_from(["Tin tức", "Thông báo"]),
    number=st.sampled_from(["", "405/TB-VP.UBND"]),
    day=st.sampled_from(["", "2021-10-05", "2021-12-15"]),
    names=st.lists(TEXTS, max_size=2).map(tuple),
    summary=TEXTS,
    text=TEXTS.map(lambda text: f"{text} " * 3),
)


def terms_of(texts: Iterable[str], dates: Iterable[str] = ()) -> Counter[str]:
    """The terms of a field, and how often it has each."""
    counts = Counter(dates)
    for text in texts:
        words = syllables(text)
        counts.update(words)
        counts.update(f"{first} {second}" for first, second in pairwise(words))
    return counts


def impacts_of(entry: SearchEntry) -> dict[str, int]:
    """What the module says, field by field."""
    title = syllables(entry.title)
    title_weight = round(640 * (0.6 + 0.4 * min(1, 12 / max(1, len(title)))))
    own_dates = (entry.day, entry.day[:7]) if entry.day else ()
    fields = [
        (title_weight, terms_of([entry.title])),
        (640, terms_of([], date_terms(entry.title))),
        (640, terms_of([entry.number])),
        (640, terms_of([], own_dates)),
        (192, terms_of([entry.summary])),
        (192, terms_of([], date_terms(entry.summary))),
        (384, terms_of(entry.names)),
        *((64, terms_of([label])) for label in (entry.kind, *written_days(entry.day))),
    ]
    weights: Counter[str] = Counter()
    for weight, terms in fields:
        weights.update(dict.fromkeys(terms, weight))
    often = 1 + len(syllables(entry.text)) / 400
    body = terms_of([entry.text], date_terms(entry.text))
    weights.update({term: round(256 * count / (count + often)) for term, count in body.items()})
    return {term: max(1, round(15 * weight / (weight + 512))) for term, weight in weights.items()}


@given(st.lists(ENTRIES, max_size=5))
def test_entries_weigh_what_each_weighs_alone(entries: list[SearchEntry]) -> None:
    weighed = weigh(entries)
    found: list[dict[str, int]] = [{} for _ in entries]
    terms = weighed.lexicon.spell(weighed.codes)
    columns = (weighed.entries.tolist(), weighed.impacts.tolist(), terms)
    for number, impact, (_, spelling) in zip(*columns, strict=True):
        assert spelling not in found[number], "a term stands once for each entry"
        found[number][spelling] = impact
    assert found == [*map(impacts_of, entries)]


@given(st.lists(ENTRIES, max_size=4))
def test_words_and_pairs_go_to_sections_of_their_own(entries: list[SearchEntry]) -> None:
    placed = [(3 * number + 1, entry) for number, entry in enumerate(entries)]
    collected = collect(placed)
    terms: dict[tuple[str, int], int] = {}
    for section in ("words", "pairs"):
        for (key, spelling), items in collected.lists(section):
            assert (" " in spelling) == (" " in key) == (section == "pairs")
            assert items == sorted(items)
            terms |= {(spelling, item >> 4): item & 15 for item in items}
    assert terms == {
        (spelling, place): impact
        for place, entry in placed
        for spelling, impact in impacts_of(entry).items()
    }

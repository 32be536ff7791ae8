"""How much an entry is about a term: an impact from 1 to 15.

The query side adds impacts up; it never sees fields.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import chain

from bantin.outputs.search.entry import SearchEntry
from bantin.outputs.search.terms import Vocabulary
from bantin.text.date_terms import date_terms

MAX_IMPACT = 15
# Weights are in 64ths: sums of whole numbers are the same in any order, and look up their impact.
_TITLE = 640
_NUMBER = 640
_NAME = 384
_SUMMARY = 192
_LABEL = 64
# However often the body says it, it weighs less than a name or the title.
_BODY = 256
_HALF = 512
# A title of this many syllables is of common length; each in a longer one weighs less.
_COMMON_TITLE = 12
_MAX_WEIGHT = _TITLE + _NUMBER + _SUMMARY + 3 * _LABEL + _NAME + _BODY
_IMPACTS = [
    max(1, round(MAX_IMPACT * weight / (weight + _HALF))) for weight in range(_MAX_WEIGHT + 1)
]


class Weigher:
    """Weighs the terms of entries, one after the other, in the numbers of one vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        # Labels, days and names are the same in many entries.
        self._phrases: dict[str, frozenset[int]] = {}

    def weigh(self, entry: SearchEntry) -> dict[int, int]:
        """Return term → impact for one entry. Pairs do not reach from one field into the next."""
        vocabulary = self._vocabulary
        title = vocabulary.numbers(entry.title)
        shortness = min(1.0, _COMMON_TITLE / max(1, len(title)))
        title_weight = round(_TITLE * (0.6 + 0.4 * shortness))
        weights = dict.fromkeys(vocabulary.with_pairs(title), title_weight)
        _add(weights, set(vocabulary.terms(entry.number)), _NUMBER)
        _add(weights, set(vocabulary.terms(entry.summary)), _SUMMARY)
        for label in (entry.kind, *written_days(entry.day)):
            _add(weights, self._phrase(label), _LABEL)
        _add(weights, set(chain.from_iterable(map(self._phrase, entry.names))), _NAME)
        self._add_dates(weights, entry)
        body = vocabulary.numbers(entry.text)
        counts = Counter(vocabulary.with_pairs(body))
        counts.update(map(vocabulary.single, date_terms(entry.text)))
        often = 1.0 + len(body) / 400
        gains = {count: round(_BODY * count / (count + often)) for count in set(counts.values())}
        plain = {count: _IMPACTS[gain] for count, gain in gains.items()}
        impacts = {term: plain[count] for term, count in counts.items()}
        gains[0] = 0
        count_of = counts.get
        for term, weight in weights.items():
            impacts[term] = _IMPACTS[weight + gains[count_of(term, 0)]]
        return impacts

    def _add_dates(self, weights: dict[int, int], entry: SearchEntry) -> None:
        # A day's own records before those that speak of it.
        own = (entry.day, entry.day[:7]) if entry.day else ()
        told = (
            (own, _NUMBER),
            (date_terms(entry.title), _TITLE),
            (date_terms(entry.summary), _SUMMARY),
        )
        for terms, weight in told:
            _add(weights, set(map(self._vocabulary.single, terms)), weight)

    def _phrase(self, text: str) -> frozenset[int]:
        terms = self._phrases.get(text)
        if terms is None:
            terms = self._phrases[text] = frozenset(self._vocabulary.terms(text))
        return terms


def _add(weights: dict[int, int], terms: Iterable[int], weight: int) -> None:
    weight_of = weights.get
    for term in terms:
        weights[term] = weight_of(term, 0) + weight


def written_days(day: str) -> set[str]:
    """Return the ways a day is typed: "05/10/2021" and "5/10/2021"; none for ""."""
    if not day:
        return set()
    year, month, number = day.split("-")
    return {f"{number}/{month}/{year}", f"{int(number)}/{int(month)}/{year}"}

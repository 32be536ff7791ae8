"""How much an entry is about a term: an impact from 1 to 15.

The query side adds impacts up; it never sees fields.
"""

from __future__ import annotations

from collections import Counter, defaultdict

from bantin.outputs.search.entry import SearchEntry
from bantin.outputs.search.terms import Vocabulary, single_and_pair_terms

MAX_IMPACT = 15
_TITLE = 10.0
_NUMBER = 10.0
_NAME = 6.0
_SUMMARY = 3.0
_LABEL = 1.0
# However often the body says it, it weighs less than a name or the title.
_BODY = 4.0
_HALF = 8.0
# A title of this many syllables is of common length; each in a longer one weighs less.
_COMMON_TITLE = 12


def weigh(entry: SearchEntry, vocabulary: Vocabulary) -> dict[int, int]:
    """Return term → impact for one entry. Pairs do not reach from one field into the next."""
    weights: defaultdict[int, float] = defaultdict(float)

    def add(text: str, weight: float) -> None:
        for term in set(single_and_pair_terms(vocabulary.numbers(text))):
            weights[term] += weight

    title_length = max(1, len(vocabulary.numbers(entry.title)))
    add(entry.title, _TITLE * (0.6 + 0.4 * min(1.0, _COMMON_TITLE / title_length)))
    add(entry.number, _NUMBER)
    add(entry.summary, _SUMMARY)
    add(entry.kind, _LABEL)
    for day in written_days(entry.day):
        add(day, _LABEL)
    names: set[int] = set()
    for name in entry.names:
        names.update(single_and_pair_terms(vocabulary.numbers(name)))
    for term in names:
        weights[term] += _NAME
    impacts = {term: _impact(weight) for term, weight in weights.items()}
    body = vocabulary.numbers(entry.text)
    counts = Counter(single_and_pair_terms(body))
    often = 1.0 + len(body) / 400
    gains = {count: _BODY * count / (count + often) for count in set(counts.values())}
    plain = {count: _impact(gain) for count, gain in gains.items()}
    for term, count in counts.items():
        weight = weights.get(term)
        impacts[term] = plain[count] if weight is None else _impact(weight + gains[count])
    return impacts


def _impact(weight: float) -> int:
    return max(1, round(MAX_IMPACT * weight / (weight + _HALF)))


def written_days(day: str) -> set[str]:
    """Return the ways a day is typed: "05/10/2021" and "5/10/2021"; none for ""."""
    if not day:
        return set()
    year, month, number = day.split("-")
    return {f"{number}/{month}/{year}", f"{int(number)}/{int(month)}/{year}"}

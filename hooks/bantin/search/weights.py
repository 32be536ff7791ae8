"""Weighs terms: the impact, from 1 to 15, of a word or a pair of neighbours in an entry.

Queries add up impacts and never see fields.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np

from bantin.search.entry import SearchEntry
from bantin.search.lexicon import Lexicon, Numbers, run_ends, run_starts
from bantin.search.terms import Vocabulary, key_of
from bantin.text.date_terms import date_terms

MAX_IMPACT = 15
# Weights are in 64ths, because sums of whole numbers are the same in any order and can index a
# table of impacts.
_TITLE = 640
_NUMBER = 640
_NAME = 384
_SUMMARY = 192
_LABEL = 64
# Highest weight of a term in the body, however often it occurs: less than a name or the title.
_BODY = 256
_HALF = 512
# The usual number of syllables in a title. Each term of a longer title weighs less.
_COMMON_TITLE = 12
_MAX_WEIGHT = _TITLE + _NUMBER + _SUMMARY + 3 * _LABEL + _NAME + _BODY
_IMPACTS = np.array(
    [max(1, round(MAX_IMPACT * weight / (weight + _HALF))) for weight in range(_MAX_WEIGHT + 1)]
)
# In the body each occurrence counts. In all other fields only one counts.
_BY_COUNT = -1


@dataclass(frozen=True, slots=True)
class Weighed:
    """The terms of some entries: a row for each term of each entry, by term, then entry.

    Attributes:
        lexicon: the words of the terms.
        codes: of the terms, from the lexicon; rising.
        entries: index of the entry, from 0; rising under one code.
        impacts: from 1 to `MAX_IMPACT`.
    """

    lexicon: Lexicon
    codes: Numbers
    entries: Numbers
    impacts: Numbers


@dataclass(slots=True)
class _Fields:
    """The fields of entries as numbers of words, one after the other.

    A field consists of stretches. Neighbours within a stretch are pairs. No pair crosses from one
    stretch into the next.

    Attributes:
        words: of all stretches, in order.
        lengths: number of words in each stretch.
        stretch_fields: the field of each stretch.
        entries: the entry of each field.
        weights: the weight of each term in a field, for each field; or `_BY_COUNT`.
    """

    words: list[int] = field(default_factory=list)
    lengths: list[int] = field(default_factory=list)
    stretch_fields: list[int] = field(default_factory=list)
    entries: list[int] = field(default_factory=list)
    weights: list[int] = field(default_factory=list)

    def add(self, entry: int, weight: int, stretches: Iterable[Sequence[int]]) -> None:
        for stretch in stretches:
            self.words += stretch
            self.lengths.append(len(stretch))
            self.stretch_fields.append(len(self.entries))
        self.entries.append(entry)
        self.weights.append(weight)


def weigh(entries: Sequence[SearchEntry]) -> Weighed:
    """Weigh the terms of entries. Each entry is weighed alone, whatever the others are."""
    vocabulary = Vocabulary()
    fields = _Fields()
    body_lengths = [
        _add_entry(fields, number, entry, vocabulary) for number, entry in enumerate(entries)
    ]
    words = [(key_of(spelling), spelling) for spelling in vocabulary.spellings]
    lexicon = Lexicon(words)
    (ranks,) = lexicon.numbers(words)
    codes, in_fields = _pair_up(fields, lexicon, ranks)
    # Equal codes keep the order of fields, and so of entries.
    order = np.argsort(codes, kind="stable")
    codes, in_fields = codes[order], in_fields[order]
    starts = run_starts(codes, in_fields)
    counts = run_ends(starts, len(codes)) - starts
    codes, in_fields = codes[starts], in_fields[starts]
    in_entries = np.array(fields.entries, dtype=np.int64)[in_fields]
    weights = np.array(fields.weights, dtype=np.int64)[in_fields]
    often = 1.0 + np.array(body_lengths, dtype=np.int64)[in_entries] / 400
    by_count = np.rint(_BODY * counts / (counts + often)).astype(np.int64)
    weights = np.where(weights == _BY_COUNT, by_count, weights)
    starts = run_starts(codes, in_entries)
    sums = np.add.reduceat(weights, starts) if len(starts) else weights
    return Weighed(lexicon, codes[starts], in_entries[starts], _IMPACTS[sums])


def _add_entry(fields: _Fields, number: int, entry: SearchEntry, vocabulary: Vocabulary) -> int:
    """Add the fields of an entry. Return the number of syllables in its body."""
    numbers_of = vocabulary.numbers

    def dates(terms: Iterable[str]) -> list[list[int]]:
        return [[vocabulary.number(term)] for term in terms]

    title = numbers_of(entry.title)
    shortness = min(1.0, _COMMON_TITLE / max(1, len(title)))
    body = numbers_of(entry.text)
    fields.add(number, round(_TITLE * (0.6 + 0.4 * shortness)), [title])
    fields.add(number, _NUMBER, [numbers_of(entry.number)])
    fields.add(number, _SUMMARY, [numbers_of(entry.summary)])
    for label in (entry.kind, *written_days(entry.day)):
        fields.add(number, _LABEL, [numbers_of(label)])
    fields.add(number, _NAME, map(numbers_of, entry.names))
    # The records of a day come before those that mention it.
    fields.add(number, _NUMBER, dates((entry.day, entry.day[:7]) if entry.day else ()))
    fields.add(number, _TITLE, dates(date_terms(entry.title)))
    fields.add(number, _SUMMARY, dates(date_terms(entry.summary)))
    fields.add(number, _BY_COUNT, [body, *dates(date_terms(entry.text))])
    return len(body)


def _pair_up(fields: _Fields, lexicon: Lexicon, ranks: Numbers) -> tuple[Numbers, Numbers]:
    """Return the codes of all words, then of all pairs; and the field of each."""
    words = ranks[np.array(fields.words, dtype=np.int64)]
    lengths = np.array(fields.lengths, dtype=np.int64)
    stretches = np.repeat(np.arange(len(lengths)), lengths)
    in_fields = np.array(fields.stretch_fields, dtype=np.int64)[stretches]
    inside = np.flatnonzero(stretches[1:] == stretches[:-1])
    pairs = lexicon.encode(words[inside], words[inside + 1])
    return (
        np.concatenate([lexicon.encode(words), pairs]),
        np.concatenate([in_fields, in_fields[inside]]),
    )


def written_days(day: str) -> set[str]:
    """Return the ways to type a day: "05/10/2021" and "5/10/2021"; none for ""."""
    if not day:
        return set()
    year, month, number = day.split("-")
    return {f"{number}/{month}/{year}", f"{int(number)}/{int(month)}/{year}"}

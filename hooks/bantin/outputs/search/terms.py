"""Terms: syllables and pairs of neighbours, as numbers.

A term is a spelling ("kết luận"); spellings that differ in marks only share a key ("ket luan").
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from bantin.text.fold import fold_syllable, syllables

# Source: facts on Vietnamese text: i and y are one sound here (lý/lí, quy/qui), nowhere else.
_ENDS_IN_Y = re.compile(r"(?:[hklmstv]|qu)y")
# What is longer is no word of any language: a checksum, an address.
MAX_SYLLABLE = 40
_SHIFT = 24


@lru_cache(maxsize=65_536)
def key_of(syllable: str) -> str:
    """Return the key of an exact syllable: folded, and i for y where they sound the same."""
    folded = fold_syllable(syllable)
    return f"{folded[:-1]}i" if _ENDS_IN_Y.fullmatch(folded) else folded


def keys_of(text: str) -> list[str]:
    """Return the keys of a text's syllables, in order."""
    return [key_of(syllable) for syllable in syllables(text)]


class Vocabulary:
    """Numbers for syllables and pairs, given as they come; they mean nothing outside one build."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._syllables: list[str] = []

    def numbers(self, text: str) -> list[int]:
        """Return the numbers of a text's syllables, in order."""
        return [self._number(word) for word in syllables(text) if len(word) <= MAX_SYLLABLE]

    def spelling(self, term: int) -> tuple[str, ...]:
        """Return the one or two syllables of a term."""
        first, last = term >> _SHIFT, term & (1 << _SHIFT) - 1
        if first == 0:
            return (self._syllables[last],)
        return self._syllables[first - 1], self._syllables[last]

    def keys(self) -> set[str]:
        """Return the keys of all syllables seen."""
        return set(map(key_of, self._syllables))

    def _number(self, word: str) -> int:
        number = self._numbers.get(word)
        if number is None:
            number = self._numbers[word] = len(self._syllables)
            self._syllables.append(word)
        return number


def size_of(term: int) -> int:
    """Return of how many syllables a term is: 1 or 2."""
    return 2 if term >> _SHIFT else 1


def pairs(numbers: list[int]) -> Iterator[int]:
    """Yield the terms of neighbouring syllables."""
    for first, last in itertools.pairwise(numbers):
        yield first + 1 << _SHIFT | last


def single_and_pair_terms(numbers: list[int]) -> Iterable[int]:
    """Return all terms of a run of syllables; the number of a syllable is its own term."""
    return [*numbers, *pairs(numbers)]

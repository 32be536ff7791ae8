"""Terms: syllables and pairs of neighbours, as numbers.

A term is a spelling ("kết luận"); spellings that differ in marks only share a key ("ket luan").
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import chain, islice
from operator import add

from bantin.text.fold import fold_syllable, syllables

# Source: facts on Vietnamese text: i and y are one sound here (lý/lí, quy/qui), nowhere else.
_ENDS_IN_Y = re.compile(r"(?:[hklmstv]|qu)y")
# What is longer is no word of any language: a checksum, an address.
MAX_SYLLABLE = 40
_SHIFT = 24
_LAST = (1 << _SHIFT) - 1


@lru_cache(maxsize=65_536)
def key_of(syllable: str) -> str:
    """Return the key of an exact syllable: folded, and i for y where they sound the same."""
    folded = fold_syllable(syllable)
    return f"{folded[:-1]}i" if _ENDS_IN_Y.fullmatch(folded) else folded


def keys_of(text: str) -> list[str]:
    """Return the keys of a text's syllables, in order."""
    return [key_of(syllable) for syllable in syllables(text)]


class Vocabulary:
    """Numbers for syllables and pairs, given as they come; they mean nothing outside one run."""

    def __init__(self) -> None:
        self._chunks = _Chunks()

    def numbers(self, text: str) -> list[int]:
        """Return the numbers of a text's syllables, in order; each is its own term."""
        # No syllable, and no letter with its marks, reaches across a space.
        return [*chain.from_iterable(map(self._chunks.__getitem__, text.split()))]

    def single(self, word: str) -> int:
        """Return the number of a word that is no syllable, such as a date; it has no pairs."""
        return self._chunks.number(word)

    def with_pairs(self, numbers: list[int]) -> list[int]:
        """Return all terms of a run of syllables, given by their numbers."""
        firsts = map(self._chunks.firsts.__getitem__, numbers)
        return [*numbers, *map(add, firsts, islice(numbers, 1, None))]

    def terms(self, text: str) -> list[int]:
        """Return the terms of a text's syllables and of their pairs."""
        return self.with_pairs(self.numbers(text))

    def spelled(self, term: int) -> tuple[str, str]:
        """Return key and spelling of a term."""
        first, last = term >> _SHIFT, term & _LAST
        keys, spellings = self._chunks.keys_known, self._chunks.spellings
        if first == 0:
            return keys[last], spellings[last]
        return f"{keys[first - 1]} {keys[last]}", f"{spellings[first - 1]} {spellings[last]}"

    def keys(self) -> set[str]:
        """Return the keys of all syllables seen."""
        return set(self._chunks.keys_known)


class _Chunks(dict[str, tuple[int, ...]]):
    """What stands between spaces → the numbers of its syllables; what it meets it numbers."""

    def __init__(self) -> None:
        self.spellings: list[str] = []
        self.keys_known: list[str] = []
        # What the first of a pair adds to the number of the second.
        self.firsts: list[int] = []
        self._numbers: dict[str, int] = {}

    def __missing__(self, chunk: str) -> tuple[int, ...]:
        words = [word for word in syllables(chunk) if len(word) <= MAX_SYLLABLE]
        numbers = self[chunk] = tuple(map(self.number, words))
        return numbers

    def number(self, spelling: str) -> int:
        number = self._numbers.get(spelling)
        if number is None:
            number = self._numbers[spelling] = len(self.spellings)
            self.spellings.append(spelling)
            self.keys_known.append(key_of(spelling))
            self.firsts.append(number + 1 << _SHIFT)
        return number


def is_pair(term: int) -> bool:
    """Return whether a term is of two syllables."""
    return term > _LAST

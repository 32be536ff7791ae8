"""Makes the keys of syllables for search, and numbers for spellings.

Spellings that differ in marks only ("luận", "luan") share a key ("luan").
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import chain

from bantin.text.fold import fold_syllable, syllables

# Source: facts on Vietnamese text: only here are i and y one sound (lý/lí, quy/qui).
_ENDS_IN_Y = re.compile(r"(?:[hklmstv]|qu)y")
# Anything longer is no word of any language, but a checksum or an address.
MAX_SYLLABLE = 40


@lru_cache(maxsize=65_536)
def key_of(syllable: str) -> str:
    """Return the key of an exact syllable: folded, and i for y where they sound the same."""
    folded = fold_syllable(syllable)
    return f"{folded[:-1]}i" if _ENDS_IN_Y.fullmatch(folded) else folded


def keys_of(text: str) -> list[str]:
    """Return the keys of a text's syllables, in order."""
    return [key_of(syllable) for syllable in syllables(text)]


class Vocabulary:
    """Numbers for spellings, in the order of their first use; valid within one run only.

    Attributes:
        spellings: number → spelling.
    """

    def __init__(self) -> None:
        self.spellings: list[str] = []
        self._numbers: dict[str, int] = {}
        self._chunks = _Chunks(self)

    def numbers(self, text: str) -> list[int]:
        """Return the numbers of a text's syllables, in order."""
        # No syllable, and no letter with its marks, crosses a space.
        return [*chain.from_iterable(map(self._chunks.__getitem__, text.split()))]

    def number(self, spelling: str) -> int:
        """Return the number of a spelling: a syllable, or something else such as a date."""
        number = self._numbers.get(spelling)
        if number is None:
            number = self._numbers[spelling] = len(self.spellings)
            self.spellings.append(spelling)
        return number


class _Chunks(dict[str, tuple[int, ...]]):
    """Text between spaces → the numbers of its syllables. A new syllable gets a number."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary

    def __missing__(self, chunk: str) -> tuple[int, ...]:
        words = [word for word in syllables(chunk) if len(word) <= MAX_SYLLABLE]
        numbers = self[chunk] = tuple(map(self._vocabulary.number, words))
        return numbers

"""Numbers words in sorting order, so that lists are merged without reading text.

Knows no entries and no files.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt

# (key, spelling)
Word = tuple[str, str]
Numbers = npt.NDArray[np.int64]
# The second number of a word alone. It is below the number of every word.
ALONE = 0


class Lexicon:
    """Words in order, by key, then spelling; a word's number is its place in that order, from 1.

    A word alone, or a pair of words, has a code. Codes sort as "key" or "key key". With equal keys
    they sort as "spelling" or "spelling spelling". This works because no sign in them is below the
    space.

    Args:
        words: in any order, with repetitions; key and spelling are not both empty.

    Attributes:
        words: number → word; `ALONE` has an empty key and spelling.
    """

    def __init__(self, words: Iterable[Word]) -> None:
        self.words: Sequence[Word] = sorted({("", ""), *words})
        keys = [key for key, _ in self.words]
        begins = np.array([at == 0 or key != keys[at - 1] for at, key in enumerate(keys)])
        self._first_of_key: Numbers = np.flatnonzero(begins)
        self._key_of: Numbers = np.cumsum(begins) - 1
        self._variant_of: Numbers = np.arange(len(keys)) - self._first_of_key[self._key_of]
        self._most_variants = int(self._variant_of.max()) + 1

    def keys(self) -> set[str]:
        """Return the keys of its words, and the empty key."""
        return {key for key, _ in self.words}

    def numbers(self, *lists: Iterable[Word]) -> list[Numbers]:
        """Return the numbers of words, list by list. All words must be in it.

        Raises:
            KeyError: a word is not in it.
        """
        known = {word: number for number, word in enumerate(self.words)}
        return [np.array([*map(known.__getitem__, words)], dtype=np.int64) for words in lists]

    def encode(self, first: Numbers, second: Numbers | int = ALONE) -> Numbers:
        """Return the codes of words alone, or of pairs, from their numbers."""
        keys = self._key_of[first] * len(self._first_of_key) + self._key_of[second]
        most = self._most_variants
        # Fits in 63 bits while the number of keys, times the most spellings of one key, is under
        # two thousand million.
        return (keys * most + self._variant_of[first]) * most + self._variant_of[second]

    def decode(self, codes: Numbers) -> tuple[Numbers, Numbers]:
        """Return the numbers of the words of codes; the second is `ALONE` for a word alone."""
        most = self._most_variants
        rest, second = np.divmod(codes, most)
        keys, first = np.divmod(rest, most)
        first_keys, second_keys = np.divmod(keys, len(self._first_of_key))
        return self._first_of_key[first_keys] + first, self._first_of_key[second_keys] + second

    def begin_key(self, codes: Numbers) -> Numbers:
        """Return the lowest code of each code's key, which all its spellings share."""
        return codes - codes % self._most_variants**2

    def spell(self, codes: Numbers) -> list[Word]:
        """Return the key and spelling of each code, of words or of pairs."""
        first, second = self.decode(codes)
        words = self.words
        return [
            words[a]
            if b == ALONE
            else (f"{words[a][0]} {words[b][0]}", f"{words[a][1]} {words[b][1]}")
            for a, b in zip(first.tolist(), second.tolist(), strict=True)
        ]


def run_starts(*columns: npt.NDArray[np.integer]) -> Numbers:
    """Return the starts of runs of equal rows, in columns of equal length; none for no rows."""
    changes = np.ones(len(columns[0]), dtype=np.bool_)
    if len(changes):
        changes[1:] = False
    for column in columns:
        changes[1:] |= column[1:] != column[:-1]
    return np.flatnonzero(changes)


def run_ends(starts: Numbers, size: int) -> Numbers:
    """Return the ends of runs from their starts; the last end is `size`."""
    return np.append(starts[1:], size) if len(starts) else starts

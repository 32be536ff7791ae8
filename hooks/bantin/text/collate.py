"""Vietnamese alphabetical order.

Source: facts on Vietnamese text: letters first, then tones ngang huyền hỏi ngã sắc nặng;
people by given name, the last syllable.
"""

from __future__ import annotations

import unicodedata

from bantin.text.fold import syllables

_TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
_LETTERS = {
    unicodedata.normalize("NFD", letter): rank
    for rank, letter in enumerate("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz", start=100)
}

SortKey = tuple[tuple[tuple[int, ...], int], ...]


def sort_key(text: str) -> SortKey:
    """Return a key that sorts names and titles the way a Vietnamese dictionary does."""
    return tuple(_syllable_key(syllable) for syllable in syllables(text))


def person_sort_key(name: str) -> tuple[SortKey, SortKey]:
    """Return a key that sorts people by given name first, then by the whole name."""
    key = sort_key(name)
    return key[-1:], key


def initial(name: str) -> str:
    """Return the letter a person is filed under, a capital without its tone: "Ánh" gives "A".

    "#" when the given name begins with no letter.
    """
    given = (syllables(name) or ["#"])[-1]
    letter, *marks = list(unicodedata.normalize("NFD", given[0]))
    kept = "".join(mark for mark in marks if mark not in _TONES)
    capital = unicodedata.normalize("NFC", letter + kept).upper()
    return capital if capital.isalpha() else "#"


def _syllable_key(syllable: str) -> tuple[tuple[int, ...], int]:
    tone = 0
    letters: list[str] = []
    for char in unicodedata.normalize("NFD", syllable):
        if char in _TONES:
            tone = _TONES[char]
        elif unicodedata.combining(char) and letters:
            letters[-1] += char
        else:
            letters.append(char)
    return tuple(_LETTERS.get(letter, ord(letter[0])) for letter in letters), tone

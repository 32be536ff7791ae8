"""Compares a short name with the same name written out, to expand its abbreviations.

Knows letters and words only. Where two readings fit equally well it says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bantin.text.collate import initial
from bantin.text.fold import fold
from bantin.text.short_forms import CAPITALS, is_roman

# Words that an abbreviation may leave out: VSTBPN, Vì sự tiến bộ *của* phụ nữ.
LINKING = frozenset("của và các về cho với".split())
_WORD = re.compile(r"[^\W\d_]+")
_SHORT = re.compile(rf"[{CAPITALS}]{{2,}}(?:[&-][{CAPITALS}]+)*|[{CAPITALS}](?:[&-][{CAPITALS}]+)+")
_TOKEN = re.compile(r"[^\W_]+(?:[&-][^\W_]+)*")
# An abbreviation, the offset of its first word, the offset behind its last word.
Pair = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a name written out, and where it stands."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Alignment:
    """The expansions of the abbreviations in a name.

    Attributes:
        pairs: one for each abbreviation, in order.
        left_out: how many linking words have no letter in an abbreviation.
    """

    pairs: tuple[Pair, ...]
    left_out: int


def words_of(text: str, start: int = 0) -> list[Word]:
    """Return the words of a text, without numbers and signs; offsets count from `start`."""
    return [Word(start + m.start(), start + m.end(), m[0]) for m in _WORD.finditer(text)]


def tokens_of(short_name: str) -> list[str]:
    """Return the words and abbreviations of a short name."""
    return _TOKEN.findall(short_name)


def is_short(token: str) -> bool:
    """True when a word can be an abbreviation in a name."""
    return _SHORT.fullmatch(token) is not None and not is_roman(token)


def align(tokens: Sequence[str], words: Sequence[Word]) -> Alignment | None:
    """Return how a short name fits all words of a long one; None if it does not, or in two ways.

    Words must be equal. An abbreviation must have the initials of the words it stands for; it may
    leave out linking words.
    """
    found = set(_align(tuple(tokens), tuple(words), 0, 0))
    if len(found) != 1:
        return None
    spelled = sum(len(_letters(token)) if is_short(token) else 1 for token in tokens)
    return Alignment(found.pop(), len(words) - spelled)


def _align(
    tokens: tuple[str, ...], words: tuple[Word, ...], at_token: int, at_word: int
) -> Iterator[tuple[Pair, ...]]:
    if at_token == len(tokens):
        if at_word == len(words):
            yield ()
        return
    token = tokens[at_token]
    if at_word < len(words) and token.casefold() == words[at_word].text.casefold():
        yield from _align(tokens, words, at_token + 1, at_word + 1)
    elif is_short(token):
        for end in _spell(_letters(token), words, at_word):
            pair = token, words[at_word].start, words[end - 1].end
            for rest in _align(tokens, words, at_token + 1, end):
                yield (pair, *rest)


def _spell(letters: str, words: tuple[Word, ...], at_word: int) -> set[int]:
    """Return the indexes behind the last word of all ways to spell an abbreviation from a word."""
    ends = {at_word}
    for number, letter in enumerate(letters):
        starts, ends = ends, set()
        for at in starts:
            while at < len(words):
                if letter in _initials(words[at].text):
                    ends.add(at + 1)
                if number == 0 or words[at].text.lower() not in LINKING:
                    break
                at += 1
    return ends


def _letters(token: str) -> str:
    return token.replace("&", "").replace("-", "")


@lru_cache(maxsize=8_192)
def _initials(word: str) -> frozenset[str]:
    """Return the letters that can stand for a word: Ư or U for "ứng", only Đ for "đội"."""
    letter = initial(word)
    plain = letter if letter == "Đ" else fold(letter).upper()
    return frozenset((letter, plain))

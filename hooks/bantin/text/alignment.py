"""Holds a short name against the same name written out: what each abbreviation in it stands for.

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


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a name written out, and where it stands."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Alignment:
    """What abbreviations stand for.

    Attributes:
        pairs: (abbreviation, offset of its first word, offset behind its last word), in order.
        left_out: how many linking words have no letter.
    """

    pairs: tuple[tuple[str, int, int], ...]
    left_out: int


def words_of(text: str, start: int = 0) -> list[Word]:
    """Return the words of a text, without numbers and signs; offsets count from `start`."""
    return [Word(start + m.start(), start + m.end(), m[0]) for m in _WORD.finditer(text)]


def tokens_of(short_name: str) -> list[str]:
    """Return the words and abbreviations of a short name."""
    return _TOKEN.findall(short_name)


def is_short(token: str) -> bool:
    """True for what can be an abbreviation in a name."""
    return _SHORT.fullmatch(token) is not None and not is_roman(token)


def align(tokens: Sequence[str], words: Sequence[Word]) -> Alignment | None:
    """Return how a short name fits all words of a long one; None where it does not, or in two ways.

    Words must be the same; of an abbreviation the initials must be, linking words may be left out.
    """
    found = set(_align(tuple(tokens), tuple(words), 0, 0))
    if not found:
        return None
    least = min(one.left_out for one in found)
    best = [one for one in found if one.left_out == least]
    return best[0] if len(best) == 1 and best[0].pairs else None


def _align(
    tokens: tuple[str, ...], words: tuple[Word, ...], at_token: int, at_word: int
) -> Iterator[Alignment]:
    if at_token == len(tokens):
        if at_word == len(words):
            yield Alignment((), 0)
        return
    token = tokens[at_token]
    if at_word < len(words) and _same(token, words[at_word].text):
        yield from _align(tokens, words, at_token + 1, at_word + 1)
    elif "-" in token and not is_short(token):
        return
    if is_short(token):
        letters = token.replace("&", "").replace("-", "")
        for end, left_out in set(_spell(letters, words, 0, at_word)):
            pair = token, words[at_word].start, words[end - 1].end
            for rest in _align(tokens, words, at_token + 1, end):
                yield Alignment((pair, *rest.pairs), left_out + rest.left_out)


def _spell(
    letters: str, words: tuple[Word, ...], at_letter: int, at_word: int
) -> Iterator[tuple[int, int]]:
    """Yield (index behind the last word, words left out) of each way to spell an abbreviation."""
    if at_letter == len(letters):
        yield at_word, 0
        return
    if at_word == len(words):
        return
    word = words[at_word].text
    if letters[at_letter] in _initials(word):
        yield from _spell(letters, words, at_letter + 1, at_word + 1)
    if at_letter and word.lower() in LINKING:
        for end, left_out in _spell(letters, words, at_letter, at_word + 1):
            yield end, left_out + 1


@lru_cache(maxsize=8_192)
def _initials(word: str) -> frozenset[str]:
    """Return the letters that can stand for a word: Ư or U for "ứng", only Đ for "đội"."""
    letter = initial(word)
    plain = letter if letter == "Đ" else fold(letter).upper()
    return frozenset((letter, plain))


@lru_cache(maxsize=8_192)
def _same(token: str, word: str) -> bool:
    return token.casefold() == word.casefold()

"""Finds short forms in a text, such as UBND: whole words in capitals.

Knows how they look and their neighbours. The caller knows their expansions.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass
from functools import cache

from bantin.text.abbreviations import load_abbreviations, load_ambiguous
from bantin.text.fold import fold
from bantin.text.senses import is_another_sense

CAPITALS = "A-ZĐƯÂÊÔĂƠ"
# Two capitals, or V/v. HTML writes "&" out. A capital follows a sign that joins two words.
# It begins with a set of letters, so that `re` skips over all other text at little cost.
_WORD = re.compile(
    rf"[{CAPITALS}](?:[{CAPITALS}](?:[^\W_]|[./–-](?=[{CAPITALS}])|&(?:amp;)?(?=[{CAPITALS}]))*"
    r"|/v\b)"
)
_JOINT = re.compile(r"[/–-]")
_ROMAN = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
# The shape of a Vietnamese syllable without marks. "UBND" does not have it.
_SYLLABLE = re.compile(
    r"(?:ngh?|gh|gi|nh|kh|ph|th|tr|ch|qu|[bcdghklmnpqrstvx])?[aeiouy]{1,3}(?:ch|nh|ng|[cmnpt])?"
)
_JOINED_AFTER = re.compile(r"[./–-]?\d|@|_[^\W_]")
# "VNPT-iOffice" is the name of a thing.
_PREFIX = re.compile(r"[/–-]\w")
_WORD_BEFORE = re.compile(r"(?<![^\W\d_])([^\W\d_]+)[*_]*[ \n][*_ ]*$")
_WORD_AFTER = re.compile(r"[*_ ]*[ \n][*_]*([^\W\d_]+)")
# The rest of a document's number when its symbol stands apart: "405/ ", "Số: ", "số 12 ".
_NUMBER_BEFORE = re.compile(r"(?:[\d…._]\s*/|\b[Ss]ố\s*:|\b[Ss]ố:?\s*[\d…._]+)\s*$")
# "Lưu: VT, VX" files a document away.
_FILING_BEFORE = re.compile(r"\bLưu(?:\s*:[^.!?\n]*|\s+(?:[A-ZĐƯ.&-]{2,}[,;\s]+)*)$")
_NUMBER_ENDS = frozenset("/:…._0123456789")
_SPACE = " \n*_"
_BEFORE = 60


@dataclass(frozen=True, slots=True)
class ShortForm:
    """A use of a short form.

    Attributes:
        start: offset of its first character.
        end: offset behind its last character.
        short: as tables write it: "KH&ĐT", also where HTML has "KH&amp;ĐT".
    """

    start: int
    end: int
    short: str


def holds_any(text: str) -> bool:
    """True when a text holds a word that could be a short form. Quick for most texts."""
    return _WORD.search(text) is not None


def find_known(
    text: str,
    known: Container[str],
    done: Container[str] = frozenset(),
    said: Container[str] = frozenset(),
) -> Iterator[ShortForm]:
    """Yield the uses of known short forms, in order.

    Args:
        text: plain, Markdown without its markup, or the text between two tags of HTML.
        known: short forms as tables write them. Of "UBND-HĐND" both parts must be known.
        done: known short forms to pass over. The caller may add to it meanwhile.
        said: short forms that the text explains itself. Their usual sense does not count.
    """
    for match in _WORD.finditer(text):
        # Most uses are not the first.
        if match[0] in done:
            continue
        for form in _parts(match, known):
            if form.short in done:
                continue
            if _stands_alone(text, match) and _means_itself(text, form, said):
                yield form


def find_unknown(text: str, known: Container[str]) -> Iterator[ShortForm]:
    """Yield the certain but unknown short forms, in order.

    They hold letters and "&" only. A possible word, Roman numeral, name or part of a code is none.
    """
    for match in _WORD.finditer(text):
        word = match[0].replace("&amp;", "&")
        # "KT." is written with its stop.
        if word in known or f"{word}." in known or not _looks_short(word):
            continue
        form = ShortForm(match.start(), match.end(), word)
        is_prefix = _PREFIX.match(text, match.end())
        if not is_prefix and _stands_alone(text, match) and _means_itself(text, form):
            yield form


def is_roman(word: str) -> bool:
    """True for Roman numerals, and for words that look like one."""
    return _ROMAN.fullmatch(word) is not None


def is_syllable(word: str) -> bool:
    """True when a word could be a syllable of the language, with or without its marks."""
    return _SYLLABLE.fullmatch(fold(word)) is not None


def _looks_short(word: str) -> bool:
    letters = word.replace("&", "")
    is_capitals = letters.isalpha() and letters.isupper()
    return is_capitals and not is_roman(word) and not is_syllable(letters)


def _parts(match: re.Match[str], known: Container[str]) -> list[ShortForm]:
    """Return the short forms that make up a word in capitals; [] where other things do."""
    word = match[0].replace("&amp;", "&")
    if word in known:
        return [ShortForm(match.start(), match.end(), word)]
    if "." in word or not _JOINT.search(word):
        return []
    parts, at = [], match.start()
    for written in re.split(rf"({_JOINT.pattern})", match[0]):
        short = written.replace("&amp;", "&")
        if short in known:
            parts.append(ShortForm(at, at + len(written), short))
        elif not _JOINT.fullmatch(written):
            return []
        at += len(written)
    return parts


def _stands_alone(text: str, match: re.Match[str]) -> bool:
    """True when nothing is joined to a word: no letter, digit, symbol of a number, address."""
    start, end = match.span()
    if start:
        before = text[start - 1]
        if before.isalnum() or before in "/.&@\\":
            return False
        if before in "-–" and start > 1 and not text[start - 2].isspace():
            return False
    return _JOINED_AFTER.match(text, end) is None


def _means_itself(text: str, form: ShortForm, said: Container[str] = frozenset()) -> bool:
    before = text[max(0, form.start - _BEFORE) : form.start].rpartition("\n\n")[2]
    after = text[form.end : form.end + _BEFORE].partition("\n\n")[0]
    # One look at a sign saves most of the searching.
    last, first = before.rstrip(_SPACE)[-1:], after.lstrip(_SPACE)[:1]
    if last in _NUMBER_ENDS and _NUMBER_BEFORE.search(before):
        return False
    if "Lưu" in before and _FILING_BEFORE.search(before):
        return False
    if form.short not in said and is_another_sense(form.short, before, after):
        return False
    if last.isupper() and (match := _WORD_BEFORE.search(before)) and _shouts(match[1]):
        return False
    return not (first.isupper() and (match := _WORD_AFTER.match(after)) and _shouts(match[1]))


def _shouts(word: str) -> bool:
    """True in a title in capitals: there an abbreviation looks like any word."""
    if len(word) < 2 or not word.isupper() or word in _tabled():
        return False
    return is_syllable(word)


@cache
def _tabled() -> frozenset[str]:
    return frozenset({*load_abbreviations(), *load_ambiguous()})

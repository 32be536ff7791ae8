"""Tells by the words whether a text is of an old encoding, and of which.

A word votes where it is a Vietnamese syllable in one reading and none in the other. Good Unicode
is never taken for an old encoding. VIQR is not looked for: its marks are punctuation.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

from bantin.importing.reading.legacy.charmaps import LegacyEncoding, convert_text
from bantin.importing.reading.legacy.syllables import is_syllable
from bantin.text.normalize import nfc

# Letters that no old encoding shows: they stand above Latin-1.
_UNICODE_ONLY = re.compile("[ĂăĐđĨĩŨũƠơƯư\u0300-\u0323\u1ea0-\u1ef9]")
_WORD = re.compile(r"[^\s!-/:-@\[-`{-~0-9\u2010-\u2026\u00a0]++")
_FOREIGN = re.compile(r"[^\x00-\x7f\u2010-\u2026\u00a0]")
# Signs that a Unicode text sets right beside a word. Old encodings have letters there.
_SIGNS = "«»§©®°±²³¹·•¶¼½¾¿¡×÷"
# A sign of measures, whose first letter is "à" in TCVN3.
_UNIT = re.compile("µ[glmsA-Z]{1,2}")
# These two share no letter of Latin-1 but a few; the others share most.
_STRANGE = (LegacyEncoding.TCVN3, LegacyEncoding.VNI)
_SAME = re.compile("[ìíýÌÍ]")
_MOST_WORDS = 400
_FEWEST_VOTES = 4
_SHARE = 0.75


@dataclass(frozen=True, slots=True)
class Votes:
    """The votes of the words of a text on one encoding.

    Attributes:
        legacy: words that are syllables only when converted.
        plain: words that are syllables only as they are, or have letters the encoding has not.
        neither: words that are syllables in no way.
    """

    legacy: int
    plain: int
    neither: int


def has_unicode_letters(text: str) -> bool:
    """Tell whether a text holds Vietnamese letters that only Unicode has."""
    return _UNICODE_ONLY.search(text) is not None


def count_votes(text: str, encoding: LegacyEncoding) -> Votes:
    """Let the words of a text vote; the first few hundred of a long one."""
    legacy = plain = neither = 0
    words = (match[0] for match in _WORD.finditer(text) if _FOREIGN.search(match[0]))
    for word in islice(words, _MOST_WORDS):
        if word.strip(_SIGNS).isascii():
            continue  # "m²", "×", "½" tell nothing
        as_it_is = is_syllable(nfc(word.strip(_SIGNS)))
        converted = convert_text(word, encoding)
        if _UNIT.fullmatch(word):
            plain += 1
        elif converted == word and as_it_is:
            plain += encoding in _STRANGE and not _SAME.search(word)
        elif is_syllable(converted):
            legacy += not as_it_is
        else:
            plain += as_it_is
            neither += not as_it_is
    return Votes(legacy, plain, neither)


def detect_legacy(text: str) -> LegacyEncoding | None:
    """Return the old encoding of a text without fonts; None for Unicode, and where unsure.

    A text must be of one encoding. A few words do not suffice: take the text of a whole file first,
    then ask `leans_to` about its paragraphs.
    """
    ranked = sorted(_sure(text), key=lambda pair: pair[0], reverse=True)
    if not ranked or (len(ranked) > 1 and ranked[0][0] == ranked[1][0]):
        return None
    return ranked[0][1]


def leans_to(text: str, encoding: LegacyEncoding) -> bool:
    """Tell whether a paragraph of a file that holds text of an encoding is of that encoding too."""
    if has_unicode_letters(text):
        return False
    votes = count_votes(text, encoding)
    return votes.legacy > votes.plain


def _sure(text: str) -> Iterable[tuple[int, LegacyEncoding]]:
    """Yield (votes won, encoding) of each encoding that most words speak for."""
    for encoding in LegacyEncoding:
        votes = count_votes(text, encoding)
        won = votes.legacy - 3 * votes.plain
        if won >= _FEWEST_VOTES and votes.legacy >= _SHARE * (votes.legacy + votes.neither):
            yield won, encoding

"""Exact and folded forms of syllables, the shared ground of search and comparison.

The query side holds the same definitions in JavaScript; `tests/vectors/fold.json` keeps the
two equal.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from bantin.text.normalize import nfc, strip_invisible
from bantin.text.tones import one_tone_style

_SYLLABLE = re.compile(r"[^\W_]+")
_MARKS = re.compile(r"[\u0300-\u036f]")


def exact(text: str) -> str:
    """Return the exact form: NFC, lower case, one tone style, nothing invisible.

    Icelandic ð stands for đ in old files and is read as đ.
    """
    return one_tone_style(nfc(strip_invisible(text)).lower().replace("ð", "đ"))


def fold(text: str) -> str:
    """Return the folded form: lower case without any mark, đ as d.

    `fold(exact(x)) == fold(x)` for every x.
    """
    # Not `translate`, which looks at each character by itself.
    plain = strip_invisible(text).lower().replace("đ", "d").replace("ð", "d")
    decomposed = unicodedata.normalize("NFD", plain)
    return unicodedata.normalize("NFC", _MARKS.sub("", decomposed))


@lru_cache(maxsize=65_536)
def fold_syllable(syllable: str) -> str:
    """Cached `fold` for one syllable; the language has fewer than ten thousand."""
    return fold(syllable)


def syllables(text: str) -> list[str]:
    """Split text into the exact forms of its syllables and numbers, in order.

    Letters and digits make syllables, everything else parts them: `405/TB-VP.UBND` gives
    `["405", "tb", "vp", "ubnd"]`. Empty for text without letters or digits.
    """
    return [*map(_exact_syllable, _SYLLABLE.findall(nfc(strip_invisible(text))))]


@lru_cache(maxsize=65_536)
def _exact_syllable(syllable: str) -> str:
    return exact(syllable)

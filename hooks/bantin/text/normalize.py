"""Normal form of text on its way in.

Changes only what a reader cannot see.
"""

from __future__ import annotations

import re
import unicodedata

NBSP = "\u00a0"
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
INVISIBLE = dict.fromkeys(map(ord, _INVISIBLE))
# "\r\r\n" is what two conversions to Windows make of one line end.
_LINE_END = re.compile(r"\r+\n|\r")
_SPACES = re.compile(r"[ \t\u00a0\u2000-\u200a\u202f\u3000]+")


def nfc(text: str) -> str:
    """Return `text` in Unicode NFC; the same object when it already is."""
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def unify_line_ends(text: str) -> str:
    """Return `text` with line feeds for the line ends of Windows and of the old Mac."""
    return _LINE_END.sub("\n", text) if "\r" in text else text


def strip_invisible(text: str) -> str:
    """Drop soft hyphens, zero-width characters and byte-order marks."""
    # A search for these rare characters costs far less than `translate`.
    for char in _INVISIBLE:
        if char in text:
            text = text.replace(char, "")
    return text


def squeeze_spaces(text: str) -> str:
    """Make every run of spaces (also no-break and typographic ones) one space; trim the ends.

    Line feeds are kept.
    """
    return _SPACES.sub(" ", text).strip(" ")


def split_lines(text: str) -> list[str]:
    """Return the lines of a text without their ends; [] for an empty one.

    Line feeds end lines, with or without a carriage return. Nothing else does, unlike `splitlines`.
    """
    lines = text.removesuffix("\n").split("\n") if text else []
    return [line.removesuffix("\r") for line in lines]

"""The words around a place in running text, as far as they belong together.

Knows running text only.
"""

from __future__ import annotations

# Characters that are looked at. All of a long text, place by place, would take minutes.
_FAR = 300
_CLOSING = {"“": "”", "«": "»"}


def clause_before(text: str, at: int, *, marks: str = ",;.:()") -> str:
    """Return the words before an offset, back to the nearest of some marks."""
    begin = max(0, at - _FAR)
    return text[max(begin, *(text.rfind(mark, begin, at) + 1 for mark in marks)) : at]


def clause_behind(text: str, at: int, *, marks: str = ";.") -> str:
    """Return the words behind an offset, up to the nearest of some marks."""
    end = min(len(text), at + _FAR)
    found = [text.find(mark, at, end) for mark in marks]
    return text[at : min((place for place in found if place >= 0), default=end)]


def is_quoted(text: str, at: int) -> bool:
    """True when an offset lies within quotation marks."""
    begin, end = max(0, at - _FAR), min(len(text), at + _FAR)
    for opening, closing in _CLOSING.items():
        opened = text.rfind(opening, begin, at)
        if opened >= 0 and text.rfind(closing, opened, at) < 0:
            return True
    opened = text.rfind('"', begin, at)
    if opened < 0 or text.find('"', at, end) < 0:
        return False
    # A straight mark opens a quotation where a space or nothing stands before it.
    return opened == 0 or text[opened - 1] in " ("

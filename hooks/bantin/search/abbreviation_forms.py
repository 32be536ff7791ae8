"""Short and long forms of abbreviations, for rewriting a query from one into the other.

Knows tables of abbreviations; no files and no index.
"""

from __future__ import annotations

from collections.abc import Iterable

from bantin.text.fold import syllables

# (short form, long form), in syllables.
Forms = tuple[list[str], list[str]]


def forms_of(pairs: Iterable[tuple[str, str]]) -> tuple[Forms, ...]:
    """Return (short, long) in syllables, in order of the short ones.

    Left out are forms before a signature ("KT."), and TƯ, which in lower case is a word.

    Args:
        pairs: abbreviation and its only meaning.
    """
    return tuple(
        (syllables(short), syllables(full))
        for short, full in sorted(pairs)
        if not short.endswith(".") and (short.isascii() or len(short) > 2)
    )

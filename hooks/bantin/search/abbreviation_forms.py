"""Short and long forms that a query may be turned from one into the other.

Knows tables of abbreviations; nothing of files, nor of what the index holds.
"""

from __future__ import annotations

from collections.abc import Iterable

from bantin.text.fold import syllables

# Short and long form, in syllables.
Forms = tuple[list[str], list[str]]


def forms_of(pairs: Iterable[tuple[str, str]]) -> tuple[Forms, ...]:
    """Return (short, long) in syllables, in order of the short ones.

    Left out: what stands before a signature ("KT."), and TƯ, which in lower case is a word.

    Args:
        pairs: abbreviation and the one thing it stands for.
    """
    return tuple(
        (syllables(short), syllables(full))
        for short, full in sorted(pairs)
        if not short.endswith(".") and (short.isascii() or len(short) > 2)
    )

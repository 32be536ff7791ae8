"""What a text can have too much of to be read. Values only; words no message."""

from __future__ import annotations

from dataclasses import dataclass

from bantin.errors import BantinError

# The signs themselves, or a word for what has none.
BRACKETS, LINKS, TICKS, TAGS, FENCES = "[", "](", "`", "<", "```"
GLUED, DEFINITIONS, LISTS, PARTS = "lines", ":", "lists", "parts"
CELLS, CODE_CELLS, CONTENTS, REFERENCES, SIGNS = "|", "`|", "[TOC]", "]:", "signs"
# Elements within each other. Readers of trees descend by recursion.
MOST_PARTS = 60


@dataclass(frozen=True, slots=True)
class Excess:
    """What a text has too much of.

    Attributes:
        kind: one of the names above.
        line: 0-based line of the source; 0 where it cannot be told.
    """

    kind: str
    line: int = 0


class ExcessError(BantinError):
    """A text has too much of something.

    Attributes:
        kind: as of an Excess.
        near: words of the source at that place; "" for none.
    """

    def __init__(self, kind: str, near: str = "") -> None:
        self.kind = kind
        self.near = near
        super().__init__(kind)

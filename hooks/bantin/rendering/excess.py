"""What a text can have too much of to be read. Values only; words no message."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from bantin.errors import BantinError


class TooMany(enum.StrEnum):
    """What there can be too much of: the signs themselves, or a word for what has none."""

    BRACKETS = "["
    LINKS = "]("
    TICKS = "`"
    TAGS = "<"
    FENCES = "```"
    GLUED = "lines"
    DEFINITIONS = ":"
    LISTS = "lists"
    PARTS = "parts"
    CELLS = "|"
    CODE_CELLS = "`|"
    CONTENTS = "[TOC]"
    REFERENCES = "]:"
    SIGNS = "signs"


# Elements within each other. Readers of trees descend by recursion.
MOST_PARTS = 60


@dataclass(frozen=True, slots=True)
class Excess:
    """What a text has too much of.

    Attributes:
        kind: what of.
        line: 0-based line of the source; 0 where it cannot be told.
    """

    kind: TooMany
    line: int = 0


class ExcessError(BantinError):
    """A text has too much of something.

    Attributes:
        kind: as of an Excess.
        near: words of the source at that place; "" for none.
    """

    def __init__(self, kind: TooMany, near: str = "") -> None:
        self.kind = kind
        self.near = near
        super().__init__(kind)

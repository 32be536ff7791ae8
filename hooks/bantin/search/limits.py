"""Sizes that shape the index. The site uses the defaults; tests make small sites look large."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """The sizes at which lists, parts and the directory are divided; all >= 1.

    An index can be continued only with the limits it was made with.

    Attributes:
        list_items: most places in one list. A longer one is divided by ranges of places into
            blocks, each a file.
        part_bytes: approximate size of a part as JSON; about half when compressed.
        branch_bytes: approximate size of a branch of the tree above the parts.
        rows: most parts or branches in the directory itself. Every reader's first query fetches the
            directory.
    """

    list_items: int = 3_000
    part_bytes: int = 8_000
    branch_bytes: int = 6_000
    rows: int = 800


DEFAULT_LIMITS = Limits()

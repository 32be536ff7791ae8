"""Sizes that shape the index. Production uses the defaults; tests make small sites look large."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Where lists, parts and the directory are divided; all >= 1.

    An index can only be continued with the limits it was made with.

    Attributes:
        list_items: places that may stand in one list; a longer one is divided into blocks, each
            a file, by ranges of places.
        part_bytes: about so much is in a part. JSON; half of it when compressed.
        branch_bytes: about so much is in a branch of the tree above the parts.
        rows: so many parts, or branches, may stand in the directory itself, which every reader's
            first query fetches.
    """

    list_items: int = 3_000
    part_bytes: int = 8_000
    branch_bytes: int = 6_000
    rows: int = 800


DEFAULT_LIMITS = Limits()

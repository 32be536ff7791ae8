"""Finds the blocks of an original that a fact came from: by their place, or by its words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bantin.importing.capture import Block
from bantin.text.fold import exact

_PLACE = re.compile(
    r"\b(?:trang (?P<page>\d{1,9}), )?(?:đoạn|dòng) (?P<first>\d{1,9})"
    r"(?: ?[-–] ?(?P<last>\d{1,9}))?"
)


def blocks_at(where: str, blocks: Sequence[Block]) -> tuple[int, ...]:
    """Return the indexes of the blocks that a place in words means, in order.

    Args:
        where: as `Fact.where` has it: "dòng 3", "trang 2, đoạn 14", "dòng 3–5"; may name several.
        blocks: of the original.
    """
    spans = []
    for match in _PLACE.finditer(where):
        first = int(match["first"])
        page = int(match["page"]) if match["page"] else None
        spans.append((page, first, int(match["last"] or first)))
    return tuple(
        index
        for index, block in enumerate(blocks)
        if any(
            first <= block.number <= last and page in (None, block.page)
            for page, first, last in spans
        )
    )


def blocks_saying(value: str, blocks: Sequence[Block]) -> tuple[int, ...]:
    """Return the index of the first block that says each name of a value, in order.

    Args:
        value: names of at least two words, with commas or semicolons between them.
        blocks: of the original.
    """
    names = [exact(part) for part in re.split(r"[;,]", value) if len(part.split()) > 1]
    texts = [exact(block.text) for block in blocks] if names else []
    found = set()
    for name in names:
        found.update([at for at, text in enumerate(texts) if name.strip() in text][:1])
    return tuple(sorted(found))

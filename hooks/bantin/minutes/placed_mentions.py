"""Places the mentions of other documents in a text: the item that holds them, or its first words.

Knows a text as readers meet it; nothing of records.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bantin.minutes.mentions import DocumentMention, find_mentions
from bantin.rendering.rendered_text import CODE, RenderedText

# A text that names more documents is a list of them.
_MOST = 500
# Words that find a paragraph without an address.
_OPENING = 8


@dataclass(frozen=True, slots=True)
class PlacedMention:
    """A mention, and where it stands.

    Attributes:
        mention: what is said of which document.
        anchor: id of the numbered item that holds it; "" outside items.
        opening: the first words of its block, without a printed number.
    """

    mention: DocumentMention
    anchor: str
    opening: str


def place_mentions(text: RenderedText) -> list[PlacedMention]:
    """Return the mentions of a text in order, of very many the first."""
    found: list[PlacedMention] = []
    for words, anchor in _passages(text):
        opening = " ".join(words.split(" ", _OPENING)[:_OPENING])
        found += (PlacedMention(one, anchor, opening) for one in find_mentions(words))
        if len(found) >= _MOST:
            break
    return found[:_MOST]


def _passages(text: RenderedText) -> Iterator[tuple[str, str]]:
    """Yield the words of each block, and the anchor of the item that begins with it; "" for none.

    A further paragraph of an item, and a bullet in it, count as outside: a block does not tell.
    """
    at = 0
    for block in text.blocks:
        if block.kind == CODE:
            continue
        words = block.words
        if not block.mark:
            yield words, ""
            continue
        words = words.removeprefix(block.mark).strip()
        # The blocks of items come in the items' order. Blocks of quotations are no items.
        place = next(
            (
                place
                for place in range(at, min(at + 2, len(text.items)))
                if text.items[place].mark == block.mark and text.items[place].text.startswith(words)
            ),
            -1,
        )
        at = place + 1 if place >= 0 else at
        yield words, text.items[place].anchor if place >= 0 else ""

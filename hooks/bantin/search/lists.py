"""Lists: which entries hold a key, in which spelling, and how strongly.

The lists of a key are one member of a part:

    "ban":{"ban":"bkaQ…","bàn":"…"}              spelling → items, see `items`
    "ban":[{"ban":9021,"bàn":77},[2718720,4096,"9f…"],[…]]
                                                  too many: spelling → items; then, for each block,
                                                  lowest place, items, name

A block is a file with one member of the first kind, for a range of places. Ranges are halved
until few enough items are in each, so where they lie depends on the items alone. How many items
each spelling has is told without them: it decides what is looked for first, and in which blocks.
"""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from bantin.search.files import join_members, name_of
from bantin.search.items import encode_items

# Spelling → items, rising; spellings in any order, no list empty.
Lists = Mapping[str, Sequence[int]]
# Spelling → the same as text.
Texts = Mapping[str, str]
ALL_PLACES = 2**28


@dataclass(frozen=True, slots=True)
class Member:
    """What stands under a key.

    Attributes:
        content: `"key":value`, as it stands in a part; b"" when nothing does.
        blocks: name → content of the blocks that it names and that are new.
        dropped: names of blocks that it named before and names no more.
    """

    content: bytes
    blocks: dict[str, bytes] = field(default_factory=dict)
    dropped: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class ListBlock:
    """A row of a long list: what it says of one of its blocks.

    Attributes:
        low: the lowest place of the range.
        size: items in the block.
        name: of its file.
    """

    low: int
    size: int
    name: str


@dataclass(frozen=True, slots=True)
class Outline:
    """What a part says of a long list.

    Attributes:
        sizes: spelling → items, none 0.
        rows: of its blocks, lowest first.
    """

    sizes: Mapping[str, int]
    rows: Sequence[ListBlock]


def make_member(key: str, lists: Lists, list_items: int) -> Member:
    """Return the member for a key; its lists are divided when they hold more than `list_items`."""
    if _size(lists) <= list_items:
        return Member(inline(key, encode_lists(lists)))
    blocks = {}
    rows = []
    for low, part in divide(lists, list_items):
        row, content = make_block(key, low, _size(part), encode_lists(part))
        rows.append(row)
        blocks[row.name] = content
    sizes = {spelling: len(items) for spelling, items in lists.items()}
    return Member(outline(key, Outline(sizes, rows)), blocks)


def make_block(key: str, low: int, size: int, texts: Texts) -> tuple[ListBlock, bytes]:
    """Return a block, and its content, for `size` items."""
    content = join_members([inline(key, texts)])
    return ListBlock(low, size, name_of(content)), content


def encode_lists(lists: Lists) -> dict[str, str]:
    """Return lists as texts."""
    return {spelling: encode_items(items) for spelling, items in lists.items()}


def inline(key: str, texts: Texts) -> bytes:
    """Return the member with its lists in it."""
    # Letters, digits, spaces and "=": nothing in a key or spelling needs escaping.
    written = [f'"{spelling}":"{texts[spelling]}"' for spelling in sorted(texts)]
    return f'"{key}":{{{",".join(written)}}}'.encode()


def outline(key: str, outlined: Outline) -> bytes:
    """Return the member that names its blocks."""
    sizes = ",".join(f'"{name}":{outlined.sizes[name]}' for name in sorted(outlined.sizes))
    rows = "".join(f',[{row.low},{row.size},"{row.name}"]' for row in outlined.rows)
    return f'"{key}":[{{{sizes}}}{rows}]'.encode()


def read_member(key: str, member: bytes) -> dict[str, str] | Outline:
    """Return what `inline` or `outline` wrote.

    Raises:
        ValueError: it is neither.
    """
    value = json.loads(member[len(key.encode()) + 3 :])
    if isinstance(value, dict):
        return value
    sizes, *rows = value
    return Outline(sizes, [ListBlock(int(low), int(size), str(name)) for low, size, name in rows])


def divide(
    lists: Lists, list_items: int, low: int = 0, places: int = ALL_PLACES
) -> Iterator[tuple[int, Lists]]:
    """Yield the lists by ranges of places: lowest place, and what lies in the range.

    Args:
        lists: all within the range; may be empty, then there is nothing to yield.
        list_items: so many items may stand together, and more only where one place has more.
        low: the lowest place of the range, a multiple of `places`.
        places: the length of the range, a power of 2.
    """
    size = _size(lists)
    if size == 0:
        return
    if size <= list_items or places == 1:
        yield low, lists
        return
    half = places // 2
    middle = low + half
    cuts = {spelling: bisect_left(items, middle << 4) for spelling, items in lists.items()}
    lower = {spelling: lists[spelling][:cut] for spelling, cut in cuts.items() if cut}
    upper = {
        spelling: lists[spelling][cut:]
        for spelling, cut in cuts.items()
        if cut < len(lists[spelling])
    }
    yield from divide(lower, list_items, low, half)
    yield from divide(upper, list_items, middle, half)


def _size(lists: Lists) -> int:
    return sum(map(len, lists.values()))

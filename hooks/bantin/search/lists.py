"""Lists: the entries that hold a key, by spelling, each with an impact.

The lists of a key are one member of a part:

    "ban":{"ban":"bkaQ…","bàn":"…"}              spelling → items, see `items`
    "ban":[{"ban":9021,"bàn":77},[2718720,4096,"9f…"],[…]]
                                                  too many: spelling → items; then, for each block,
                                                  lowest place, items, name

A block is a file with one member of the first kind, for a range of places. Ranges are halved until
each has few enough items. So the ranges depend on the items alone. The number of items of each
spelling can be read without them. It decides what a query looks up first, and in which blocks.
"""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from bantin.search.files import join_members, name_of
from bantin.search.items import encode_items

# Spelling → items, rising. Spellings in any order; no list is empty.
Lists = Mapping[str, Sequence[int]]
# Spelling → the same as text.
Texts = Mapping[str, str]
ALL_PLACES = 2**28


@dataclass(frozen=True, slots=True)
class Member:
    """A key with its lists, as written in a part.

    Attributes:
        content: `"key":value`; b"" when the key has no lists.
        blocks: name → content of each new block that it names.
        dropped: names of blocks that it no longer names.
    """

    content: bytes
    blocks: dict[str, bytes] = field(default_factory=dict)
    dropped: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class ListBlock:
    """A row of a long list, for one of its blocks.

    Attributes:
        low: the lowest place of the range.
        size: items in the block.
        name: of the block's file.
    """

    low: int
    size: int
    name: str


@dataclass(frozen=True, slots=True)
class Outline:
    """A long list in a part: sizes and blocks, without items.

    Attributes:
        sizes: spelling → number of items, >= 1.
        rows: of its blocks, lowest first.
    """

    sizes: Mapping[str, int]
    rows: Sequence[ListBlock]


def make_member(key: str, lists: Lists, list_items: int) -> Member:
    """Return the member for a key. More than `list_items` items are divided into blocks."""
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
    """Return a block of `size` items, and its content."""
    content = join_members([inline(key, texts)])
    return ListBlock(low, size, name_of(content)), content


def encode_lists(lists: Lists) -> dict[str, str]:
    """Return lists as texts."""
    return {spelling: encode_items(items) for spelling, items in lists.items()}


def inline(key: str, texts: Texts) -> bytes:
    """Return the member that holds its lists itself."""
    # A key or spelling has letters, digits, spaces and "=" only, so nothing needs escaping.
    written = [f'"{spelling}":"{texts[spelling]}"' for spelling in sorted(texts)]
    return f'"{key}":{{{",".join(written)}}}'.encode()


def outline(key: str, outlined: Outline) -> bytes:
    """Return the member that names its blocks."""
    sizes = ",".join(f'"{name}":{outlined.sizes[name]}' for name in sorted(outlined.sizes))
    rows = "".join(f',[{row.low},{row.size},"{row.name}"]' for row in outlined.rows)
    return f'"{key}":[{{{sizes}}}{rows}]'.encode()


def read_member(key: str, member: bytes) -> dict[str, str] | Outline:
    """Read a member that `inline` or `outline` wrote.

    Raises:
        ValueError: the member is of another form.
    """
    value = json.loads(member[len(key.encode()) + 3 :])
    if isinstance(value, dict):
        return value
    sizes, *rows = value
    return Outline(sizes, [ListBlock(int(low), int(size), str(name)) for low, size, name in rows])


def divide(
    lists: Lists, list_items: int, low: int = 0, places: int = ALL_PLACES
) -> Iterator[tuple[int, Lists]]:
    """Yield (lowest place, lists in the range) for each range of places.

    Args:
        lists: all within the range; may be empty, which yields nothing.
        list_items: most items in a range. Only a range of one place may have more.
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

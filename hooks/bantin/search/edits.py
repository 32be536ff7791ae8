"""Edits the member of a key: removes and adds items, with the result of a clean build."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence

from bantin.search.files import key_in
from bantin.search.items import count_items, decode_items, edit_items
from bantin.search.lists import (
    ALL_PLACES,
    ListBlock,
    Member,
    Outline,
    Texts,
    divide,
    encode_lists,
    inline,
    make_block,
    make_member,
    outline,
    read_member,
)
from bantin.search.published_index import IndexDamagedError

# (item, spelling, 1 to add it or -1 to remove it)
Edit = tuple[int, str, int]


class MemberEditor:
    """Edits members of parts.

    Args:
        load: returns the members of a file by name; raises IndexDamagedError.
        list_items: see `Limits`.
    """

    def __init__(self, load: Callable[[str], list[bytes]], list_items: int) -> None:
        self._load = load
        self._list_items = list_items

    def edit(self, key: str, old: bytes, edits: Sequence[Edit]) -> Member:
        """Return the member of a key after the edits.

        Args:
            key: the member's key.
            old: the member as written in its part; b"" for none.
            edits: rising, unique by item and spelling.

        Raises:
            IndexDamagedError: an item to remove is missing, or an item to add is there.
        """
        value = read_member(key, old) if old else {}
        if isinstance(value, dict):
            texts = _apply(key, value, edits)
            if sum(map(count_items, texts.values())) <= self._list_items:
                return Member(inline(key, texts) if texts else b"")
            return make_member(key, _decode(texts), self._list_items)
        before = {row.name for row in value.rows}
        if _size_after(value.rows, edits) <= self._list_items:
            texts = _apply(key, self._texts_in(key, value.rows), edits)
            return Member(inline(key, texts) if texts else b"", {}, frozenset(before))
        made: dict[str, bytes] = {}
        rows = [*self._regrow(key, value.rows, edits, 0, ALL_PLACES, made)]
        dropped = before - {row.name for row in rows}
        # Joined halves may be the same as an older block.
        new = {name: content for name, content in made.items() if name not in before}
        after = Outline(_sizes_after(value.sizes, edits), rows)
        return Member(outline(key, after), new, frozenset(dropped))

    def _regrow(
        self,
        key: str,
        rows: Sequence[ListBlock],
        edits: Sequence[Edit],
        low: int,
        places: int,
        made: dict[str, bytes],
    ) -> Iterator[ListBlock]:
        """Yield the blocks of a range of places after the edits in it. Reads few old blocks.

        Does with the items of changed blocks what `divide` would do with all items. `rows` and
        `edits` are those of the range. The contents of new blocks go into `made`.
        """
        size = _size_after(rows, edits)
        if not edits:
            yield from rows
        elif size <= self._list_items or len(rows) < 2:
            texts = _apply(key, self._texts_in(key, rows), edits)
            parts = [(low, size, texts)] if texts else []
            if size > self._list_items:
                ranges = divide(_decode(texts), self._list_items, low, places)
                parts = [
                    (start, sum(map(len, lists.values())), encode_lists(lists))
                    for start, lists in ranges
                ]
            for part in parts:
                row, content = make_block(key, *part)
                made[row.name] = content
                yield row
        else:
            half = places // 2
            middle = low + half
            cut = bisect_left(rows, middle, key=lambda row: row.low)
            edit_cut = bisect_left(edits, middle << 4, key=lambda edit: edit[0])
            yield from self._regrow(key, rows[:cut], edits[:edit_cut], low, half, made)
            yield from self._regrow(key, rows[cut:], edits[edit_cut:], middle, half, made)

    def _texts_in(self, key: str, rows: Sequence[ListBlock]) -> Texts:
        """Return the joined lists of neighbouring blocks."""
        found = []
        for row in rows:
            members = self._load(row.name)
            value = read_member(key, members[0]) if [*map(key_in, members)] == [key] else None
            if not isinstance(value, dict):
                raise IndexDamagedError(f"block {row.name} holds no list of {key!r}")
            found.append(value)
        if len(found) == 1:
            return found[0]
        lists: defaultdict[str, list[int]] = defaultdict(list)
        for texts in found:
            for spelling, items in _decode(texts).items():
                lists[spelling] += items
        return encode_lists(lists)


def _size_after(rows: Sequence[ListBlock], edits: Sequence[Edit]) -> int:
    return sum(row.size for row in rows) + sum(sign for _, _, sign in edits)


def _sizes_after(sizes: Mapping[str, int], edits: Sequence[Edit]) -> dict[str, int]:
    after = Counter(sizes)
    for _, spelling, sign in edits:
        after[spelling] += sign
    return {spelling: size for spelling, size in after.items() if size}


def _decode(texts: Texts) -> dict[str, list[int]]:
    return {spelling: decode_items(text) for spelling, text in texts.items()}


def _apply(key: str, texts: Texts, edits: Sequence[Edit]) -> Texts:
    edits_of: defaultdict[str, list[tuple[int, bool]]] = defaultdict(list)
    for item, spelling, sign in edits:
        edits_of[spelling].append((item, sign > 0))
    edited = {**texts}
    try:
        for spelling, found in edits_of.items():
            edited[spelling] = edit_items(texts.get(spelling, ""), found)
    except ValueError as error:
        raise IndexDamagedError(f"the list of {key!r}: {error}") from error
    return {spelling: text for spelling, text in edited.items() if text}

"""Parts: sorted members, cut into files of some kilobytes that change as little as can be.

Where to cut is decided by each key alone and the size of what stands under it (content-defined
chunking), so what is added in one place moves no cut elsewhere. Many parts get a tree above
them, whose branches are parts too: first key → name of the part that begins with it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bantin.search.files import join_members, name_of
from bantin.search.limits import Limits

# First key of a part or branch, and its name.
Row = tuple[str, str]
# Key and `"key":value`.
KeyedMember = tuple[str, bytes]


@dataclass(frozen=True, slots=True)
class Part:
    """One file of consecutive keys.

    Attributes:
        first: its lowest key.
        name: made from the content.
        content: a JSON object, key → what stands under it.
    """

    first: str
    name: str
    content: bytes

    @property
    def row(self) -> Row:
        return self.first, self.name


@dataclass(frozen=True, slots=True)
class PartTree:
    """The parts of a section and the way to them.

    Attributes:
        depth: how many branches lie between the directory and a part; mostly 0.
        top: the highest parts: those that the directory names; keys rise.
        branches: every branch, the lower levels first.
    """

    depth: int
    top: tuple[Row, ...]
    branches: tuple[Part, ...]


def grow_tree(rows: Iterable[Row], limits: Limits) -> PartTree:
    """Return the tree above the parts with these rows, first keys rising."""
    top = tuple(rows)
    depth = 0
    branches: list[Part] = []
    while len(top) > limits.rows:
        depth += 1
        members = ((first, f'"{first}":"{name}"'.encode()) for first, name in top)
        grown = [*cut_parts(members, limits.branch_bytes, level=depth)]
        if len(grown) == len(top):
            # Branches of one row each, by limits of a few bytes, would never end.
            depth -= 1
            break
        branches += grown
        top = tuple(part.row for part in grown)
    return PartTree(depth, top, tuple(branches))


def cut_parts(
    members: Iterable[tuple[str, bytes]], average_bytes: int, *, level: int = 0
) -> Iterator[Part]:
    """Cut sorted members into parts; see `cut_members`."""
    return map(make_part, cut_members(members, average_bytes, level=level))


def cut_members(
    members: Iterable[KeyedMember], average_bytes: int, *, level: int = 0
) -> Iterator[list[KeyedMember]]:
    """Cut sorted members into the members of parts, none empty.

    Args:
        members: key and `"key":value` as JSON, keys rising; may be empty, then there is no part.
        average_bytes: more than this and the next key with some luck begins a part.
        level: 0 for parts, 1 and more for the branches above them. Each level draws its own
            luck: the keys that begin parts are the ones that had it, and would have it again.
    """
    run: list[KeyedMember] = []
    for key, member in members:
        if run and begins_part(key, len(member), average_bytes, level=level):
            yield run
            run = []
        run.append((key, member))
    if run:
        yield run


def join_cuts(cuts: Iterable[list[KeyedMember]], average_bytes: int) -> Iterator[list[KeyedMember]]:
    """Yield what `cut_members` would of all members, from what it yields of each stretch of them.

    The first cut of a stretch may go on with the last of the one before. `cuts` may leave out
    others: those are whole already.
    """
    run: list[KeyedMember] = []
    for cut in cuts:
        key, member = cut[0]
        if run and begins_part(key, len(member), average_bytes):
            yield run
            run = []
        run += cut
    if run:
        yield run


def make_part(members: Sequence[KeyedMember]) -> Part:
    """Return the part that has these members, keys rising, not empty."""
    content = join_members(member for _, member in members)
    return Part(members[0][0], name_of(content), content)


def begins_part(key: str, size_bytes: int, average_bytes: int, *, level: int = 0) -> bool:
    """Return whether a member begins a part; the first of all does in any case."""
    digest = hashlib.blake2b(key.encode(), digest_size=4, salt=bytes([level])).digest()
    return int.from_bytes(digest) * average_bytes < size_bytes << 32


def rows_within(content: Sequence[bytes]) -> Iterator[Row]:
    """Yield the rows that a branch's members are."""
    for member in content:
        first, name = member.decode().rsplit(":", 1)
        yield first[1:-1], name[1:-1]

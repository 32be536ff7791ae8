"""Cuts sorted members into parts: files of some kilobytes that rarely change.

A key and the size of its member decide whether a part begins there (content-defined chunking). So
an addition moves no cut elsewhere. Many parts get a tree above them. Its branches are parts too:
first key → name of the part that begins with it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bantin.search.files import join_members, name_of
from bantin.search.limits import Limits

# (first key, name) of a part or branch.
Row = tuple[str, str]
# (key, `"key":value`)
KeyedMember = tuple[str, bytes]


@dataclass(frozen=True, slots=True)
class Part:
    """One file of consecutive keys.

    Attributes:
        first: its lowest key.
        name: made from the content.
        content: a JSON object, key → value of its member.
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
        depth: number of branches between the directory and a part; mostly 0.
        top: rows of the highest parts or branches, which the directory names; keys rise.
        branches: all branches, lower levels first.
    """

    depth: int
    top: tuple[Row, ...]
    branches: tuple[Part, ...]


def grow_tree(rows: Iterable[Row], limits: Limits) -> PartTree:
    """Return the tree above parts; `rows` are theirs, first keys rising."""
    top = tuple(rows)
    depth = 0
    branches: list[Part] = []
    while len(top) > limits.rows:
        depth += 1
        members = ((first, f'"{first}":"{name}"'.encode()) for first, name in top)
        grown = [*cut_parts(members, limits.branch_bytes, level=depth)]
        if len(grown) == len(top):
            # With limits of a few bytes each branch would have one row, and the tree would never
            # end.
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
        members: key and `"key":value` as JSON, keys rising; may be empty, which gives no part.
        average_bytes: average size of a part. A key's hash decides whether it begins a part; the
            larger its member, the likelier.
        level: 0 for parts, 1 and more for the branches above them. Each level hashes differently.
            With one hash, all keys that begin parts would begin branches again.
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
    """Join the cuts of single stretches to the cuts that `cut_members` gives for all members.

    The first cut of a stretch may continue the last cut of the stretch before. `cuts` may leave out
    other cuts, because those are whole already.
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
    """Return the part with these members; keys rising, not empty."""
    content = join_members(member for _, member in members)
    return Part(members[0][0], name_of(content), content)


def begins_part(key: str, size_bytes: int, average_bytes: int, *, level: int = 0) -> bool:
    """Return whether a member begins a part. The first of all always does."""
    digest = hashlib.blake2b(key.encode(), digest_size=4, salt=bytes([level])).digest()
    return int.from_bytes(digest) * average_bytes < size_bytes << 32


def rows_within(content: Sequence[bytes]) -> Iterator[Row]:
    """Yield the rows in a branch's members."""
    for member in content:
        first, name = member.decode().rsplit(":", 1)
        yield first[1:-1], name[1:-1]

"""Parts: sorted keys, cut into files of some kilobytes that change as little as can be.

Where to cut is decided by each key alone and the size of what stands under it (content-defined
chunking), so what is added in one place moves no cut elsewhere. Many parts get a tree above
them, whose branches are parts too: first key → name of the part that begins with it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Generator, Iterable, Iterator
from dataclasses import dataclass

# JSON of figures; a third of it when compressed.
AVERAGE_BYTES = 16_000
AVERAGE_BRANCH_BYTES = 6_000
# As many parts may stand in the directory itself, which every reader's first query fetches.
MAX_ROWS = 800


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


@dataclass(frozen=True, slots=True)
class Tree:
    """The parts of a section and the way to them.

    Attributes:
        depth: how many branches lie between the directory and a part; mostly 0.
        top: the highest parts: those that the directory names.
    """

    depth: int
    top: tuple[Part, ...]

    def rows(self) -> list[str]:
        """Return [first key, name, first key, name, …], keys rising."""
        return [text for part in self.top for text in (part.first, part.name)]


def grow_tree(parts: Iterable[Part]) -> Iterator[Part | Tree]:
    """Yield the given parts, the branches above them, and last the one tree they make.

    Contents are let go as they pass: what is kept of a part is its name.
    """
    depth = 0
    top = yield from _pass_on(parts)
    while len(top) > MAX_ROWS:
        members = (
            (part.first, f"{json.dumps(part.first)}:{json.dumps(part.name)}".encode())
            for part in top
        )
        depth += 1
        branches = cut_parts(members, level=depth)
        top = yield from _pass_on(branches)
    yield Tree(depth, tuple(top))


def _pass_on(parts: Iterable[Part]) -> Generator[Part, None, list[Part]]:
    names = []
    for part in parts:
        yield part
        names.append(Part(part.first, part.name, b""))
    return names


def cut_parts(members: Iterable[tuple[str, bytes]], *, level: int = 0) -> Iterator[Part]:
    """Cut sorted members into parts.

    Args:
        members: key and `"key":value` as JSON, keys rising; may be empty, then there is no part.
        level: 0 for parts, 1 and more for the branches above them. Each level draws its own
            luck: the keys that begin parts are the ones that had it, and would have it again.
    """
    average_bytes = AVERAGE_BRANCH_BYTES if level else AVERAGE_BYTES
    first = ""
    run: list[bytes] = []
    heavy = False
    for key, member in members:
        if run and (heavy or _luck(key, level) < len(member) / average_bytes):
            yield _part(first, run)
            run = []
        if not run:
            first = key
        run.append(member)
        # Nobody should load a very common word along with a rare neighbour.
        heavy = len(member) >= average_bytes
    if run:
        yield _part(first, run)


def _luck(key: str, level: int) -> float:
    digest = hashlib.blake2b(key.encode(), digest_size=4, salt=bytes([level])).digest()
    return int.from_bytes(digest) / 2**32


def _part(first: str, run: list[bytes]) -> Part:
    content = b"{" + b",\n".join(run) + b"}"
    return Part(first, hashlib.blake2b(content, digest_size=6).hexdigest(), content)

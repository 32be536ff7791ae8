"""Parts: sorted keys, cut into files of some kilobytes that change as little as can be.

Where to cut is decided by each key alone and the size of what stands under it (content-defined
chunking), so what is added in one place moves no cut elsewhere.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

# JSON of figures; a third of it when compressed.
AVERAGE_BYTES = 32_000


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


def cut_parts(members: Iterable[tuple[str, bytes]]) -> Iterator[Part]:
    """Cut sorted members (key, `"key":value` as JSON) into parts; empty when there are none."""
    first = ""
    run: list[bytes] = []
    heavy = False
    for key, member in members:
        if run and (heavy or _cuts_before(key, len(member))):
            yield _part(first, run)
            run = []
        if not run:
            first = key
        run.append(member)
        # Nobody should load a very common word along with a rare neighbour.
        heavy = len(member) >= AVERAGE_BYTES
    if run:
        yield _part(first, run)


def _cuts_before(key: str, size_bytes: int) -> bool:
    chance = int.from_bytes(hashlib.blake2b(key.encode(), digest_size=4).digest()) / 2**32
    return chance < size_bytes / AVERAGE_BYTES


def _part(first: str, run: list[bytes]) -> Part:
    content = b"{" + b",\n".join(run) + b"}"
    return Part(first, hashlib.blake2b(content, digest_size=6).hexdigest(), content)

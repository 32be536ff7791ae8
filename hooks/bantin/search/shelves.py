"""Shelves: the version of every pack, 256 packs a shelf.

The version is part of a pack's name. So a browser with yesterday's directory never reads a pack of
today, which may have another entry at the same place. Knows nothing of a pack's content.

    ["9f0c21ab","","33d0…",…]      the versions of one folder's packs; "" where there is no pack
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bantin.search.files import name_of
from bantin.search.packs import PACKS_PER_FOLDER

NO_PACK = ""


@dataclass(frozen=True, slots=True)
class PackShelf:
    """A row of the directory: the number of the folder and the name of the file."""

    number: int
    name: str


@dataclass(frozen=True, slots=True)
class ShelvesDelta:
    """The shelves after some changes.

    Attributes:
        shelves: all shelves, numbers rising.
        made: name → content of each new file.
        dropped: names of the files to remove, unless they are in `made`.
    """

    shelves: tuple[PackShelf, ...]
    made: dict[str, bytes]
    dropped: frozenset[str]


def number_of(pack: int) -> int:
    """Return the number of a pack's shelf."""
    return pack // PACKS_PER_FOLDER


def make_shelves(versions: Mapping[int, str]) -> tuple[tuple[PackShelf, ...], dict[str, bytes]]:
    """Return the shelves, and their files as name → content.

    Args:
        versions: pack → version, of every pack; may be empty.
    """
    by_number: defaultdict[int, dict[int, str]] = defaultdict(dict)
    for pack, version in versions.items():
        by_number[number_of(pack)][pack] = version
    shelves = []
    files = {}
    for number in sorted(by_number):
        content = dump_shelf(number, by_number[number])
        shelf = PackShelf(number, name_of(content))
        shelves.append(shelf)
        files[shelf.name] = content
    return tuple(shelves), files


def edit_shelves(
    shelves: Sequence[PackShelf], before: Mapping[int, str], changes: Mapping[int, str]
) -> ShelvesDelta:
    """Return the shelves after some packs have changed.

    Args:
        shelves: the present ones.
        before: pack → version, of every pack on a shelf that changes.
        changes: pack → version, NO_PACK for a removed pack; may be empty.
    """
    known = {shelf.number: shelf for shelf in shelves}
    numbers = set(map(number_of, changes))
    dropped = {known.pop(number).name for number in numbers & known.keys()}
    versions = {
        pack: version
        for pack, version in {**before, **changes}.items()
        if version != NO_PACK and number_of(pack) in numbers
    }
    new, made = make_shelves(versions)
    known |= {shelf.number: shelf for shelf in new}
    return ShelvesDelta(tuple(known[number] for number in sorted(known)), made, frozenset(dropped))


def dump_shelf(number: int, versions: Mapping[int, str]) -> bytes:
    """Return a shelf's file: the versions of the packs in order, "" where there is none."""
    first = number * PACKS_PER_FOLDER
    packs = range(first, max(versions) + 1)
    return json.dumps([versions.get(pack, NO_PACK) for pack in packs]).encode()


def read_shelf(number: int, content: bytes) -> dict[int, str]:
    """Return pack → version of a shelf's packs.

    Raises:
        ValueError: the content is no shelf.
    """
    versions: Iterable[str] = json.loads(content)
    first = number * PACKS_PER_FOLDER
    return {pack: version for pack, version in enumerate(versions, first) if version != NO_PACK}

"""Shelves: the version of every pack, 256 packs a shelf.

Packs are named for their versions too: whoever has yesterday's directory never reads a pack of
today, where another entry may stand at the same place. Knows nothing of what is in a pack.

    ["9f0c21ab","","33d0…",…]      the versions of one folder's packs; "" where there is no pack
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from bantin.outputs.search.files import name_of
from bantin.outputs.search.packs import PACKS_PER_FOLDER

NO_PACK = ""


@dataclass(frozen=True, slots=True)
class Shelf:
    """A row of the directory: number of the folder, and name of the file."""

    number: int
    name: str


@dataclass(frozen=True, slots=True)
class ShelvesDelta:
    """The shelves after some changes.

    Attributes:
        shelves: all of them, numbers rising.
        made: name → content of the files that are new.
        dropped: names of the files that are no more; none of them is in `made`.
    """

    shelves: tuple[Shelf, ...]
    made: dict[str, bytes]
    dropped: frozenset[str]


def number_of(pack: int) -> int:
    """Return the number of the shelf that a pack stands on."""
    return pack // PACKS_PER_FOLDER


def make_shelves(versions: Mapping[int, str]) -> tuple[tuple[Shelf, ...], dict[str, bytes]]:
    """Return the shelves, and name → content of their files.

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
        shelf = Shelf(number, name_of(content))
        shelves.append(shelf)
        files[shelf.name] = content
    return tuple(shelves), files


def edit_shelves(
    load: Callable[[str], bytes], shelves: Sequence[Shelf], changes: Mapping[int, str]
) -> ShelvesDelta:
    """Return the shelves after some packs have changed.

    Args:
        load: returns a file by name.
        shelves: those there are.
        changes: pack → version, NO_PACK for one that is no more; may be empty.

    Raises:
        ValueError: a file is no shelf.
    """
    known = {shelf.number: shelf for shelf in shelves}
    made: dict[str, bytes] = {}
    dropped: set[str] = set()
    for number in set(map(number_of, changes)):
        shelf = known.pop(number, None)
        before = read_shelf(number, load(shelf.name)) if shelf else {}
        mine = {pack: new for pack, new in changes.items() if number_of(pack) == number}
        after = {pack: version for pack, version in (before | mine).items() if version}
        if shelf:
            dropped.add(shelf.name)
        if after:
            content = dump_shelf(number, after)
            known[number] = Shelf(number, name_of(content))
            made[known[number].name] = content
    unchanged = dropped & made.keys()
    return ShelvesDelta(
        tuple(known[number] for number in sorted(known)),
        {name: content for name, content in made.items() if name not in unchanged},
        frozenset(dropped - unchanged),
    )


def dump_shelf(number: int, versions: Mapping[int, str]) -> bytes:
    """Return a shelf's file: the versions of the packs in order, "" where there is none."""
    first = number * PACKS_PER_FOLDER
    packs = range(first, max(versions) + 1)
    return json.dumps([versions.get(pack, NO_PACK) for pack in packs]).encode()


def read_shelf(number: int, content: bytes) -> dict[int, str]:
    """Return pack → version of a shelf's packs.

    Raises:
        ValueError: it is no shelf.
    """
    versions: Iterable[str] = json.loads(content)
    first = number * PACKS_PER_FOLDER
    return {pack: version for pack, version in enumerate(versions, first) if version != NO_PACK}

"""Reads the published index file by file, and checks each content against the file's name."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence

from bantin.search.directory import DIRECTORY_PATH, Directory, IndexSection
from bantin.search.files import (
    decompress,
    key_in,
    name_of,
    part_path,
    split_members,
)
from bantin.search.limits import Limits
from bantin.search.packs import pack_path, version_of
from bantin.search.parts import Row, rows_within
from bantin.search.shelves import PackShelf, number_of, read_shelf


class IndexDamagedError(ValueError):
    """The published index cannot be continued: build it anew.

    A file is missing, or its content does not fit its name. Or an entry to remove is not in it. Or
    another version made it, or other limits.
    """


class PublishedIndex:
    """Reads the files of an index.

    Every method raises IndexDamagedError for a missing or changed file.
    """

    def __init__(self, read: Callable[[str], bytes | None]) -> None:
        self._read = read

    def directory(self, limits: Limits) -> Directory:
        content = self._read(DIRECTORY_PATH)
        if content is None:
            raise IndexDamagedError(f"{DIRECTORY_PATH} is missing")
        try:
            return Directory.parse(content, limits)
        except (ValueError, KeyError, TypeError) as error:
            raise IndexDamagedError(f"{DIRECTORY_PATH} is not ours: {error}") from error

    def content(self, name: str) -> bytes:
        """Return a file whose name comes from its content."""
        content = self._decompressed(part_path(name))
        if name_of(content) != name:
            raise IndexDamagedError(f"{part_path(name)} is not what was written")
        return content

    def members(self, name: str) -> list[bytes]:
        """Return the members of a part, branch or block."""
        return split_members(self.content(name))

    def rows(self, section: IndexSection) -> tuple[list[Row], set[str]]:
        """Return the rows of all parts of a section, keys rising; and the names of its branches."""
        rows = [*section.rows]
        branches: set[str] = set()
        for _ in range(section.depth):
            names = [name for _, name in rows]
            branches.update(names)
            rows = [row for name in names for row in rows_within(self.members(name))]
        return rows, branches

    def versions(self, shelves: Iterable[PackShelf], packs: Iterable[int]) -> dict[int, str]:
        """Return pack → version, for every pack on the shelves of these packs."""
        names = {shelf.number: shelf.name for shelf in shelves}
        numbers = {number_of(pack) for pack in packs} & names.keys()
        found: dict[int, str] = {}
        for number in numbers:
            try:
                found |= read_shelf(number, self.content(names[number]))
            except (ValueError, TypeError) as error:
                raise IndexDamagedError(f"shelf {number}: {error}") from error
        return found

    def pack(self, pack: int, version: str) -> dict[int, bytes]:
        """Return place → member of a pack."""
        path = pack_path(pack, version)
        content = self._decompressed(path)
        if version_of(content) != version:
            raise IndexDamagedError(f"{path} is not what was written")
        try:
            places = [int(place) for place in json.loads(content)]
            return dict(zip(places, split_members(content), strict=True))
        except (ValueError, TypeError) as error:
            raise IndexDamagedError(f"{path} is no pack: {error}") from error

    def _decompressed(self, path: str) -> bytes:
        stored = self._read(path)
        if stored is None:
            raise IndexDamagedError(f"{path} is missing")
        try:
            return decompress(stored)
        except ValueError as error:
            raise IndexDamagedError(f"{path}: {error}") from error


class PartKeys:
    """Looks up keys of a section, and reads only the parts that may hold them."""

    def __init__(self, rows: Sequence[Row], members: Callable[[str], list[bytes]]) -> None:
        self._firsts = [first for first, _ in rows]
        self._names = [name for _, name in rows]
        self._members = members
        self._keys: dict[str, set[str]] = {}

    def __contains__(self, key: str) -> bool:
        at = bisect_right(self._firsts, key) - 1
        if at < 0:
            return False
        name = self._names[at]
        if name not in self._keys:
            self._keys[name] = set(map(key_in, self._members(name)))
        return key in self._keys[name]

"""Where given files lie: a folder of the disk or a zip file, both as names relative to their root.

Gives out files below the root only, whatever a name says. Knows no format.
"""

from __future__ import annotations

import lzma
import os
import posixpath
import stat
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Protocol

from bantin.importing.archives import fault_of_member

LARGEST_FILE_BYTES = 200_000_000


class Shelf(Protocol):
    """A root with files below it. Names are POSIX, relative, normal, as the root has them."""

    def has(self, name: str) -> bool:
        """True for a regular file that may be read."""

    def open(self, name: str) -> IO[bytes]:
        """Open a file that `has` knows.

        Raises:
            OSError: it is gone, or cannot be read.
        """


class DiskShelf:
    """A folder of the disk. Links that lead out of it are not followed."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._real = os.path.realpath(root)

    def has(self, name: str) -> bool:
        """True for a regular file that may be read."""
        path = os.path.realpath(self._root / name)
        try:
            is_file = stat.S_ISREG(os.stat(path).st_mode)  # noqa: PTH116 - no Path
        except (OSError, ValueError):
            return False
        return is_file and path.startswith(os.path.join(self._real, ""))  # noqa: PTH118 - no Path

    def path_of(self, name: str) -> Path:
        """Return where a file lies."""
        return self._root / name

    def open(self, name: str) -> IO[bytes]:
        """Open a file that `has` knows."""
        return (self._root / name).open("rb")


class ZipShelf:
    """A zip file. It is closed when nobody holds it any more.

    Attributes:
        archive: open.
        members: by the name that an editor would give them.
    """

    def __init__(self, archive: zipfile.ZipFile, members: dict[str, zipfile.ZipInfo]) -> None:
        self.archive = archive
        self.members = members

    def has(self, name: str) -> bool:
        """True for a member that may be unpacked."""
        return name in self.members and not fault_of_member(self.members[name])

    def open(self, name: str) -> IO[bytes]:
        """Open a member that `has` knows."""
        with telling_damage():
            return self.archive.open(self.members[name])


@contextmanager
def telling_damage() -> Iterator[None]:
    """Make errors of a damaged archive OSErrors, as a damaged disk gives."""
    try:
        yield
    except (
        zipfile.BadZipFile,
        RuntimeError,
        EOFError,
        ValueError,
        zlib.error,
        lzma.LZMAError,
    ) as error:
        raise OSError(0, "phần này của tệp nén bị hỏng") from error


def normal_name(name: str) -> str:
    """Return a name without "." and ".." parts; "" for one that leads above its root."""
    normal = posixpath.normpath(name)
    return "" if normal in (".", "..") or normal.startswith(("../", "/")) else normal

"""The store: which files the last build made, from what. SQLite, beside the site.

A row is taken away before its file is touched and put back after: a build killed in between
leaves files without rows, and those are made again.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from bantin.errors import StoreError

VERSION = 1
_SCHEMA = """
create table files (
    path text primary key,
    output text not null,
    fingerprint text not null,
    size_bytes integer not null
) without rowid;
"""


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file that a build made.

    Attributes:
        path: POSIX, below the site's root.
        output: name of the output it belongs to.
        fingerprint: what it was made from.
        size_bytes: its size, to notice when somebody else changed it.
    """

    path: str
    output: str
    fingerprint: str
    size_bytes: int


class Store:
    """Rows of `StoredFile` by output. Open it with `Store.open`, and close it."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._by_output: dict[str, list[StoredFile]] = {}
        for row in connection.execute("select path, output, fingerprint, size_bytes from files"):
            stored = StoredFile(*row)
            self._by_output.setdefault(stored.output, []).append(stored)

    @classmethod
    def open(cls, path: Path) -> Store:
        """Open the store, making it where there is none.

        Raises:
            StoreError: it is damaged or of another version; `discard_store` and open again.
        """
        is_new = not path.exists()
        try:
            connection = sqlite3.connect(path)
        except sqlite3.DatabaseError as error:
            raise StoreError(f"không mở được ({error})") from error
        try:
            if is_new:
                connection.executescript(f"{_SCHEMA} pragma user_version = {VERSION};")
            found = connection.execute("pragma user_version").fetchone()[0]
            if found != VERSION:
                raise StoreError(f"thuộc phiên bản {found}, cần phiên bản {VERSION}")
            return cls(connection)
        except sqlite3.DatabaseError as error:
            connection.close()
            raise StoreError(f"bị hỏng ({error})") from error
        except StoreError:
            connection.close()
            raise

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    @property
    def by_output(self) -> Mapping[str, list[StoredFile]]:
        """Name of an output → its files, as they were when the store was opened."""
        return self._by_output

    @property
    def paths(self) -> list[str]:
        """The path of every row, as they were when the store was opened."""
        return [file.path for files in self._by_output.values() for file in files]

    def forget(self, paths: Iterable[str]) -> None:
        """Take rows away and commit; unknown paths are passed over."""
        with self._connection:
            self._connection.executemany("delete from files where path = ?", ((p,) for p in paths))

    def remember(self, files: Iterable[StoredFile]) -> None:
        """Put rows in and commit."""
        with self._connection:
            self._connection.executemany(
                "insert or replace into files values (?, ?, ?, ?)",
                ((f.path, f.output, f.fingerprint, f.size_bytes) for f in files),
            )


def discard_store(path: Path) -> None:
    """Throw the store away with its journals."""
    for suffix in ("", "-journal", "-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)

"""The store: which files the last build made, from what. SQLite, beside the site.

A row is taken away before its file is touched and put back after: a build killed in between
leaves files without rows, and those are made again.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bantin.errors import PublishError, StoreError

VERSION = 1
_SCHEMA = """
create table files (
    path text primary key,
    output text not null,
    fingerprint text not null,
    size_bytes integer not null
) without rowid;
"""


# The disk's fault, not the store's: a new store would fare no better.
_DISK_FAULTS = {
    sqlite3.SQLITE_FULL: "đĩa đã đầy",
    sqlite3.SQLITE_READONLY: "chỉ cho đọc",
    sqlite3.SQLITE_CANTOPEN: "không mở được",
    sqlite3.SQLITE_PERM: "không có quyền",
    sqlite3.SQLITE_BUSY: "chương trình khác đang giữ",
    sqlite3.SQLITE_IOERR: "đĩa bị lỗi",
}


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

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self._path = path
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
            PublishError: the disk does not let it be read or written.
        """
        is_new = not path.exists()
        with _telling(path):
            connection = sqlite3.connect(path)
            try:
                if is_new:
                    connection.executescript(f"{_SCHEMA} pragma user_version = {VERSION};")
                found = connection.execute("pragma user_version").fetchone()[0]
                if found != VERSION:
                    raise StoreError(f"thuộc phiên bản {found}, cần phiên bản {VERSION}")
                return cls(path, connection)
            except BaseException:
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
        """Take rows away and commit; unknown paths are passed over.

        Raises:
            StoreError: it is damaged; no row is to be relied on.
            PublishError: the disk refused; all rows are as they were.
        """
        with _telling(self._path), self._connection:
            self._connection.executemany("delete from files where path = ?", ((p,) for p in paths))

    def remember(self, files: Iterable[StoredFile]) -> None:
        """Put rows in and commit; raises as `forget` does."""
        with _telling(self._path), self._connection:
            self._connection.executemany(
                "insert or replace into files values (?, ?, ?, ?)",
                ((f.path, f.output, f.fingerprint, f.size_bytes) for f in files),
            )


@contextmanager
def _telling(path: Path) -> Iterator[None]:
    """Tell a disk that refuses from a store that is damaged."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        code = getattr(error, "sqlite_errorcode", None)
        if code is None:
            raise  # Not SQLite speaks but its Python module: a mistake in a program.
        # The low byte is the kind of fault, the rest its circumstances.
        fault = _DISK_FAULTS.get(code & 0xFF)
        if fault is None:
            raise StoreError(f"bị hỏng ({error})") from error
        raise PublishError(
            f"không ghi được sổ của lần dựng {path} ({fault}); "
            "xem lại quyền ghi và chỗ trống trên đĩa rồi dựng lại"
        ) from error


def discard_store(path: Path) -> None:
    """Throw the store away with its journals."""
    for suffix in ("", "-journal", "-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)

"""SQLite files that we can make again: tells damage from a disk that refuses and from our mistakes.

Knows SQLite, and no table of ours.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import cache
from pathlib import Path

from bantin.errors import PublishError, StoreError
from bantin.unforeseen import LOOK_AT_DISK

_DAMAGE = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
_FREE_THE_DISK = f"{LOOK_AT_DISK} rồi dựng lại"
_CLOSE_THE_OTHER = "đóng chương trình ấy rồi dựng lại"
# Faults of the disk, not of the file, with their remedies. A new file would have them too.
_DISK_FAULTS = {
    sqlite3.SQLITE_FULL: ("đĩa đã đầy", _FREE_THE_DISK),
    sqlite3.SQLITE_READONLY: ("chỉ cho đọc", _FREE_THE_DISK),
    sqlite3.SQLITE_CANTOPEN: ("không mở được", _FREE_THE_DISK),
    sqlite3.SQLITE_PERM: ("không có quyền", _FREE_THE_DISK),
    sqlite3.SQLITE_IOERR: ("đĩa bị lỗi", _FREE_THE_DISK),
    sqlite3.SQLITE_BUSY: ("chương trình khác đang giữ", _CLOSE_THE_OTHER),
    sqlite3.SQLITE_LOCKED: ("chương trình khác đang giữ", _CLOSE_THE_OTHER),
}
# What SQLite keeps beside a file. The file goes first: without it, its journals mean nothing.
_SUFFIXES = ("", "-journal", "-wal", "-shm")


@contextmanager
def telling_of_damage(path: Path) -> Iterator[None]:
    """Tell a disk that refuses from a damaged file.

    Other errors of SQLite pass as they are. A missing column, a wrong word or a key used twice may
    be our own mistake, or follow from damage: `check_file` can tell.

    Raises:
        StoreError: it is damaged. Nothing in it is reliable.
        PublishError: the disk refused.
    """
    try:
        yield
    except sqlite3.DatabaseError as error:
        # The low byte is the kind of fault. The other bytes describe the circumstances. An error
        # without a code is of Python's module: a mistake in a program.
        kind = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if kind in _DAMAGE:
            raise StoreError(f"bị hỏng ({error})") from error
        if kind not in _DISK_FAULTS:
            raise
        fault, remedy = _DISK_FAULTS[kind]
        raise PublishError(f"không ghi được sổ của lần dựng {path} ({fault}); {remedy}") from error


def check_place(path: Path) -> None:
    """Refuse what stands in a file's place and no program of ours put there.

    Raises:
        StoreError: a folder has the place of the file or of a journal, or the file is read-only in
            a folder that is not. `discard_file` makes room.
    """
    for suffix in _SUFFIXES:
        if path.with_name(path.name + suffix).is_dir():
            raise StoreError(f"bị hỏng (có thư mục ở chỗ của tệp {path.name}{suffix})")
    if path.exists() and not _is_writable(path) and _is_writable(path.parent):
        raise StoreError("chỉ cho đọc")


def _is_writable(path: Path) -> bool:
    return os.access(path, os.W_OK)


def check_tables(connection: sqlite3.Connection, schema: str) -> None:
    """Compare the tables of a file with their definitions; takes 2 ms.

    Raises:
        StoreError: a table or an index is missing, or is another.
    """
    wanted = _tables_of(schema)
    found = _tables_in(connection)
    if found != wanted:
        names = sorted({name for name, _ in found ^ wanted})
        raise StoreError(f"bị hỏng (bảng {names[0]} không đúng)")


def check_file(connection: sqlite3.Connection, schema: str) -> None:
    """Check every page of a file, its indexes and its tables.

    Takes some seconds for 50,000 records.

    Raises:
        StoreError: it is damaged.
    """
    (found,) = connection.execute("pragma integrity_check(1)").fetchone()
    if found != "ok":
        raise StoreError(f"bị hỏng ({' '.join(str(found).split())})")
    check_tables(connection, schema)


@cache
def _tables_of(schema: str) -> frozenset[tuple[str, str]]:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.executescript(schema)
        return _tables_in(connection)


def _tables_in(connection: sqlite3.Connection) -> frozenset[tuple[str, str]]:
    """Return (name, definition) of all tables and indexes that somebody defined."""
    rows = connection.execute("select name, sql from sqlite_master where sql is not null")
    return frozenset(rows.fetchall())


def discard_file(path: Path) -> None:
    """Throw a file away with its journals, or whatever stands in their places."""
    for suffix in _SUFFIXES:
        one = path.with_name(path.name + suffix)
        if one.is_dir() and not one.is_symlink():
            shutil.rmtree(one)
        else:
            one.unlink(missing_ok=True)

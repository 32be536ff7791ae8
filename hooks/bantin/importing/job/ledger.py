"""Remembers every item of every import: what it became, and what was read of it.

One SQLite file in the folder of originals. A process that is killed loses nothing that it has told.
"""

from __future__ import annotations

import contextlib
import dataclasses
import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Self

from pydantic import TypeAdapter, ValidationError

from bantin.errors import ImportRefusedError
from bantin.importing.imported_item import ImportedItem, Outcome
from bantin.importing.job.originals import Original

LEDGER = "so-nhap.sqlite"
_VERSION = 1
_ITEM = TypeAdapter(ImportedItem)
_TABLES = """
CREATE TABLE IF NOT EXISTS items (
    number INTEGER PRIMARY KEY,
    file TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    part TEXT NOT NULL,
    outcome TEXT NOT NULL,
    target TEXT NOT NULL,
    value BLOB NOT NULL,
    UNIQUE (file, sha256, part)
);
CREATE INDEX IF NOT EXISTS items_by_original ON items (sha256, part);
CREATE INDEX IF NOT EXISTS items_by_target ON items (target);
CREATE TABLE IF NOT EXISTS files (
    file TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    PRIMARY KEY (sha256, file)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS originals (
    number INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL UNIQUE,
    size_bytes INTEGER NOT NULL,
    format TEXT NOT NULL,
    imported TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS needs (
    name TEXT PRIMARY KEY,
    value BLOB NOT NULL
) WITHOUT ROWID;
"""
_IN = (Outcome.WRITTEN.value, Outcome.ACCEPTED.value)


class Ledger:
    """The open ledger of a folder of originals."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    @classmethod
    def open(cls, folder: Path) -> Self:
        """Open the ledger of a folder, and make what is missing.

        Raises:
            ImportRefusedError: it is damaged, or of a later version of this program.
        """
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / LEDGER
        connection = sqlite3.connect(path, timeout=30, isolation_level=None)
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = NORMAL")
            [version] = connection.execute("PRAGMA user_version").fetchone()
            if version not in (0, _VERSION):
                raise ImportRefusedError(
                    f"{path} do bản mới hơn của chương trình ghi; hãy cập nhật chương trình"
                )
            connection.executescript(_TABLES)
            connection.execute(f"PRAGMA user_version = {_VERSION}")
        except sqlite3.DatabaseError as error:
            connection.close()
            if isinstance(error, sqlite3.OperationalError):
                raise
            raise ImportRefusedError(_damaged(path)) from error
        except BaseException:
            connection.close()
            raise
        return cls(connection)

    def close(self) -> None:
        """Close it."""
        self._connection.close()

    def keep(self, item: ImportedItem) -> None:
        """Remember an item; what was known of the same item of the same file is replaced."""
        self._connection.execute(
            "INSERT INTO items (file, sha256, part, outcome, target, value)"
            " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (file, sha256, part) DO UPDATE SET"
            " outcome = excluded.outcome, target = excluded.target, value = excluded.value",
            (
                item.file,
                item.sha256,
                item.part,
                item.outcome.value,
                item.target,
                zlib.compress(_ITEM.dump_json(item), 1),
            ),
        )

    def items(self) -> Iterator[ImportedItem]:
        """Yield every item, in the order in which they came."""
        for outcome, value in self._connection.execute(
            "SELECT outcome, value FROM items ORDER BY number"
        ):
            yield _unpacked(outcome, value)

    def outcome_of(self, file: str, sha256: str, part: str) -> Outcome | None:
        """Return how an item of a file ended; None for one that never came."""
        found = self._connection.execute(
            "SELECT outcome FROM items WHERE file = ? AND sha256 = ? AND part = ?",
            (file, sha256, part),
        ).fetchone()
        return Outcome(found[0]) if found else None

    def place_of(self, sha256: str, part: str) -> tuple[str, str] | None:
        """Return (file, target) of the record that was made from an original's item."""
        found = self._connection.execute(
            "SELECT file, target FROM items WHERE sha256 = ? AND part = ? AND outcome IN (?, ?)"
            " ORDER BY number",
            (sha256, part, *_IN),
        ).fetchone()
        return (found[0], found[1]) if found else None

    def finish_file(self, file: str, sha256: str) -> None:
        """Remember that every item of a file came in."""
        self._connection.execute("INSERT OR IGNORE INTO files VALUES (?, ?)", (file, sha256))

    def finished_as(self, sha256: str) -> tuple[str, ...]:
        """Return the names under which all of a file came in, in order."""
        found = self._connection.execute(
            "SELECT file FROM files WHERE sha256 = ? ORDER BY file", (sha256,)
        )
        return tuple(file for (file,) in found)

    def keep_original(self, sha256: str, size_bytes: int, file_format: str, day: str) -> None:
        """Remember an original; the first day counts."""
        self._connection.execute(
            "INSERT OR IGNORE INTO originals (sha256, size_bytes, format, imported)"
            " VALUES (?, ?, ?, ?)",
            (sha256, size_bytes, file_format, day),
        )

    def originals(self) -> Iterator[Original]:
        """Yield the originals in the order in which they came."""
        for sha256, size_bytes, file_format, day in self._connection.execute(
            "SELECT sha256, size_bytes, format, imported FROM originals ORDER BY number"
        ):
            names = self._connection.execute(
                "SELECT file FROM items WHERE sha256 = ? GROUP BY file ORDER BY min(number)",
                (sha256,),
            )
            yield Original(sha256, size_bytes, file_format, day, tuple(file for (file,) in names))

    def keep_need(self, name: str, value: bytes) -> None:
        """Remember a body or section that records need; an older value is replaced."""
        self._connection.execute("INSERT OR REPLACE INTO needs VALUES (?, ?)", (name, value))

    def needs(self) -> dict[str, bytes]:
        """Return what records need, by name."""
        return dict(self._connection.execute("SELECT name, value FROM needs ORDER BY name"))

    def accept(self, targets: Iterable[str]) -> int:
        """Mark the records of these src_uri as accepted. Return how many were waiting."""
        changed = 0
        for target in targets:
            changed += self._connection.execute(
                "UPDATE items SET outcome = ? WHERE target = ? AND outcome = ?",
                (Outcome.ACCEPTED.value, target, Outcome.WRITTEN.value),
            ).rowcount
        return changed


@contextlib.contextmanager
def telling_damaged_ledger(folder: Path) -> Iterator[None]:
    """Make the error of a ledger that is damaged inside a refusal that says what to do.

    Raises:
        ImportRefusedError: the ledger is damaged.
    """
    try:
        yield
    except (sqlite3.DatabaseError, zlib.error, ValidationError) as error:
        if isinstance(error, sqlite3.OperationalError):
            raise
        raise ImportRefusedError(_damaged(folder / LEDGER)) from error


def _damaged(path: Path) -> str:
    return (
        f"{path} bị hỏng; đổi tên nó rồi chạy lại (bản ghi trong docs/ và bản gốc còn nguyên, chỉ "
        "mất danh sách xem lại)"
    )


def load_items(folder: Path) -> Iterator[ImportedItem]:
    """Yield every item of the imports that a folder of originals knows; none without a ledger."""
    if not (folder / LEDGER).is_file():
        return
    with contextlib.closing(Ledger.open(folder)) as ledger:
        yield from ledger.items()


def mark_accepted(folder: Path, targets: Iterable[str]) -> int:
    """Mark records as accepted: they leave the review list.

    Args:
        folder: of the originals.
        targets: src_uri of records.

    Returns:
        How many were waiting.
    """
    with contextlib.closing(Ledger.open(folder)) as ledger:
        return ledger.accept(targets)


def _unpacked(outcome: str, value: bytes) -> ImportedItem:
    item = _ITEM.validate_json(zlib.decompress(value))
    return dataclasses.replace(item, outcome=Outcome(outcome))

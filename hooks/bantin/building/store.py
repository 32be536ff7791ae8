"""The store: the records and files of the last build, and their sources. SQLite, beside the site.

Records are taken in before anything is rendered, with the list of affected subjects ("pending"). So
a build that ends early leaves the next one everything it needs. A file's row is removed before the
file changes, and added again after it. So a build killed in between leaves files without rows, and
the next build makes them again.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from bantin.building.sqlite_files import (
    check_file,
    check_place,
    check_tables,
    telling_of_damage,
)
from bantin.catalog.history import GIT_TABLES
from bantin.catalog.row_check import UNREADABLE, check_rows
from bantin.catalog.tables import SCHEMA as CATALOG_SCHEMA
from bantin.catalog.tables import TABLES as CATALOG_TABLES
from bantin.errors import PublishError, StoreError

VERSION = 9
# Stands for every subject.
EVERYTHING = "*"
_SCHEMA = """
create table files (
    path text primary key,
    subject text not null,
    fingerprint text not null,
    size_bytes integer not null,
    digest text not null
) without rowid;
create index files_by_subject on files (subject);
create table pending (subject text primary key) without rowid;
create table notes (name text primary key, value text not null) without rowid;
"""
_READING_SCHEMA = """
create table stamps (src_uri text primary key, stamp text not null) without rowid;
create table others (src_uri text primary key, url text not null) without rowid;
create table places (url text primary key, wanted integer not null, place integer not null)
without rowid;
create index places_by_wanted on places (wanted, url);
create table unindexed (url text primary key, place integer, entry text) without rowid;
"""
_READING_TABLES = (*CATALOG_TABLES, *GIT_TABLES, "stamps", "others", "places", "unindexed")
# A page has room for a record of some kilobytes.
_PAGE_BYTES = 8192
# Pages are mapped, not copied: look-ups go to all parts of a large archive.
_QUICK = "pragma cache_size = -32768; pragma mmap_size = 1073741824;"
_ALL = f"{_SCHEMA} {_READING_SCHEMA} {CATALOG_SCHEMA}"


# Errors that damage can raise where nobody expects it, and our own mistakes too.
UNREADABLE_STORE = (sqlite3.DatabaseError, AssertionError, *UNREADABLE)


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file that a build made.

    Attributes:
        path: POSIX, below the site's root.
        subject: the subject it was planned by.
        fingerprint: stands for all that it was made from.
        size_bytes: its size, for noticing changes by others.
        digest: of its content, from `digest_content`, for the same.
    """

    path: str
    subject: str
    fingerprint: str
    size_bytes: int
    digest: str


class Store:
    """Tables of the records read and the files made. Open it with `Store.open`, and close it.

    Attributes:
        connection: for the catalog's tables. Change them only within `changing`.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self._path = path
        self.connection = connection

    @classmethod
    def open(cls, path: Path) -> Store:
        """Open the store, or make a new one if there is none.

        Raises:
            StoreError: it is damaged or of another version. Call `discard_file` and open again.
            PublishError: the disk does not allow reading or writing.
        """
        check_place(path)
        is_new = not path.exists()
        with telling_of_damage(path):
            # Only `changing` begins and ends transactions.
            connection = sqlite3.connect(path, isolation_level=None)
            try:
                # A power cut then costs one full build. The site's files are not synced either.
                connection.execute("pragma synchronous = off")
                connection.executescript(_QUICK)
                if is_new:
                    connection.executescript(
                        f"pragma page_size = {_PAGE_BYTES};"
                        f"{_ALL}"
                        f"insert into pending values ('{EVERYTHING}');"
                        f"pragma user_version = {VERSION};"
                    )
                _check_version(connection)
                # Damage further inside shows when it is read.
                for table in ("pending", "notes", "files"):
                    connection.execute(f"select count(*) from {table}").fetchone()
                return cls(path, connection)
            except BaseException:
                connection.close()
                raise

    @classmethod
    def open_for_reading(cls, path: Path) -> Store:
        """Open an existing store, in another process than the one that writes it.

        Raises:
            StoreError: it is damaged or of another version.
            PublishError: the disk does not allow reading.
        """
        uri = f"{path.resolve().as_uri()}?mode=ro"
        with telling_of_damage(path):
            connection = sqlite3.connect(uri, uri=True, isolation_level=None)
            try:
                connection.executescript(_QUICK)
                _check_version(connection)
                return cls(path, connection)
            except BaseException:
                connection.close()
                raise

    def close(self) -> None:
        """Close the file."""
        self.connection.close()

    @property
    def path(self) -> Path:
        """Path of the store."""
        return self._path

    @contextmanager
    def changing(self) -> Iterator[None]:
        """Make all changes of the block, or none of them.

        Raises:
            StoreError: it is damaged. Nothing in it is reliable.
            PublishError: the disk refused. Nothing has changed.
        """
        with telling_of_damage(self._path):
            self.connection.execute("begin immediate")
            try:
                yield
                self.connection.execute("commit")
            except BaseException:
                if self.connection.in_transaction:
                    self.connection.execute("rollback")
                raise

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Tell a damaged store from a disk that refuses, as `changing` does."""
        with telling_of_damage(self._path):
            yield

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Read many times under one lock. Without it SQLite locks the file for every answer.

        Raises:
            StoreError: it is damaged. Nothing in it is reliable.
            PublishError: the disk refused.
        """
        with telling_of_damage(self._path):
            self.connection.execute("begin")
            try:
                yield
            finally:
                self.connection.execute("rollback")

    def check(self) -> None:
        """Check the whole file. Takes about a second for 50,000 records.

        Without a check, SQLite silently finds nothing in a table with a damaged index.

        Raises:
            StoreError: it is damaged.
        """
        with self.reading():
            (found,) = self.connection.execute("pragma quick_check(1)").fetchone()
        if found != "ok":
            raise StoreError(f"bị hỏng ({found})")

    def verify(self) -> None:
        """Check the whole file, and read every row. Takes some seconds for 50,000 records.

        Raises:
            StoreError: it is damaged.
            PublishError: the disk refused.
        """
        with self.reading():
            check_file(self.connection, _ALL)
            check_rows(self.connection)
            lost = self.connection.execute(
                "select src_uri from stamps where src_uri not in (select src_uri from records)"
            ).fetchone()
            if lost:
                raise StoreError(f"bị hỏng (bảng records thiếu dòng {lost[0]})")

    def damage_behind(self, error: Exception) -> StoreError | None:
        """Return the damage that an unforeseen error comes from; None for a mistake of ours.

        A damaged row or a missing table can raise almost anything.
        """
        if isinstance(error, StoreError):
            return error
        if not isinstance(error, UNREADABLE_STORE):
            return None
        try:
            self.verify()
        except StoreError as damage:
            return damage
        except (PublishError, sqlite3.ProgrammingError):
            return None
        return None

    def forget_records(self) -> None:
        """Empty the tables of records, within `changing`. All is then read and planned anew."""
        for table in _READING_TABLES:
            self.connection.execute(f"delete from {table}")
        self.add_pending([EVERYTHING])

    def note(self, name: str) -> str:
        """Return the note under a name; "" for none."""
        row = self.connection.execute("select value from notes where name = ?", (name,)).fetchone()
        return str(row[0]) if row else ""

    def set_notes(self, notes: Mapping[str, str]) -> None:
        """Store notes, within `changing`."""
        self.connection.executemany("insert or replace into notes values (?, ?)", notes.items())

    def pending(self) -> set[str]:
        """Return the subjects to plan. `EVERYTHING` stands for all."""
        return {subject for (subject,) in self.connection.execute("select subject from pending")}

    def add_pending(self, subjects: Iterable[str]) -> None:
        """Add subjects to plan, within `changing`."""
        rows = ((subject,) for subject in subjects)
        self.connection.executemany("insert or ignore into pending values (?)", rows)

    def files(self) -> Iterator[tuple[str, int, str]]:
        """Yield (path, size in bytes, subject) of every file, in no order."""
        yield from self.connection.execute("select path, size_bytes, subject from files")

    def files_after(self, path: str, limit: int) -> list[tuple[str, str, str]]:
        """Return (path, digest, subject) of the next files by path, at most `limit`."""
        return self.connection.execute(
            "select path, digest, subject from files where path > ? order by path limit ?",
            (path, limit),
        ).fetchall()

    def files_of(self, subject: str) -> list[StoredFile]:
        """Return the files of a subject's outputs."""
        rows = self.connection.execute(
            "select path, subject, fingerprint, size_bytes, digest from files where subject = ?",
            (subject,),
        )
        return [StoredFile(*row) for row in rows]

    def file_subjects(self) -> set[str]:
        """Return every subject that has a file."""
        return {row[0] for row in self.connection.execute("select distinct subject from files")}

    def owner_of(self, path: str) -> str | None:
        """Return the subject of a file; None for a file that is not in the store."""
        row = self.connection.execute(
            "select subject from files where path = ?", (path,)
        ).fetchone()
        return str(row[0]) if row else None

    def count_files(self) -> int:
        """Return the number of files."""
        return int(self.connection.execute("select count(*) from files").fetchone()[0])

    def forget(self, paths: Iterable[str]) -> None:
        """Remove rows of files, within `changing`. Unknown paths are ignored."""
        rows = ((path,) for path in paths)
        self.connection.executemany("delete from files where path = ?", rows)

    def remember(self, files: Iterable[StoredFile]) -> None:
        """Add rows of files, within `changing`."""
        self.connection.executemany(
            "insert or replace into files values (?, ?, ?, ?, ?)",
            sorted((f.path, f.subject, f.fingerprint, f.size_bytes, f.digest) for f in files),
        )

    def settle(self) -> None:
        """Note, within `changing`, that the site fits the records: nothing is pending."""
        self.connection.execute("delete from pending")
        self.connection.execute("delete from unindexed")


def _check_version(connection: sqlite3.Connection) -> None:
    found = connection.execute("pragma user_version").fetchone()[0]
    if found != VERSION:
        raise StoreError(f"thuộc phiên bản {found}, cần phiên bản {VERSION}")
    check_tables(connection, _ALL)


def damage_of(path: Path, error: Exception) -> StoreError | None:
    """Return the damage of a store that an error comes from; None for a mistake of ours."""
    try:
        with closing(Store.open_for_reading(path)) as store:
            return store.damage_behind(error)
    except StoreError as damage:
        return damage

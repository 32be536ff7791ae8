"""Keeps the last check's results for each record file in SQLite.

Beside the catalog's own tables it keeps each file's stamp and the registry it was compared with. A
check can find all of this again.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from bantin.building.fingerprint import digest_engine
from bantin.building.reading import full_row
from bantin.building.sqlite_files import (
    check_file,
    check_place,
    check_tables,
    discard_file,
    telling_of_damage,
)
from bantin.catalog.catalog import Catalog
from bantin.catalog.row_check import UNREADABLE, check_rows
from bantin.catalog.tables import SCHEMA, add_rows, filling, remove_rows
from bantin.catalog.unfinished import forget_unfinished, set_unfinished
from bantin.checking.inspection import Inspection
from bantin.errors import Problem, PublishError, StoreError
from bantin.records import folders
from bantin.records.codec import decode_values
from bantin.records.front_matter import KeyPath

# A check waits this long for another one. Then it goes on without earlier results.
_PATIENCE_S = 1.0
_SCHEMA = """
create table looks (
    src_uri text primary key,
    stamp text not null,
    compared text not null,
    is_read integer not null,
    errors text not null,
    remarks text not null,
    unclear text not null
) without rowid;
create table told (
    day text not null,
    src_uri text not null,
    keys text not null,
    primary key (day, src_uri, keys)
) without rowid;
create index told_by_record on told (src_uri);
create table hints (
    day text not null,
    body text not null,
    src_uri text not null,
    meeting text not null,
    primary key (day, body, src_uri)
) without rowid;
create index hints_by_record on hints (src_uri);
create table links (
    src_uri text not null,
    target text not null,
    place text not null,
    href text not null,
    line integer not null,
    column integer not null,
    primary key (src_uri, href, line, column)
) without rowid;
create table signatures (
    signature text not null,
    src_uri text not null,
    primary key (signature, src_uri)
) without rowid;
create index signatures_by_record on signatures (src_uri);
create table places (src_uri text primary key, ids text not null) without rowid;
create table files (
    src_uri text primary key,
    stamp text not null,
    errors text not null,
    remarks text not null
) without rowid;
"""
_ALL = f"{_SCHEMA} {SCHEMA} create table code (digest text not null);"
# No damage: every change of the code comes to this.
_OTHER_CODE = "thuộc phiên bản khác"
_BY_RECORD = ("looks", "told", "hints", "links", "places", "signatures")


class LastCheck:
    """The tables of the last check's results. Open it with `LastCheck.open`, and close it."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection

    @classmethod
    def open(cls, path: Path | None, tell: Callable[[str], None] = lambda _: None) -> LastCheck:
        """Open the last check's file; an empty one in memory when no file is given.

        A file that is damaged as a whole, or that other code wrote, is thrown away. If the disk
        refuses, the check goes on without earlier results.

        Args:
            path: the file; None for none.
            tell: takes a warning of damage, in Vietnamese.
        """
        code = digest_engine("checking")
        if path is not None:
            for _ in range(2):
                try:
                    return cls(_open_file(path, code))
                except StoreError as error:
                    if str(error) != _OTHER_CODE:
                        tell(tell_damage(error))
                    with suppress(OSError):
                        discard_file(path)
                except (PublishError, OSError):
                    break
        connection = sqlite3.connect(":memory:", isolation_level=None)
        connection.executescript(f"{_SCHEMA} {SCHEMA}")
        return cls(connection)

    def close(self) -> None:
        """Close the file."""
        self.connection.close()

    @contextmanager
    def changing(self) -> Iterator[None]:
        """Make all changes inside the block, or none of them."""
        self.connection.execute("begin immediate")
        try:
            yield
            self.connection.execute("commit")
        except BaseException:
            if self.connection.in_transaction:
                self.connection.execute("rollback")
            raise

    def known(self) -> dict[str, tuple[str, str]]:
        """Return src_uri → (stamp, digest of the registry) of every inspected file."""
        rows = self.connection.execute("select src_uri, stamp, compared from looks")
        return {uri: (stamp, compared) for uri, stamp, compared in rows}

    def digest_names(self) -> str:
        """Return the digest of all bodies' names, which texts are compared with."""
        digest = hashlib.blake2b(digest_size=16)
        rows = self.connection.execute(
            "select src_uri, content from records where src_uri like ? order by src_uri",
            (f"{folders.BODIES}/%",),
        )
        for uri, content in rows:
            values = decode_values(content)
            digest.update(repr((uri, values["name"], values.get("short_names"))).encode())
        return digest.hexdigest()

    def forget(self, uris: Collection[str]) -> None:
        """Remove all results of some files, within `changing`."""
        catalog = Catalog(self.connection)
        records = (catalog.find(uri) for uri in uris)
        remove_rows(
            self.connection,
            [
                full_row(record, catalog.text_of(record.file.src_uri))
                for record in records
                if record
            ],
        )
        forget_unfinished(self.connection, uris)
        for table in _BY_RECORD:
            self.connection.executemany(
                f"delete from {table} where src_uri = ?", ((uri,) for uri in uris)
            )

    def take(
        self,
        looks: Iterable[Inspection],
        stamps: Mapping[str, str],
        compared: str,
        *,
        are_many: bool,
    ) -> None:
        """Add the results of inspections, within `changing`.

        Args:
            looks: inspections of files without results here.
            stamps: src_uri → stamp.
            compared: digest of the registry that the records were compared with.
            are_many: more than are here already, so indexing can wait.
        """
        if are_many:
            with filling(self.connection):
                self._take(looks, stamps, compared)
        else:
            self._take(looks, stamps, compared)

    def _take(self, looks: Iterable[Inspection], stamps: Mapping[str, str], compared: str) -> None:
        waiting: list[Inspection] = []
        for look in looks:
            waiting.append(look)
            if len(waiting) >= 2_000:
                self._write(waiting, stamps, compared)
                waiting = []
        self._write(waiting, stamps, compared)

    def _write(self, looks: list[Inspection], stamps: Mapping[str, str], compared: str) -> None:
        add_rows(self.connection, (look.row for look in looks if look.row))
        set_unfinished(self.connection, (look.unfinished for look in looks if look.unfinished))
        self.connection.executemany(
            "insert into looks values (?, ?, ?, ?, ?, ?, ?)",
            (
                (
                    look.src_uri,
                    stamps[look.src_uri],
                    compared,
                    look.is_read,
                    pack(look.errors),
                    pack(look.remarks),
                    pack(look.unclear),
                )
                for look in looks
            ),
        )
        self.connection.executemany(
            "insert into told values (?, ?, ?)",
            ((day, look.src_uri, json.dumps(path)) for look in looks for day, path in look.told),
        )
        self.connection.executemany(
            "insert into hints values (?, ?, ?, ?)",
            (
                (day, body, look.src_uri, meeting)
                for look in looks
                for day, body, meeting in look.hints
            ),
        )
        self.connection.executemany(
            "insert into links values (?, ?, ?, ?, ?, ?)",
            ((look.src_uri, *link) for look in looks for link in dict.fromkeys(look.links)),
        )
        self.connection.executemany(
            "insert into signatures values (?, ?)",
            ((one, look.src_uri) for look in looks for one in look.signatures),
        )

    def unreadable(self) -> set[str]:
        """Return the src_uri of each file that holds no valid record."""
        return {
            u for (u,) in self.connection.execute("select src_uri from looks where not is_read")
        }

    def errors(self) -> Iterator[Problem]:
        """Yield the errors within single files, in no order."""
        yield from self._problems("errors")

    def remarks(self) -> Iterator[Problem]:
        """Yield the remarks on single files, alone or compared with the registry, in no order."""
        yield from self._problems("remarks")

    def unclear(self) -> Iterator[Problem]:
        """Yield the hints on orders that lack a kind or an addressee, in no order."""
        yield from self._problems("unclear")

    def _problems(self, column: str) -> Iterator[Problem]:
        for (packed,) in self.connection.execute(
            f"select {column} from looks where {column} != ''"
        ):
            yield from unpack(packed)

    def targets(self, among: Collection[str] | None) -> set[str]:
        """Return the src_uri of all that records refer to, link or offer.

        Only the records `among` count; None means all.
        """
        rows = self.connection.execute(
            "select target, src_uri from targets union "
            "select target, src_uri from unfinished_targets"
        )
        return {target for target, uri in rows if among is None or uri in among}

    def files(self) -> dict[str, tuple[str, str, str]]:
        """Return src_uri → (stamp, packed errors, packed remarks) of files beside the records."""
        rows = self.connection.execute("select src_uri, stamp, errors, remarks from files")
        return {uri: (stamp, errors, remarks) for uri, stamp, errors, remarks in rows}

    def take_files(self, files: Mapping[str, tuple[str, str, str]]) -> None:
        """Replace the results for files beside the records, within `changing`."""
        self.connection.executemany(
            "insert or replace into files values (?, ?, ?, ?)",
            ((uri, *values) for uri, values in files.items()),
        )

    def told_after(self, day: str) -> Iterator[tuple[str, KeyPath, str]]:
        """Yield (src_uri, keys, ISO date) of events reported as past, but later than a day."""
        rows = self.connection.execute("select src_uri, keys, day from told where day > ?", (day,))
        for uri, keys, later in rows.fetchall():
            yield uri, tuple(json.loads(keys)), later


def tell_damage(damage: StoreError) -> str:
    """Return the warning that earlier results were thrown away."""
    return f"Cảnh báo: kết quả của lần kiểm tra trước {damage}; kiểm tra lại tất cả."


def find_damage(path: Path, error: Exception) -> StoreError | None:
    """Return the damage of a file that an unforeseen error comes from; None for our own mistake."""
    if isinstance(error, StoreError):
        return error
    if not isinstance(error, (sqlite3.DatabaseError, AssertionError, *UNREADABLE)):
        return None
    try:
        with telling_of_damage(path), closing(sqlite3.connect(path)) as connection:
            check_file(connection, _ALL)
            check_rows(connection)
            _check_packed(connection)
    except StoreError as damage:
        return damage
    except PublishError:
        return None
    return None


def _check_packed(connection: sqlite3.Connection) -> None:
    """Read every packed row beside the catalog's.

    Raises:
        StoreError: a row cannot be read.
    """
    for table, column, read in (
        ("looks", "errors", unpack),
        ("looks", "remarks", unpack),
        ("looks", "unclear", unpack),
        ("files", "errors", unpack),
        ("files", "remarks", unpack),
        ("told", "keys", json.loads),
        ("places", "ids", json.loads),
    ):
        for src_uri, packed in connection.execute(f"select src_uri, {column} from {table}"):
            try:
                read(packed)
            except UNREADABLE as error:
                raise StoreError(f"bị hỏng (dòng {src_uri} của bảng {table})") from error


def _open_file(path: Path, code: str) -> sqlite3.Connection:
    path.parent.mkdir(parents=True, exist_ok=True)
    check_place(path)
    is_new = not path.exists()
    with telling_of_damage(path):
        connection = sqlite3.connect(path, timeout=_PATIENCE_S, isolation_level=None)
        try:
            connection.execute("pragma synchronous = off")
            connection.execute("pragma cache_size = -32768")
            if is_new:
                connection.executescript(f"{_ALL} insert into code values ('{code}');")
            if _code_of(connection) != code:
                raise StoreError(_OTHER_CODE)
            check_tables(connection, _ALL)
            connection.execute("select count(*) from looks").fetchone()
            return connection
        except BaseException:
            connection.close()
            raise


def _code_of(connection: sqlite3.Connection) -> str:
    """Return the code that wrote a file, whatever its tables are; "" where it does not say."""
    has_code = connection.execute("select 1 from sqlite_master where name = 'code'").fetchone()
    row = connection.execute("select digest from code").fetchone() if has_code else None
    return str(row[0]) if row else ""


def unpack(packed: str) -> list[Problem]:
    """Return the problems that `pack` packed."""
    return [Problem(*values) for values in json.loads(packed)] if packed else []


def pack(problems: Collection[Problem]) -> str:
    """Return problems as a text; "" for none."""
    if not problems:
        return ""
    values = [(p.path, p.line, p.field, p.message, p.hint, p.column) for p in problems]
    return json.dumps(values, ensure_ascii=False)

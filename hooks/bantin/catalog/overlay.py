"""A catalog in which one record differs from the database, or is new.

The database is read and never written. In the overlay, a table's name means the table's rows
without the record's old ones, and with its new ones. So all queries on the tables find the new
record.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from bantin.catalog.catalog import Catalog
from bantin.catalog.register import assign_tasks
from bantin.catalog.rows import Row
from bantin.catalog.tables import DATED_TABLES, SCHEMA, TABLES, add_rows

# Of the tables by record, only this one needs the names of bodies. So it comes last.
_LAST = "tasks"


@contextmanager
def overlaid(path: Path, row: Row, *, timeout_s: float = 5.0) -> Iterator[Catalog]:
    """Open a database with one record replaced, for the length of the block.

    The block sees the database as it was when the block began, even if others write it. Sizes of
    timelines are those without the record. So are the names of terms that only this record names.

    Args:
        path: a database with the catalog's tables.
        row: the record. It counts as published, even if it is a draft.
        timeout_s: longest wait for another writer of the database, in seconds.

    Raises:
        sqlite3.Error: the database is damaged or cannot be read.
    """
    with (
        closing(sqlite3.connect(":memory:")) as own,
        closing(_open(path, timeout_s)) as connection,
    ):
        own.executescript(SCHEMA)
        add_rows(own, [row], drafts_shown=True)
        # A body stands in no timeline. Joins of plain tables are faster.
        tables = [one for one in TABLES if row.item is not None or one not in DATED_TABLES]
        for table in tables:
            if table != _LAST:
                _overlay(connection, own, table, row.src_uri)
        catalog = Catalog(connection)
        if _LAST in tables:
            assign_tasks(own, catalog.registry, [row.src_uri])
            _overlay(connection, own, _LAST, row.src_uri)
        yield catalog


def _open(path: Path, timeout_s: float) -> sqlite3.Connection:
    """Open a database for reading, in its present state."""
    uri = f"{path.resolve().as_uri()}?mode=ro"
    connection = sqlite3.connect(uri, uri=True, isolation_level=None, timeout=timeout_s)
    try:
        connection.execute("pragma mmap_size = 1073741824")
        connection.execute("begin")
        connection.execute("select 1 from records limit 1")
        return connection
    except BaseException:
        connection.close()
        raise


def _overlay(
    connection: sqlite3.Connection, own: sqlite3.Connection, table: str, src_uri: str
) -> None:
    """Make a table's name mean the stored rows, with the record's rows in place of its old ones."""
    info = own.execute(f"pragma table_info({table})").fetchall()
    # SQLite looks through a view only if the columns of both halves have the same types.
    columns = {name: f"{name} {kind}" for _, name, kind, *_ in info}
    if "src_uri" not in columns:
        return
    marks = ", ".join("?" * len(columns))
    connection.execute(f"create temp table own_{table} ({', '.join(columns.values())})")
    rows = own.execute(f"select * from {table}").fetchall()
    connection.executemany(f"insert into own_{table} values ({marks})", rows)
    # A view takes no parameters.
    quoted = src_uri.replace("'", "''")
    # SQLite finds a temporary name before the table's own.
    connection.execute(
        f"create temp view {table} as select * from main.{table} where src_uri <> '{quoted}' "
        f"union all select * from own_{table}"
    )

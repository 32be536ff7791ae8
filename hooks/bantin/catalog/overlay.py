"""A catalog in which one record is another than the database holds, or is new.

The database is read and never written. All who ask the catalog's tables find the record in its
place, for a table's name then means: its rows without the record's, and those the record has now.
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

# Of what is kept by record, only this needs to know what bodies are called.
_LAST = "tasks"


@contextmanager
def overlaid(path: Path, row: Row, *, timeout_s: float = 5.0) -> Iterator[Catalog]:
    """Open a database and put a record in its place, for the length of the block.

    In the block the database is as it was when the block began, whoever writes it. Sizes of
    timelines, and the names of terms that only this record names, are those without the record.

    Args:
        path: a database that has the catalog's tables.
        row: the record, which is shown, a draft too.
        timeout_s: how long to wait for somebody who is writing the database.

    Raises:
        sqlite3.Error: the database is damaged, or does not let itself be read.
    """
    with (
        closing(sqlite3.connect(":memory:")) as own,
        closing(_open(path, timeout_s)) as connection,
    ):
        own.executescript(SCHEMA)
        add_rows(own, [row], drafts_shown=True)
        # A body stands in no timeline, and joins of plain tables are quicker.
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
    """Open a database for reading, as it is now."""
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
    """Let the name of a table mean the stored rows with the record's in place of its old ones."""
    info = own.execute(f"pragma table_info({table})").fetchall()
    # With their types: SQLite looks through a view only where those of both halves are the same.
    columns = {name: f"{name} {kind}" for _, name, kind, *_ in info}
    if "src_uri" not in columns:
        return
    marks = ", ".join("?" * len(columns))
    connection.execute(f"create temp table own_{table} ({', '.join(columns.values())})")
    rows = own.execute(f"select * from {table}").fetchall()
    connection.executemany(f"insert into own_{table} values ({marks})", rows)
    # A view takes no parameters.
    quoted = src_uri.replace("'", "''")
    # A temporary name comes before that of a table.
    connection.execute(
        f"create temp view {table} as select * from main.{table} where src_uri <> '{quoted}' "
        f"union all select * from own_{table}"
    )

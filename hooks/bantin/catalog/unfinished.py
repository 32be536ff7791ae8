"""The unfinished drafts of an archive: no records, but links and files meet them.

They stand in no list, on no page and in no index.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

SCHEMA = """
create table unfinished (src_uri text primary key, missing text not null) without rowid;
create table unfinished_targets (
    target text not null,
    src_uri text not null,
    primary key (target, src_uri)
) without rowid;
create index unfinished_targets_by_record on unfinished_targets (src_uri);
"""
TABLES = ("unfinished", "unfinished_targets")


@dataclass(frozen=True, slots=True)
class Unfinished:
    """An unfinished draft, as the tables keep it.

    Attributes:
        src_uri: its file.
        missing: the required keys that it lacks.
        targets: src_uri of all that it links to, shows, or offers to fetch.
    """

    src_uri: str
    missing: tuple[str, ...]
    targets: tuple[str, ...] = ()


def set_unfinished(connection: sqlite3.Connection, drafts: Iterable[Unfinished]) -> None:
    """Add drafts, or replace those of the same files."""
    for draft in drafts:
        forget_unfinished(connection, [draft.src_uri])
        connection.execute(
            "insert into unfinished values (?, ?)", (draft.src_uri, " ".join(draft.missing))
        )
        connection.executemany(
            "insert into unfinished_targets values (?, ?)",
            [(target, draft.src_uri) for target in sorted(set(draft.targets))],
        )


def forget_unfinished(connection: sqlite3.Connection, uris: Iterable[str]) -> None:
    """Remove the drafts of some files, which need not be there."""
    for uri in uris:
        for table in TABLES:
            connection.execute(f"delete from {table} where src_uri = ?", (uri,))

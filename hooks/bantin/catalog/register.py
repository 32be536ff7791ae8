"""The register: every conclusion of the archive, by month and by holder of the task.

Holds tables of the catalog, and queries on them. A holder is the addressee of a conclusion, a body
("to-chuc/so-y-te") that must act or help, or the person in the chair who gave it ("nguoi/le-an").
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from bantin.catalog.decisions import (
    Decided,
    Given,
    PackedDecided,
    parties_of,
    unpack_decided,
    unpack_given,
)
from bantin.catalog.timeline_names import body_timeline, person_timeline
from bantin.records.registry import Registry

SCHEMA = """
create table decided (
    src_uri text primary key,
    age integer not null,
    month text not null,
    size integer not null,
    directives text not null,
    first_due text,
    last_due text,
    unclear integer not null,
    given text not null,
    content blob not null
);
create table tasks (
    holder text not null,
    age integer not null,
    src_uri text not null,
    rank integer not null,
    month text not null,
    due text not null,
    role text not null,
    primary key (holder, age, src_uri, rank)
) without rowid;
"""
INDEXES = {
    "decided_by_month": "decided (month, age, src_uri, size, directives, first_due, last_due)",
    "decided_unclear": "decided (unclear) where unclear > 0",
    "tasks_by_record": "tasks (src_uri)",
}
TABLES = ("decided", "tasks")
Role = Literal["lead", "with", ""]
"""A holder's part in a conclusion: a body that must act, one that helps, a person in the chair."""


@dataclass(frozen=True, slots=True)
class MonthSum:
    """A summary of the conclusions in one month's documents.

    Attributes:
        month: month of the documents' dates, "2013-10".
        size: number of conclusions; at least one.
        directives: kinds of their directives, sorted; "" for wordings that do not tell.
        first_due: the earliest last day, ISO; "" for none.
        last_due: the latest last day, ISO; "" for none.
    """

    month: str
    size: int
    directives: tuple[str, ...]
    first_due: str
    last_due: str


@dataclass(frozen=True, slots=True)
class Task:
    """A conclusion that a holder has: its document, its place there, 0-based, the holder's part."""

    src_uri: str
    rank: int
    role: Role = "lead"


class Register:
    """Reads the tables. The cost of an answer is that of its size."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def decided(self, src_uri: str) -> Decided | None:
        """Return the conclusions of a published document; None for all other records."""
        row = self._connection.execute(
            "select content from decided where src_uri = ?", (src_uri,)
        ).fetchone()
        return unpack_decided(row[0]) if row else None

    def months(self) -> list[MonthSum]:
        """Return every month with conclusions, latest first."""
        rows = self._connection.execute(
            "select month, sum(size), group_concat(directives), min(first_due), max(last_due) "
            "from decided group by month order by month desc"
        )
        return [
            MonthSum(month, size, tuple(sorted(set(kinds.split(",")))), first or "", last or "")
            for month, size, kinds, first, last in rows
        ]

    def count_unclear(self) -> int:
        """Return how many conclusions of published documents lack a kind or an addressee."""
        (size,) = self._connection.execute(
            "select total(unclear) from decided where unclear > 0"
        ).fetchone()
        return int(size)

    def in_month(self, month: str) -> list[str]:
        """Return the src_uri of the documents of a month ("2013-10") or year, newest first."""
        rows = self._connection.execute(
            "select src_uri from decided where month >= ? and month < ? order by age, src_uri",
            (month, f"{month}~"),
        )
        return [uri for (uri,) in rows]

    def month_of(self, src_uri: str) -> str:
        """Return the month of a document with conclusions, "2013-10"; "" for all other records."""
        row = self._connection.execute(
            "select month from decided where src_uri = ?", (src_uri,)
        ).fetchone()
        return row[0] if row else ""

    def latest(self, limit: int) -> list[str]:
        """Return the src_uri of the newest documents with conclusions, newest first."""
        rows = self._connection.execute(
            "select src_uri from decided order by age, src_uri limit ?", (limit,)
        )
        return [uri for (uri,) in rows]

    def holders(self, folder: str) -> dict[str, int]:
        """Return slug → number of conclusions, for all holders in a folder, by slug."""
        rows = self._connection.execute(
            "select holder, count(*) from tasks where holder >= ? and holder < ? group by holder",
            (f"{folder}/", f"{folder}0"),
        )
        return {holder.partition("/")[2]: size for holder, size in rows}

    def tasks(self, holder: str, limit: int = -1) -> list[Task]:
        """Return a holder's conclusions, newest first; all of them by default."""
        rows = self._connection.execute(
            "select src_uri, rank, role from tasks where holder = ? "
            "order by age, src_uri, rank limit ?",
            (holder, limit),
        )
        return [Task(*row) for row in rows]

    def due_tasks(self, holder: str, limit: int) -> list[Task]:
        """Return a holder's conclusions with a last day, the latest first."""
        rows = self._connection.execute(
            "select src_uri, rank, role from tasks where holder = ? and due != '' "
            "order by due desc, age, src_uri, rank limit ?",
            (holder, limit),
        )
        return [Task(*row) for row in rows]

    def task_months(self, holder: str) -> dict[str, int]:
        """Return month → number of a holder's conclusions, latest first."""
        rows = self._connection.execute(
            "select month, count(*) from tasks where holder = ? group by month order by month desc",
            (holder,),
        )
        return dict(rows.fetchall())

    def holders_of(self, src_uri: str) -> list[str]:
        """Return all holders of a document's conclusions, sorted."""
        rows = self._connection.execute(
            "select distinct holder from tasks where src_uri = ? order by holder", (src_uri,)
        )
        return [holder for (holder,) in rows]


def decided_row(src_uri: str, age: int, month: str, packed: PackedDecided) -> tuple[object, ...]:
    """Return the row of table `decided` for a document."""
    days = (packed.first_due, packed.last_due)
    sums = (packed.size, packed.directives, *days, packed.unclear)
    return src_uri, age, month, *sums, packed.given, packed.content


def assign_tasks(
    connection: sqlite3.Connection, registry: Registry, among: Iterable[str] | None = None
) -> None:
    """Assign each conclusion to its holders, anew.

    Args:
        connection: to a database with the tables.
        registry: names of bodies.
        among: src_uri of new documents; None for all documents, as after a change of names.
    """
    query = "select src_uri, age, month, given from decided"
    found: Iterable[tuple[str, int, str, str]]
    if among is None:
        connection.execute("delete from tasks")
        found = connection.execute(query)
    else:
        one = f"{query} where src_uri = ?"
        found = [row for uri in among for row in connection.execute(one, (uri,)).fetchall()]
    tasks = (
        task
        for uri, age, month, given in found
        for task in _tasks(uri, age, month, unpack_given(given), registry)
    )
    connection.executemany("insert into tasks values (?, ?, ?, ?, ?, ?, ?)", tasks)


def _tasks(
    src_uri: str, age: int, month: str, given: Given, registry: Registry
) -> Iterator[tuple[str, int, str, int, str, str, Role]]:
    chairs: dict[str, Role] = dict.fromkeys(map(person_timeline, given.chairs), "")
    for rank, (told, names, helping, due) in enumerate(given.points):
        roles = dict(chairs)
        parties = parties_of(told, names, helping, given.origin, registry)
        for one in parties.lead:
            if one.slug:
                roles[body_timeline(one.slug)] = "lead"
        for one in parties.helping:
            if one.slug:
                roles[body_timeline(one.slug)] = "with"
        for holder, role in roles.items():
            yield holder, age, src_uri, rank, month, due, role

"""What was added, changed, renamed, withdrawn and removed, and when: tables, and queries on them.

Two sources tell of it. Git knows every change and what was removed. Without Git, only what records
say of themselves is known: their day, and the changes told to readers. Neither needs a clock or a
memory of earlier builds, so the same records and the same Git history give the same answers.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from bantin.records.models import Dated

SCHEMA = """
create table told_events (
    src_uri text not null,
    rank integer not null,
    lasting_id text not null,
    day text not null,
    what text not null,
    note text not null,
    primary key (src_uri, rank)
) without rowid;
create table git_events (
    rank integer primary key,
    lasting_id text not null,
    src_uri text not null,
    moment text not null,
    what text not null
);
create table git_versions (
    src_uri text primary key,
    lasting_id text not null,
    blob text not null,
    withdrawn integer not null
) without rowid;
create table git_notes (name text primary key, value text not null) without rowid;
"""
INDEXES = {
    "told_events_by_day": "told_events (day)",
    "told_events_by_id": "told_events (lasting_id)",
    "git_events_by_moment": "git_events (moment)",
    "git_events_by_id": "git_events (lasting_id, rank)",
    "git_events_by_record": "git_events (src_uri)",
}
TOLD_TABLE = "told_events"
# These follow from Git, and not from the records.
GIT_TABLES = ("git_events", "git_versions", "git_notes")
# Names of the notes on Git. Without `SINCE`, Git knows nothing of the records.
HEAD, SINCE, CUT = "head", "since", "cut"

What = Literal["added", "changed", "renamed", "withdrawn", "removed"]
Source = Literal["git", "records"]
# Events that change a record which was there before.
_REVISIONS = ("changed", "renamed", "withdrawn")


@dataclass(frozen=True, slots=True)
class ToldEvent:
    """What a record says of its own past: an ISO day, and a note to readers; "" for none."""

    day: str
    what: What
    note: str


@dataclass(frozen=True, slots=True)
class Event:
    """What happened to a record.

    Attributes:
        lasting_id: the record's, which may be gone.
        src_uri: its file after the event; of a removed record, its last file.
        when: ISO day, or day and time where Git tells it.
        what: what happened.
        notes: ISO day and text of the notes to readers that belong to it, as they stand now.
    """

    lasting_id: str
    src_uri: str
    when: str
    what: What
    notes: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Revisions:
    """How often a record was changed, and when last: ISO; "" for never."""

    number: int
    last: str


def told_by(record: Dated) -> tuple[ToldEvent, ...]:
    """Return what an article or document says of its past, oldest first.

    The last change of a withdrawn record is its withdrawal.
    """
    changes = sorted((one.date.isoformat(), one.note) for one in record.changes)
    told = [ToldEvent(day, "changed", note) for day, note in changes]
    if told and record.status == "withdrawn":
        told[-1] = ToldEvent(told[-1].day, "withdrawn", told[-1].note)
    return (ToldEvent(record.day.isoformat(), "added", ""), *told)


def told_rows(
    src_uri: str, lasting_id: str, told: Iterable[ToldEvent]
) -> Iterator[tuple[object, ...]]:
    """Yield the rows of table `told_events` for a record."""
    for rank, one in enumerate(told):
        yield src_uri, rank, lasting_id, one.day, one.what, one.note


class History:
    """Reads the tables."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    @cached_property
    def _notes(self) -> Mapping[str, str]:
        return dict(self._connection.execute("select name, value from git_notes").fetchall())

    @property
    def source(self) -> Source:
        """Who tells of the past."""
        return "git" if self._notes.get(SINCE) else "records"

    @property
    def since(self) -> str:
        """The moment from which on Git knows the past, ISO; "" without Git."""
        return self._notes.get(SINCE, "")

    @property
    def is_complete(self) -> bool:
        """True when Git knows all the past: the clone is not cut off at some commit."""
        return self.source == "git" and not self._notes.get(CUT)

    def months(self) -> list[tuple[str, int]]:
        """Return each month with events, "2026-11", and their number; oldest first."""
        table, column = ("git_events", "moment") if self.since else (TOLD_TABLE, "day")
        rows = self._connection.execute(
            f"select substr({column}, 1, 7), count(*) from {table} group by 1 order by 1"
        )
        return rows.fetchall()

    def in_month(self, month: str) -> list[Event]:
        """Return the events of a month, "2026-11", oldest first."""
        return self._from_git(month) if self.since else self._from_records(month)

    def months_of(self, src_uri: str, lasting_id: str) -> set[str]:
        """Return the months whose events may show something of a record, as it stands now."""
        rows = self._connection.execute(
            "select substr(day, 1, 7) from told_events where src_uri = ? "
            "union select substr(moment, 1, 7) from git_events where lasting_id = ?",
            (src_uri, lasting_id),
        )
        return {month for (month,) in rows}

    def revisions(self, src_uri: str, lasting_id: str) -> Revisions:
        """Return how often a record was changed, as far as is known for sure."""
        (told,) = self._connection.execute(
            "select count(*) from told_events where src_uri = ? and what != 'added'", (src_uri,)
        ).fetchone()
        if not self.is_complete:
            return Revisions(told, "")
        marks = ", ".join("?" * len(_REVISIONS))
        number, last = self._connection.execute(
            "select count(*), max(moment) from git_events "
            f"where lasting_id = ? and what in ({marks})",
            (lasting_id, *_REVISIONS),
        ).fetchone()
        return Revisions(max(told, number), last or "")

    def _from_records(self, month: str) -> list[Event]:
        rows = self._connection.execute(
            "select lasting_id, src_uri, day, what, note from told_events "
            "where day >= ? and day < ? order by day, lasting_id, rank",
            (month, f"{month}~"),
        )
        return [
            Event(identity, uri, day, what, ((day, note),) if note else ())
            for identity, uri, day, what, note in rows
        ]

    def _from_git(self, month: str) -> list[Event]:
        rows = self._connection.execute(
            "select rank, lasting_id, src_uri, moment, what from git_events "
            "where moment >= ? and moment < ? order by moment, rank",
            (month, f"{month}~"),
        ).fetchall()
        notes = self._notes_by_event(month)
        return [
            Event(identity, uri, moment, what, tuple(notes.get(rank, ())))
            for rank, identity, uri, moment, what in rows
        ]

    def _notes_by_event(self, month: str) -> dict[int, list[tuple[str, str]]]:
        """Return rank of an event → the notes that belong to it: the first event since their day.

        Only notes that the record still has are told.
        """
        rows = self._connection.execute(
            "select (select rank from git_events g where g.lasting_id = t.lasting_id "
            "and substr(g.moment, 1, 10) >= t.day and g.what != 'removed' "
            "order by g.rank limit 1), "
            "day, note from told_events t where note != '' and lasting_id in "
            "(select lasting_id from git_events where moment >= ? and moment < ?) "
            "order by day, src_uri, rank",
            (month, f"{month}~"),
        )
        found: dict[int, list[tuple[str, str]]] = {}
        for rank, day, note in rows:
            if rank is not None:
                found.setdefault(rank, []).append((day, note))
        return found

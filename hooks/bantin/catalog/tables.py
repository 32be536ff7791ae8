"""The catalog's tables: a row for each record, and its places in indexes for finding it.

SQLite lets a build read only what it needs, however large the archive. The content follows from the
records alone: the same records give the same answers, in whatever order they came.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from bantin.catalog import citing, history, meetings, register, unfinished
from bantin.catalog.history import TOLD_TABLE, told_rows
from bantin.catalog.items import pack_item
from bantin.catalog.meetings import meeting_rows
from bantin.catalog.register import decided_row
from bantin.catalog.rows import Row
from bantin.catalog.taxonomies import is_listed, taxonomy_of
from bantin.records import folders

_SCHEMA = """
create table records (
    src_uri text primary key,
    content blob not null
);
create table texts (src_uri text primary key, text blob not null);
create table items (
    src_uri text primary key,
    part text not null,
    changed text not null,
    views integer,
    item text not null
) without rowid;
create index items_by_part on items (part, changed);
create index items_by_views on items (views desc, src_uri desc) where views is not null;
create table export_lines (src_uri text primary key, line text not null) without rowid;
create table members (
    timeline text not null,
    age integer not null,
    src_uri text not null,
    month text not null,
    primary key (timeline, age, src_uri)
) without rowid;
create table months (
    timeline text not null,
    month text not null,
    size integer not null,
    primary key (timeline, month)
) without rowid;
create table mentions (
    person text not null,
    age integer not null,
    src_uri text not null,
    rank integer not null,
    name text not null,
    position text not null,
    former integer not null,
    office text not null,
    shown integer not null,
    primary key (person, age, src_uri, rank)
) without rowid;
create table spellings (
    timeline text not null,
    age integer not null,
    src_uri text not null,
    name text not null,
    primary key (timeline, age, src_uri)
) without rowid;
create table terms (timeline text primary key, name text not null) without rowid;
create table identities (
    identity text not null,
    src_uri text not null,
    primary key (identity, src_uri)
) without rowid;
create table targets (
    target text not null,
    src_uri text not null,
    primary key (target, src_uri)
) without rowid;
create table redirects (
    address text not null,
    src_uri text not null,
    rank integer not null,
    primary key (address, src_uri, rank)
) without rowid;
create table drafts (src_uri text primary key) without rowid;
"""
_INDEXES = {
    "mentions_by_record": "mentions (age, src_uri, rank)",
    **register.INDEXES,
    **meetings.INDEXES,
    **citing.INDEXES,
    **history.INDEXES,
}
_MAKE_INDEXES = [f"create index {name} on {columns};" for name, columns in _INDEXES.items()]
SCHEMA = "\n".join(
    (
        *(
            _SCHEMA,
            register.SCHEMA,
            meetings.SCHEMA,
            citing.SCHEMA,
            history.SCHEMA,
            unfinished.SCHEMA,
        ),
        *_MAKE_INDEXES,
    )
)
# Tables keyed by the record alone. Rows of the others are found by the record's places in them.
_BY_RECORD = (
    *register.TABLES,
    *citing.TABLES,
    TOLD_TABLE,
    "records",
    "texts",
    "items",
    "export_lines",
    "drafts",
)
TABLES = (
    *register.TABLES,
    *meetings.TABLES,
    *citing.TABLES,
    *unfinished.TABLES,
    TOLD_TABLE,
    *("records", "texts", "items", "export_lines", "members", "months"),
    *("mentions", "spellings", "terms"),
    *("identities", "targets", "redirects", "drafts"),
)
# Tables that hold only articles and documents.
DATED_TABLES = frozenset(
    (
        *register.TABLES,
        *meetings.TABLES,
        *citing.TABLES,
        *(TOLD_TABLE, "items", "export_lines", "members", "mentions", "spellings"),
    )
)


def part_of(row: Row) -> str:
    """Return the kind and year of a dated record, "tin-tuc-2021": a part of the sitemap."""
    assert row.item is not None
    return f"{row.item.folder}-{row.item.moment[:4]}"


def add_rows(
    connection: sqlite3.Connection, rows: Iterable[Row], *, drafts_shown: bool = False
) -> None:
    """Add rows. Call `recount` after all changes.

    Args:
        connection: to a database with the tables.
        rows: rows of records that the tables do not hold yet.
        drafts_shown: drafts stand in lists, as in a preview.
    """
    tables = _Tables()
    for row in rows:
        tables.take(row, is_shown=drafts_shown or not row.is_draft)
        if len(tables.records) >= 2_000:
            tables.write(connection)
            tables = _Tables()
    tables.write(connection)


@contextmanager
def filling(connection: sqlite3.Connection) -> Iterator[None]:
    """Drop the indexes for the block, and make them again after it.

    For very many rows at once. In the block, read nothing and remove nothing.
    """
    for name in _INDEXES:
        connection.execute(f"drop index {name}")
    yield
    for statement in _MAKE_INDEXES:
        connection.execute(statement)


class _Tables:
    """Collects rows by table. One statement for many rows takes a third of the time."""

    def __init__(self) -> None:
        self.records: list[tuple[object, ...]] = []
        self._texts: list[tuple[object, ...]] = []
        self._items: list[tuple[object, ...]] = []
        self._export_lines: list[tuple[object, ...]] = []
        self._members: list[tuple[object, ...]] = []
        self._mentions: list[tuple[object, ...]] = []
        self._spellings: list[tuple[object, ...]] = []
        self._identities: list[tuple[object, ...]] = []
        self._targets: list[tuple[object, ...]] = []
        self._redirects: list[tuple[object, ...]] = []
        self._drafts: list[tuple[object, ...]] = []
        self._decided: list[tuple[object, ...]] = []
        self._meetings: list[tuple[object, ...]] = []
        self._citing: list[tuple[object, ...]] = []
        self._told: list[tuple[object, ...]] = []

    def take(self, row: Row, *, is_shown: bool) -> None:
        uri = row.src_uri
        self.records.append((uri, row.content))
        self._texts.append((uri, row.text))
        if row.is_draft:
            self._drafts.append((uri,))
        if row.item is not None and is_shown:
            item = pack_item(row.item)
            self._items.append((uri, part_of(row), row.item.changed, row.views, item))
            self._export_lines.append((uri, row.export_line))
            self._told += told_rows(uri, row.item.lasting_id, row.told)
            month = row.item.moment[:7]
            self._members += [(name, row.age, uri, month) for name in row.timelines]
            self._spellings += [(name, row.age, uri, told) for name, told in row.spellings]
            if row.decided:
                self._decided.append(decided_row(uri, row.age, month, row.decided))
            if row.meeting:
                self._meetings += meeting_rows(uri, row.meeting)
            self._citing += [(cited, uri, told) for cited, told in row.citing]
        self._mentions += [
            (person, row.age, uri, rank, name, position, former, office, is_shown)
            for rank, (person, name, position, former, office) in enumerate(row.mentions)
        ]
        if row.identity:
            self._identities.append((row.identity, uri))
        self._targets += [(target, uri) for target in row.targets]
        if is_shown:
            self._redirects += [(address, uri, n) for n, address in enumerate(row.redirects)]

    def write(self, connection: sqlite3.Connection) -> None:
        for table, found in (
            ("records", self.records),
            ("texts", self._texts),
            ("items", self._items),
            ("export_lines", self._export_lines),
            ("members", self._members),
            ("mentions", self._mentions),
            ("spellings", self._spellings),
            ("identities", self._identities),
            ("targets", self._targets),
            ("redirects", self._redirects),
            ("drafts", self._drafts),
            ("decided", self._decided),
            ("meetings", self._meetings),
            ("citing", self._citing),
            (TOLD_TABLE, self._told),
        ):
            if found:
                marks = ", ".join("?" * len(found[0]))
                # A sorted batch visits each page of the tree only once.
                width = 1 if table in ("records", "texts", "decided") else 3
                found.sort(key=lambda values: values[:width])
                connection.executemany(f"insert into {table} values ({marks})", found)


def remove_rows(connection: sqlite3.Connection, rows: Iterable[Row]) -> None:
    """Remove rows that `add_rows` added. Call `recount` after all changes."""
    for row in rows:
        uri, places = row.src_uri, [(name, row.age, row.src_uri) for name in row.timelines]
        for table in _BY_RECORD:
            connection.execute(f"delete from {table} where src_uri = ?", (uri,))
        if row.meeting:
            connection.executemany(
                "delete from meetings where body = ? and day = ? and meeting = ? and src_uri = ?",
                [values[:4] for values in meeting_rows(uri, row.meeting)],
            )
        for table in ("members", "spellings"):
            connection.executemany(
                f"delete from {table} where timeline = ? and age = ? and src_uri = ?", places
            )
        connection.executemany(
            "delete from mentions where person = ? and age = ? and src_uri = ?",
            [(mention[0], row.age, uri) for mention in row.mentions],
        )
        connection.execute(
            "delete from identities where identity = ? and src_uri = ?", (row.identity, uri)
        )
        connection.executemany(
            "delete from targets where target = ? and src_uri = ?",
            [(target, uri) for target in row.targets],
        )
        connection.executemany(
            "delete from redirects where address = ? and src_uri = ?",
            [(address, uri) for address in row.redirects],
        )


# The newest record gives the name of a person. The most common name counts for terms that editors
# name freely; of equally common ones, the newest.
_NAMES = """
insert into terms select timeline, name from (
    select timeline, name, row_number() over (
        partition by timeline order by count(*) desc, min(age), name
    ) as n from spellings {which} group by timeline, name
) where n = 1
"""
_PEOPLE = f"""
insert into terms select '{folders.PEOPLE}/' || person, name from (
    select person, name, row_number() over (
        partition by person order by age, src_uri, rank
    ) as n from mentions where shown {{which}}
) where n = 1
"""


def recount(connection: sqlite3.Connection, timelines: Iterable[str] | None = None) -> None:
    """Count the months of timelines again, and choose the names of their terms again.

    Args:
        connection: to a database with the tables.
        timelines: timelines with added or removed rows; None for all.
    """
    if timelines is None:
        connection.execute("delete from months")
        connection.execute(
            "insert into months select timeline, month, count(*) from members group by 1, 2"
        )
        connection.execute("delete from terms")
        connection.execute(_PEOPLE.format(which=""))
        connection.execute(_NAMES.format(which=""))
        return
    for timeline in timelines:
        connection.execute("delete from months where timeline = ?", (timeline,))
        connection.execute(
            "insert into months select timeline, month, count(*) from members "
            "where timeline = ? group by 1, 2",
            (timeline,),
        )
        if not is_listed(timeline) or not taxonomy_of(timeline).is_open:
            continue
        connection.execute("delete from terms where timeline = ?", (timeline,))
        folder, _, slug = timeline.partition("/")
        if folder == folders.PEOPLE:
            connection.execute(_PEOPLE.format(which="and person = ?"), (slug,))
        else:
            connection.execute(_NAMES.format(which="where timeline = ?"), (timeline,))

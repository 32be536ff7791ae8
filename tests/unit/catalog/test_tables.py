"""The tables say the same of the same records, whatever became of them before."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence

from bantin.catalog import unfinished
from bantin.catalog.register import assign_tasks
from bantin.catalog.rows import Row
from bantin.catalog.tables import SCHEMA, TABLES, add_rows, recount, remove_rows
from bantin.records.models import Body, Record
from bantin.records.registry import Registry
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.editing import Edit, parse_all, puts
from tests.unit.samples import article, body, document, read_row

Tables = dict[str, list[tuple[object, ...]]]


def empty() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    connection.executescript(SCHEMA)
    return connection


def contents(connection: sqlite3.Connection) -> Tables:
    return {table: sorted(connection.execute(f"select * from {table}")) for table in TABLES}


def rows_of(records: Iterable[Record]) -> list[Row]:
    return [read_row(record) for record in records]


def change(
    connection: sqlite3.Connection,
    before: Mapping[str, Record],
    after: Mapping[str, Record],
    *,
    drafts_shown: bool,
) -> None:
    """Do what taking in a change does to the tables."""
    differing = [uri for uri in {**before, **after} if before.get(uri) != after.get(uri)]
    old = rows_of(before[uri] for uri in differing if uri in before)
    new = rows_of(after[uri] for uri in differing if uri in after)
    remove_rows(connection, old)
    add_rows(connection, new, drafts_shown=drafts_shown)
    recount(connection, {name for row in (*old, *new) for name in row.timelines})


@given(st.lists(st.lists(puts, max_size=8), min_size=1, max_size=4), st.booleans(), st.randoms())
def test_tables_follow_from_the_records_alone(
    history: Sequence[Sequence[Edit]], drafts_shown: bool, chance: st.DrawFn
) -> None:
    grown, before = empty(), dict[str, Record]()
    for edits in history:
        after = parse_all(edits)
        # Some records stay, some go, some come, some change.
        after |= {uri: kept for uri, kept in before.items() if chance.random() < 0.5}
        change(grown, before, after, drafts_shown=drafts_shown)
        before = after
    at_once = empty()
    rows = rows_of(before.values())
    chance.shuffle(rows)
    add_rows(at_once, rows, drafts_shown=drafts_shown)
    recount(at_once)
    assert contents(grown) == contents(at_once)


def test_removing_all_leaves_nothing() -> None:
    office = body("vp")
    assert isinstance(office, Body)
    notice = document(body='Kết luận:\n\n1. Nhắc số 3/TB.\n   {: to="vp" }')
    more = "people: [{name: Lê An}, {name: Lê An}]\nbodies: [ban]\nredirect_from: [cu, cu/]"
    more += "\nfield: [Y tế]"
    more += "\nmeeting: {date: 2021-10-05, bodies: [ban]}"
    rows = rows_of([article(more=more, body="[a](b.md) [a](b.md)"), notice])
    connection = empty()
    add_rows(connection, rows)
    recount(connection)
    assign_tasks(connection, Registry.of([office], [], []))
    empty_tables = ("drafts", *unfinished.TABLES)
    assert all(contents(connection)[table] for table in TABLES if table not in empty_tables)
    remove_rows(connection, rows)
    recount(connection, [name for row in rows for name in row.timelines])
    assert not any(contents(connection).values())


def test_draft_is_a_record_that_no_list_and_no_old_address_knows() -> None:
    more = "status: draft\npeople: [{name: Lê An}]\nredirect_from: [cu]"
    connection = empty()
    add_rows(connection, rows_of([article(more=more, body="[a](b.md)")]))
    recount(connection)
    found = contents(connection)
    filled = {table for table in TABLES if found[table]}
    assert filled == {"records", "texts", "drafts", "mentions", "targets"}


def test_many_rows_go_in_whatever_the_batch() -> None:
    rows = rows_of(article(f"t{n}", f"2021-10-{n % 28 + 1:02}") for n in range(2_500))
    connection = empty()
    add_rows(connection, rows)
    recount(connection)
    assert connection.execute("select count(*), count(distinct src_uri) from items").fetchone() == (
        2_500,
        2_500,
    )
    [(size,)] = connection.execute("select size from months where timeline = 'tin-tuc'")
    assert size == 2_500

"""What is current, and the store that remembers it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from bantin.building.render_stale import is_current
from bantin.building.sqlite_files import discard_file
from bantin.building.store import EVERYTHING, VERSION, Store, StoredFile
from bantin.catalog.tables import add_rows, recount
from bantin.errors import PublishError, StoreError

from tests.unit.samples import article, read_row

A = StoredFile("a.html", "a", "dấu-1", 10, "")
B1 = StoredFile("b/1.json", "b", "dấu-1", 5, "")
B2 = StoredFile("b/2.json", "b", "dấu-1", 6, "")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "store.sqlite"


@contextmanager
def opened(path: Path) -> Iterator[Store]:
    store = Store.open(path)
    try:
        yield store
    finally:
        store.close()


def remember(store: Store, *files: StoredFile) -> None:
    with store.changing():
        store.remember(files)


def forget(store: Store, *paths: str) -> None:
    with store.changing():
        store.forget(paths)


def rows_of(path: Path) -> dict[str, list[StoredFile]]:
    """Return what a store that is opened again holds, by subject."""
    with opened(path) as store:
        found = {subject: sorted_files(store, subject) for subject in store.file_subjects()}
        assert store.count_files() == sum(map(len, found.values()))
        return found


def sorted_files(store: Store, subject: str) -> list[StoredFile]:
    return sorted(store.files_of(subject), key=lambda file: file.path)


def test_file_made_from_the_same_is_current() -> None:
    assert is_current("dấu-1", A)


@pytest.mark.parametrize(("mark", "file"), [("dấu-1", None), ("dấu-2", A)])
def test_file_that_is_new_or_made_from_other_things_is_stale(
    mark: str, file: StoredFile | None
) -> None:
    """One that is missing or damaged has lost its row: tests/unit/building/test_freshness.py."""
    assert not is_current(mark, file)


def test_store_gives_back_what_it_was_told_by_subject(path: Path) -> None:
    with opened(path) as store:
        assert store.file_subjects() == set()
        remember(store, A, B1, B2)
    assert rows_of(path) == {"a": [A], "b": [B1, B2]}
    with opened(path) as store:
        assert (store.owner_of("b/2.json"), store.owner_of("b")) == ("b", None)
        assert store.files_of("khong-co") == []
        told = {(file.path, file.size_bytes, file.subject) for file in (A, B1, B2)}
        assert set(store.files()) == told


def test_forgotten_rows_are_gone_and_unknown_ones_no_matter(path: Path) -> None:
    with opened(path) as store:
        remember(store, A, B1)
        forget(store, "a.html", "khong-co")
    assert rows_of(path) == {"b": [B1]}


def test_row_told_twice_is_the_newer_whoever_it_belongs_to(path: Path) -> None:
    newer = StoredFile("a.html", "b", "dấu-2", 11, "")
    with opened(path) as store:
        remember(store, A)
        remember(store, newer)
    assert rows_of(path) == {"b": [newer]}


def test_changes_are_made_all_or_not_at_all(path: Path) -> None:
    def half_way(store: Store) -> None:
        with store.changing():
            store.remember([A])
            store.forget(["b/1.json"])
            store.set_notes({"shared": "mới"})
            store.add_pending(["x"])
            store.connection.execute("insert into stamps values ('x', '1')")
            raise KeyError

    with opened(path) as store:
        remember(store, B1)
        with pytest.raises(KeyError):
            half_way(store)
        assert (store.note("shared"), store.pending()) == ("", {EVERYTHING})
        assert store.connection.execute("select * from stamps").fetchall() == []
    assert rows_of(path) == {"b": [B1]}


def test_pending_lasts_until_the_site_is_settled(path: Path) -> None:
    with opened(path) as store:
        assert store.pending() == {EVERYTHING}, "in a new store all is to be made"
        with store.changing():
            store.settle()
        with store.changing():
            store.add_pending(["a", "b"])
            store.add_pending(["b", "c"])
    with opened(path) as store:
        assert store.pending() == {"a", "b", "c"}
        with store.changing():
            store.settle()
        assert store.pending() == set()


def test_forgetting_records_keeps_what_was_made_and_plans_all_anew(path: Path) -> None:
    with opened(path) as store:
        remember(store, A)
        with store.changing():
            store.settle()
            add_rows(store.connection, [read_row(article(more="people: [{name: Lê An}]"))])
            recount(store.connection)
            store.connection.execute("insert into stamps values ('x', '1')")
            store.connection.execute("insert into others values ('x', 'y')")
        with store.changing():
            store.forget_records()
        assert store.pending() == {EVERYTHING}
        kept = {"files", "pending", "notes"}
        tables = store.connection.execute("select name from sqlite_master where type = 'table'")
        for (table,) in tables.fetchall():
            if table not in kept:
                assert store.connection.execute(f"select * from {table}").fetchall() == [], table
    assert rows_of(path) == {"a": [A]}


def test_store_opened_for_reading_sees_what_was_changed_and_changes_nothing(path: Path) -> None:
    with opened(path) as store:
        remember(store, A)
        reading = Store.open_for_reading(path)
        assert reading.files_of("a") == [A]
        with pytest.raises(PublishError, match="chỉ cho đọc"):
            remember(reading, B1)
        reading.close()


def put_other_version(path: Path) -> None:
    Store.open(path).close()
    connection = sqlite3.connect(path)
    connection.execute(f"pragma user_version = {VERSION + 1}")
    connection.close()


def put_other_table(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.executescript(f"create table x (y); pragma user_version = {VERSION};")
    connection.close()


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (lambda path: path.write_bytes(b"x" * 4096), "bị hỏng"),
        (lambda path: path.write_bytes(b""), "phiên bản 0"),
        (put_other_version, f"thuộc phiên bản {VERSION + 1}, cần phiên bản {VERSION}"),
        (put_other_table, "bị hỏng"),
    ],
)
def test_unusable_store_is_told_and_can_be_made_anew(path: Path, spoil: object, says: str) -> None:
    spoil(path)  # type: ignore[operator]
    with pytest.raises(StoreError, match=says):
        Store.open(path)
    discard_file(path)
    assert rows_of(path) == {}


def test_store_that_cannot_be_opened_is_no_damaged_one(tmp_path: Path) -> None:
    """Throwing it away would not help."""
    with pytest.raises(PublishError, match=r"không ghi được sổ .*khong-co.*\(không mở được\)"):
        Store.open(tmp_path / "khong-co" / "store.sqlite")


def fill_up(store: Store) -> None:
    store.connection.execute("pragma max_page_count = 2")


def write_protect(store: Store) -> None:
    store.connection.execute("pragma query_only = 1")


@pytest.mark.parametrize(
    ("hinder", "why"), [(fill_up, "đĩa đã đầy"), (write_protect, "chỉ cho đọc")]
)
def test_disk_that_refuses_is_told_and_every_row_stays(
    path: Path, hinder: Callable[[Store], None], why: str
) -> None:
    many = [StoredFile(f"{n}.html", f"{n}.html", "dấu" * 99, n, "") for n in range(999)]
    with opened(path) as store:
        remember(store, A)
        hinder(store)
        with pytest.raises(PublishError, match=rf"{path.name} \({why}\); .*rồi dựng lại"):
            remember(store, *many)
        if hinder is write_protect:
            with pytest.raises(PublishError, match=why):
                forget(store, "a.html")
    assert rows_of(path) == {"a": [A]}


def test_store_damaged_while_open_is_told(path: Path) -> None:
    with opened(path) as store:
        remember(store, A)
        path.write_bytes(b"x" * path.stat().st_size)
        with pytest.raises(StoreError, match="bị hỏng"):
            forget(store, "a.html")


def damage_inside(path: Path) -> None:
    """Spoil all but the first page, which is the one that opening looks at first."""
    content = path.read_bytes()
    page_bytes = int.from_bytes(content[16:18], "big")
    path.write_bytes(content[:page_bytes] + b"x" * (len(content) - page_bytes))


def test_damage_inside_is_told_wherever_it_is_met(path: Path) -> None:
    with opened(path) as store:
        remember(store, A)
        store.check()
    reading = Store.open_for_reading(path)
    damage_inside(path)
    with pytest.raises(StoreError, match="bị hỏng"), reading.reading():
        reading.files_of("a")
    with pytest.raises(StoreError, match="bị hỏng"):
        reading.check()
    reading.close()


def test_discarding_takes_the_journals_along(path: Path) -> None:
    journal = path.with_name("store.sqlite-journal")
    journal.touch()
    discard_file(path)
    assert not journal.exists()

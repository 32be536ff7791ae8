"""What is current, and the store that remembers it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from bantin.building.build import is_current
from bantin.building.store import VERSION, Store, StoredFile, discard_store
from bantin.errors import PublishError, StoreError

A = StoredFile("a.html", "a.html", "dấu-1", 10)
B1 = StoredFile("b/1.json", "b", "dấu-1", 5)
B2 = StoredFile("b/2.json", "b", "dấu-1", 6)
SIZES = {"a.html": 10, "b/1.json": 5, "b/2.json": 6}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "store.sqlite"


def test_files_made_from_the_same_and_lying_untouched_are_current() -> None:
    assert is_current("dấu-1", [A], SIZES)
    assert is_current("dấu-1", [B1, B2], SIZES)


@pytest.mark.parametrize(
    ("mark", "files", "sizes"),
    [
        ("dấu-1", [], SIZES),
        ("dấu-2", [A], SIZES),
        ("dấu-1", [A], {}),
        ("dấu-1", [A], {"a.html": 11}),
        ("dấu-1", [B1, B2], {"b/1.json": 5}),
        ("dấu-1", [B1, StoredFile("b/2.json", "b", "dấu-0", 6)], SIZES),
    ],
)
def test_stale_when_anything_is_new_other_missing_or_changed(
    mark: str, files: list[StoredFile], sizes: dict[str, int]
) -> None:
    assert not is_current(mark, files, sizes)


def test_store_gives_back_what_it_was_told_by_output(path: Path) -> None:
    store = Store.open(path)
    assert store.by_output == {}
    store.remember([A, B1, B2])
    store.close()
    again = Store.open(path)
    assert again.by_output == {"a.html": [A], "b": [B1, B2]}
    assert sorted(again.paths) == ["a.html", "b/1.json", "b/2.json"]
    again.close()


def test_forgotten_rows_are_gone_and_unknown_ones_no_matter(path: Path) -> None:
    store = Store.open(path)
    store.remember([A, B1])
    store.forget(["a.html", "khong-co"])
    store.close()
    again = Store.open(path)
    assert again.by_output == {"b": [B1]}
    again.close()


def test_row_told_twice_is_the_newer(path: Path) -> None:
    store = Store.open(path)
    newer = StoredFile("a.html", "a.html", "dấu-2", 11)
    store.remember([A])
    store.remember([newer])
    store.close()
    again = Store.open(path)
    assert again.by_output == {"a.html": [newer]}
    again.close()


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
    discard_store(path)
    store = Store.open(path)
    assert store.by_output == {}
    store.close()


def test_store_that_cannot_be_opened_is_no_damaged_one(tmp_path: Path) -> None:
    """Throwing it away would not help."""
    with pytest.raises(PublishError, match=r"không ghi được sổ .*khong-co.*\(không mở được\)"):
        Store.open(tmp_path / "khong-co" / "store.sqlite")


def fill_up(store: Store) -> None:
    store._connection.execute("pragma max_page_count = 2")


def write_protect(store: Store) -> None:
    store._connection.execute("pragma query_only = 1")


@pytest.mark.parametrize(
    ("hinder", "why"), [(fill_up, "đĩa đã đầy"), (write_protect, "chỉ cho đọc")]
)
def test_disk_that_refuses_is_told_and_every_row_stays(
    path: Path, hinder: Callable[[Store], None], why: str
) -> None:
    store = Store.open(path)
    store.remember([A])
    hinder(store)
    many = [StoredFile(f"{n}.html", f"{n}.html", "dấu" * 99, n) for n in range(999)]
    with pytest.raises(PublishError, match=rf"{path.name} \({why}\); .*rồi dựng lại"):
        store.remember(many)
    if hinder is write_protect:
        with pytest.raises(PublishError, match=why):
            store.forget(["a.html"])
    store.close()
    again = Store.open(path)
    assert again.paths == ["a.html"]
    again.close()


def test_store_damaged_while_open_is_told(path: Path) -> None:
    store = Store.open(path)
    store.remember([A])
    path.write_bytes(b"x" * path.stat().st_size)
    with pytest.raises(StoreError, match="bị hỏng"):
        store.forget(["a.html"])
    store.close()


def test_discarding_takes_the_journals_along(path: Path) -> None:
    journal = path.with_name("store.sqlite-journal")
    journal.touch()
    discard_store(path)
    assert not journal.exists()

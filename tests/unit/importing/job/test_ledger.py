"""The ledger of imports: kept item by item, found again, accepted."""

from __future__ import annotations

import dataclasses
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from bantin.errors import ImportRefusedError, SettingsError
from bantin.importing.capture import Block, BlockKind
from bantin.importing.imported_item import ImportedItem, Outcome
from bantin.importing.job.ledger import (
    LEDGER,
    Ledger,
    load_items,
    mark_accepted,
    telling_damaged_ledger,
)
from bantin.importing.job.store_place import DEFAULT_FOLDER, originals_folder
from bantin.importing.proposal import Fact, Sure

SHA = "ab" * 32


def item(file: str = "kho.zip/1.html", **changes: object) -> ImportedItem:
    made = ImportedItem(
        file,
        SHA,
        "hàng 12",
        "html",
        "nukeviet",
        Outcome.WRITTEN,
        target="tin-tuc/2020/05/hop-ban.md",
        facts=(Fact("title", "Họp “Ban”", Sure.GUESSED, "dòng 3", "vì thế"),),
        blocks=(
            Block(1, "A\u00a0b", "A b", True),
            Block(2, "x", "x", False, BlockKind.TABLE, rows=(("x", ""),)),
        ),
        repairs=("đổi",),
        doubts=("ngờ",),
    )
    return dataclasses.replace(made, **changes)  # type: ignore[arg-type]


def test_an_item_comes_out_as_it_went_in_and_in_order(tmp_path: Path) -> None:
    kept = [item("b"), item("a", outcome=Outcome.REFUSED, target="", message="vì sao"), item("c")]
    with closing(Ledger.open(tmp_path / "goc")) as ledger:
        for one in kept:
            ledger.keep(one)
    assert list(load_items(tmp_path / "goc")) == kept


def test_a_folder_without_a_ledger_has_no_items_and_gets_none(tmp_path: Path) -> None:
    assert list(load_items(tmp_path / "goc")) == []
    assert not (tmp_path / "goc").exists()


def test_an_item_tried_again_takes_its_old_place(tmp_path: Path) -> None:
    with closing(Ledger.open(tmp_path)) as ledger:
        for one in (item("a", outcome=Outcome.REFUSED), item("b"), item("a")):
            ledger.keep(one)
    assert list(load_items(tmp_path)) == [item("a"), item("b")]


def test_what_came_in_is_found_by_its_original(tmp_path: Path) -> None:
    with closing(Ledger.open(tmp_path)) as ledger:
        ledger.keep(item("a", outcome=Outcome.REFUSED, target=""))
        assert ledger.place_of(SHA, "hàng 12") is None
        ledger.keep(item("b"))
        assert ledger.place_of(SHA, "hàng 12") == ("b", "tin-tuc/2020/05/hop-ban.md")
        assert ledger.place_of(SHA, "hàng 13") is None
        assert ledger.outcome_of("a", SHA, "hàng 12") is Outcome.REFUSED
        assert ledger.outcome_of("a", SHA, "") is None
        assert ledger.finished_as(SHA) == ()
        ledger.finish_file("b", SHA)
        ledger.finish_file("b", SHA)
        assert ledger.finished_as(SHA) == ("b",)


def test_an_accepted_record_is_marked_once_and_stays_known(tmp_path: Path) -> None:
    with closing(Ledger.open(tmp_path)) as ledger:
        ledger.keep(item())
    assert mark_accepted(tmp_path, [item().target, "tin-tuc/2020/05/khac.md"]) == 1
    assert mark_accepted(tmp_path, [item().target]) == 0
    assert list(load_items(tmp_path)) == [item(outcome=Outcome.ACCEPTED)]
    with closing(Ledger.open(tmp_path)) as ledger:
        assert ledger.place_of(SHA, "hàng 12") is not None


@pytest.mark.parametrize("spoiled", ["text", "version"])
def test_a_ledger_that_cannot_be_used_is_told_and_kept(tmp_path: Path, spoiled: str) -> None:
    path = tmp_path / LEDGER
    if spoiled == "text":
        path.write_bytes(b"day khong phai la so nhap" * 1000)
    else:
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("PRAGMA user_version = 99")
    with pytest.raises(ImportRefusedError, match=r"đổi tên|cập nhật"):
        Ledger.open(tmp_path)
    assert path.exists()


def project(root: Path, settings: str | None) -> Path:
    (root / "docs").mkdir()
    if settings is not None:
        (root / "mkdocs.yml").write_text(settings, "utf-8")
    return root / "docs"


@pytest.mark.parametrize(
    ("settings", "folder"),
    [
        (None, DEFAULT_FOLDER),
        ("site_name: x\n", DEFAULT_FOLDER),
        ("extra:\n  archive_id: a,2020\n", DEFAULT_FOLDER),
        ("extra:\n  originals: ban-goc\n", "ban-goc"),
    ],
)
def test_originals_lie_beside_docs_or_where_settings_say(
    tmp_path: Path, settings: str | None, folder: str
) -> None:
    assert originals_folder(project(tmp_path, settings)) == tmp_path / folder


@pytest.mark.parametrize("named", ["docs/goc", "docs", ".", "site/x", "3", "''", "[a]", ".."])
def test_originals_are_never_where_they_would_be_published(tmp_path: Path, named: str) -> None:
    docs = project(tmp_path, f"site_dir: site\nextra:\n  originals: {named}\n")
    with pytest.raises(SettingsError, match=r"extra\.originals"):
        originals_folder(docs)


def test_a_ledger_damaged_inside_says_what_to_do(tmp_path: Path) -> None:
    with closing(Ledger.open(tmp_path)) as ledger:
        ledger.keep(item())
    with closing(sqlite3.connect(tmp_path / LEDGER)) as connection:
        connection.execute("UPDATE items SET value = x'00'")
        connection.commit()
    told = pytest.raises(ImportRefusedError, match="bị hỏng; đổi tên nó")
    with told, telling_damaged_ledger(tmp_path):
        list(load_items(tmp_path))


def test_a_full_disk_is_no_damage(tmp_path: Path) -> None:
    with pytest.raises(sqlite3.OperationalError), telling_damaged_ledger(tmp_path):
        raise sqlite3.OperationalError("database or disk is full")

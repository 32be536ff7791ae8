"""A damaged store is thrown away once, with one warning; a mistake of ours is not called damage."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from bantin.building import build_session, view_count_files
from bantin.building.drafting import Drafting
from bantin.building.store import Store
from bantin.building.view_count_files import refresh_view_files
from bantin.building.workspace import Workspace
from bantin.catalog.catalog import Catalog
from bantin.errors import PublishError
from bantin.records.view_counts import ViewTotals

from tests.unit.archive import SMALL, Archive

FILES = {
    "index.md": "# Trang chủ\n",
    "chuyen-muc/x.md": "---\nname: Mục\n---\n",
    "to-chuc/ban.md": "---\nname: Ban Mẫu\n---\n\nLập năm 2001.\n",
    "van-ban/2020/12-tb.md": """---
kind: TB
number: 12/TB
title: Kết luận cuộc họp
date: 2020-03-09
issuer: ban
meeting: {date: 2020-03-04, bodies: [ban], chairs: [Lê Văn Mẫu]}
---

1. Ban Mẫu báo cáo trước ngày 05/4/2020.
""",
    **{
        f"tin-tuc/2020/0{month}/tin.md": f"---\ntitle: Tin {month}\ndate: 2020-0{month}-05\n"
        f"section: x\nbodies: [ban]\n---\n\nNội dung {month}.\n"
        for month in (1, 2, 3)
    },
}
EDITED = "tin-tuc/2020/02/tin.md"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, bytes]]:
    """A built archive with one edit since, and the site that it should become."""
    archive = Archive(tmp_path_factory.mktemp("built"), SMALL)
    for uri, text in FILES.items():
        write(archive, uri, text)
    archive.build()
    write(archive, EDITED, FILES[EDITED].replace("Nội dung", "Lời"))
    fresh = archive.root / "fresh"
    archive.build(fresh)
    return archive.root, archive.tree(fresh)


@pytest.fixture
def archive(built: tuple[Path, dict[str, bytes]], tmp_path: Path) -> Archive:
    shutil.copytree(built[0], tmp_path / "archive")
    return Archive(tmp_path / "archive", SMALL)


@pytest.fixture
def wanted(built: tuple[Path, dict[str, bytes]]) -> dict[str, bytes]:
    return built[1]


def write(archive: Archive, uri: str, text: str) -> None:
    path = archive.docs / uri
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def store_of(archive: Archive) -> Path:
    return Workspace(archive.site).store_path


def truncate(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def cut_short(path: Path) -> None:
    os.truncate(path, 50)


def empty(path: Path) -> None:
    path.write_bytes(b"")


def fill_with_zeros(path: Path) -> None:
    path.write_bytes(bytes(path.stat().st_size))


def overwrite_pages(path: Path) -> None:
    """Spoil all but the first page, which opening looks at first."""
    content = path.read_bytes()
    page_bytes = int.from_bytes(content[16:18], "big")
    path.write_bytes(content[:page_bytes] + b"x" * (len(content) - page_bytes))


def make_folder(path: Path) -> None:
    path.unlink()
    (path / "trong").mkdir(parents=True)


def make_folder_of_journal(path: Path) -> None:
    (path.parent / f"{path.name}-journal" / "trong").mkdir(parents=True)


def run(*statements: str) -> Callable[[Path], None]:
    def spoil(path: Path) -> None:
        with closing(sqlite3.connect(path)) as connection:
            for statement in statements:
                connection.execute(statement)
            connection.commit()

    return spoil


DAMAGES = {
    "truncated": truncate,
    "cut short": cut_short,
    "empty": empty,
    "zeros": fill_with_zeros,
    "garbage": lambda path: path.write_bytes(b"rac" * 9_999),
    "text": lambda path: path.write_text("<<<<<<< HEAD\n", "utf-8"),
    "pages": overwrite_pages,
    "folder": make_folder,
    "folder of a journal": make_folder_of_journal,
    "other version": run("pragma user_version = 999"),
    "no version": run("pragma user_version = 0"),
    "no records": run("drop table records"),
    "no items": run("drop table items"),
    "no files": run("drop table files"),
    "no members": run("drop table members"),
    "no index": run("drop index files_by_subject"),
    "another table": run("create table la (x)"),
    "other column": run("alter table notes add column la text"),
    "lost column": run("alter table items rename column views to luot"),
    "records": run("update records set content = x'7b7d'"),
    "one record": run("update records set content = 'x' where src_uri like 'to-chuc/%'"),
    "cut records": run("update records set content = substr(content, 1, 60)"),
    "records of others": run(
        "update records set content = (select content from records where src_uri like 'nguoi%' or "
        "src_uri like 'van-ban%') where src_uri like 'tin-tuc/2020/02%'"
    ),
    "texts": run("update texts set text = x'00'"),
    "items": run("update items set item = 'x'"),
    "export lines": run("update export_lines set line = 'x'"),
    "conclusions": run("update decided set content = x'00', given = 'x'"),
    "lost texts": run("delete from texts"),
    "lost records": run("delete from records where src_uri like 'to-chuc/%'"),
    "kept entries": run("insert into unindexed values ('x/', 1, '{')"),
}
# The index alone is made anew.
HEALED = {"kept entries"}


@pytest.mark.parametrize("damage", DAMAGES)
def test_damaged_store_gives_way_once_and_the_site_is_right(
    archive: Archive, wanted: dict[str, bytes], damage: str
) -> None:
    DAMAGES[damage](store_of(archive))
    outcome = archive.build()
    assert outcome.problems == ()
    assert archive.tree() == wanted
    # A build reads no more than it needs. It leaves damage that it does not meet.
    warnings = outcome.warnings or archive.build(verified=True).warnings
    assert archive.tree() == wanted
    if damage not in HEALED:
        (warning,) = warnings
        assert warning.startswith("Cảnh báo: sổ của lần dựng trước ")
        assert warning.endswith("; dựng lại toàn bộ.\n")
    again = archive.build(verified=True)
    assert (again.warnings, again.made) == ((), frozenset())


def test_read_only_store_gives_way_too(
    archive: Archive, wanted: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = store_of(archive)
    real = os.access
    monkeypatch.setattr(os, "access", lambda one, mode: one != path and real(one, mode))
    (warning,) = archive.build().warnings
    assert "chỉ cho đọc" in warning
    assert archive.tree() == wanted


@pytest.mark.parametrize("suffix", ["-journal", "-wal", "-shm"])
@pytest.mark.parametrize("content", [b"", b"x" * 9_999, bytes(9_999)])
def test_leavings_beside_the_store_do_no_harm(
    archive: Archive, wanted: dict[str, bytes], suffix: str, content: bytes
) -> None:
    path = store_of(archive)
    path.with_name(path.name + suffix).write_bytes(content)
    archive.build()
    assert archive.tree() == wanted
    assert archive.build(verified=True).warnings == ()


def test_store_held_by_another_program_is_told_and_kept(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda *a, **k: real(*a, **{**k, "timeout": 0.01}))
    with closing(real(store_of(archive))) as other:
        other.execute("begin exclusive")
        with pytest.raises(PublishError, match=r"đang giữ\); đóng chương trình ấy rồi dựng lại"):
            archive.build()
    assert archive.build().warnings == ()


@pytest.mark.parametrize("step", ["take_in", "make_pending", "make_index", "view_home"])
@pytest.mark.parametrize(
    ("statement", "error"),
    [
        ("select la from records", sqlite3.OperationalError),
        ("select * from la", sqlite3.OperationalError),
        ("selekt * from records", sqlite3.OperationalError),
        ("insert into stamps select * from stamps", sqlite3.IntegrityError),
        ("insert into records values (null, null)", sqlite3.IntegrityError),
    ],
)
def test_mistake_of_ours_is_not_called_damage(
    archive: Archive, monkeypatch: pytest.MonkeyPatch, step: str, statement: str, error: type
) -> None:
    real = getattr(build_session, step)
    before = store_of(archive).stat().st_ino

    def mistaken(first: Store | Catalog, *args: object, **options: object) -> object:
        first.connection.execute(statement)
        return real(first, *args, **options)

    with monkeypatch.context() as patch:
        patch.setattr(build_session, step, mistaken)
        with pytest.raises(error):
            archive.build()
    assert store_of(archive).stat().st_ino == before
    assert archive.build().warnings == ()


@pytest.mark.parametrize("mistake", [ValueError, TypeError, KeyError, AttributeError, IndexError])
def test_other_mistake_passes_as_it_is(
    archive: Archive, monkeypatch: pytest.MonkeyPatch, mistake: type[Exception]
) -> None:
    def mistaken(*args: object, **options: object) -> object:
        raise mistake("lỗi của máy")

    with monkeypatch.context() as patch:
        patch.setattr(build_session, "make_pending", mistaken)
        with pytest.raises(mistake, match="lỗi của máy"):
            archive.build()
    assert archive.build().warnings == ()


def test_second_damage_in_a_build_is_the_disks(
    archive: Archive, wanted: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    real = build_session.make_pending

    def damaging(store: Store, *args: object, **options: object) -> object:
        overwrite_pages(store.path)
        return real(store, *args, **options)  # type: ignore[arg-type]

    before = archive.tree()
    with monkeypatch.context() as patch:
        patch.setattr(build_session, "make_pending", damaging)
        with pytest.raises(PublishError, match="đã được bỏ đi; dựng lại"):
            archive.build()
    assert archive.tree() == before
    assert archive.build().warnings == ()
    assert archive.tree() == wanted


def refresh(archive: Archive) -> int | None:
    return refresh_view_files(Workspace(archive.site), ViewTotals())


@pytest.mark.parametrize("damage", ["truncated", "garbage", "no records", "no items", "no members"])
def test_counts_and_drafts_pass_over_a_damaged_store(archive: Archive, damage: str) -> None:
    assert refresh(archive) == 0
    DAMAGES[damage](store_of(archive))
    assert refresh(archive) is None
    with pytest.raises(PublishError, match="dựng lại trang rồi xem thử"):
        Drafting(archive.docs, archive.site).render(EDITED, FILES[EDITED])


def test_mistake_of_ours_in_a_count_is_not_passed_over(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    def mistaken(catalog: Catalog, _: ViewTotals) -> Iterator[tuple[str, bytes]]:
        yield "", catalog.connection.execute("select la from records").fetchone()[0]

    monkeypatch.setattr(view_count_files, "view_files", mistaken)
    with pytest.raises(sqlite3.OperationalError):
        refresh(archive)

"""The site after publishing: exactly the outputs and pages, untouched where nothing changed."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from bantin.building.build import Rendering
from bantin.building.publish import Published, list_files, list_site, publish
from bantin.building.store import Store, StoredFile
from bantin.building.workspace import Workspace
from bantin.errors import PublishError


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    workspace = Workspace(tmp_path / "site")
    workspace.prepare()
    return workspace


@pytest.fixture
def store(workspace: Workspace) -> Iterator[Store]:
    store = Store.open(workspace.store_path)
    yield store
    store.close()


def put(folder: Path, **files: str) -> None:
    for name, text in files.items():
        path = folder / name.replace("__", "/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


def made(workspace: Workspace, **files: str) -> Rendering:
    put(workspace.fresh_dir, **files)
    paths = [(name.replace("__", "/"), text) for name, text in files.items()]
    rows = tuple(StoredFile(path, path, "dấu", len(text)) for path, text in paths)
    return Rendering(rows, (), len(rows))


NOTHING = Rendering((), (), 0)


def test_outputs_and_pages_become_the_site(workspace: Workspace, store: Store) -> None:
    put(workspace.pages_dir, index="trang", b__c="tĩnh")
    published = publish(workspace, store, made(workspace, a__x="tin"))
    assert published == Published(("a/x", "b/c", "index"), ())
    assert (workspace.site_dir / "a" / "x").read_text("utf-8") == "tin"
    assert set(list_files(workspace.site_dir)) == {"a/x", "b/c", "index"}


def test_what_belongs_to_nothing_is_pruned_with_its_empty_folders(
    workspace: Workspace, store: Store
) -> None:
    put(workspace.site_dir, cu__rat__cu="1", a__thua="2", a__x="tin")
    published = publish(workspace, store, made(workspace, a__x="tin"))
    assert published.pruned == ("a/thua", "cu/rat/cu")
    assert not (workspace.site_dir / "cu").exists()
    assert (workspace.site_dir / "a").is_dir()


def test_empty_folders_go_too_but_for_the_hidden_ones_at_the_top(
    workspace: Workspace, store: Store
) -> None:
    """A build killed while it pruned leaves them."""
    for name in ("cu/rat/cu", "a/cu", "trang", ".well-known"):
        (workspace.site_dir / name).mkdir(parents=True)
    published = publish(workspace, store, made(workspace, a__x="tin", trang="tệp"))
    assert published == Published(("a/x", "trang"), ())
    found = {
        path.relative_to(workspace.site_dir).as_posix() for path in workspace.site_dir.rglob("*")
    }
    assert found == {"a", "a/x", "trang", ".well-known"}


def test_files_of_current_outputs_stay(workspace: Workspace, store: Store) -> None:
    put(workspace.site_dir, a__x="tin")
    kept = StoredFile("a/x", "a/x", "dấu", 3)
    assert publish(workspace, store, Rendering((), (kept,), 0)) == Published((), ())
    assert (workspace.site_dir / "a" / "x").is_file()


def test_hidden_files_at_the_top_are_the_servers(workspace: Workspace, store: Store) -> None:
    put(workspace.site_dir, **{".htaccess": "1", ".well-known__x": "2", "a__.an": "3"})
    assert publish(workspace, store, NOTHING).pruned == ("a/.an",)
    assert set(list_files(workspace.site_dir)) == {".htaccess", ".well-known/x"}
    assert list_site(workspace.site_dir) == {}


def test_hidden_pages_of_the_engine_are_published(workspace: Workspace, store: Store) -> None:
    put(workspace.pages_dir, **{".nojekyll": ""})
    assert publish(workspace, store, NOTHING).written == (".nojekyll",)
    assert publish(workspace, store, NOTHING) == Published((), ())


def test_equal_file_is_not_written_again(workspace: Workspace, store: Store) -> None:
    put(workspace.site_dir, a="tin", b="trang")
    old = 10**18
    for name in "ab":
        os.utime(workspace.site_dir / name, ns=(old, old))
    put(workspace.pages_dir, b="trang")
    assert publish(workspace, store, made(workspace, a="tin")).written == ()
    assert {path.stat().st_mtime_ns for path in workspace.site_dir.iterdir()} == {old}


def test_changed_file_of_the_same_length_is_written(workspace: Workspace, store: Store) -> None:
    put(workspace.site_dir, a="tin")
    rendering = made(workspace, a="nit")
    for folder in (workspace.site_dir, workspace.fresh_dir):
        os.utime(folder / "a", ns=(10**18, 10**18))
    assert publish(workspace, store, rendering).written == ("a",)
    assert (workspace.site_dir / "a").read_text("utf-8") == "nit"


def test_folder_gives_way_to_a_file_and_back(workspace: Workspace, store: Store) -> None:
    put(workspace.site_dir, a__b="1")
    publish(workspace, store, made(workspace, a="2"))
    assert (workspace.site_dir / "a").read_text("utf-8") == "2"
    publish(workspace, store, made(workspace, a__b="3"))
    assert (workspace.site_dir / "a" / "b").read_text("utf-8") == "3"


def test_rows_are_remembered_and_rows_of_others_forgotten(workspace: Workspace) -> None:
    kept, gone = StoredFile("k", "k", "dấu", 1), StoredFile("g", "g", "dấu", 1)
    taken = StoredFile("trang", "trang", "dấu", 5)
    store = Store.open(workspace.store_path)
    store.remember([kept, gone, taken])
    store.close()
    put(workspace.site_dir, k="1", g="1", trang="trang")
    put(workspace.pages_dir, trang="tĩnh!")
    store = Store.open(workspace.store_path)
    rendering = made(workspace, a="tin")
    publish(workspace, store, Rendering(rendering.made, (kept,), 1))
    store.close()
    store = Store.open(workspace.store_path)
    assert sorted(store.paths) == ["a", "k"]
    store.close()


def test_rows_go_before_files_are_touched_and_come_back_after(
    workspace: Workspace, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    events: list[str] = []
    replace = Path.replace
    monkeypatch.setattr(Store, "forget", lambda *_: events.append("forget"))
    monkeypatch.setattr(Store, "remember", lambda *_: events.append("remember"))
    monkeypatch.setattr(Path, "replace", lambda s, t: (events.append("move"), replace(s, t))[1])
    unlink = Path.unlink
    monkeypatch.setattr(Path, "unlink", lambda s, **k: (events.append("prune"), unlink(s, **k))[1])
    put(workspace.site_dir, cu="1")
    publish(workspace, store, made(workspace, a="tin"))
    assert events == ["forget", "prune", "move", "remember"]


def test_site_that_cannot_be_written_is_told_where_and_why(
    workspace: Workspace, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, target: Path) -> Path:
        raise OSError(errno.ENOSPC, "No space left on device", str(path), None, str(target))

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(PublishError, match=r"vào .*site.a \(đĩa đã đầy\).*dựng lại"):
        publish(workspace, store, made(workspace, a="tin"))


def test_folder_beside_the_site_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / ".site.bantin").write_text("tệp", "utf-8")
    with pytest.raises(PublishError, match="không ghi được"):
        Workspace(tmp_path / "site").prepare()


def test_worker_of_a_killed_build_cannot_write_into_the_next(workspace: Workspace) -> None:
    following = Workspace(workspace.site_dir)
    following.prepare()
    put(workspace.fresh_dir, a="cũ")
    put(workspace.pages_dir, b="cũ")
    assert list_files(following.fresh_dir) == list_files(following.pages_dir) == {}


def test_preparing_clears_what_a_killed_build_left_but_keeps_the_store(
    workspace: Workspace, store: Store
) -> None:
    put(workspace.fresh_dir, a="1")
    put(workspace.pages_dir, b="1")
    killed = Workspace(workspace.site_dir)
    killed.prepare()
    put(killed.fresh_dir, c="1")
    workspace.prepare()
    assert list_files(workspace.state_dir) == {"store.sqlite": workspace.store_path.stat().st_size}
    workspace.remove()
    assert not workspace.state_dir.exists()

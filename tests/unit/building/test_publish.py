"""The site after publishing: exactly the outputs and pages, untouched where nothing changed."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

import pytest
from bantin.building.folder_listing import list_files, scan_site
from bantin.building.freshness import take_stock
from bantin.building.moving import ARRIVING
from bantin.building.publish import Course, Published
from bantin.building.publish import publish as publish_into
from bantin.building.render_stale import Rendering
from bantin.building.site_check import digest_content
from bantin.building.store import EVERYTHING, Store, StoredFile
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


def stored(name: str, text: str) -> StoredFile:
    path = name.replace("__", "/")
    content = text.encode()
    return StoredFile(path, path, "dấu", len(content), digest_content(content))


def made(workspace: Workspace, **files: str) -> Rendering:
    rows = tuple(stored(name, text) for name, text in files.items())
    for row, text in zip(rows, files.values(), strict=True):
        workspace.fresh_path(row.path).write_text(text, "utf-8")
    return Rendering(rows)


def remember(store: Store, **files: str) -> None:
    with store.changing():
        store.remember(stored(name, text) for name, text in files.items())


def publish(
    workspace: Workspace,
    store: Store,
    rendering: Rendering,
    notes: Mapping[str, str] = MappingProxyType({}),
) -> Published:
    inventory = take_stock(store, scan_site(workspace.site_dir), workspace.site_dir)
    published = publish_into(workspace, store, rendering, inventory, notes, Course())
    assert inventory == take_stock(store, scan_site(workspace.site_dir), workspace.site_dir)
    return published


NOTHING = Rendering(())


def test_outputs_and_pages_become_the_site(workspace: Workspace, store: Store) -> None:
    put(workspace.pages_dir, index="trang", b__c="tĩnh")
    published = publish(workspace, store, made(workspace, a__x="tin"))
    assert published == Published(("a/x", "b/c", "index"), ())
    assert (workspace.site_dir / "a" / "x").read_text("utf-8") == "tin"
    assert set(list_files(workspace.site_dir)) == {"a/x", "b/c", "index"}


def test_files_of_the_search_index_wait_under_their_own_paths(
    workspace: Workspace, store: Store
) -> None:
    put(workspace.index_dir, tim__mot="gói")
    rendering = Rendering(made(workspace, a="tin").made, index=(stored("tim__mot", "gói"),))
    assert publish(workspace, store, rendering).written == ("a", "tim/mot")
    assert (workspace.site_dir / "tim" / "mot").read_text("utf-8") == "gói"
    assert publish(workspace, store, NOTHING) == Published((), ())


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
    remember(store, a__x="tin")
    assert publish(workspace, store, NOTHING) == Published((), ())
    assert (workspace.site_dir / "a" / "x").is_file()


def test_hidden_files_at_the_top_are_the_servers(workspace: Workspace, store: Store) -> None:
    put(workspace.site_dir, **{".htaccess": "1", ".well-known__x": "2", "a__.an": "3"})
    assert publish(workspace, store, NOTHING).pruned == ("a/.an",)
    assert set(list_files(workspace.site_dir)) == {".htaccess", ".well-known/x"}
    assert scan_site(workspace.site_dir) == {}


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
    for path in (workspace.site_dir / "a", workspace.fresh_path("a")):
        os.utime(path, ns=(10**18, 10**18))
    assert publish(workspace, store, rendering).written == ("a",)
    assert (workspace.site_dir / "a").read_text("utf-8") == "nit"


def test_folder_gives_way_to_a_file_and_back(workspace: Workspace, store: Store) -> None:
    put(workspace.site_dir, a__b="1")
    publish(workspace, store, made(workspace, a="2"))
    assert (workspace.site_dir / "a").read_text("utf-8") == "2"
    rendering = made(workspace, a__b="3")
    publish(workspace, store, Rendering(rendering.made, gone=("a",)))
    assert (workspace.site_dir / "a" / "b").read_text("utf-8") == "3"


def test_rows_are_remembered_and_those_of_what_is_no_more_forgotten(
    workspace: Workspace, store: Store
) -> None:
    remember(store, k="1", g="1", trang="trang")
    put(workspace.site_dir, k="1", g="1", trang="trang")
    put(workspace.pages_dir, trang="tĩnh!")
    rendering = Rendering(made(workspace, a="tin").made, gone=("g",))
    assert publish(workspace, store, rendering).pruned == ("g",)
    assert sorted(path for path, _, _ in store.files()) == ["a", "k"]
    assert list_files(workspace.site_dir).keys() == {"a", "k", "trang"}


def test_site_is_settled_and_notes_kept_once_all_is_in_place(
    workspace: Workspace, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def die(*_: object) -> None:
        assert (store.pending(), store.note("shared")) == ({EVERYTHING}, "")
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", die)
        with pytest.raises(KeyboardInterrupt):
            publish(workspace, store, made(workspace, a="tin"), {"shared": "mới"})
    assert (store.pending(), store.note("shared")) == ({EVERYTHING}, "")
    publish(workspace, store, made(workspace, a="tin"), {"shared": "mới"})
    assert (store.pending(), store.note("shared")) == (set(), "mới")


def test_rows_go_before_files_are_touched_and_come_back_after(
    workspace: Workspace, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    events: list[str] = []

    def log(owner: object, name: str, event: str) -> None:
        real = getattr(owner, name)

        def logged(*args: object, **options: object) -> object:
            if not events or events[-1] != event:
                events.append(event)
            return real(*args, **options)

        monkeypatch.setattr(owner, name, logged)

    put(workspace.site_dir, cu__cu="1", a="cũ")
    remember(store, a="cũ")
    rendering = made(workspace, a="tin", b__b="tin")
    log(Store, "forget", "forget")
    log(Store, "remember", "remember")
    log(os, "replace", "move")
    log(os, "unlink", "prune")
    log(os, "rmdir", "prune folders")
    log(Store, "settle", "settle")
    publish(workspace, store, rendering)
    assert events == ["forget", "prune", "prune folders", "move", "remember", "settle"]


def test_first_site_takes_its_place_in_one_step(
    workspace: Workspace, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace.site_dir.mkdir()
    remember(store, cu="cũ")
    put(workspace.whole_dir, a__x="tin")
    put(workspace.pages_dir, b="trang", c__d="tĩnh")
    moves: list[str] = []
    rename = os.rename

    def log(source: str, target: str) -> None:
        assert not any(workspace.site_dir.parent.glob("site/*"))
        rename(source, target)
        moves.append(Path(target).name)

    monkeypatch.setattr(os, "rename", log)
    rendering = Rendering((stored("a__x", "tin"),), whole=True)
    assert publish(workspace, store, rendering) == Published(("a/x", "b", "c/d"), ())
    assert moves == ["site"]
    assert list_files(workspace.site_dir) == {"a/x": 3, "b": 5, "c/d": 5}
    assert [path for path, _, _ in store.files()] == ["a/x"]


def test_site_that_cannot_be_written_is_told_where_and_why(
    workspace: Workspace, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: str, target: str) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", path, None, target)

    monkeypatch.setattr(os, "replace", full)
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


def test_folder_that_is_a_link_is_filled_and_not_replaced(tmp_path: Path) -> None:
    """Nor is a mounted one: nothing can take its place."""
    (tmp_path / "ở nơi khác").mkdir()
    (tmp_path / "site").symlink_to(tmp_path / "ở nơi khác")
    assert Workspace(tmp_path / "site").has_site()
    (tmp_path / "rỗng").mkdir()
    assert not Workspace(tmp_path / "rỗng").has_site()


def on_another_disk(patch: pytest.MonkeyPatch, site: Path) -> list[str]:
    """Let no file be moved into the site in one step; return the names of what is copied there."""
    arrived: list[str] = []
    replace = os.replace

    def refuse(source: str, target: str) -> None:
        if Path(source).is_relative_to(site):
            arrived.append(Path(source).name)
            replace(source, target)
            return
        raise OSError(errno.EXDEV, "Invalid cross-device link", source, None, target)

    patch.setattr(os, "replace", refuse)
    return arrived


def test_files_come_to_a_site_on_another_disk_each_in_one_step(
    workspace: Workspace, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(workspace.site_dir, a="cũ", thua="1")
    put(workspace.pages_dir, b__c="tĩnh")
    with monkeypatch.context() as patch:
        arrived = on_another_disk(patch, workspace.site_dir)
        published = publish(workspace, store, made(workspace, a="mới", d__e__f="tin"))
    assert published.written == ("a", "b/c", "d/e/f")
    assert arrived == [ARRIVING] * 3
    assert list_files(workspace.site_dir) == {"a": 5, "b/c": 5, "d/e/f": 3}


def test_leaving_of_a_killed_copy_goes_without_a_word(workspace: Workspace, store: Store) -> None:
    publish(workspace, store, made(workspace, a__x="tin"))
    put(workspace.site_dir, a__la="1")
    (workspace.site_dir / "a" / ARRIVING).write_text("nửa", "utf-8")
    published = publish(workspace, store, NOTHING)
    assert published.pruned == (f"a/{ARRIVING}", "a/la")
    assert published.strange == ("a/la",)


@pytest.mark.parametrize("step", ["rmdir", "rename"])
@pytest.mark.parametrize("fault", [errno.EBUSY, errno.EXDEV])
def test_first_site_fills_a_folder_that_cannot_be_replaced(
    workspace: Workspace, store: Store, monkeypatch: pytest.MonkeyPatch, step: str, fault: int
) -> None:
    workspace.site_dir.mkdir()
    put(workspace.whole_dir, a__x="tin")
    put(workspace.pages_dir, b="trang")

    def refuse(*paths: object) -> None:
        raise OSError(fault, "no", str(paths[0]))

    course = Course()
    with monkeypatch.context() as patch:
        patch.setattr(Path, step, refuse)
        inventory = take_stock(store, {}, workspace.site_dir)
        rendering = Rendering((stored("a__x", "tin"),), whole=True)
        published = publish_into(workspace, store, rendering, inventory, {}, course)
    assert published == Published(("a/x", "b"), ())
    assert list_files(workspace.site_dir) == {"a/x": 3, "b": 5}
    assert (course.written, course.total) == (2, 2)


@pytest.mark.parametrize("after", [0, 1, 2])
def test_course_tells_what_a_failure_left_behind(
    workspace: Workspace, store: Store, monkeypatch: pytest.MonkeyPatch, after: int
) -> None:
    put(workspace.site_dir, thua="1")
    replace, left = os.replace, iter(range(after))

    def full(source: str, target: str) -> None:
        if next(left, None) is None:
            raise OSError(errno.ENOSPC, "full", source, None, target)
        replace(source, target)

    monkeypatch.setattr(os, "replace", full)
    course = Course()
    rendering = made(workspace, a="1", b="2", c="3")
    inventory = take_stock(store, scan_site(workspace.site_dir), workspace.site_dir)
    with pytest.raises(PublishError):
        publish_into(workspace, store, rendering, inventory, {}, course)
    assert course == Course(total=3, written=after, pruned=1, has_begun=True)


def test_files_of_others_are_told_apart_from_our_own(workspace: Workspace, store: Store) -> None:
    put(workspace.pages_dir, trang="1", anh="2")
    put(workspace.site_dir, cu="1")
    assert publish(workspace, store, made(workspace, a="tin", b="tin")).strange == ()
    put(workspace.site_dir, la="1", cu__la="2")
    put(workspace.pages_dir, trang="1")
    published = publish(workspace, store, Rendering((), gone=("b",)))
    assert published.pruned == ("anh", "b", "cu/la", "la")
    assert published.strange == ("cu/la", "la")


def test_leavings_of_a_killed_build_are_ours(
    workspace: Workspace, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(workspace, store, made(workspace, a="tin"))

    def die(*_: object) -> None:
        raise KeyboardInterrupt

    put(workspace.pages_dir, trang="1")
    with monkeypatch.context() as patch:
        patch.setattr(Store, "remember", die)
        with pytest.raises(KeyboardInterrupt):
            publish(workspace, store, made(workspace, b="tin"))
    published = publish(workspace, store, NOTHING)
    assert (published.pruned, published.strange) == (("b", "trang"), ())

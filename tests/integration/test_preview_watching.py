"""The preview is told of saved files by the system, and of nothing that does not matter."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from bantin.mkdocs.preview.watching import Watcher
from watchdog.observers import Observer
from watchdog.observers.polling import PollingObserver

# How long the system may take to tell; what never comes is waited for briefly.
SOON_S, NEVER_S = 60.0, 1.5


class Waiting:
    """Waits for one change, in a thread of its own."""

    def __init__(self, watcher: Watcher) -> None:
        self.watcher = watcher
        self._thread = threading.Thread(target=watcher.wait, daemon=True)
        self._thread.start()

    def is_told(self, within_s: float = SOON_S) -> bool:
        self._thread.join(within_s)
        return not self._thread.is_alive()


@contextmanager
def watching(
    *paths: Path, make: Callable[[], object] = Observer, said: list[str] | None = None
) -> Iterator[Waiting]:
    watcher = Watcher((said if said is not None else []).append, make)
    watcher.follow(paths)
    waiting = Waiting(watcher)
    try:
        yield waiting
    finally:
        watcher.follow([])
        watcher._changed.set()
        assert waiting.is_told()
        watcher.stop()


def save(path: Path, text: str = "a") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def append(path: Path) -> None:
    path.write_text(path.read_text("utf-8") + "a", "utf-8")


def replace(path: Path) -> None:
    save(path.with_name(".tam"), "b").replace(path)


def move_out(path: Path) -> None:
    path.parent.rename(path.parents[2] / "ngoai")


def move_in(path: Path) -> None:
    save(path.parents[2] / "moi" / "b.md").parent.rename(path.parents[1] / "moi")


CHANGES: dict[str, Callable[[Path], object]] = {
    "saved": append,
    "replaced": replace,
    "removed": Path.unlink,
    "renamed": lambda path: path.rename(path.with_name("b.md")),
    "another": lambda path: save(path.with_name("b.md")),
    "another, deeper": lambda path: save(path.parent / "x" / "y" / "b.md"),
    "folder moved out": move_out,
    "folder moved in": move_in,
    "folder removed": lambda path: shutil.rmtree(path.parent),
    "folder renamed": lambda path: path.parent.rename(path.parents[1] / "khac"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_change_is_told_however_deep_and_in_whatever_way(
    tmp_path: Path, change: Callable[[Path], object]
) -> None:
    path = save(tmp_path / "docs" / "2021" / "a.md")
    with watching(tmp_path / "docs") as waiting:
        change(path)
        assert waiting.is_told()


def test_what_is_read_hidden_or_a_backup_is_not_told_of(tmp_path: Path) -> None:
    path = save(tmp_path / "a.md")
    with watching(tmp_path) as waiting:
        path.read_text("utf-8")
        save(tmp_path / ".a.md.swp")
        save(tmp_path / "a.md~")
        assert not waiting.is_told(NEVER_S)


@pytest.mark.parametrize("change", [append, replace, Path.unlink])
def test_single_file_is_followed_and_its_neighbours_are_not(
    tmp_path: Path, change: Callable[[Path], object]
) -> None:
    path = save(tmp_path / "mkdocs.yml")
    with watching(path) as waiting:
        save(tmp_path / "khac.txt")
        assert not waiting.is_told(NEVER_S)
        change(path)
        assert waiting.is_told()


@pytest.mark.parametrize("leave", [shutil.rmtree, lambda path: path.rename(path.with_name("x"))])
def test_folder_that_goes_is_told_and_watched_again_when_it_is_back(
    tmp_path: Path, leave: Callable[[Path], object]
) -> None:
    docs = tmp_path / "docs"
    save(docs / "a.md")
    with watching(docs) as waiting:
        leave(docs)
        assert waiting.is_told()
        follow_and(waiting, [docs], lambda: save(docs / "a.md"))
        follow_and(waiting, [docs], lambda: save(docs / "2021" / "b.md"))


def follow_and(waiting: Waiting, paths: Iterable[Path], change: Callable[[], object]) -> None:
    waiting.watcher.follow(paths)
    following = Waiting(waiting.watcher)
    change()
    assert following.is_told()


def test_what_changes_while_a_build_reads_is_told_after_it(tmp_path: Path) -> None:
    settings, docs = save(tmp_path / "mkdocs.yml"), tmp_path / "docs"
    save(docs / "a.md")
    watcher = Watcher(lambda line: None)
    try:
        for path in (settings, docs / "a.md"):
            watcher.follow([settings, docs])
            append(path)
            # The settings have named another folder, as after the first build.
            watcher.add([settings, docs, tmp_path / f"khac-{path.name}"])
            assert Waiting(watcher).is_told()
    finally:
        watcher.stop()


class Exhausted:
    """A system that has no notification left to give."""

    def schedule(self, *_: object, **__: object) -> object:
        return object()

    def start(self) -> None:
        raise OSError(28, "inotify watch limit reached")


def test_system_without_notifications_is_looked_at_instead(tmp_path: Path) -> None:
    save(tmp_path / "docs" / "a.md")
    said: list[str] = []
    with watching(tmp_path / "docs", make=Exhausted, said=said) as waiting:
        assert isinstance(waiting.watcher._observer, PollingObserver)
        append(tmp_path / "docs" / "a.md")
        assert waiting.is_told()
    assert "dò từng tệp" in said[0]

"""The preview is told of saved files by the system, and of nothing that does not matter."""

from __future__ import annotations

import queue
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from bantin.mkdocs.preview import NativeObserver
from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers.polling import PollingObserver

# How long the system may take to tell; what never comes is waited for briefly.
SOON_S, NEVER_S = 60.0, 0.7


class Told(FileSystemEventHandler):
    """Keeps the names of what it is told of."""

    def __init__(self) -> None:
        self.names: queue.Queue[str] = queue.Queue()

    def on_any_event(self, event: FileSystemEvent) -> None:
        if not event.is_directory:
            self.names.put(Path(str(event.dest_path or event.src_path)).name)

    def wait(self, seconds: float) -> str | None:
        try:
            return self.names.get(timeout=seconds)
        except queue.Empty:
            return None


@contextmanager
def watching(path: Path, observer: NativeObserver | None = None) -> Iterator[Told]:
    observer = observer or NativeObserver()
    told = Told()
    observer.schedule(told, str(path), recursive=True)
    observer.start()
    try:
        yield told
    finally:
        observer.stop()
        observer.join()


def test_saved_file_is_told_of_however_deep(tmp_path: Path) -> None:
    (tmp_path / "tin-tuc" / "2021").mkdir(parents=True)
    with watching(tmp_path) as told:
        (tmp_path / "tin-tuc" / "2021" / "a.md").write_text("a", "utf-8")
        assert told.wait(SOON_S) == "a.md"


def test_what_is_read_hidden_or_a_backup_is_not_told_of(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("a", "utf-8")
    with watching(tmp_path) as told:
        (tmp_path / "a.md").read_text("utf-8")
        (tmp_path / ".a.md.swp").write_text("x", "utf-8")
        (tmp_path / "a.md~").write_text("x", "utf-8")
        assert told.wait(NEVER_S) is None


def test_single_file_is_followed_when_another_takes_its_place(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("a", "utf-8")
    (tmp_path / "moi").write_text("b", "utf-8")
    with watching(tmp_path / "mkdocs.yml") as told:
        (tmp_path / "khac.txt").write_text("x", "utf-8")
        (tmp_path / "moi").replace(tmp_path / "mkdocs.yml")
        assert told.wait(SOON_S) == "mkdocs.yml"


class Exhausted:
    """A system that has no notification left to give."""

    def schedule(self, *_: object, **__: object) -> object:
        return object()

    def start(self) -> None:
        raise OSError(28, "inotify watch limit reached")


def test_system_without_notifications_is_looked_at_instead(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    observer = NativeObserver(Exhausted)
    with caplog.at_level("INFO"), watching(tmp_path, observer) as told:
        assert isinstance(observer._observer, PollingObserver)
        (tmp_path / "a.md").write_text("a", "utf-8")
        assert told.wait(SOON_S) == "a.md"
    assert "dò từng tệp" in caplog.text

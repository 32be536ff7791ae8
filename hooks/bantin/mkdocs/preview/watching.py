"""Tells when a watched file or folder changes.

MkDocs looks at every file of docs/ twice a second. With 50,000 files that keeps a processor busy.
Here the system reports changes within folders. Only a handful of paths is looked at.
"""

from __future__ import annotations

import stat
import threading
import warnings
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from watchdog.events import (
    DirDeletedEvent,
    DirMovedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.polling import PollingObserver

# Without the events for opening and closing files: the build itself causes those. A folder that
# leaves takes its files along without a word about them.
_CHANGES: list[type[FileSystemEvent]] = [
    DirDeletedEvent,
    DirMovedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
]
_LOOK_EVERY_S = 0.5
# Files must stay unchanged this long before a rebuild. Editors save in one go.
_QUIET_S = 0.05
# Where files change without end, a rebuild waits no longer.
_RESTLESS_S = 3.0


class _State(NamedTuple):
    """What tells a file's content from another, and a folder from one in its place."""

    is_folder: bool
    identity: tuple[int, int]
    content: tuple[int, int] = (0, 0)


class Watcher:
    """Waits for changes below folders, and of single files. Used by one thread.

    If the system has too few notifications for so many folders, it looks at files as MkDocs does.
    """

    def __init__(self, tell: Callable[[str], None], make: Callable[[], Any] = Observer) -> None:
        """Set up, and watch nothing yet.

        Args:
            tell: takes a line, in Vietnamese, when the system cannot report changes.
            make: makes an observer.
        """
        self._tell = tell
        self._make = make
        self._observer: Any = None
        self._states: dict[Path, _State | None] = {}
        self._changed = threading.Event()
        # A watched folder itself went. Another one may come and look the same.
        self._lost = threading.Event()

    def follow(self, paths: Iterable[Path]) -> None:
        """Watch these paths and no others. They need not exist.

        What changes from now on is told. So call it before the files are read.
        """
        before = self._folders
        self._states = {path: _state_of(path) for path in paths}
        if before != self._folders or self._observer is None or self._lost.is_set():
            self._watch()

    def add(self, paths: Iterable[Path]) -> None:
        """Watch these paths, too. Changes of the others since `follow` are still told."""
        before = self._folders
        self._states |= {path: _state_of(path) for path in paths if path not in self._states}
        try:
            for folder in self._folders.keys() - before.keys() if self._observer else ():
                self._schedule(self._observer, folder)
        except OSError:
            self._watch()
            # The observer that was stopped may have had something to tell.
            self._changed.set()

    @property
    def _folders(self) -> dict[Path, _State]:
        return {path: state for path, state in self._states.items() if state and state.is_folder}

    def _watch(self) -> None:
        self.stop()
        self._lost.clear()
        try:
            self._observer = self._start(self._make())
        except OSError as error:
            self._tell(
                f"Hệ thống không báo được khi tệp thay đổi ({error.strerror or error}); "
                "chuyển sang dò từng tệp, chậm và tốn máy hơn."
            )
            self._make = _make_polling
            # A folder that goes right now is seen at the next look.
            with suppress(OSError):
                self._observer = self._start(self._make())

    def _start(self, observer: Any) -> Any:
        # The library walks into a new folder, and may meet it again in the system's report of it.
        warnings.filterwarnings("ignore", "Callback with id", RuntimeWarning)
        for folder in self._folders:
            self._schedule(observer, folder)
        observer.start()
        return observer

    def _schedule(self, observer: Any, folder: Path) -> None:
        told = _Told(folder, self._changed, self._lost)
        observer.schedule(told, str(folder), recursive=True, event_filter=_CHANGES)

    def wait(self) -> None:
        """Return after a change, when everything has been quiet for a moment."""
        while not self._changed.wait(_LOOK_EVERY_S):
            if self._lost.is_set() or self._is_other():
                break
        for _ in range(round(_RESTLESS_S / _QUIET_S)):
            self._changed.clear()
            if not self._changed.wait(_QUIET_S):
                break

    def _is_other(self) -> bool:
        return any(_state_of(path) != state for path, state in self._states.items())

    def stop(self) -> None:
        """Stop watching."""
        observer, self._observer = self._observer, None
        if observer is not None:
            observer.stop()
            observer.join()


def _make_polling() -> Any:
    return PollingObserver(timeout=1.0)


def _state_of(path: Path) -> _State | None:
    """Return the state of a path; None where there is nothing."""
    try:
        found = path.stat()
    except OSError:
        return None
    identity = (found.st_dev, found.st_ino)
    if stat.S_ISDIR(found.st_mode):
        return _State(True, identity)
    return _State(False, identity, (found.st_mtime_ns, found.st_size))


class _Told(FileSystemEventHandler):
    """Hears of a folder, and passes on what concerns the site: no hidden and backup files."""

    def __init__(self, folder: Path, changed: threading.Event, lost: threading.Event) -> None:
        self._folder = folder
        self._changed = changed
        self._lost = lost

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Note an event."""
        paths = [Path(str(path)) for path in (event.src_path, event.dest_path) if path]
        if self._folder in paths:
            self._lost.set()
        if any(not path.name.startswith(".") and not path.name.endswith("~") for path in paths):
            self._changed.set()

"""The preview's server: the system reports changes, so the server need not look for them.

MkDocs looks at every file of docs/ twice a second. With 50,000 files that keeps a processor busy.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import get_plugin_logger
from watchdog.events import (
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.polling import PollingObserver

log = get_plugin_logger("bantin")

# Without the events for opening and closing files: the build itself causes those.
_CHANGES: list[type[FileSystemEvent]] = [
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
]
# Files must stay unchanged this long before a rebuild. Editors save in one go.
_QUIET_S = 0.05


def serve_from(server: LiveReloadServer, site_dir: Path) -> None:
    """Let a server show the site in `site_dir`, and watch by the system's notifications.

    Args:
        server: about to start; already knows what to watch.
        site_dir: the built site, in another folder than MkDocs knows.
    """
    server.root = str(site_dir)
    server.error_handler = lambda code: _error_page(site_dir, code)
    server.build_delay = _QUIET_S
    paths = list(server._watched_paths)
    for path in paths:
        server.unwatch(path)
    server.observer = NativeObserver()  # type: ignore[assignment]
    for path in paths:
        server.watch(path)


def _error_page(site_dir: Path, code: int) -> bytes | None:
    page = site_dir / f"{code}.html"
    return page.read_bytes() if page.is_file() else None


class NativeObserver:
    """An observer for MkDocs' server that uses the system's notifications.

    If the system has too few notifications for so many folders, it looks at files as MkDocs does.
    """

    def __init__(self, make: Callable[[], Any] = Observer) -> None:
        self._make = make
        self._observer = make()
        self._watched: dict[int, tuple[FileSystemEventHandler, str, bool]] = {}

    def schedule(
        self, handler: FileSystemEventHandler, path: str, *, recursive: bool = False
    ) -> object:
        """Watch a folder, or a single file."""
        target = Path(path)
        # A single file is watched through its folder, because many editors replace the file.
        folder, only = (path, None) if target.is_dir() else (str(target.parent), target)
        told = _Filter(handler, only)
        watch = self._schedule(told, folder, recursive and only is None)
        self._watched[id(watch)] = (told, folder, recursive and only is None)
        return watch

    def _schedule(self, handler: FileSystemEventHandler, folder: str, recursive: bool) -> object:
        return self._observer.schedule(handler, folder, recursive=recursive, event_filter=_CHANGES)

    def unschedule(self, watch: object) -> None:
        """Stop watching a folder or file."""
        del self._watched[id(watch)]
        self._observer.unschedule(watch)

    def start(self) -> None:
        """Begin to report changes."""
        try:
            self._observer.start()
        except OSError as error:
            log.info(
                "Hệ thống không báo được khi tệp thay đổi (%s); chuyển sang dò từng tệp, "
                "chậm và tốn máy hơn.",
                error.strerror or error,
            )
            self._observer = PollingObserver(timeout=1.0)
            for handler, folder, recursive in self._watched.values():
                self._schedule(handler, folder, recursive)
            self._observer.start()

    def stop(self) -> None:
        """Stop reporting changes."""
        self._observer.stop()

    def join(self) -> None:
        """Wait until the observer has ended."""
        self._observer.join()


class _Filter(FileSystemEventHandler):
    """Passes on events that concern the site, but none of hidden and backup files."""

    def __init__(self, handler: FileSystemEventHandler, only: Path | None) -> None:
        self._handler = handler
        self._only = only

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Pass an event on."""
        paths = [Path(str(path)) for path in (event.src_path, event.dest_path) if path]
        if self._only is not None:
            matters = self._only in paths
        else:
            matters = any(not p.name.startswith(".") and not p.name.endswith("~") for p in paths)
        if matters:
            self._handler.dispatch(event)

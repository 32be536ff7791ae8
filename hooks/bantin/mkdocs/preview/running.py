"""One preview from its start to its end: a server, a watch over files, builds in between.

Knows no engine. Only one preview of a project runs at a time.
"""

from __future__ import annotations

import errno
import json
import os
import socket
import threading
import webbrowser
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Protocol

from bantin.building.lock import ProcessLock
from bantin.building.workspace import writing
from bantin.errors import BantinError, LockHeldError, printable
from bantin.mkdocs.faults import BuildFaults, count_in_words
from bantin.mkdocs.preview.hosts import is_everywhere
from bantin.mkdocs.preview.server import PreviewServer
from bantin.mkdocs.preview.watching import Watcher
from bantin.unforeseen import reason_of
from bantin.writing.preview import PORTS_TRIED

# In the project's folder, so that a preview of a large archive need not build it anew.
PREVIEW_FOLDER = ".xem-thu.bantin"
_STOPPED = "Đã dừng xem thử."
_LOCK_FILE = "lock"
_SITE_FOLDER = "site"
# The system's words for a port that another program has, or that this user may not have.
_TAKEN = (errno.EADDRINUSE, errno.EACCES)


class PreviewRefusedError(BantinError):
    """No preview can run here; the message, in Vietnamese, says why and what to do.

    Attributes:
        running_at: address of the project's other preview; "" where there is none.
    """

    def __init__(self, message: str, running_at: str = "") -> None:
        self.running_at = running_at
        super().__init__(message)


class SiteBuild(Protocol):
    """Builds the site of a preview, as often as it is asked."""

    @property
    def paths(self) -> set[Path]:
        """The files and folders that the site is made from. May change with a build."""

    @property
    def mount_path(self) -> str:
        """Path of the site's root on its host, closed with a slash. May change with a build."""

    def __call__(self, url: str) -> BuildFaults:
        """Build, for a host at this address."""


class Preview:
    """Builds after each change, and shows the result to browsers.

    It can take the place of the engine's live server: plugins know `watch` and `unwatch`.
    """

    def __init__(
        self,
        folder: Path,
        build: SiteBuild,
        tell: Callable[[str], None],
        *,
        is_built: bool = False,
    ) -> None:
        """Set up. Nothing listens yet.

        Args:
            folder: the preview's own. Each build goes into its folder "site", which may hold the
                site of the last preview.
            build: builds the site.
            tell: takes lines for the terminal, in Vietnamese.
            is_built: the site has just been built.
        """
        self._folder = folder
        self._is_built = is_built
        self._build = build
        self._tell = tell
        self._watcher = Watcher(tell)
        self._more_paths: set[Path] = set()
        self._server: PreviewServer | None = None
        self._lock: ProcessLock | None = None

    def bind(self, host: str, first_port: int) -> None:
        """Listen on the first free port, and keep other previews of the project away.

        Raises:
            PreviewRefusedError: another preview of the project runs, or no port can be had.
            PublishError: the preview's folder cannot be written.
        """
        server = _bind(host, first_port, self._folder / _SITE_FOLDER)
        try:
            self._lock = self._take_lock(server.url)
        except BaseException:
            server.server_close()
            raise
        self._server = server
        port = server.hosts.port
        if port != first_port:
            self._tell(f"Cổng {first_port} có chương trình khác dùng, chuyển sang cổng {port}.")
        if is_everywhere(host):
            self._tell(
                "Máy khác trong mạng cũng xem được trang này, kể cả bản nháp: mở "
                f"http://{socket.gethostname().lower()}:{port}/ hoặc địa chỉ IP của máy này."
            )

    def _take_lock(self, url: str) -> ProcessLock:
        since = datetime.now().astimezone().isoformat(timespec="minutes")
        note = json.dumps({"url": url, "since": since, "pid": os.getpid()})
        try:
            with writing(self._folder):
                self._folder.mkdir(parents=True, exist_ok=True)
                return ProcessLock.hold(self._folder / _LOCK_FILE, note)
        except LockHeldError as error:
            raise _tell_other(str(error)) from error

    def serve(self, *, open_in_browser: bool = False) -> None:
        """Show the site until Ctrl-C."""
        server = self._bound
        server.mount_path = self._build.mount_path
        threading.Thread(target=server.serve_forever, args=(0.2,), daemon=True).start()
        try:
            self._tell(f"Địa chỉ xem thử: {server.address}")
            self._tell("Sửa và lưu tệp nào, trang tự cập nhật tệp đó. Nhấn Ctrl-C để dừng.")
            if open_in_browser:
                webbrowser.open(server.address)
            if self._is_built:
                self._watcher.follow(self._paths)
            else:
                self._rebuild()
            while True:
                self._watcher.wait()
                self._rebuild()
        except KeyboardInterrupt:
            self._tell(f"\n{_STOPPED}")
        finally:
            self.shutdown()

    def _rebuild(self) -> None:
        server = self._bound
        # Before the build: what changes while it reads leads to another build.
        self._watcher.follow(self._paths)
        before, _ = server.shown
        faults = self._build(server.url)
        server.mount_path = self._build.mount_path
        self._watcher.add(self._paths)
        if not faults.problems or faults != before:
            server.show(faults)
        self._report(faults, before)

    def _report(self, faults: BuildFaults, before: BuildFaults) -> None:
        for word, told in (("LỖI", faults.problems), ("CẢNH BÁO", faults.warnings)):
            for problem in told:
                self._tell(f"{word} {problem}")
        if faults.problems:
            state = "giữ bản tốt gần nhất" if self._bound.root.is_dir() else "chưa có gì để hiện"
            self._note(
                f"{count_in_words(faults.problems, 'lỗi')}; trang xem thử {state}. "
                "Sửa và lưu tệp là trang tự hiện bản mới."
            )
        elif before.problems:
            self._note("Đã hết lỗi, trang xem thử hiện bản mới.")

    def _note(self, line: str) -> None:
        self._tell(f"[{datetime.now():%H:%M:%S}] {line}")

    @property
    def _paths(self) -> set[Path]:
        return self._build.paths | self._more_paths

    @property
    def _bound(self) -> PreviewServer:
        if self._server is None:
            raise RuntimeError("nothing listens yet")
        return self._server

    def watch(self, path: str, func: object = None, *, recursive: bool = True) -> None:
        """Build again when this path changes, too."""
        self._more_paths.add(Path(path).absolute())

    def unwatch(self, path: str) -> None:
        """Take back a `watch`."""
        self._more_paths.discard(Path(path).absolute())

    def shutdown(self, wait: bool = False) -> None:
        """Answer nobody any more. Repeated calls do no harm."""
        self._watcher.stop()
        server, self._server = self._server, None
        if server is not None:
            server.shutdown()
            server.server_close()
        if self._lock is not None:
            self._lock.release()


def _bind(host: str, first_port: int, root: Path) -> PreviewServer:
    for port in range(first_port, min(first_port + PORTS_TRIED, 65536)):
        try:
            return PreviewServer(host, port, root)
        # UnicodeError: no name of a host, as one with an empty or a long part.
        except (OSError, UnicodeError) as error:
            if isinstance(error, UnicodeError) or error.errno not in _TAKEN:
                said = (
                    "không phải là tên máy" if isinstance(error, UnicodeError) else reason_of(error)
                )
                raise PreviewRefusedError(
                    f"không dùng được địa chỉ {printable(host)} ({said}); hãy bỏ --host, hoặc ghi "
                    "địa chỉ IP của chính máy này"
                ) from error
    raise PreviewRefusedError(
        f"không có cổng nào trống từ {first_port} trở đi; hãy chọn số khác với --port"
    )


def _tell_other(note: str) -> PreviewRefusedError:
    """Return what to tell of the project's other preview."""
    try:
        holder = json.loads(note)
        url, pid = str(holder["url"]), int(holder["pid"])
        since = datetime.fromisoformat(holder["since"]).astimezone()
    # It has taken the lock and not written yet.
    except (ValueError, TypeError, KeyError):
        return PreviewRefusedError("trang xem thử của dự án này đang chạy ở một cửa sổ lệnh khác")
    return PreviewRefusedError(
        f"trang xem thử của dự án này đang chạy ở {url}/, từ {since:%H:%M ngày %d/%m/%Y} "
        f"(tiến trình số {pid}). Hãy dùng trang ấy; muốn chạy lại thì nhấn Ctrl-C ở cửa sổ lệnh "
        "của nó trước",
        running_at=f"{url}/",
    )

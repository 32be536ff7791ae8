"""Confines the process that reads files of strangers. Called once, by that process itself.

| What | Linux | macOS | Windows |
|---|---|---|---|
| time, by the parent | killed | killed | killed |
| memory | the system refuses (RLIMIT_DATA) | killed by the parent | killed by the parent |
| network | the system refuses (seccomp, Landlock), and the audit hook | audit hook | audit hook |
| files | the system refuses (Landlock), and the audit hook | audit hook | audit hook |
| other programs | audit hook | audit hook | audit hook |

The audit hook sees what Python does; a library in C passes it by. Where the system knows neither
Landlock nor seccomp, or forbids them, the rest still holds.
"""

from __future__ import annotations

import os
import signal
import sys
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from bantin.importing.job import linux_confinement

MEMORY_BYTES = 512_000_000
# Programs that turn a .doc into text, and one that reads scans.
CONVERTERS = frozenset({"soffice", "libreoffice", "soffice.bin", "antiword", "catdoc", "tesseract"})
_LARGEST_WRITTEN_BYTES = 200_000_000
_OPEN_FILES = 256
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_STARTS = frozenset({"subprocess.Popen", "os.exec", "os.posix_spawn", "os.spawn"})
# Each names the files that it changes by its arguments.
_CHANGES = {
    "os.remove": 1,
    "os.rename": 2,
    "os.mkdir": 1,
    "os.rmdir": 1,
    "os.link": 2,
    "os.symlink": 2,
    "os.truncate": 1,
    "os.chmod": 1,
    "os.chown": 1,
    "os.utime": 1,
    "shutil.rmtree": 1,
}
_FORBIDDEN = frozenset({"os.system", "os.startfile", "os.startfile/2", "os.kill", "pty.spawn"})
_NETWORK = ("socket.", "urllib.", "http.", "ftplib.", "smtplib.", "webbrowser.")
# Asked by libraries without any wish to speak.
_HARMLESS = frozenset({"socket.gethostname", "socket.__new__"})


def confine(folder: Path, readable: Iterable[Path], *, is_office: bool = False) -> None:
    """Confine this process for good.

    Args:
        folder: the only one it may write in; also its folder for temporary files.
        readable: files and folders that it may read, beside those of Python and the system.
        is_office: it reads files that LibreOffice must convert first.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent answers Ctrl-C
    sys.dont_write_bytecode = True
    tempfile.tempdir = str(folder)
    os.environ.update(dict.fromkeys(("TMPDIR", "TEMP", "TMP", "HOME"), str(folder)))
    if sys.platform != "win32":
        _limit_resources()
    if sys.platform == "linux":
        linux_confinement.confine(folder, readable, is_office=is_office)
    sys.addaudithook(_watch_over(os.path.realpath(folder)))


def _limit_resources() -> None:
    import resource

    limits = {
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_FSIZE: _LARGEST_WRITTEN_BYTES,
        resource.RLIMIT_NOFILE: _OPEN_FILES,
    }
    if sys.platform == "linux":
        limits[resource.RLIMIT_DATA] = MEMORY_BYTES
    for limit, most in limits.items():
        _, hardest = resource.getrlimit(limit)
        most = most if hardest == resource.RLIM_INFINITY else min(most, hardest)
        resource.setrlimit(limit, (most, most))


def _watch_over(folder: str) -> Callable[[str, tuple[Any, ...]], None]:
    """Return a hook that refuses what a reader has no business to do."""
    inside = folder + os.sep

    def may_write(path: object) -> bool:
        if isinstance(path, int):  # an open file
            return True
        real = os.path.realpath(os.fsdecode(path))  # type: ignore[arg-type]
        return real == folder or real.startswith(inside) or real == os.path.realpath(os.devnull)

    def watch(event: str, arguments: tuple[Any, ...]) -> None:
        if event == "open":
            path, mode, flags = arguments
            writes = flags & _WRITING if isinstance(flags, int) else "r" not in (mode or "r")
            if writes and path is not None and not may_write(path):
                raise PermissionError(f"writing outside of the reader's folder: {path!r}")
        elif event in _CHANGES:
            if not all(map(may_write, arguments[: _CHANGES[event]])):
                raise PermissionError(f"{event} outside of the reader's folder")
        elif event in _STARTS:
            program = os.path.basename(os.fsdecode(arguments[0] or arguments[1][0]))  # noqa: PTH119
            if program.lower().removesuffix(".exe").removesuffix(".com") not in CONVERTERS:
                raise PermissionError(f"starting {program}")
        elif event in _FORBIDDEN or (event.startswith(_NETWORK) and event not in _HARMLESS):
            raise PermissionError(event)

    return watch

"""Lists a folder: every file with its size, and every empty folder.

To list a site of 50,000 pages takes most of a second. So a process of its own does it while the
build reads records: `python -m bantin.building.folder_listing FOLDER`. Knows nothing else.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

# For fewer files, starting a process takes longer than listing.
MANY_FILES = 5_000
# Source: mke2fs(8); only the system's administrator may read it.
_LOST_FILES = "lost+found"


def list_files(folder: Path) -> dict[str, int]:
    """Return POSIX path → size in bytes of every file below a folder; {} for no folder."""
    return {path: size for path, size in scan(folder).items() if not path.endswith("/")}


def scan(folder: Path) -> dict[str, int]:
    """Return the files of `list_files`, and each empty folder as "path/"."""
    return dict(_walk(str(folder), "")) if folder.is_dir() else {}


def scan_site(site_dir: Path) -> dict[str, int]:
    """Return the result of `scan`, without what is not the site's at the top.

    The server of the site may keep its own hidden files there. A disk that is mounted there has a
    folder for lost files.
    """
    return dict(_walk(str(site_dir), "", _is_others)) if site_dir.is_dir() else {}


def without_hidden(found: Mapping[str, int]) -> dict[str, int]:
    """Return a listing of the site without hidden files and folders at the top."""
    return {path: size for path, size in found.items() if not _is_others(path)}


def _is_others(path: str) -> bool:
    return path.startswith(".") or path.partition("/")[0] == _LOST_FILES


def _is_nobodys(path: str) -> bool:
    return False


def _walk(
    folder: str, prefix: str, is_passed: Callable[[str], bool] = _is_nobodys
) -> Iterator[tuple[str, int]]:
    is_empty = True
    with os.scandir(folder) as entries:
        for entry in entries:
            is_empty = False
            path = f"{prefix}{entry.name}"
            if is_passed(path):
                continue
            if entry.is_dir(follow_symlinks=False):
                yield from _walk(entry.path, f"{path}/")
            else:
                yield path, entry.stat(follow_symlinks=False).st_size
    if is_empty and prefix:
        yield prefix, 0


class SiteScan:
    """A running listing of the site. `result` waits for it; `close` ends it."""

    def __init__(self, site_dir: Path, *, expected: int) -> None:
        """Start to list.

        Args:
            site_dir: the site. Nobody may change it before `result`.
            expected: estimated number of files.
        """
        self._site_dir = site_dir
        self._process: subprocess.Popen[bytes] | None = None
        if expected >= MANY_FILES and site_dir.is_dir():
            command = [sys.executable, "-m", __name__, str(site_dir)]
            # Its traceback, as after Ctrl-C, would help nobody: `result` meets the same error.
            self._process = subprocess.Popen(
                command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
            )

    def result(self) -> dict[str, int]:
        """Return the result of `scan_site`."""
        if self._process is None:
            return scan_site(self._site_dir)
        process, self._process = self._process, None
        told, _ = process.communicate()
        if process.returncode:
            return scan_site(self._site_dir)  # its error is clearer
        lines = told.decode("utf-8", "surrogateescape").split("\0")
        pairs = (line.partition(" ") for line in lines if line)
        return {path: int(size) for size, _, path in pairs}

    def close(self) -> None:
        """End the process, if one was started."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.communicate()


def main() -> None:
    """Write "size path" of everything in a site, each followed by a NUL."""
    found = scan_site(Path(sys.argv[1]))
    told = "\0".join(f"{size} {path}" for path, size in found.items())
    sys.stdout.buffer.write(told.encode("utf-8", "surrogateescape"))


if __name__ == "__main__":
    main()

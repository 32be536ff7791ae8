"""Lets tests meet folders that they may not write, whoever runs them."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

# To root nothing is forbidden, unless it gives up the right to pass by permissions.
# Source: capabilities(7)
_AS_ROOT = ("setpriv", "--bounding-set=-dac_override,-dac_read_search", "--")
AS_FORBIDDEN = list(_AS_ROOT) if sys.platform != "win32" and os.geteuid() == 0 else []


@contextmanager
def closed(folder: Path, mode: int = 0o555) -> Iterator[None]:
    """Let nobody write a folder and those below it; with 0 nobody may enter it either.

    Root still may, unless it runs its command behind AS_FORBIDDEN.
    """
    below = [path for path in folder.rglob("*") if path.is_dir() and not path.is_symlink()]
    folders = [*reversed(below), folder] if mode else [folder]
    for one in folders:
        one.chmod(mode)
    try:
        yield
    finally:
        for one in reversed(folders):
            one.chmod(0o755)

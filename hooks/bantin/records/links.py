"""Judges links of the file system within docs/: they may lead to files and folders of docs/ only.

A linked file would otherwise publish whatever lies on this computer, and a folder that leads to
itself never ends. Opens no file.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Collection

from bantin.records import folders

_RECORD_FOLDERS = (*folders.DATED, *folders.NAMED)
LEADS_OUT = (
    "là liên kết (symlink) dẫn ra ngoài docs/",
    "chép tệp thật vào thư mục này và xóa liên kết",
)
LEADS_NOWHERE = (
    "là liên kết (symlink) không dẫn tới đâu",
    "xóa liên kết, hoặc đặt tệp thật vào chỗ này",
)


def fault_of_link(root: str, path: str, above: Collection[str]) -> tuple[str, str] | None:
    """Return message and hint for a link that may not be followed; None for any other.

    Args:
        root: real path of docs/.
        path: the link.
        above: real paths of the folders that the link lies in.
    """
    real = os.path.realpath(path)
    try:
        mode = os.stat(real).st_mode  # noqa: PTH116 - no Path
    except OSError:
        return LEADS_NOWHERE
    inside = _below(root, real)
    if inside is None:
        return LEADS_OUT
    if stat.S_ISDIR(mode):
        if real in above:
            return "là liên kết (symlink) vòng lại thư mục chứa nó", "xóa liên kết"
        if not inside or inside.partition(os.sep)[0] in _RECORD_FOLDERS:
            return "là liên kết (symlink) tới thư mục của bản ghi", "xóa liên kết"
    elif not stat.S_ISREG(mode):
        return "là liên kết (symlink) tới một thứ không phải tệp hay thư mục thường", "xóa liên kết"
    return None


def _below(root: str, real: str) -> str | None:
    """Return a real path relative to docs/, "" for docs/; None for one outside."""
    if real == root:
        return ""
    return real.removeprefix(root + os.sep) if real.startswith(root + os.sep) else None

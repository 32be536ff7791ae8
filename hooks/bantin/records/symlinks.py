"""Judges links of the file system within docs/: they may lead to files and folders of docs/ only.

A linked file would otherwise publish whatever lies on this computer, and a folder that leads to
itself never ends. Opens no file.
"""

from __future__ import annotations

import os
import posixpath
import stat
from collections.abc import Collection
from pathlib import Path

from bantin.records.docs_names import is_below_records, is_hidden, is_left_copy, is_record_uri

_LEADS_OUT = (
    "là liên kết (symlink) dẫn ra ngoài docs/",
    "chép tệp thật vào thư mục này và xóa liên kết",
)
_LEADS_NOWHERE = (
    "là liên kết (symlink) không dẫn tới đâu",
    "xóa liên kết, hoặc đặt tệp thật vào chỗ này",
)
_LEADS_BACK = "là liên kết (symlink) vòng lại thư mục chứa nó", "xóa liên kết"
_LEADS_TO_RECORDS = "là liên kết (symlink) tới thư mục của bản ghi", "xóa liên kết"
_LEADS_TO_HIDDEN = (
    "là liên kết (symlink) tới một tệp hay thư mục ẩn",
    "xóa liên kết; muốn đăng gì thì chép nó vào docs/, ở nơi không ẩn",
)
_LEADS_TO_NO_FILE = (
    "là liên kết (symlink) tới một thứ không phải tệp hay thư mục thường",
    "xóa liên kết",
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
        return _LEADS_NOWHERE
    inside = _below(root, real)
    if inside is None:
        return _LEADS_OUT
    if stat.S_ISDIR(mode):
        return _LEADS_BACK if real in above else _fault_of_folder(inside)
    return _fault_of_file(inside) if stat.S_ISREG(mode) else _LEADS_TO_NO_FILE


def fault_of_written_link(
    src_uri: str, target: str, here: Collection[str]
) -> tuple[str, str] | None:
    """Return message and hint for a link that Git holds; None for one that may be followed.

    Args:
        src_uri: of the link.
        target: its content.
        here: src_uri of all files.
    """
    meant = posixpath.normpath(posixpath.join(posixpath.dirname(src_uri), target))
    if meant == ".." or meant.startswith(("/", "../")) or "\\" in target:
        return _LEADS_OUT
    if meant == "." or src_uri.startswith(f"{meant}/"):
        return _LEADS_BACK
    if meant in here and meant != src_uri:
        return _fault_of_file(meant)
    is_folder = any(uri.startswith(f"{meant}/") for uri in here)
    return _fault_of_folder(meant) if is_folder else _LEADS_NOWHERE


def _fault_of_folder(src_uri: str) -> tuple[str, str] | None:
    if not src_uri or is_below_records(src_uri):
        return _LEADS_TO_RECORDS
    return _LEADS_TO_HIDDEN if is_hidden(src_uri) else None


def _fault_of_file(src_uri: str) -> tuple[str, str] | None:
    if is_record_uri(src_uri) or is_left_copy(src_uri):
        return f"là liên kết tới {src_uri}", "xóa liên kết, dẫn thẳng tới tệp ấy"
    return _LEADS_TO_HIDDEN if is_hidden(src_uri) else None


def _below(root: str, real: str) -> str | None:
    """Return a real path as src_uri, "" for docs/; None for one outside."""
    if real == root:
        return ""
    is_inside = real.startswith(root + os.sep)
    return real.removeprefix(root + os.sep).replace(os.sep, "/") if is_inside else None


def link_above(docs_dir: Path, src_uri: str) -> Path | None:
    """Return a link among the folders of a place: what is written there would lie elsewhere."""
    folders = (docs_dir / src_uri).parents
    within = (one for one in folders if one != docs_dir and one.is_relative_to(docs_dir))
    return next((one for one in within if one.is_symlink()), None)

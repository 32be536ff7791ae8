"""Tells of files that stop a build which would publish them: unreadable ones, and SVG with code."""

from __future__ import annotations

import os
from pathlib import Path

from bantin.errors import Problem
from bantin.rendering.svg_code import find_svg_code

_SVG_SUFFIXES = (".svg", ".svgz")
_HINT = "lưu lại thành .png; hoặc mở bằng Inkscape, bỏ phần ấy rồi lưu kiểu “Plain SVG” (SVG thuần)"


def may_hold_code(src_uri: str) -> bool:
    """True for a picture that `refuse_file` looks into."""
    return src_uri.lower().endswith(_SVG_SUFFIXES)


def refuse_file(path: Path, src_uri: str) -> list[Problem]:
    """Return the Problems of a file that cannot be published as it is; [] for a missing file.

    Args:
        path: of the file.
        src_uri: its name for the editor.
    """
    if not os.access(path, os.R_OK):
        if not path.exists():
            return []
        return [Problem(src_uri, 0, "", "không có quyền đọc tệp", "xem lại quyền đọc tệp")]
    found = find_svg_code(path.read_bytes()) if may_hold_code(src_uri) else ""
    return (
        [Problem(src_uri, 0, "", f"ảnh SVG {found}, nên không đăng được", _HINT)] if found else []
    )

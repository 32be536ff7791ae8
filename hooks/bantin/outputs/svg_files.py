"""Tells of SVG files that run code in the reader's browser. They are not published."""

from __future__ import annotations

from pathlib import Path

from bantin.errors import Problem
from bantin.rendering.svg_code import find_svg_code

# A browser draws SVG, and runs its code, in other XML files too.
SVG_SUFFIXES = (".svg", ".svgz")
_HINT = "lưu lại thành .png; hoặc mở bằng Inkscape, bỏ phần ấy rồi lưu kiểu “Plain SVG” (SVG thuần)"


def check_svg(path: Path, src_uri: str) -> list[Problem]:
    """Return the Problem of an SVG file that is no mere picture; [] for an unreadable file.

    Args:
        path: of the file.
        src_uri: its name for the editor.
    """
    try:
        found = find_svg_code(path.read_bytes())
    except OSError:
        return []
    if not found:
        return []
    return [Problem(src_uri, 0, "", f"ảnh SVG {found}, nên không đăng được", _HINT)]

"""Tells of files that stop a build which would publish them.

Unreadable ones, SVG with code, and ordinary pages whose source holds what may not stand there.
"""

from __future__ import annotations

import os
from pathlib import Path

from bantin.errors import Problem
from bantin.records.page_source import PAGE_SUFFIX, judge_page
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
    if src_uri.endswith(PAGE_SUFFIX):
        try:
            text = path.read_text("utf-8-sig")
        except UnicodeDecodeError:
            hint = "mở bằng Notepad, chọn Lưu dưới dạng…, Mã hóa: UTF-8"
            return [Problem(src_uri, 0, "", "không phải văn bản UTF-8", hint)]
        return list(judge_page(src_uri, text))
    found = find_svg_code(path.read_bytes()) if may_hold_code(src_uri) else ""
    return (
        [Problem(src_uri, 0, "", f"ảnh SVG {found}, nên không đăng được", _HINT)] if found else []
    )

"""Checks the engine's own pages against the content policy before they are published."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from mkdocs.structure.files import Files

from bantin.errors import Problem
from bantin.mkdocs.files import is_shown
from bantin.rendering.content_policy import Inline, find_forbidden

_HINTS = {
    "<script>": "đặt mã vào một tệp .js trong docs/ và ghi tệp ấy vào extra_javascript",
    "<style>": "đặt kiểu vào một tệp .css trong docs/ và ghi tệp ấy vào extra_css",
    "style": "dùng class, và đặt kiểu vào một tệp .css ghi ở extra_css",
    "javascript:": "dùng đường dẫn tới một trang",
}
_HANDLER_HINT = "gắn việc ấy từ một tệp .js ghi ở extra_javascript"


def shown_pages(files: Files) -> dict[str, str]:
    """Return path below the site's root → src_uri, for each page that the site shows."""
    pages = files.documentation_pages()
    return {page.dest_uri: page.src_uri for page in pages if is_shown(page)}


def check_pages(
    pages_dir: Path, docs_dir: Path, sources: Mapping[str, str], inline: Inline
) -> list[Problem]:
    """Return a Problem for each part of a page that browsers would ignore under the policy.

    Args:
        pages_dir: folder of the engine's rendered pages.
        docs_dir: folder of their sources.
        sources: path of each page below `pages_dir` → its src_uri.
        inline: the theme's code, which the policy names.
    """
    problems: list[Problem] = []
    for path, src_uri in sorted(sources.items()):
        found = find_forbidden((pages_dir / path).read_text("utf-8"), inline)
        problems += _tell(src_uri, docs_dir, found)
    return problems


def _tell(src_uri: str, docs_dir: Path, found: Iterable[str]) -> Iterable[Problem]:
    for what in found:
        message = f"{what} viết trong trang thì trình duyệt không chạy, vì chính sách bảo mật"
        line = _line_of(docs_dir / src_uri, what.rstrip(">"))
        yield Problem(src_uri, line, "", message, _HINTS.get(what, _HANDLER_HINT))


def _line_of(path: Path, sign: str) -> int:
    text = path.read_text("utf-8-sig")
    ends = r"(?![\w-])" if sign[-1].isalpha() else ""
    match = re.search(rf"{re.escape(sign)}{ends}", text, re.IGNORECASE)
    return text.count("\n", 0, match.start()) + 1 if match else 0

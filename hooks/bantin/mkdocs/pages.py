"""Checks the engine's own pages before they are published: by the content policy, and as texts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from mkdocs.structure.files import File, Files

from bantin.errors import Problem
from bantin.mkdocs.files import is_shown
from bantin.records.characters import judge_lines
from bantin.records.slips import find_conflict
from bantin.rendering.content_policy import Inline, find_forbidden

_HINTS = {
    "<script>": "đặt mã vào một tệp .js trong docs/ và ghi tệp ấy vào extra_javascript",
    "<style>": "đặt kiểu vào một tệp .css trong docs/ và ghi tệp ấy vào extra_css",
    "style": "dùng class, và đặt kiểu vào một tệp .css ghi ở extra_css",
    "javascript:": "dùng đường dẫn tới một trang",
}
_HANDLER_HINT = "gắn việc ấy từ một tệp .js ghi ở extra_javascript"


def shown_pages(files: Files) -> dict[str, File]:
    """Return path below the site's root → source, for each page that the site shows."""
    return {page.dest_uri: page for page in files.documentation_pages() if is_shown(page)}


def check_pages(pages_dir: Path, sources: Mapping[str, File], inline: Inline) -> list[Problem]:
    """Return a Problem for all that may not stand in a page.

    That is what browsers would ignore under the policy, and what no text may hold: control
    characters and the like, and marks of an unfinished merge.

    Args:
        pages_dir: folder of the engine's rendered pages.
        sources: path of each page below `pages_dir` → its source.
        inline: the theme's code, which the policy names.
    """
    problems: list[Problem] = []
    for path, source in sorted(sources.items(), key=lambda page: page[0]):
        html, text = (pages_dir / path).read_text("utf-8"), source.content_string
        problems += _tell(source.src_uri, text, find_forbidden(html, inline))
        found = list(_judge_source(source.src_uri, text))
        problems += found or _judge_page(source.src_uri, html)
    return problems


def _tell(src_uri: str, text: str, found: Iterable[str]) -> Iterable[Problem]:
    for what in found:
        message = f"{what} viết trong trang thì trình duyệt không chạy, vì chính sách bảo mật"
        line = _line_of(text, what.rstrip(">"))
        yield Problem(src_uri, line, "", message, _HINTS.get(what, _HANDLER_HINT))


def _judge_source(src_uri: str, text: str) -> Iterable[Problem]:
    for misfit in judge_lines(text):
        hint = f"xóa ký tự ấy ở cột {misfit.column}"
        yield Problem(src_uri, misfit.line, "", misfit.message, hint, misfit.column)
    if slip := find_conflict(text):
        yield Problem(src_uri, slip[0], "", *slip[1:])


def _judge_page(src_uri: str, html: str) -> Iterable[Problem]:
    # The engine's own front matter may spell characters out.
    for misfit in judge_lines(html)[:1]:
        hint = "xóa mã \\… sinh ra ký tự ấy ở phần đầu của tệp"
        yield Problem(src_uri, 0, "", misfit.message, hint)


def _line_of(text: str, sign: str) -> int:
    ends = r"(?![\w-])" if sign[-1].isalpha() else ""
    match = re.search(rf"{re.escape(sign)}{ends}", text, re.IGNORECASE)
    return text.count("\n", 0, match.start()) + 1 if match else 0

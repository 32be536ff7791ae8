"""Checks the engine's own pages, once rendered, before they are published.

`records.page_source` judges what they are made from.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from mkdocs.structure.files import File, Files

from bantin.errors import Problem
from bantin.mkdocs.files import is_shown
from bantin.records.characters import judge_lines
from bantin.records.page_source import judge_page
from bantin.rendering.content_policy import ELSEWHERE, REFRESH, Inline, find_forbidden

_HINTS = {
    "<script>": "đặt mã vào một tệp .js trong docs/ và ghi tệp ấy vào extra_javascript",
    "<style>": "đặt kiểu vào một tệp .css trong docs/ và ghi tệp ấy vào extra_css",
    "style": "dùng class, và đặt kiểu vào một tệp .css ghi ở extra_css",
    "javascript:": "dùng đường dẫn tới một trang",
    ELSEWHERE: "chép tệp ấy vào docs/ rồi ghi đường dẫn tới tệp",
    REFRESH: "xóa thẻ ấy; muốn dẫn tới nơi khác thì viết một đường dẫn",
    "<base>": "xóa thẻ ấy, ghi đường dẫn đầy đủ ở từng chỗ",
    "<form>": "xóa biểu mẫu ấy; muốn nhận ý kiến thì ghi địa chỉ thư hay đường dẫn tới nơi nhận",
    "<iframe>": "xóa thẻ ấy, viết một đường dẫn tới trang kia",
    "<object>": "xóa thẻ ấy, viết một đường dẫn tới tệp kia",
}
_HANDLER_HINT = "gắn việc ấy từ một tệp .js ghi ở extra_javascript"


def shown_pages(files: Files) -> dict[str, File]:
    """Return path below the site's root → source, for each page that the site shows."""
    return {page.dest_uri: page for page in files.documentation_pages() if is_shown(page)}


def check_pages(pages_dir: Path, sources: Mapping[str, File], inline: Inline) -> list[Problem]:
    """Return a Problem for all that may not stand in a page.

    That is what browsers would ignore under the policy, what leads readers away, and characters
    that no text may hold.

    Args:
        pages_dir: folder of the engine's rendered pages.
        sources: path of each page below `pages_dir` → its source.
        inline: the theme's code, which the policy names.
    """
    problems: list[Problem] = []
    for path, source in sorted(sources.items(), key=lambda page: page[0]):
        html, text = (pages_dir / path).read_text("utf-8"), source.content_string
        problems += _tell(source.src_uri, text, find_forbidden(html, inline))
        # What stands in the source has been told of.
        if not list(judge_page(source.src_uri, text)):
            problems += _judge_page(source.src_uri, html)
    return problems


def _tell(src_uri: str, text: str, found: Iterable[str]) -> Iterable[Problem]:
    for what in found:
        message = f"{what} viết trong trang thì trình duyệt không chạy, vì chính sách bảo mật"
        if what == REFRESH:
            message = f"{what} tự đưa người đọc sang nơi khác"
        line = _line_of(text, what.split()[0].rstrip(">"))
        yield Problem(src_uri, line, "", message, _HINTS.get(what, _HANDLER_HINT))


def _judge_page(src_uri: str, html: str) -> Iterable[Problem]:
    # The engine's own front matter may spell characters out.
    for misfit in judge_lines(html)[:1]:
        hint = "xóa mã \\… sinh ra ký tự ấy ở phần đầu của tệp"
        yield Problem(src_uri, 0, "", misfit.message, hint)


def _line_of(text: str, sign: str) -> int:
    ends = r"(?![\w-])" if sign[-1].isalpha() else ""
    match = re.search(rf"{re.escape(sign)}{ends}", text, re.IGNORECASE)
    return text.count("\n", 0, match.start()) + 1 if match else 0

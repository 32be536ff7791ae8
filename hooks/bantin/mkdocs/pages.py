"""Checks the engine's own pages before they are published: by the content policy, and as texts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import yaml
from mkdocs.structure.files import Files

from bantin.errors import Problem
from bantin.mkdocs.files import is_shown
from bantin.records.characters import judge_lines
from bantin.records.slips import Slip, find_conflict
from bantin.rendering.content_policy import Inline, find_forbidden


class _HeadLoader(yaml.SafeLoader):
    """Reads tags that only the engine understands (`!ENV`) as nothing."""


_HeadLoader.add_multi_constructor("", lambda loader, suffix, node: None)

_HINTS = {
    "<script>": "đặt mã vào một tệp .js trong docs/ và ghi tệp ấy vào extra_javascript",
    "<style>": "đặt kiểu vào một tệp .css trong docs/ và ghi tệp ấy vào extra_css",
    "style": "dùng class, và đặt kiểu vào một tệp .css ghi ở extra_css",
    "javascript:": "dùng đường dẫn tới một trang",
}
# As the engine finds it.
_HEAD = re.compile(r"-{3}[ \t]*\n(.*?\n)(?:-{3}|\.{3})[ \t]*\n", re.DOTALL)
# Keys of records, or of other engines, by which an editor keeps a page back.
_NOT_YET: Mapping[str, Callable[[object], bool]] = {
    "status": lambda value: value in ("draft", "withdrawn"),
    "draft": lambda value: value is not False,
    "published": lambda value: value is False,
}
_NOT_YET_HINT = (
    "bản ghi thì chuyển tệp vào đúng thư mục; trang chưa đăng thì ghi tên tệp vào draft_docs trong "
    "mkdocs.yml; đăng được rồi thì xóa dòng này"
)
_HANDLER_HINT = "gắn việc ấy từ một tệp .js ghi ở extra_javascript"


def shown_pages(files: Files) -> dict[str, str]:
    """Return path below the site's root → src_uri, for each page that the site shows."""
    pages = files.documentation_pages()
    return {page.dest_uri: page.src_uri for page in pages if is_shown(page)}


def check_pages(
    pages_dir: Path, docs_dir: Path, sources: Mapping[str, str], inline: Inline
) -> list[Problem]:
    """Return a Problem for all that may not stand in a page.

    That is what browsers would ignore under the policy, and what no text may hold: control
    characters and the like, and marks of an unfinished merge.

    Args:
        pages_dir: folder of the engine's rendered pages.
        docs_dir: folder of their sources.
        sources: path of each page below `pages_dir` → its src_uri.
        inline: the theme's code, which the policy names.
    """
    problems: list[Problem] = []
    for path, src_uri in sorted(sources.items()):
        html = (pages_dir / path).read_text("utf-8")
        problems += _tell(src_uri, docs_dir, find_forbidden(html, inline))
        found = list(_judge_source(src_uri, (docs_dir / src_uri).read_text("utf-8-sig")))
        problems += found or _judge_page(src_uri, html)
    return problems


def _tell(src_uri: str, docs_dir: Path, found: Iterable[str]) -> Iterable[Problem]:
    for what in found:
        message = f"{what} viết trong trang thì trình duyệt không chạy, vì chính sách bảo mật"
        line = _line_of(docs_dir / src_uri, what.rstrip(">"))
        yield Problem(src_uri, line, "", message, _HINTS.get(what, _HANDLER_HINT))


def _judge_source(src_uri: str, text: str) -> Iterable[Problem]:
    for misfit in judge_lines(text):
        hint = f"xóa ký tự ấy ở cột {misfit.column}"
        yield Problem(src_uri, misfit.line, "", misfit.message, hint, misfit.column)
    if slip := find_conflict(text) or _slip_of_head(text):
        yield Problem(src_uri, slip[0], "", *slip[1:])


def _slip_of_head(text: str) -> Slip | None:
    """Return what is wrong with the front matter, of which the engine says nothing."""
    head = _HEAD.match(text)
    if head is None:
        return None
    try:
        values = yaml.load(head[1], _HeadLoader)
    except (yaml.YAMLError, ValueError, RecursionError):
        values = None
    if not isinstance(values, dict):
        hint = "viết mỗi dòng một “khóa: giá trị”, hoặc xóa dòng --- đầu tiên"
        return 1, "phần đầu không đọc được, nên hiện lên trang như bài viết", hint
    for key, is_meant in _NOT_YET.items():
        if key in values and is_meant(values[key]):
            line = next((n for n, one in enumerate(text.split("\n"), 1) if one.startswith(key)), 1)
            return (
                line,
                f"khóa “{key}” không có tác dụng ở trang thường: trang vẫn lên",
                _NOT_YET_HINT,
            )
    return None


def _judge_page(src_uri: str, html: str) -> Iterable[Problem]:
    # The engine's own front matter may spell characters out.
    for misfit in judge_lines(html)[:1]:
        hint = "xóa mã \\… sinh ra ký tự ấy ở phần đầu của tệp"
        yield Problem(src_uri, 0, "", misfit.message, hint)


def _line_of(path: Path, sign: str) -> int:
    text = path.read_text("utf-8-sig")
    ends = r"(?![\w-])" if sign[-1].isalpha() else ""
    match = re.search(rf"{re.escape(sign)}{ends}", text, re.IGNORECASE)
    return text.count("\n", 0, match.start()) + 1 if match else 0

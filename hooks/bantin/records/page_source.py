"""Judges the source of an ordinary page: what the engine would publish without a word.

Knows a page's text only. What its content shows is judged once it is rendered.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

import yaml

from bantin.errors import Problem
from bantin.records.characters import judge_lines
from bantin.records.slips import Slip, find_conflict

PAGE_SUFFIX = ".md"


class _HeadLoader(yaml.SafeLoader):
    """Reads tags that only the engine understands (`!ENV`) as nothing."""


_HeadLoader.add_multi_constructor("", lambda loader, suffix, node: None)

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


def judge_page(src_uri: str, text: str) -> Iterator[Problem]:
    """Yield a Problem for all that may not stand in the source of a page.

    Args:
        src_uri: of the page.
        text: with LF.
    """
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

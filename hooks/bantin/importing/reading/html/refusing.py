"""Refuses pages that hold no item: frames, logins, errors, shells of scripts, lists of items.

Knows no portal.
"""

from __future__ import annotations

import re
from itertools import islice

from selectolax.lexbor import LexborHTMLParser, LexborNode

from bantin.errors import ImportRefusedError
from bantin.importing.reading.html.tree import ancestors, select, walk, words_of
from bantin.text.normalize import squeeze_spaces

_ERROR = re.compile(
    r"\b(?:40[0134]|50[0-4])\b.{0,40}(?:error|not found|forbidden|unavailable|bad gateway|denied"
    r"|lỗi"
    r"|không tìm thấy|unauthorized)|(?:error|lỗi) ?:? ?(?:40[0134]|50[0-4])\b"
    r"|^ ?(?:40[34]|50[0-4]) ?$"
    r"|page not found|not found|access denied|request rejected|forbidden|service unavailable"
    r"|không tìm thấy trang|trang (?:bạn|quý vị).{0,30}không (?:tồn tại|tìm thấy)"
    r"|trang không tồn tại"
    r"|attention required|just a moment|checking your browser|đang kiểm tra trình duyệt"
    r"|bài viết không tồn tại|truy cập bị từ chối|server error|runtime error",
    re.IGNORECASE,
)
_LOGIN = re.compile(r"đăng nhập|login|log in|sign in", re.IGNORECASE)
_MOST_OF_ERROR = 1500
_LEAST_SHELL, _LONGEST_LOGIN = 200, 400
_HEADLINE_WORDS = 6
_LEAST_HEADLINES = 8
_TEXT_OF_ITEM = 500
_HIGHEST = 12
_HEADINGS = frozenset({"h1", "h2", "h3", "h4"})


def refuse_frames(tree: LexborHTMLParser) -> None:
    """Refuse a set of frames.

    Raises:
        ImportRefusedError: the page is one.
    """
    if tree.css_first("frameset") is not None:
        raise ImportRefusedError(
            "trang chỉ là bộ khung (frameset), nội dung nằm ở tệp khác; lưu riêng khung có bài viết"
        )


def refuse_other_pages(tree: LexborHTMLParser, *, has_body: bool) -> None:
    """Refuse errors, logins and shells of scripts.

    Args:
        tree: the page.
        has_body: a portal's rules have found the text.

    Raises:
        ImportRefusedError: the page is one of these.
    """
    body = tree.body
    if body is None or has_body:
        return
    words = words_of(body)
    title = tree.css_first("title")
    heads = [title.text(deep=True) if title is not None else ""]
    heads += [words_of(node) for node in select(tree, "h1, h2")[:3]]
    named = [squeeze_spaces(head) for head in heads]
    if len(words) < _MOST_OF_ERROR and any(
        len(head) < 120 and _ERROR.search(head) for head in named
    ):
        raise ImportRefusedError(
            "trang báo lỗi hoặc chặn truy cập, không phải bài viết; mở lại địa chỉ và lưu lại"
        )
    asks = len(words) < _MOST_OF_ERROR and tree.css_first('input[type="password" i]') is not None
    if asks and (len(words) < _LONGEST_LOGIN or any(_LOGIN.search(head) for head in named)):
        raise ImportRefusedError(
            "trang đăng nhập, không phải bài viết; đăng nhập rồi lưu lại trang có bài"
        )
    scripts = len(select(tree, "script"))
    if len(words) < _LEAST_SHELL and scripts >= 2 and tree.css_first("p") is None:
        raise ImportRefusedError(
            "trang chỉ có mã chạy, chưa có nội dung; mở trang trong trình duyệt rồi lưu lại "
            "(“Trang web, đầy đủ” hoặc MHTML)"
        )


def refuse_list(body: LexborNode, dropped: set[int]) -> None:
    """Refuse a page that lists items.

    Args:
        body: what was found as its text.
        dropped: `mem_id` of what is no part of an item.

    Raises:
        ImportRefusedError: it holds many headlines as links, and no text before them.
    """
    headlines: set[str] = set()
    in_headings = text = linked = before = 0
    for node in walk(body):
        if not node.is_text_node or not (words := squeeze_spaces(node.text_content or "")):
            continue
        above = list(islice(ancestors(node), _HIGHEST))
        if any(each.mem_id in dropped for each in above):
            continue
        if not any(each.tag == "a" for each in above):
            text += len(words)
            before += len(words) if len(headlines) < 3 else 0
            continue
        linked += len(words)
        if len(words.split()) >= _HEADLINE_WORDS:
            headlines.add(words)
            in_headings += any(each.tag in _HEADINGS for each in above)
    many = len(headlines) >= _LEAST_HEADLINES and before < _TEXT_OF_ITEM
    if many and (linked > text or in_headings >= _LEAST_HEADLINES):
        raise ImportRefusedError(
            f"trang là danh sách {len(headlines)} tin, không phải một bài viết; "
            "mở từng tin rồi lưu riêng"
        )

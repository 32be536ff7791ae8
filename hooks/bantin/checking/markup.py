"""Finds failed markup: an editor meant a list, a table or another form; the page shows the signs.

Looks at the words of the page. Markdown leaves no signs there of a form that it read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bantin.checking.manuscript import Manuscript
from bantin.checking.unread_items import is_unread_item
from bantin.errors import Problem
from bantin.minutes.orders import find_unused_keys, states_orders
from bantin.minutes.overrides import KEYS
from bantin.records.models import Document
from bantin.rendering.rendered_text import CODE, TextBlock

_FILES = "md|html?|pdf|docx?|xlsx?|pptx?|csv|odt|zip|jpe?g|png|gif|webp"
_TABLE = re.compile(r"\|.*\||:?(?<!-)-{3,}:?\s*\|")
_ATTRIBUTES = re.compile(
    rf"\{{:.*\}}|\{{[.#][^\W\d][\w-]*\s*\}}|\{{[^{{}}]*\b(?:{'|'.join(KEYS)})\s*=[^{{}}]*\}}"
)
_CURLY = re.compile("[“”‘’]")
# In these a number is part of the words: "## I. Đánh giá", a cell "1. Thu".
_NO_LISTS = frozenset("caption dt figcaption h1 h2 h3 h4 h5 h6 summary td th".split())
_LIST_HINT = (
    "để một dòng trống phía trên mục đầu tiên, viết số, dấu và một dấu cách ở đầu mỗi mục: "
    "“1. …”, “a) …”, “- …”"
)
# Blocks that Markdown itself makes; between the tags of others it is not read.
_READ = frozenset("p li blockquote dd dt h1 h2 h3 h4 h5 h6 td th footnote".split())
_TAGS_HINT = "giữa các thẻ HTML phải viết bằng thẻ (<b>, <a>, <ol><li>…), hoặc bỏ các thẻ quanh đó"
# What an editor writes of an item in vain, and what to do.
_OF_HEADING = (
    "viết cho một đề mục mà dưới đó không có việc nào",
    'đặt dòng ấy ngay dưới lời giao việc; mục chưa được nhận là việc thì ghi thêm order="có"',
)
_OF_NO_ORDERS = (
    "không dùng tới, vì văn bản này không giao việc hay kết luận gì",
    "bỏ dòng ấy; nếu văn bản có giao việc thì ghi “orders: true” ở phần đầu bản ghi",
)
# (signs in a line, the intended form, what to do)
_FORMS = (
    (_TABLE, "một bảng", "để một dòng trống phía trên bảng, dưới hàng đầu viết |---|---|"),
    (
        re.compile(r"\*\[[^\]]+\]:"),
        "lời giải chữ viết tắt",
        "viết đầy đủ ở lần dùng đầu, chữ tắt trong ngoặc: Hội đồng nhân dân (HĐND)",
    ),
    (
        re.compile(r"(?:!!!|\?\?\?\+?)\s*\w"),
        "một khung chú ý",
        "viết thành một đoạn, mở đầu bằng **Chú ý:**",
    ),
    (re.compile(r"\[[ xX]\]\s"), "một ô đánh dấu", "viết bằng chữ: đã xong, chưa xong"),
    (re.compile(r"(?:```|~~~)"), "một khối mã", "đóng khối bằng một dòng {} riêng"),
    (
        re.compile(r"\[\^[^\]\s]{1,100}\]"),
        "một chú thích",
        "thêm dòng “{}: lời chú” ở cuối bài, dưới một dòng trống",
    ),
    (re.compile(r"~~\S.*?~~"), "chữ gạch ngang", "dùng <del>chữ bỏ</del>"),
    # An arrow stands between words: "xã --> huyện".
    (re.compile(r"<!--|-->\s*$"), "một ghi chú ẩn", "viết <!-- ở đầu và --> ở cuối ghi chú"),
    (
        re.compile(r"(?<![\w(*])\*\*(?![)*])[^*]+\*\*(?!\*)"),
        "chữ đậm",
        "bỏ dấu cách sát bên trong hai cặp dấu **",
    ),
    (
        re.compile(rf"\[[^\[\]]+\]\s*\((?:https?://|#|[^()]*\.(?:{_FILES})\b)[^()]*\)"),
        "một đường dẫn",
        "viết liền [chữ](địa-chỉ), không có dấu cách giữa ] và (, không xuống dòng trong địa chỉ",
    ),
    (
        re.compile(r"\[(?:(?![^\W\d_])[^\[\]^])*+[^\W\d_][^\[\]]*+\]\[[^\[\]^]*\]"),
        "một đường dẫn",
        "viết [chữ](địa-chỉ)",
    ),
    (re.compile(r"\\$"), "một chỗ xuống dòng", "bỏ dấu \\, viết <br> ở cuối dòng"),
    (re.compile(r"(?<![“\"'])\\[\"'“”‘’$@~^<>|%&]"), "một dấu có \\ đứng trước", "bỏ dấu \\ ấy"),
    (re.compile(r"==[^\s=][^=]*=="), "chữ tô nền", "dùng <mark>chữ</mark>"),
    (re.compile(r"#{1,6}\s+\S"), "một tiêu đề", "viết dấu # sát lề, dưới một dòng trống"),
)
# These stand at the start of a line, the others anywhere in it.
_AT_START = {
    *("một bảng", "lời giải chữ viết tắt", "một khung chú ý", "một ô đánh dấu", "một khối mã"),
    "một tiêu đề",
}
_MAY_BE_ESCAPED = {"chữ đậm", "một dấu có \\ đứng trước", "một chỗ xuống dòng"}


@dataclass(frozen=True, slots=True)
class _ShownLine:
    """A line of the page's words that shows signs.

    Attributes:
        text: the line.
        meant: the intended form.
        hint: what to do.
    """

    text: str
    meant: str
    hint: str


def check_markup(manuscript: Manuscript) -> Iterator[Problem]:
    """Yield a remark for each form that the page shows as typed."""
    at = 0
    for block in manuscript.rendered.blocks:
        told: set[str] = set()
        for shown in _shown(block, manuscript.record.body):
            if shown.meant not in told:
                told.add(shown.meant)
                offset = _find(shown.text, manuscript.record.body, at)
                at = max(at, offset)
                yield manuscript.remark(
                    manuscript.body,
                    max(offset, 0),
                    f"“{_short(shown.text)}” trông như {shown.meant} mà trang hiện thành chữ",
                    shown.hint,
                )
    yield from _lone_notes(manuscript)
    if isinstance(manuscript.record, Document):
        yield from _unused_keys(manuscript, manuscript.record)


def _lone_notes(manuscript: Manuscript) -> Iterator[Problem]:
    """Yield a remark for each footnote that nothing in the text refers to."""
    ids = manuscript.rendered.ids
    for name in (one.removeprefix("fn:") for one in ids if one.startswith("fn:")):
        if f"fnref:{name}" not in ids:
            offset = manuscript.record.body.find(f"[^{name}]:")
            yield manuscript.remark(
                manuscript.body,
                max(offset, 0),
                f"không chỗ nào trong bài nhắc tới chú thích [^{name}]",
                f"viết [^{name}] ở chỗ cần chú thích, hoặc bỏ dòng chú thích ấy",
            )


def _shown(block: TextBlock, source: str) -> Iterator[_ShownLine]:
    if block.kind == CODE:
        return
    lines = [line.strip() for line in block.text_without_code.split("\n")]
    for number, line in enumerate(lines):
        if number == 0 and block.mark:
            line = lines[0] = line.removeprefix(block.mark).lstrip()
        if found := _ATTRIBUTES.search(line):
            yield _ShownLine(line, "một dòng ghi chú {: … }", _attribute_hint(line, found, number))
            continue
        forms = [
            _ShownLine(line, meant, _in_tags(block, hint).replace("{}", found[0]))
            for pattern, meant, hint in _FORMS
            if (found := (pattern.match if meant in _AT_START else pattern.search)(line))
            # Not what is written with "\\" or entities, on purpose.
            if found[0] in source or meant not in _MAY_BE_ESCAPED
        ]
        yield from forms
        if not forms and block.kind not in _NO_LISTS and is_unread_item(lines, number):
            yield _ShownLine(line, "một mục danh sách", _in_tags(block, _LIST_HINT))


def _in_tags(block: TextBlock, hint: str) -> str:
    """Return what to do where Markdown is read; else that it is not."""
    return hint if block.kind in _READ else _TAGS_HINT


def _attribute_hint(line: str, found: re.Match[str], number: int) -> str:
    if _CURLY.search(found[0]):
        return 'viết nháy thẳng: {: due="2026-12-31" }'
    if line[found.end() :].strip():
        return "không viết gì sau dấu }, đặt cả dòng ngay dưới mục"
    if number == 0:
        return "đặt ngay dưới dòng cuối của mục, không để dòng trống ở giữa"
    return 'viết khóa="giá trị", đặt ngay dưới dòng cuối của mục'


def _unused_keys(manuscript: Manuscript, document: Document) -> Iterator[Problem]:
    """Yield a remark for each key of an editor that changes nothing."""
    text = manuscript.rendered
    message, hint = _OF_HEADING if states_orders(document, text) else _OF_NO_ORDERS
    for one in find_unused_keys(document, text):
        line = document.file.body_line + one.line
        yield Problem(document.file.src_uri, line, one.key, f"khóa {one.key} {message}", hint)


def _find(line: str, source: str, since: int) -> int:
    """Return the offset of a page's line in the source; -1 when it is spelled differently there."""
    words = re.findall(r"\S+", line)[:4]
    sought = re.compile(r"[\s*_`]*".join(map(re.escape, words)))
    found = sought.search(source, since) or sought.search(source)
    return found.start() if found else -1


def _short(line: str) -> str:
    return line if len(line) <= 40 else f"{line[:39].rstrip()}…"

"""Slips in a file that no parser minds, or that make one fail: conflicts, an early end of the head.

Knows lines of text; nothing of records. Vietnamese, one line each.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from bantin.records.fences import FENCE_LINE

# Line, message, hint.
Slip = tuple[int, str, str]

# Git writes seven signs, then the end of the line or a space and a name.
_SIDE = re.compile(r"(?:<{7}|>{7})(?: .*|)")
_BETWEEN = re.compile(r"(?:={7}|\|{7}(?: .*|))")
_MOST_LINES = 5
_KEY = re.compile(r"([a-z][a-z0-9_]*):(?:[ \t].*|)")
# What may stand between keys: comments, nested values, items, fences.
_HEAD_LIKE = re.compile(r"(?:[#\s].*|- .*|-{3,}\s*|)")
_ENDLESS = re.compile(r"&#(?:[0-9]{10}|[xX][0-9a-fA-F]{10})")


def find_conflict(text: str) -> Slip | None:
    """Return the marks of a merge that nobody has finished; None where there are none.

    A line "=======" alone underlines a heading.
    """
    if "<<<<<<<" not in text and ">>>>>>>" not in text:
        return None
    lines = text.split("\n")
    if not any(map(_SIDE.fullmatch, lines)):
        return None
    marks = [
        number
        for number, line in enumerate(lines, 1)
        if _SIDE.fullmatch(line) or _BETWEEN.fullmatch(line)
    ]
    message = f"dòng {lines[marks[0] - 1][:7]} là dấu của Git: hai bản của tệp chưa ghép xong"
    hint = "chọn nội dung muốn giữ rồi xóa dòng này"
    if others := marks[1:]:
        more = f" và {len(others) - _MOST_LINES} dòng nữa" if len(others) > _MOST_LINES else ""
        hint += f" cùng các dòng dấu ở dòng {', '.join(map(str, others[:_MOST_LINES]))}{more}"
    return marks[0], message, hint


def find_endless_reference(text: str) -> Slip | None:
    """Return the first HTML reference with a number beyond all characters; None for none.

    Python refuses to read a number of thousands of digits.
    """
    if "&#" not in text or (match := _ENDLESS.search(text)) is None:
        return None
    line = text.count("\n", 0, match.start()) + 1
    return line, f"mã {match[0][:12]}… không phải là ký tự nào", "xóa mã ấy"


def find_early_end(
    body: str, *, body_line: int, end_line: int, keys: Collection[str]
) -> Slip | None:
    """Return the first key that stands below the front matter; None where there is none.

    Args:
        body: the text below.
        body_line: 1-based line on which it begins.
        end_line: 1-based line of the mark above it.
        keys: what a front matter of this kind may hold.
    """
    found: list[tuple[int, str]] = []
    is_closed = False
    for number, line in enumerate(body.split("\n"), body_line):
        if key := _KEY.fullmatch(line):
            found.append((number, key[1]))
        elif not _HEAD_LIKE.fullmatch(line):
            break
        elif found and FENCE_LINE.fullmatch(line):
            is_closed = True
            break
    # A text may begin with one line of this form.
    if not any(name in keys for _, name in found) and not (is_closed and len(found) > 1):
        return None
    number, name = found[0]
    message = f"khóa “{name}” nằm dưới dòng --- kết thúc phần đầu nên không có tác dụng"
    hint = f"xóa dòng --- ở dòng {end_line}"
    if not is_closed:
        hint = f"chuyển dòng này, cùng các khóa dưới nó, lên trên dòng --- ở dòng {end_line}"
    return number, message, hint

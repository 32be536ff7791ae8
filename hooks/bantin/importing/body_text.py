"""Paragraphs of plain text as Markdown that shows exactly these words.

Knows Markdown as the site reads it: Python-Markdown with tables, footnotes, attr_list, toc and the
lists of Vietnamese documents. Their marks that are text, such as "a)", show as they stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bantin.text.fold import exact
from bantin.text.list_marks import read_mark

_ESCAPED = re.compile(r"[\\`*_{\[]")
_TAG = re.compile(r"<(?=[A-Za-z/!?])")
_ENTITY = re.compile(r"&(?=#|\w+;)")  # Python-Markdown also reads "&#1" without its semicolon
_LINE_START = re.compile(r"(?=[#+>]|-(?:\s|-|$))|(?<=^)(?P<number>\d+)(?=[.](?:[^\W\d_]|\s|$))")
_ITEM = re.compile(r"(?P<number>\d{1,3})\. (?P<text>\S.*)")
_DASH = re.compile(r"- (?P<text>\S.*)")
_HEADING = re.compile(
    r"[IVX]+[.)] |[A-Z]\. |Điều \d+[a-z]?[.:]|(?:Phần|PHẦN|Chương|CHƯƠNG|Mục|MỤC) (?:thứ |THỨ )?\S+"
)
_SUB_ITEM = re.compile(r"(?:[a-zđ][.)]|\d{1,2}(?:\.\d{1,2})+\.?|[-+*•–]) ")
_SENTENCE_END = (".", ";", "…", "!", "?")
# The paragraph that closes a document and belongs to none of its points.
_CLOSING = re.compile(
    r"(?=.*\bthông báo\b)(?=.*\b(?:biết|thực hiện)\b)|trên đây là|(?:xin )?trân trọng|nhận được"
    r"|(?:[^,;.]{1,60} )?(?:yêu cầu|đề nghị) (?:các |thủ trưởng|giám đốc|chủ tịch)"
    r".*(?:thực hiện|triển khai|kết quả)"
    r"|trong quá trình|(?:kế hoạch|chỉ thị|quyết định|công điện|thông báo|nghị quyết) này"
)
# What opens the conclusions of a meeting belongs to no point above it, such as one of who came.
_OPENING = re.compile(r"(?<!\w)(?:kết luận|chỉ đạo)(?!\w)[^.;]{0,80}:$")
# Characters at the end of a paragraph in which those words stand.
_OPENING_LENGTH = 120


@dataclass(frozen=True, slots=True)
class Ready:
    """Markdown that is ready: a table, a heading.

    Attributes:
        text: with its lines.
        parts_items: no item of a list goes on over it.
    """

    text: str
    parts_items: bool = False


def escape_text(text: str) -> str:
    """Return Markdown that shows `text`, one line, as it stands."""
    return _escape_start(_escape_inline(text))


def escape_cell(text: str) -> str:
    """Return Markdown that shows `text` in a cell of a table."""
    return _escape_inline(text).replace("|", r"\|")


def format_paragraphs(paragraphs: Iterable[str | Ready]) -> str:
    """Return paragraphs as Markdown; lines that begin with "- " make a list."""
    blocks: list[str] = []
    in_list = False
    for paragraph in paragraphs:
        dash = None
        if isinstance(paragraph, Ready):
            blocks.append(paragraph.text)
        elif dash := _DASH.fullmatch(paragraph):
            item = f"- {escape_text(dash['text'])}"
            if in_list:
                blocks[-1] += f"\n{item}"
            else:
                blocks.append(item)
        else:
            blocks.append(escape_text(paragraph))
        in_list = dash is not None
    return "\n\n".join(blocks)


def format_conclusions(paragraphs: Sequence[str | Ready]) -> str:
    """Return paragraphs as Markdown, with those numbered "1. …" as an ordered list.

    Items keep their printed numbers. Text between two items belongs to the first of them. Behind
    the last item its sub-items ("a)", "-", "+", "1.1") belong to it; where that item is only a
    heading ("3. Văn phòng UBND tỉnh"), all up to the closing paragraph does.
    """
    blocks: list[str] = []
    at = 0
    follows_list = False
    while at < len(paragraphs):
        end, items = _read_list(paragraphs, at)
        if items and follows_list:
            # Two lists without text between them would become one list: this number is text.
            end = at + 1
            blocks.append(escape_text(f"{items[0][0]}. {items[0][1][0]}"))
            items = []
        elif items:
            blocks.extend(_format_item(number, parts) for number, parts in items)
        else:
            end = at + 1
            while end < len(paragraphs) and _item(paragraphs[end]) is None:
                end += 1
            blocks.append(format_paragraphs(paragraphs[at:end]))
        follows_list = bool(items)
        at = end
    return "\n\n".join(blocks)


def _item(paragraph: str | Ready) -> re.Match[str] | None:
    return None if isinstance(paragraph, Ready) else _ITEM.fullmatch(paragraph)


def _read_list(
    paragraphs: Sequence[str | Ready], at: int
) -> tuple[int, list[tuple[str, list[str | Ready]]]]:
    """Return the end of the list that begins at an index, and (number, paragraphs) of its items."""
    items: list[tuple[str, list[str | Ready]]] = []
    first = _item(paragraphs[at])
    if first is None:
        return at, items
    expected = int(first["number"])
    while at < len(paragraphs):
        match = _item(paragraphs[at])
        if match is None or int(match["number"]) != expected:
            break
        end = _end_of_item(paragraphs, at + 1, expected + 1, is_heading=_is_heading(match["text"]))
        items.append((match["number"], [match["text"], *paragraphs[at + 1 : end]]))
        at, expected = end, expected + 1
    return at, items


def _is_heading(text: str) -> bool:
    """True for the text of an item that only names whom or what its paragraphs are about."""
    return not text.endswith(_SENTENCE_END) and len(text.split()) <= 20


def _end_of_item(
    paragraphs: Sequence[str | Ready], at: int, following: int, *, is_heading: bool
) -> int:
    """Return the index behind an item's last paragraph."""
    for index in range(at, len(paragraphs)):
        paragraph = paragraphs[index]
        match = _item(paragraph)
        if match and int(match["number"]) == following:
            return index
        if match or _parts_items(paragraph):
            break
    while at < len(paragraphs) and _belongs(paragraphs[at], is_heading=is_heading):
        at += 1
    return at


def _parts_items(paragraph: str | Ready) -> bool:
    if isinstance(paragraph, Ready):
        return paragraph.parts_items
    return _HEADING.match(paragraph) is not None


def _belongs(paragraph: str | Ready, *, is_heading: bool) -> bool:
    """True for a paragraph that belongs to the last item of a list, right above it."""
    if isinstance(paragraph, Ready):
        return is_heading and not paragraph.parts_items
    if _SUB_ITEM.match(paragraph):
        return True
    if not is_heading or _item(paragraph) or _HEADING.match(paragraph):
        return False
    words = exact(paragraph)
    opens = _OPENING.search(words[-_OPENING_LENGTH:])
    return _CLOSING.match(words) is None and opens is None


def _format_item(number: str, parts: Sequence[str | Ready]) -> str:
    first = parts[0].text if isinstance(parts[0], Ready) else parts[0]
    text = f"{number}. {escape_text(first)}"
    if len(parts) > 1:
        rest = format_paragraphs(parts[1:]).replace("\n", "\n    ").replace("\n    \n", "\n\n")
        text += f"\n\n    {rest}"
    return text


def _escape_inline(text: str) -> str:
    text = _ESCAPED.sub(lambda match: f"\\{match[0]}", _ENTITY.sub("&amp;", text))
    return _TAG.sub("&lt;", text)


def _escape_start(text: str) -> str:
    marks = ""
    mark = read_mark(text)
    while mark is not None and mark.kind != "1." and not mark.is_bullet:
        if not mark.content:
            return marks + text
        # What follows a mark begins a line again.
        marks, text = marks + text[: mark.offset], text[mark.offset :]
        mark = read_mark(text)
    match = _LINE_START.match(text)
    if match is None:
        return marks + text
    number = match["number"] or ""
    return f"{marks}{number}\\{text[len(number) :]}"

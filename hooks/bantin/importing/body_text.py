"""Paragraphs of plain text as Markdown that shows exactly these words.

Knows Markdown as the site reads it: Python-Markdown with tables, footnotes, attr_list, toc and the
lists of Vietnamese documents. Their marks that are text, such as "a)", show as they stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from bantin.text.list_marks import read_mark

_ESCAPED = re.compile(r"[\\`*_{\[]")
_TAG = re.compile(r"<(?=[A-Za-z/!?])")
_ENTITY = re.compile(r"&(?=#|\w+;)")  # Python-Markdown also reads "&#1" without its semicolon
_LINE_START = re.compile(r"(?=[#+>]|-(?:\s|-|$))|(?<=^)(?P<number>\d+)(?=[.](?:[^\W\d_]|\s|$))")
_ITEM = re.compile(r"(?P<number>\d{1,3})\. (?P<text>\S.*)")
_DASH = re.compile(r"- (?P<text>\S.*)")
_HEADING = re.compile(r"[IVX]+\. ")
_SUB_ITEM = re.compile(r"(?:[a-zđ][.)]|[-+*•–]) ")


def escape_text(text: str) -> str:
    """Return Markdown that shows `text`, one line, as it stands."""
    return _escape_start(_escape_inline(text))


def format_paragraphs(paragraphs: Iterable[str]) -> str:
    """Return paragraphs as Markdown; lines that begin with "- " make a list."""
    blocks: list[str] = []
    in_list = False
    for paragraph in paragraphs:
        if dash := _DASH.fullmatch(paragraph):
            item = f"- {escape_text(dash['text'])}"
            if in_list:
                blocks[-1] += f"\n{item}"
            else:
                blocks.append(item)
        else:
            blocks.append(escape_text(paragraph))
        in_list = dash is not None
    return "\n\n".join(blocks)


def format_conclusions(paragraphs: Sequence[str]) -> str:
    """Return paragraphs as Markdown, with those numbered "1. …" as an ordered list.

    Items keep their printed numbers. Text between two items belongs to the first of them. Behind
    the last item only its sub-items ("a)", "-", "+") belong to it.
    """
    blocks: list[str] = []
    at = 0
    follows_list = False
    while at < len(paragraphs):
        end, items = _read_list(paragraphs, at)
        if items and follows_list:
            # Two lists without text between them would become one list: this number is text.
            end = at + 1
            blocks.append(escape_text(paragraphs[at]))
            items = []
        elif items:
            blocks.extend(_format_item(number, parts) for number, parts in items)
        else:
            end = at + 1
            while end < len(paragraphs) and not _ITEM.fullmatch(paragraphs[end]):
                end += 1
            blocks.append(format_paragraphs(paragraphs[at:end]))
        follows_list = bool(items)
        at = end
    return "\n\n".join(blocks)


def _read_list(paragraphs: Sequence[str], at: int) -> tuple[int, list[tuple[str, list[str]]]]:
    """Return the end of the list that begins at an index, and (number, paragraphs) of its items."""
    items: list[tuple[str, list[str]]] = []
    first = _ITEM.fullmatch(paragraphs[at])
    if first is None:
        return at, items
    expected = int(first["number"])
    while at < len(paragraphs):
        match = _ITEM.fullmatch(paragraphs[at])
        if match is None or int(match["number"]) != expected:
            break
        end = _end_of_item(paragraphs, at + 1, expected + 1)
        items.append((match["number"], [match["text"], *paragraphs[at + 1 : end]]))
        at, expected = end, expected + 1
    return at, items


def _end_of_item(paragraphs: Sequence[str], at: int, following: int) -> int:
    """Return the index behind an item's last paragraph."""
    for index in range(at, len(paragraphs)):
        match = _ITEM.fullmatch(paragraphs[index])
        if match and int(match["number"]) == following:
            return index
        if match or _HEADING.match(paragraphs[index]):
            break
    while at < len(paragraphs) and _SUB_ITEM.match(paragraphs[at]):
        at += 1
    return at


def _format_item(number: str, parts: Sequence[str]) -> str:
    text = f"{number}. {escape_text(parts[0])}"
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

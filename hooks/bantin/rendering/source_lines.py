"""Finds the source lines of links and of item attributes.

Markdown gives HTML without line numbers. The HTML has the order of the source, except for footnotes
and reference links. So each search starts after the last find, and then tries the whole source.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from html import unescape

from bantin.rendering.rendered_text import (
    ItemAttribute,
    NumberedItem,
    RenderedText,
    TextLink,
)
from bantin.rendering.sanitise import Loss

_FIRST_WORDS = re.compile(r"[^\W_]+")


def with_lines(text: RenderedText, losses: Iterable[Loss], source: str) -> RenderedText:
    """Return a text with its losses, and the source lines of its links and attributes."""
    found = tuple(losses)
    if not (text.links or text.items or text.stray or found):
        return text
    return replace(
        text,
        links=_links(text.links, source),
        items=_items(text.items, source),
        stray=tuple(_placed(one, source, 0) for one in text.stray),
        losses=found,
    )


def line_at(source: str, offset: int) -> int:
    """Return the 0-based line of an offset; 0 for -1 (not found)."""
    return source.count("\n", 0, max(offset, 0))


def _links(links: tuple[TextLink, ...], source: str) -> tuple[TextLink, ...]:
    at, found = 0, []
    for link in links:
        here = _find(link.href, source, at)
        if here >= at:
            at = here + 1
        found.append(replace(link, line=line_at(source, here)))
    return tuple(found)


def _find(href: str, source: str, since: int) -> int:
    for start in (since, 0):
        for written in dict.fromkeys((href, unescape(href), href.removeprefix("mailto:"))):
            here = source.find(written, start) if written else -1
            if here >= 0:
                return here
    return -1


def _items(items: tuple[NumberedItem, ...], source: str) -> tuple[NumberedItem, ...]:
    if not any(item.attributes for item in items):
        return items
    at, found, lines = 0, [], source.split("\n")
    for item in items:
        at = max(at, _line_of(item, lines, at))
        attributes = tuple(_placed(one, source, at) for one in item.attributes)
        found.append(replace(item, attributes=attributes))
    return tuple(found)


def _line_of(item: NumberedItem, lines: list[str], since: int) -> int:
    """Return the first line from `since` on that begins with an item's number and first word."""
    word = _FIRST_WORDS.search(item.text)
    sought = re.compile(
        rf"[ \t>*_]*\(?{re.escape(item.number)}[^\w]{{0,8}}{re.escape(word[0]) if word else ''}"
    )
    for at in range(since, len(lines)):
        if sought.match(lines[at]):
            return at
    # The item is HTML, or the page prints another number than the source.
    for at in range(since, len(lines)):
        if word and word[0] in lines[at]:
            return at
    return -1


def _placed(one: ItemAttribute, source: str, since: int) -> ItemAttribute:
    """Return an attribute with its line: the first from `since` on that has it."""
    sought = re.compile(rf"[{{ ]{one.key}\s*(?:=\s*[\"']?{re.escape(one.value)}|[ }}])")
    for at, line in enumerate(source.split("\n")):
        if at >= since and "{" in line and sought.search(line):
            return replace(one, line=at)
    return replace(one, line=since)

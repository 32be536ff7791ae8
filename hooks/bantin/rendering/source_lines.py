"""Finds the source lines of links and of item attributes.

Markdown gives HTML without line numbers. The HTML has the order of the source, except for footnotes
and reference links. So each search starts after the last find, and then tries the whole source.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from html import escape, unescape

from bantin.rendering.rendered_text import (
    ItemAttribute,
    KeyedPassage,
    NumberedItem,
    RenderedText,
    TextLink,
)
from bantin.rendering.sanitise import Loss

# What stands around an address; a bare one ends with its sentence.
_BEFORE_ADDRESS = ("](", "<", '="', "='", "=", "]:", "mailto:")
_AFTER_ADDRESS = ("", *")>\"' \n\t.,;:!?")
_BARE = ("http://", "https://", "www.")
# An address that is a common word is not looked for without end.
_TRIES = 20
# Markup changes what follows the first words.
_LONGEST_SOUGHT = 60
# First words of a passage that lead to its line; markup may stand between them.
_WORDS_SOUGHT = 3
_FIRST_WORDS = re.compile(r"[^\W_]+")


def with_lines(text: RenderedText, losses: Iterable[Loss], source: str) -> RenderedText:
    """Return a text with its losses, and the source lines of its links and attributes."""
    found = tuple(losses)
    if not (text.links or text.items or text.stray or text.keyed or found):
        return text
    return replace(
        text,
        links=_links(text.links, source),
        items=_items(text.items, source),
        stray=_stray(text.stray, source),
        keyed=_keyed(text.keyed, source),
        losses=found,
    )


def line_at(source: str, offset: int) -> int:
    """Return the 0-based line of an offset; 0 for -1 (not found)."""
    return source.count("\n", 0, max(offset, 0))


def line_of_words(words: str, source: str) -> int:
    """Return the 0-based line on which words of a source begin; 0 where it lacks them."""
    line = words.strip().partition("\n")[0][:_LONGEST_SOUGHT].strip()
    return line_at(source, source.find(line)) if line else 0


def _links(links: tuple[TextLink, ...], source: str) -> tuple[TextLink, ...]:
    at, found = 0, []
    for link in links:
        here = _find(link.href, source, at)
        if here >= at:
            at = here + 1
        found.append(replace(link, line=line_at(source, here)))
    return tuple(found)


def _find(href: str, source: str, since: int) -> int:
    """Return where a source writes an address as one: not in words, nor in a longer address."""
    bare = href.removeprefix("mailto:").removeprefix("http://")
    writings = [
        one for one in dict.fromkeys((bare, href, unescape(href), escape(href, quote=False))) if one
    ]
    for search in (_find_address, str.find):
        for start in (since, 0):
            places = [search(source, written, start) for written in writings]
            if any(here >= 0 for here in places):
                return min(here for here in places if here >= 0)
    return -1


def _find_address(source: str, written: str, since: int) -> int:
    here = source.find(written, since)
    for _ in range(_TRIES):
        if here < 0 or _is_address(source, here, here + len(written)):
            return here
        here = source.find(written, here + 1)
    return -1


def _is_address(source: str, start: int, end: int) -> bool:
    """True between the signs that hold an address in Markdown or HTML, and for a bare one."""
    if source[end : end + 1] not in _AFTER_ADDRESS:
        return False
    before = source[max(0, start - 12) : start].rstrip(" ").removesuffix("http://")
    if before.endswith(_BEFORE_ADDRESS) or source.startswith(_BARE, start):
        return True
    return source.find("@", start, end) >= 0 and not source[start - 1 : start].isalnum()


def _items(items: tuple[NumberedItem, ...], source: str) -> tuple[NumberedItem, ...]:
    if not any(item.attributes for item in items):
        return items
    at, found, lines = 0, [], source.split("\n")
    for item in items:
        at = max(at, _line_of(item, lines, at))
        attributes = tuple(_placed(one, lines, at) for one in item.attributes)
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


def _keyed(keyed: tuple[KeyedPassage, ...], source: str) -> tuple[KeyedPassage, ...]:
    at, found, lines = 0, [], source.split("\n") if keyed else []
    for one in keyed:
        words = _FIRST_WORDS.findall(one.text[:_LONGEST_SOUGHT])[:_WORDS_SOUGHT]
        sought = re.compile(r"[\W_]{1,8}".join(map(re.escape, words)))
        at = next((line for line in range(at, len(lines)) if sought.search(lines[line])), at)
        attributes = tuple(_placed(told, lines, at) for told in one.attributes)
        found.append(replace(one, attributes=attributes))
    return tuple(found)


def _stray(stray: tuple[ItemAttribute, ...], source: str) -> tuple[ItemAttribute, ...]:
    lines = source.split("\n") if stray else []
    # Of those with the same key and value, each has a line of its own.
    since: dict[tuple[str, str], int] = {}
    found = []
    for one in stray:
        placed = _placed(one, lines, since.get((one.key, one.value), 0))
        since[one.key, one.value] = placed.line + 1
        found.append(placed)
    return tuple(found)


def _placed(one: ItemAttribute, lines: list[str], since: int) -> ItemAttribute:
    """Return an attribute with its line: the first from `since` on that has it."""
    sought = re.compile(rf"[{{ ]{one.key}\s*(?:=\s*[\"']?{re.escape(one.value)}|[ }}])")
    for at in range(since, len(lines)):
        if "{" in lines[at] and sought.search(lines[at]):
            return replace(one, line=at)
    return replace(one, line=since)

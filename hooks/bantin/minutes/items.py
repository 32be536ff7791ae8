"""The numbered items of a text: where each begins, its number as printed, its words.

Knows Markdown as far as top-level numbered lists go; nothing of what the items say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_ITEM = re.compile(r"(?P<number>[0-9]+)\. +(?P<text>\S.*)")
_CONTINUED = re.compile(r" {2,}|\t")
_ATTRIBUTES = re.compile(r"\s*\{:\s*(?P<inside>[^}]*?)\s*\}\s*")


@dataclass(frozen=True, slots=True)
class Attributes:
    """An attribute list of an item, on a line of its own.

    Attributes:
        line: 0-based, in the source.
        inside: what stands between "{:" and "}".
    """

    line: int
    inside: str


@dataclass(frozen=True, slots=True)
class TextItem:
    """An item of a numbered list.

    Attributes:
        number: as printed, "3".
        text: its words on one line, the item's own paragraphs and lists included.
        attributes: its attribute lists, in order.
    """

    number: str
    text: str
    attributes: tuple[Attributes, ...] = ()


def find_items(source: str) -> tuple[TextItem, ...]:
    """Return the items of every numbered list that stands at the margin, in order.

    Args:
        source: Markdown. A line goes on with an item when it is indented, or follows the item's
            line without an empty one between.
    """
    return tuple(_items(source))


def _items(source: str) -> Iterator[TextItem]:
    number = ""
    lines: list[str] = []
    attributes: list[Attributes] = []
    after_empty = False
    for at, line in enumerate(source.split("\n")):
        if not line.strip():
            after_empty = True
            continue
        match = _ITEM.match(line)
        if match or (after_empty and not _CONTINUED.match(line)):
            if number:
                yield _item(number, lines, attributes)
            number, lines = (match["number"], [match["text"]]) if match else ("", [])
            attributes = []
        elif number and (found := _ATTRIBUTES.fullmatch(line)):
            attributes.append(Attributes(at, found["inside"]))
        elif number:
            lines.append(line)
        after_empty = False
    if number:
        yield _item(number, lines, attributes)


def _item(number: str, lines: list[str], attributes: list[Attributes]) -> TextItem:
    return TextItem(number, " ".join(" ".join(lines).split()), tuple(attributes))

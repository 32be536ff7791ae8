"""Writes out the marks that browsers and Word show before the items of lists.

Knows one list and one item at a time.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from selectolax.lexbor import LexborNode

_ROMANS = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
           (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_STYLE_TYPE = re.compile(r"list-style(?:-type)?\s*:\s*([a-z-]+)")
_STYLES = {
    "decimal": "1",
    "decimal-leading-zero": "1",
    "lower-alpha": "a",
    "lower-latin": "a",
    "upper-alpha": "A",
    "upper-latin": "A",
    "lower-roman": "i",
    "upper-roman": "I",
    "none": "",
    "disc": "-",
    "circle": "-",
    "square": "-",
}
_BULLETS_BY_DEPTH = ("- ", "+ ", "* ")
_TYPED = re.compile(
    r"(?:[-–—+*•▪■●○◦]\s|\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-zđA-ZĐ]|[ivxIVX]{1,5})[.)/]\s?(?=\S))"
)
# The letters of Symbol and Wingdings that Word shows as bullets.
_WORD_BULLETS = frozenset("·•§oØüvq¨Ÿ-–—+*\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf071")


@dataclass(slots=True)
class ShownList:
    """A list whose items are being read.

    Attributes:
        kind: "1", "a", "A", "i", "I"; "-" for bullets; "" for no marks.
        next_number: of the next item.
        step: 1, or -1 where the list counts down.
        depth: 0 for a list in no other list.
    """

    kind: str
    next_number: int
    step: int
    depth: int

    def mark_of(self, item: LexborNode) -> str:
        """Return the mark of the next item with a space; "" for none."""
        kind = _type_of(item, self.kind)
        given = _number(item.attributes.get("value"))
        if given is not None:
            self.next_number = given
        number, self.next_number = self.next_number, self.next_number + self.step
        if not kind:
            return ""
        if kind == "-":
            return _BULLETS_BY_DEPTH[min(self.depth, len(_BULLETS_BY_DEPTH) - 1)]
        return f"{_count(number, kind)}. "


def open_list(node: LexborNode, depth: int) -> ShownList:
    """Begin a list."""
    if node.tag == "ul":
        return ShownList(_type_of(node, "-"), 1, 1, depth)
    start = _number(node.attributes.get("start"))
    step = -1 if "reversed" in node.attributes else 1
    if start is None:
        start = len(node.css("li")) if step < 0 else 1
    return ShownList(_type_of(node, "1"), start, step, depth)


def with_mark(mark: str, text: str) -> str:
    """Put a mark before an item, but not where one is typed already."""
    if mark and _TYPED.match(text):
        return text
    return mark + text


def word_mark(text: str) -> str:
    """Return the mark that Word wrote before an item, as a mark of ours: "·" is "-"."""
    mark = text.strip(" \u00a0\t\n")
    if mark in _WORD_BULLETS:
        return "- "
    return f"{mark} " if mark else ""


def _type_of(node: LexborNode, inherited: str) -> str:
    style = (node.attributes.get("style") or "").lower()
    if match := _STYLE_TYPE.search(style):
        return _STYLES.get(match[1], inherited)
    kind = (node.attributes.get("type") or "").strip()
    if kind in ("1", "a", "A", "i", "I"):
        return kind
    return _STYLES.get(kind.lower(), inherited)


def _number(text: str | None) -> int | None:
    text = (text or "").strip()
    return int(text) if re.fullmatch(r"-?[0-9]{1,6}", text) else None


def _count(number: int, kind: str) -> str:
    if kind in ("a", "A") and number > 0:
        letters = ""
        while number > 0:
            number, rest = divmod(number - 1, 26)
            letters = chr(ord(kind) + rest) + letters
        return letters
    if kind in ("i", "I") and 0 < number < 4000:
        roman = ""
        for value, letters in _ROMANS:
            times, number = divmod(number, value)
            roman += letters * times
        return roman if kind == "i" else roman.upper()
    return str(number)

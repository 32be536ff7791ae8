"""Counts the automatic numbers of an ODT file and writes them as they are printed."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from bantin.importing.reading.word.numerals import numeral
from bantin.importing.reading.word.odt_styles import OdtStyles
from bantin.importing.reading.word.packages import Element, attribute, child, local
from bantin.importing.reading.word.symbols import bullet

_FORMS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman",
          "I": "upperRoman", "": "none"}  # fmt: skip
_PLACE = re.compile(r"%(\d{1,2})%")


@dataclass(slots=True)
class OdtList:
    """A list that is being read: its style, and how far each level, from 1, has counted."""

    style: str
    counters: dict[int, int] = field(default_factory=dict)


class OdtNumbering:
    """Keeps the lists of a file, for a later one may go on where an earlier one ended."""

    def __init__(self, styles: OdtStyles) -> None:
        """Begin with no list counted."""
        self._styles = styles
        self._by_name: dict[str, OdtList] = {}
        self._by_style: dict[str, OdtList] = {}
        self._outline = OdtList("")

    def open(self, element: Element, style: str) -> OdtList:
        """Return the list that a `text:list` outside of lists begins, or goes on with."""
        style = attribute(element, "style-name") or style
        before = self._by_name.get(attribute(element, "continue-list") or "")
        if before is None and attribute(element, "continue-numbering") == "true":
            before = self._by_style.get(style)
        found = before or OdtList(style)
        self._by_style[style] = found
        if name := attribute(element, "id"):
            self._by_name[name] = found
        return found

    def mark(self, found: OdtList, style: str, level: int, start: str | None) -> str:
        """Count an item; return its number or bullet with the space behind it, or "".

        Args:
            found: its list.
            style: of the list at this level.
            level: from 1.
            start: a number that the item sets anew.
        """
        return self._count(found, self._styles.lists.get(style), level, start)

    def heading_mark(self, level: int) -> str:
        """Count a heading outside of lists by the outline of the file."""
        return self._count(self._outline, self._styles.outline, level, None)

    def _count(self, found: OdtList, style: Element | None, level: int, start: str | None) -> str:
        element = _level(style, level)
        if element is None:
            return ""
        counters = found.counters
        if start is not None and start.isdecimal():
            counters[level] = int(start[:9])
        elif level in counters:
            counters[level] += 1
        else:
            counters[level] = _start(element)
        for below in [one for one in counters if one > level]:
            del counters[below]
        mark = bullet(attribute(element, "bullet-char") or "")
        if local(element) != "list-level-style-bullet":
            mark = _number(style, element, level, counters)
        label = child(element, "list-level-properties", "list-level-label-alignment")
        follows = attribute(label, "label-followed-by") if label is not None else "space"
        return f"{mark}{'' if follows == 'nothing' else ' '}" if mark.strip() else ""


def _number(style: Element | None, element: Element, level: int, counters: dict[int, int]) -> str:
    def place(at: int) -> str:
        other = _level(style, at)
        if other is None:
            return ""
        return numeral(counters.get(at, _start(other)), _form(other))

    if written := attribute(element, "num-list-format"):
        return _PLACE.sub(lambda match: place(int(match[1])), written)
    if _form(element) == "none":
        return ""
    shown = attribute(element, "display-levels") or "1"
    first = max(level - int(shown[:2]) + 1, 1) if shown.isdecimal() else level
    numbers = filter(None, (place(at) for at in range(first, level + 1)))
    prefix, suffix = attribute(element, "num-prefix"), attribute(element, "num-suffix")
    return f"{prefix or ''}{'.'.join(numbers)}{suffix or ''}"


def _level(style: Element | None, level: int) -> Element | None:
    for element in style if style is not None else ():
        if attribute(element, "level") == str(level):
            return element
    return None


def _start(element: Element) -> int:
    text = attribute(element, "start-value") or "1"
    return int(text[:9]) if text.isdecimal() else 1


def _form(element: Element) -> str:
    return _FORMS.get(attribute(element, "num-format") or "", "decimal")

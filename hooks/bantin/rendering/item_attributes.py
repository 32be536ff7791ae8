"""Reads several attribute lines `{: … }` below an item, or one after an empty line.

The stock extension for attribute lists reads the last line only. Knows their form, not their keys.
"""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

# One way only to match each line: else a few dozen lines would be tried in all their ways.
_LINE = r"\{[ ]*+[^}\n ][^}\n]*+\}[ ]*+"
_ATTRIBUTE_LINE = re.compile(rf"[ ]*+{_LINE}")
_ALONE = re.compile(rf"(?:{_LINE}\n[ ]*)*{_LINE}")
# Each line ends in "}". The end of the line is here for others, so that none is read twice.
_INSIDE = re.compile(r"\{:?+[ ]*+([^}\n]*+)(?:\}|$)", re.MULTILINE)


class ItemAttributes(Extension):
    """Joins the attribute lines of an item, so that `attr_list` reads them."""

    def extendMarkdown(self, md: Markdown) -> None:
        # After inline patterns (20), because they may make children; before attr_list (8).
        md.treeprocessors.register(_JoinAttributeLines(md), "bantin-item-attributes", 9)
        # Before the attributes of headings are read (5).
        md.treeprocessors.register(_WriteEmptyValues(md), "bantin-empty-values", 7)


class _JoinAttributeLines(Treeprocessor):
    def run(self, root: Element) -> None:
        for item in root.iter("li"):
            for element in (item, *item.findall("p")):
                _join(element)
            _take_lone_lines(item)


class _WriteEmptyValues(Treeprocessor):
    """Gives `{: id= }` the empty value that was meant. Readers of headings know no other."""

    def run(self, root: Element) -> None:
        for element in root.iter():
            for name, value in element.attrib.items():
                if not value:
                    element.set(name, "")


def _join(element: Element) -> None:
    """Join the attribute lines at the end of an element's own text."""
    if element.text:
        element.text = _joined(element.text)
    for child in element:
        if child.tail:
            child.tail = _joined(child.tail)


def _joined(text: str) -> str:
    """Return a text with one line for the attribute lines at its end, if there are several."""
    lines = text.removesuffix("\n").split("\n")
    at = len(lines)
    while at > 1 and _ATTRIBUTE_LINE.fullmatch(lines[at - 1]):
        at -= 1
    if len(lines) - at < 2:
        return text
    end = "\n" if text.endswith("\n") else ""
    return "\n".join((*lines[:at], _written("\n".join(lines[at:])))) + end


def _written(lines: str) -> str:
    return "{: " + " ".join(one.rstrip(" ") for one in _INSIDE.findall(lines)) + " }"


def _take_lone_lines(item: Element) -> None:
    """Move the lines of a paragraph that has only attribute lines to the paragraph above it."""
    above: Element | None = None
    for child in list(item):
        text = (child.text or "").strip()
        if above is not None and child.tag == "p" and not len(child) and _ALONE.fullmatch(text):
            if len(above):
                above[-1].tail = f"{above[-1].tail or ''}\n{_written(text)}"
            else:
                above.text = f"{above.text or ''}\n{_written(text)}"
            item.remove(child)
        elif child.tag == "p":
            above = child

"""The styles of an ODT file: how text is printed once all inheritance is done."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from bantin.importing.reading.word.packages import Element, attribute, descendants, local

_LONGEST_CHAIN = 20
_LENGTH = re.compile(r"(?P<number>\d{1,6}(?:\.\d{1,6})?)(?P<unit>cm|mm|in|pt|pc|px)")
_POINTS = {"cm": 28.35, "mm": 2.835, "in": 72.0, "pt": 1.0, "pc": 12.0, "px": 0.75}
# A gap of three points is seen as one.
_SEEN_GAP_POINTS = 3.0


@dataclass(slots=True)
class OdtStyles:
    """The styles by family and name, and the styles of lists by name."""

    elements: dict[tuple[str, str], Element] = field(default_factory=dict)
    lists: dict[str, Element] = field(default_factory=dict)
    outline: Element | None = None
    _fonts: dict[str, str] = field(default_factory=dict)
    _found: dict[tuple[str, str, str, str], str] = field(default_factory=dict)

    @classmethod
    def of(cls, *roots: Element | None) -> OdtStyles:
        """Read the roots of styles.xml and content.xml, the latter last: its styles come first."""
        styles = cls()
        for root in roots:
            for element in root.iter() if root is not None else ():
                name = local(element)
                key = attribute(element, "name") or ""
                if name == "style":
                    styles.elements[attribute(element, "family") or "", key] = element
                elif name == "list-style":
                    styles.lists[key] = element
                elif name == "outline-style":
                    styles.outline = element
                elif name == "font-face":
                    styles._fonts[key] = (attribute(element, "font-family") or key).strip("'\"")
        return styles

    def chain(self, family: str, name: str) -> list[Element]:
        """Return a style and its parents, nearest first."""
        found: list[Element] = []
        while len(found) < _LONGEST_CHAIN:
            element = self.elements.get((family, name))
            if element is None:
                break
            found.append(element)
            name = attribute(element, "parent-style-name") or ""
        return found

    def value(self, family: str, name: str, kind: str, key: str) -> str:
        """Return a property of a style, such as ("text", "T1", "text", "font-name"); "" without it.

        Args:
            family: of the style.
            name: of the style.
            kind: of the properties: "text", "paragraph", "table-cell".
            key: of the property, without its namespace.
        """
        place = (family, name, kind, key)
        if place not in self._found:
            self._found[place] = next(
                (
                    value
                    for style in self.chain(family, name)
                    for one in style
                    if local(one) == f"{kind}-properties" and (value := attribute(one, key))
                ),
                "",
            )
        return self._found[place]

    def text_value(self, spans: tuple[str, ...], paragraph: str, key: str) -> str:
        """Return a property of text: of its innermost span that names it, or of its paragraph."""
        for span in reversed(spans):
            if value := self.value("text", span, "text", key):
                return value
        return self.value("paragraph", paragraph, "text", key)

    def font(self, spans: tuple[str, ...], paragraph: str) -> str:
        """Return the name of the font of a text."""
        name = self.text_value(spans, paragraph, "font-name")
        return self._fonts.get(name, name) or self.text_value(spans, paragraph, "font-family")

    def has_gap(self, paragraph: str, side: str) -> bool:
        """Tell whether a style sets a gap on a side, "top" or "bottom"."""
        match = _LENGTH.match(self.value("paragraph", paragraph, "paragraph", f"margin-{side}"))
        if match is None:
            return False
        return float(match["number"]) * _POINTS[match["unit"]] >= _SEEN_GAP_POINTS

    def list_of(self, paragraph: str) -> str:
        """Return the name of the list style that a paragraph's style names; "" without one."""
        for style in self.chain("paragraph", paragraph):
            if (name := attribute(style, "list-style-name")) is not None:
                return name
        return ""

    def is_ruled(self, table: Element) -> bool:
        """Tell whether lines are printed between the cells of a table."""
        cells = [attribute(cell, "style-name") or "" for cell in descendants(table, "table-cell")]
        ruled = sum(1 for name in cells if self._has_line(name))
        return ruled * 2 > len(cells)

    def _has_line(self, cell: str) -> bool:
        sides = ("border", "border-left", "border-right")
        values = [self.value("table-cell", cell, "table-cell", side) for side in sides]
        return any(value and not value.startswith("none") for value in values)

"""The styles of a DOCX file: what holds for a paragraph or run once all inheritance is done."""

from __future__ import annotations

from dataclasses import dataclass, field

from bantin.importing.reading.word.packages import Element, attribute, child, local

_OFF = ("0", "false", "off", "none")
_LONGEST_CHAIN = 20
_BODY_LEVEL = 9


@dataclass(frozen=True, slots=True)
class RunLook:
    """How a run is printed, as far as its words depend on it."""

    font: str = ""
    hidden: bool = False
    capitals: bool = False
    slanted: bool = False


@dataclass(slots=True)
class DocxStyles:
    """The styles by id.

    Attributes:
        elements: each `w:style`.
        defaults: `w:docDefaults`.
        default_paragraph: id of the style of paragraphs that name none.
    """

    elements: dict[str, Element] = field(default_factory=dict)
    defaults: Element | None = None
    default_paragraph: str = ""
    _looks: dict[tuple[str, str], RunLook] = field(default_factory=dict)

    @classmethod
    def of(cls, root: Element | None) -> DocxStyles:
        """Read the styles part; None makes styles without any."""
        styles = cls()
        for element in root if root is not None else ():
            if local(element) == "docDefaults":
                styles.defaults = element
            elif local(element) == "style" and (name := attribute(element, "styleId")):
                styles.elements[name] = element
                is_default = attribute(element, "default") not in (None, *_OFF)
                if is_default and attribute(element, "type") == "paragraph":
                    styles.default_paragraph = name
        return styles

    def chain(self, name: str) -> list[Element]:
        """Return a style and those it is based on, nearest first."""
        found: list[Element] = []
        while (element := self.elements.get(name)) is not None and len(found) < _LONGEST_CHAIN:
            found.append(element)
            name = value_of(child(element, "basedOn"))
        return found

    def paragraph_style(self, paragraph: Element) -> str:
        """Return the id of a paragraph's style."""
        name = value_of(child(paragraph, "pPr", "pStyle"))
        return name if name in self.elements else self.default_paragraph

    def title(self, name: str) -> str:
        """Return the name of a style as programs know it, in small letters: "heading 1"."""
        element = self.elements.get(name)
        return value_of(child(element, "name")).lower()

    def paragraph_property(self, paragraph: Element, *path: str) -> Element | None:
        """Return a property of a paragraph: its own, its style's, or the file's default."""
        if (found := child(paragraph, "pPr", *path)) is not None:
            return found
        for style in self.chain(self.paragraph_style(paragraph)):
            if (found := child(style, "pPr", *path)) is not None:
                return found
        return child(self.defaults, "pPrDefault", "pPr", *path)

    def level(self, paragraph: Element) -> int:
        """Return the level of a heading, 1 to 6; 0 for other paragraphs."""
        found = self.paragraph_property(paragraph, "outlineLvl")
        number = value_of(found)
        if number.isdecimal() and int(number) < _BODY_LEVEL:
            return min(int(number) + 1, 6)
        return 1 if self.title(self.paragraph_style(paragraph)) == "title" else 0

    def run_look(self, run: Element, paragraph_style: str) -> RunLook:
        """Return how a run is printed: by its own properties, its style, its paragraph's style."""
        own = child(run, "rPr")
        run_style = value_of(child(own, "rStyle"))
        key = (paragraph_style, run_style)
        if key not in self._looks:
            chains = [*self.chain(run_style), *self.chain(paragraph_style)]
            inherited = [child(style, "rPr") for style in chains]
            inherited.append(child(self.defaults, "rPrDefault", "rPr"))
            self._looks[key] = _merge(inherited, RunLook())
        base = self._looks[key]
        return base if own is None else _merge([own], base)


def value_of(element: Element | None, name: str = "val") -> str:
    """Return an attribute of an element; "" without element or attribute."""
    return (attribute(element, name) or "") if element is not None else ""


def is_on(element: Element | None) -> bool | None:
    """Return the state of a property that is on or off; None where it is not named."""
    return None if element is None else value_of(element).lower() not in _OFF


def _merge(properties: list[Element | None], base: RunLook) -> RunLook:
    """Return what the first of the properties that names it says, or else the base."""
    font = hidden = capitals = slanted = None
    for one in properties:
        if one is None:
            continue
        font = font or _font(child(one, "rFonts"))
        hidden = is_on(child(one, "vanish")) if hidden is None else hidden
        capitals = is_on(child(one, "caps")) if capitals is None else capitals
        slanted = is_on(child(one, "i")) if slanted is None else slanted
    return RunLook(
        font or base.font,
        base.hidden if hidden is None else hidden,
        base.capitals if capitals is None else capitals,
        base.slanted if slanted is None else slanted,
    )


def _font(element: Element | None) -> str:
    # Letters beyond ASCII, and they alone tell encodings apart, are set in the font of hAnsi.
    return value_of(element, "hAnsi") or value_of(element, "ascii")

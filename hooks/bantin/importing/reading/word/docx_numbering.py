"""Counts the automatic numbers of a DOCX file and writes them as they are printed."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from bantin.importing.reading.word.docx_styles import DocxStyles, is_on, value_of
from bantin.importing.reading.word.numerals import numeral
from bantin.importing.reading.word.packages import Element, attribute, child, local
from bantin.importing.reading.word.symbols import bullet

_PLACE = re.compile(r"%([1-9])")
_DEEPEST = 9


@dataclass(frozen=True, slots=True)
class _ListLevel:
    start: int = 1
    form: str = "decimal"
    text: str = ""
    joint: str = " "
    restart: int | None = None
    is_legal: bool = False


@dataclass(slots=True)
class DocxNumbering:
    """The lists of a file and their counters, which go on from paragraph to paragraph."""

    _abstracts: dict[str, Element] = field(default_factory=dict)
    _lists: dict[str, Element] = field(default_factory=dict)
    _levels: dict[tuple[str, int], _ListLevel] = field(default_factory=dict)
    _counters: dict[str, dict[int, int]] = field(default_factory=dict)
    _begun: set[tuple[str, int]] = field(default_factory=set)

    @classmethod
    def of(cls, root: Element | None, styles: DocxStyles) -> DocxNumbering:
        """Read the numbering part; None makes numbering without lists."""
        numbering = cls()
        for element in root if root is not None else ():
            if local(element) == "abstractNum":
                numbering._abstracts[attribute(element, "abstractNumId") or ""] = element
            elif local(element) == "num":
                numbering._lists[attribute(element, "numId") or ""] = element
        for element in list(numbering._abstracts.values()):
            # A list may only point to a style that points to the list that holds the levels.
            style = styles.elements.get(value_of(child(element, "numStyleLink")))
            target = numbering._lists.get(value_of(child(style, "pPr", "numPr", "numId")))
            if target is not None:
                linked = numbering._abstracts.get(value_of(child(target, "abstractNumId")))
                numbering._abstracts[attribute(element, "abstractNumId") or ""] = (
                    element if linked is None else linked
                )
        return numbering

    def mark(self, paragraph: Element, styles: DocxStyles) -> str:
        """Count a paragraph; return its number or bullet with the space behind it, or ""."""
        number, depth = _list_of(paragraph, styles)
        found = self._lists.get(number)
        if found is None:
            return ""
        family = value_of(child(found, "abstractNumId"))
        if self._level(number, depth) is None:
            return ""
        counters = self._counters.setdefault(family, {})
        self._count(number, depth, counters)
        return self._print(number, depth, counters)

    def _count(self, number: str, depth: int, counters: dict[int, int]) -> None:
        level = self._level(number, depth) or _ListLevel()
        begins_anew = self._overrides(number, depth) and (number, depth) not in self._begun
        self._begun.add((number, depth))
        if depth not in counters or begins_anew:
            counters[depth] = level.start
        else:
            counters[depth] += 1
        for below in [one for one in counters if one > depth]:
            restart = (self._level(number, below) or _ListLevel()).restart
            # 0 never begins again; n begins again after a paragraph of level n or above.
            if restart is None or 0 < depth + 1 <= restart:
                del counters[below]

    def _print(self, number: str, depth: int, counters: dict[int, int]) -> str:
        level = self._level(number, depth) or _ListLevel()
        if level.form == "bullet":
            mark = bullet(level.text)
        else:

            def place(match: re.Match[str]) -> str:
                at = int(match[1]) - 1
                other = self._level(number, at) or _ListLevel()
                form = "decimal" if level.is_legal and other.form != "none" else other.form
                # Before its first paragraph a level stands one below its start: "0.1".
                return numeral(counters.get(at, other.start - 1), form)

            mark = _PLACE.sub(place, level.text)
        return f"{mark}{level.joint}" if mark.strip() else ""

    def _overrides(self, number: str, depth: int) -> bool:
        override = self._override(number, depth)
        return override is not None and child(override, "startOverride") is not None

    def _override(self, number: str, depth: int) -> Element | None:
        for element in self._lists[number]:
            if local(element) == "lvlOverride" and attribute(element, "ilvl") == str(depth):
                return element
        return None

    def _level(self, number: str, depth: int) -> _ListLevel | None:
        """Return what holds for a level of a list; None where the list has no such level."""
        key = (number, depth)
        if key not in self._levels:
            override = self._override(number, depth)
            abstract = self._abstracts.get(value_of(child(self._lists[number], "abstractNumId")))
            own = child(override, "lvl")
            element = own if own is not None else _find_level(abstract, depth)
            if element is None:
                return None
            start = value_of(child(override, "startOverride")) or value_of(child(element, "start"))
            joint = value_of(child(element, "suff"))
            restart = value_of(child(element, "lvlRestart"))
            self._levels[key] = _ListLevel(
                start=_integer(start, 0 if start == "" else 1),
                form=_form(child(element, "numFmt")),
                text=value_of(child(element, "lvlText")),
                joint="" if joint == "nothing" else " ",
                restart=_integer(restart, 0) if restart else None,
                is_legal=bool(is_on(child(element, "isLgl"))),
            )
        return self._levels[key]


def _list_of(paragraph: Element, styles: DocxStyles) -> tuple[str, int]:
    """Return (id of its list, level from 0); ("", 0) for a paragraph in no list."""
    found = styles.paragraph_property(paragraph, "numPr")
    number = value_of(child(found, "numId"))
    depth = value_of(child(found, "ilvl"))
    if not number:
        # Its own properties may name the level and leave the list to the style.
        for style in styles.chain(styles.paragraph_style(paragraph)):
            if number := value_of(child(style, "pPr", "numPr", "numId")):
                break
    return ("", 0) if number in ("", "0") else (number, min(_integer(depth, 0), _DEEPEST - 1))


def _find_level(abstract: Element | None, depth: int) -> Element | None:
    for element in abstract if abstract is not None else ():
        if local(element) == "lvl" and attribute(element, "ilvl") == str(depth):
            return element
    return None


def _form(element: Element | None) -> str:
    form = value_of(element) or "decimal"
    written = value_of(element, "format")
    return "decimalZero" if form == "custom" and written.startswith("01,") else form


def _integer(text: str, default: int) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else default

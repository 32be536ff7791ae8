"""Puts items and their texts into Python-Markdown's tree.

Its callers decide the place of an item.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from xml.etree.ElementTree import Element, SubElement

from markdown.blockparser import BlockParser

from bantin.rendering.list_levels import Level, Place, count_outer
from bantin.rendering.list_signs import Above
from bantin.text.list_marks import Mark, read_mark

# Deeper items are put on this level, because the code that walks the tree is recursive.
MAX_DEPTH = 12
TAB = 4


class ItemTexts:
    """Hands texts of items to the parser, and tells when it reads one.

    The marks in such a text have been judged already.
    """

    def __init__(self, parser: BlockParser) -> None:
        self._parser = parser
        self._lengths: list[int] = []

    def reset(self) -> None:
        """Forget the last text."""
        self._lengths.clear()

    @property
    def is_open(self) -> bool:
        """True while the parser reads the text of an item, except inside a quotation."""
        return bool(self._lengths) and self._lengths[-1] == len(self._parser.state)

    def parse(self, item: Element, lines: list[str], state: str) -> None:
        """Let the parser read lines into an item in one of Python-Markdown's states."""
        with self._opened(state):
            self._parser.parseBlocks(item, ["\n".join(lines).lstrip("\n")])

    @contextmanager
    def _opened(self, state: str) -> Iterator[None]:
        self._parser.state.set(state)
        self._lengths.append(len(self._parser.state))
        try:
            yield
        finally:
            self._lengths.pop()
            self._parser.state.reset()


class ListBuilder:
    """Builds a run of items and their texts, without an empty line between them.

    Attributes:
        levels: the open lists, outermost first.
        text: lines of the last item that are not yet in the tree.
        is_code: these lines are code, so no mark counts.

    Args:
        texts: hands texts to the parser.
        marks: receives the mark of each item that browsers do not number.
        parent: the element around the outermost list.
        levels: the lists open so far, outermost first; changed in place.
        tell_deep: receives the words of an item that stands deeper than lists go.
    """

    def __init__(
        self,
        texts: ItemTexts,
        marks: dict[Element, str],
        parent: Element,
        levels: list[Level],
        tell_deep: Callable[[str], None],
    ) -> None:
        self._texts = texts
        self._marks = marks
        self._parent = parent
        self._tell_deep = tell_deep
        self.levels = levels
        self.text: list[str] = []
        self._state = "list"
        self.is_code = False

    def begin_item(self, mark: Mark, place: Place, *, is_loose: bool) -> None:
        """Begin an item, and the items whose marks follow on the same line: "1. a) …"."""
        self.end_text()
        self._add(mark, place, is_loose=is_loose)
        while inner := _mark_within(mark):
            if len(self.levels) >= MAX_DEPTH:
                self._tell_deep(mark.content)
                break
            mark = inner
            self._add(mark, Place(len(self.levels), False), is_loose=False)
        self.text = []
        self.add_line(mark.content)

    def add_line(self, line: str) -> None:
        """Add a line to the text of the last item."""
        self.text.append(line)
        self.levels[-1].above.add(line)

    def go_on(self, line: str) -> None:
        """Begin another paragraph, or code, of an open item."""
        indent = len(line) - len(line.lstrip(" "))
        del self.levels[max(count_outer(self.levels, indent), 1) :]
        level = self.levels[-1]
        _wrap_text(level.item)
        self.is_code = indent >= level.mark.indent + 2 * TAB
        self._state = "detabbed"
        self._cut = min(indent, level.mark.indent + TAB) if self.is_code else indent
        self.text, level.above = [], Above()
        self.add_line(line)

    def end_text(self) -> None:
        """Hand the lines collected so far to the parser."""
        if not self.levels:
            return
        text = self.text
        if self._state == "detabbed":
            text = [cut_indent(line, self._cut) for line in text]
        if any(line.strip() for line in text):
            self._texts.parse(self.levels[-1].item, text, self._state)
        self.text, self._state, self.is_code = [], "list", False

    def _add(self, mark: Mark, place: Place, *, is_loose: bool) -> None:
        depth = min(place.depth, MAX_DEPTH - 1)
        if depth < place.depth:
            self._tell_deep(f"{mark.text} {mark.content}")
        is_sibling = place.is_sibling or depth < place.depth
        self._state = "list"
        if is_sibling:
            level = self.levels[depth]
            if is_loose:
                _wrap_text(level.item)
                _wrap_tail(level.item)
                self._state = "looselist"
        else:
            holder = self.levels[depth - 1].item if depth else self._parent
            if is_loose and depth:
                _wrap_text(holder)
            level = Level(mark, _make_list(holder, mark), holder)
        del self.levels[depth:]
        self.levels.append(level)
        item = SubElement(level.list, "li")
        if level.list.get("class"):
            self._marks[item] = mark.text
        elif level.list.tag == "ol" and is_sibling and mark.number != level.mark.number + 1:
            item.set("value", str(mark.number))
        level.mark, level.item, level.above = mark, item, Above()


def cut_indent(line: str, length: int) -> str:
    """Return a line without its first spaces, at most `length` of them."""
    return line[min(length, len(line) - len(line.lstrip(" "))) :]


def _make_list(holder: Element, mark: Mark) -> Element:
    if mark.is_bullet:
        return SubElement(holder, "ul")
    if mark.text != f"{mark.number}.":
        return SubElement(holder, "ol", {"class": "vn-list"})
    return SubElement(holder, "ol", {"start": str(mark.number)} if mark.number != 1 else {})


def _mark_within(mark: Mark) -> Mark | None:
    """Return the mark of an item that begins on the line of another one: "1. a) …"."""
    inner = read_mark(" " * mark.offset + mark.content)
    return inner if inner and inner.content and _may_share_line(mark, inner) else None


def _may_share_line(outer: Mark, inner: Mark) -> bool:
    """True for "1. a)", "a) -" and, as in Markdown, "- 1." and "1. 1."."""
    is_markdown = inner.kind in ("1.", "-", "+", "*") and inner.text != "–"
    return is_markdown or (inner.is_first and inner.is_deeper_than(outer))


def _wrap_text(item: Element) -> None:
    """Put the text of an item into a paragraph, because an empty line follows it."""
    if item.text and item.text.strip():
        paragraph = Element("p")
        paragraph.text, item.text = item.text, ""
        item.insert(0, paragraph)


def _wrap_tail(item: Element) -> None:
    """Put text after the last part of an item into a paragraph, as Python-Markdown does."""
    last = item[-1] if len(item) else None
    if last is not None and last.tail and last.tail.strip():
        SubElement(item, "p").text = last.tail.lstrip()
        last.tail = ""

"""Reads the lists of one text, line by line, into Python-Markdown's tree.

Knows neither which marks there are nor what speaks for an item.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from xml.etree.ElementTree import Element, SubElement

from markdown.blockparser import BlockParser

from bantin.rendering.list_levels import Level, Place, count_outer, find_place
from bantin.rendering.list_marks import Mark, read_mark
from bantin.rendering.list_signs import (
    Above,
    following_marks,
    is_fence,
    is_sure_sibling,
    is_sure_start,
    may_begin_list,
)

# What stands deeper is put on this level: whatever walks the tree does so by recursion.
MAX_DEPTH = 12
TAB = 4
_RULES = "-*_"


class ListReader:
    """The lists of one text: those that are open, and the marks to be written into them.

    Attributes:
        marks: the mark of each item that the browser does not number itself.
    """

    def __init__(self, parser: BlockParser) -> None:
        self._parser = parser
        self.marks: dict[Element, str] = {}
        # By what holds it, the outermost list that was read last there.
        self._open: dict[Element, list[Level]] = {}
        self._seen: dict[str, Mark] = {}
        self._quiet: list[int] = []

    def reset(self) -> None:
        """Forget the last text."""
        for kept in (self.marks, self._open, self._seen, self._quiet):
            kept.clear()

    @property
    def is_quiet(self) -> bool:
        """True within the text of an item: its marks have been judged already."""
        return bool(self._quiet) and self._quiet[-1] == len(self._parser.state)

    @contextmanager
    def quiet(self, state: str) -> Iterator[None]:
        """Let the parser read the text of an item in one of Python-Markdown's states."""
        self._parser.state.set(state)
        self._quiet.append(len(self._parser.state))
        yield
        self._quiet.pop()
        self._parser.state.reset()

    def open_levels(self, parent: Element) -> list[Level]:
        """Return the open lists at the end of an element, outermost first."""
        levels = self._open.get(parent, [])
        return levels if levels and len(parent) and parent[-1] is levels[0].list else []

    def read(self, parent: Element, blocks: list[str], *, is_indented: bool) -> bool:
        """Read the first block, if a list stands in it.

        Args:
            parent: what holds the blocks.
            blocks: all that are left; the first one is taken, what is no list of it put back.
            is_indented: it belongs to the open list, if only as a paragraph.

        Returns:
            False where the block holds no list, and is left as it is.
        """
        lines = blocks[0].split("\n")
        levels = self.open_levels(parent)
        mark = read_mark(lines[0])
        place = mark and self._place_after_gap(
            levels, mark, parent, following_marks(lines, 1, islice(blocks, 1, None))
        )
        at = 0
        if not mark or not place:
            if not is_indented:
                levels = []
                at, mark = self._find_glued(lines, blocks)
                if mark is None:
                    return False
                place = Place(0, False)
            else:
                place = None
        blocks.pop(0)
        if at:
            self._parser.parseBlocks(parent, ["\n".join(lines[:at])])
        run = _Run(self, self._parser, parent, levels)
        if mark and place:
            run.begin_item(mark, place, is_loose=at == 0)
        else:
            run.go_on(lines[0])
        rest = self._read_lines(run, lines, at + 1, blocks)
        run.end_text()
        self._open[parent] = run.levels
        if rest:
            blocks.insert(0, "\n".join(rest))
        return True

    def remember(self, mark: Mark) -> None:
        """Note an item, so that one of a later list can go on from it."""
        self._seen[mark.kind] = mark

    def _read_lines(
        self, run: _Run, lines: list[str], start: int, blocks: list[str]
    ) -> list[str]:
        """Read lines from one on; return those from one on that closes the list."""
        is_fenced = any(map(is_fence, run.text))
        for at in range(start, len(lines)):
            line = lines[at]
            if _closes_list(line):
                return lines[at:]
            is_fenced ^= is_fence(line)
            mark = None if run.is_code or is_fenced else read_mark(line)
            place = mark and _place_glued(run.levels, mark, following_marks(lines, at + 1, blocks))
            if mark and place:
                run.begin_item(mark, place, is_loose=False)
            else:
                run.add_line(line)
        return []

    def _place_after_gap(
        self, levels: list[Level], mark: Mark, parent: Element, following: Iterable[Mark | None]
    ) -> Place | None:
        """Return the place of an item after an empty line; None where the mark begins none."""
        place = find_place(levels, mark)
        if place.is_sibling:
            last = levels[place.depth].mark
            if not mark.content:
                is_item = mark.is_bullet or mark.follows(last)
            else:
                is_item = not mark.above or mark.follows(last) or mark.begins_with_capital
            return place if is_item else None
        if mark.above and place.depth:
            holder = levels[place.depth - 1].mark
            is_numbered_so = (*holder.above, holder.number) == mark.above
            if is_numbered_so and mark.begins_with_capital:
                return place
        if mark.text == "–" and mark.content and not levels and len(parent):
            if (parent[-1].text or "").rstrip().endswith(":"):
                return place
        is_item = may_begin_list(mark, following, self._seen.get(mark.kind))
        return place if is_item else None

    def _find_glued(self, lines: list[str], blocks: list[str]) -> tuple[int, Mark | None]:
        """Return the first line that begins a list right under a paragraph, and its mark."""
        if lines[0].lstrip().startswith((">", "[^")):
            return 0, None
        is_fenced, above = False, Above()
        for at, line in enumerate(lines):
            is_fenced ^= is_fence(line)
            mark = read_mark(line)
            if at and mark and mark.indent < TAB and not is_fenced:
                following = following_marks(lines, at + 1, islice(blocks, 1, None))
                if is_sure_start(mark, above, following):
                    return at, mark
            above.add(line)
        return 0, None


class _Run:
    """Items and their texts that stand without an empty line between them.

    Attributes:
        levels: the open lists, outermost first.
        text: lines of the last item that are not in the tree yet.
        is_code: they are code, in which no mark counts.
    """

    def __init__(
        self, reader: ListReader, parser: BlockParser, parent: Element, levels: list[Level]
    ) -> None:
        self._reader = reader
        self._parser = parser
        self._parent = parent
        self.levels = levels
        self.text: list[str] = []
        self._state = "list"
        self.is_code = False

    def begin_item(self, mark: Mark, place: Place, *, is_loose: bool) -> None:
        """Begin an item, and those whose marks follow on the same line: "1. a) …"."""
        self.end_text()
        self._add(mark, place, is_loose=is_loose)
        while len(self.levels) < MAX_DEPTH:
            inner = read_mark(" " * mark.offset + mark.content)
            if not inner or not inner.content or not _may_share_line(mark, inner):
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
        """Begin a further paragraph, or code, of an open item."""
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
        """Hand the lines so far to the parser."""
        if not self.levels:
            return
        text = self.text
        if self._state == "detabbed":
            text = [cut_indent(line, self._cut) for line in text]
        if any(line.strip() for line in text):
            with self._reader.quiet(self._state):
                self._parser.parseBlocks(self.levels[-1].item, ["\n".join(text).lstrip("\n")])
        self.text, self._state, self.is_code = [], "list", False

    def _add(self, mark: Mark, place: Place, *, is_loose: bool) -> None:
        depth = min(place.depth, MAX_DEPTH - 1)
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
            self._reader.marks[item] = mark.text
        elif level.list.tag == "ol" and is_sibling and mark.number != level.mark.number + 1:
            item.set("value", str(mark.number))
        level.mark, level.item, level.above = mark, item, Above()
        self._reader.remember(mark)


def cut_indent(line: str, length: int) -> str:
    """Return a line without its first spaces, at most so many."""
    return line[min(length, len(line) - len(line.lstrip(" "))) :]


def _make_list(holder: Element, mark: Mark) -> Element:
    if mark.is_bullet:
        return SubElement(holder, "ul")
    if mark.text != f"{mark.number}.":
        return SubElement(holder, "ol", {"class": "vn-list"})
    return SubElement(holder, "ol", {"start": str(mark.number)} if mark.number != 1 else {})


def _place_glued(
    levels: list[Level], mark: Mark, following: Iterable[Mark | None]
) -> Place | None:
    """Return the place of an item right under a line of text; None where that is not sure."""
    place, above = find_place(levels, mark), levels[-1].above
    if place.is_sibling:
        is_item = is_sure_sibling(mark, levels[place.depth].mark, above)
    else:
        # "2." after "1.3".
        is_item = any(level.mark.above == (mark.number - 1,) for level in levels)
        is_item = (is_item and mark.kind == "1." and bool(mark.content)) or is_sure_start(
            mark, above, following, is_in_list=True, is_indented=place.is_indented
        )
    return place if is_item else None


def _may_share_line(outer: Mark, inner: Mark) -> bool:
    """True for "1. a)", "a) -" and, as in Markdown, "- 1." and "1. 1."."""
    is_markdown = inner.kind in ("1.", "-", "+", "*") and inner.text != "–"
    return is_markdown or (inner.is_first and inner.is_deeper_than(outer))


def _closes_list(line: str) -> bool:
    """True for a heading and a rule at the margin."""
    signs = line.replace(" ", "")
    return line.startswith("#") or (
        line[:1] in _RULES and len(signs) >= 3 and not signs.strip(signs[:1])
    )


def _wrap_text(item: Element) -> None:
    """Put the text of an item into a paragraph: an empty line follows it."""
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

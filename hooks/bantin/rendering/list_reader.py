"""Reads the lists of one text, line by line.

Knows neither the marks, nor the signs of an item, nor how items become elements.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import islice
from xml.etree.ElementTree import Element

from markdown.blockparser import BlockParser

from bantin.rendering.list_builder import TAB, ItemTexts, ListBuilder
from bantin.rendering.list_levels import Level, Place, find_place
from bantin.rendering.list_signs import (
    Above,
    following_marks,
    is_fence,
    is_sure_sibling,
    is_sure_start,
    may_begin_list,
)
from bantin.text.list_marks import Mark, read_mark

_RULES = "-*_"


class ListReader:
    """The lists of one text: the open ones, and the marks to write into them.

    Attributes:
        texts: hands texts of items to the parser.
        marks: the mark of each item that browsers do not number.

    Args:
        parser: reads the texts.
        tell_deep: receives the words of an item that stands deeper than lists go.
    """

    def __init__(self, parser: BlockParser, tell_deep: Callable[[str], None]) -> None:
        self._parser = parser
        self._tell_deep = tell_deep
        self.texts = ItemTexts(parser)
        self.marks: dict[Element, str] = {}
        # Parent element → the levels of the list read last in it, outermost first.
        self._open: dict[Element, list[Level]] = {}
        # Kind of mark → the last item. A later list can continue from it.
        self._seen: dict[str, Mark] = {}

    def reset(self) -> None:
        """Forget the last text."""
        self.texts.reset()
        for kept in (self.marks, self._open, self._seen):
            kept.clear()

    def open_levels(self, parent: Element) -> list[Level]:
        """Return the open lists at the end of an element, outermost first."""
        levels = self._open.get(parent, [])
        return levels if levels and len(parent) and parent[-1] is levels[0].list else []

    def read_in_item(self, parent: Element, blocks: list[str]) -> None:
        """Read a block inside the open lists of an element: an item, or a paragraph of one.

        Args:
            parent: what holds the blocks.
            blocks: all that are left; the first one is taken, what closes the list is put back.
        """
        lines = blocks.pop(0).split("\n")
        builder = self._builder(parent, self.open_levels(parent))
        mark = read_mark(lines[0])
        place = mark and self._place_after_gap(builder.levels, mark, lines, blocks)
        if mark and place:
            self._begin_item(builder, mark, place, is_loose=True)
        else:
            builder.go_on(lines[0])
        self._read_lines(builder, lines, 1, blocks)
        self._open[parent] = builder.levels

    def read_at_margin(self, parent: Element, blocks: list[str]) -> bool:
        """Read a block that begins or continues a list, or has a list under its first lines.

        Args:
            parent: what holds the blocks.
            blocks: all that are left; the first one is taken, what closes the list is put back.

        Returns:
            False when the block holds no list. It is then left as it is.
        """
        lines = blocks[0].split("\n")
        levels = self.open_levels(parent)
        mark, at = read_mark(lines[0]), 0
        place = mark and self._place_after_gap(
            levels, mark, lines, islice(blocks, 1, None), parent=parent
        )
        if not place:
            # A paragraph at the margin closes the open lists.
            levels, place = [], Place(0, False)
            mark, at = self._find_glued(lines, blocks)
        if not mark:
            return False
        blocks.pop(0)
        if at:
            self._parser.parseBlocks(parent, ["\n".join(lines[:at])])
        builder = self._builder(parent, levels)
        self._begin_item(builder, mark, place, is_loose=at == 0)
        self._read_lines(builder, lines, at + 1, blocks)
        self._open[parent] = builder.levels
        return True

    def _builder(self, parent: Element, levels: list[Level]) -> ListBuilder:
        return ListBuilder(self.texts, self.marks, parent, levels, self._tell_deep)

    def _begin_item(
        self, builder: ListBuilder, mark: Mark, place: Place, *, is_loose: bool
    ) -> None:
        builder.begin_item(mark, place, is_loose=is_loose)
        self._seen[mark.kind] = mark

    def _read_lines(
        self, builder: ListBuilder, lines: list[str], start: int, blocks: list[str]
    ) -> None:
        """Read lines from `start` on. Put back the line that closes the list, and all after it."""
        is_fenced = any(map(is_fence, builder.text))
        for at in range(start, len(lines)):
            line = lines[at]
            if _closes_list(line):
                builder.end_text()
                blocks.insert(0, "\n".join(lines[at:]))
                return
            is_fenced ^= is_fence(line)
            mark = None if builder.is_code or is_fenced else read_mark(line)
            following = following_marks(lines, at + 1, blocks)
            place = mark and _place_glued(builder.levels, mark, following)
            if mark and place:
                self._begin_item(builder, mark, place, is_loose=False)
            else:
                builder.add_line(line)
        builder.end_text()

    def _place_after_gap(
        self,
        levels: list[Level],
        mark: Mark,
        lines: list[str],
        blocks: Iterable[str],
        parent: Element | None = None,
    ) -> Place | None:
        """Return the place of an item after an empty line; None when the mark begins no item.

        Args:
            levels: the open lists.
            mark: of the first line.
            lines: of its block.
            blocks: those after it.
            parent: the element that ends with the paragraph before; None after an item.
        """
        place = find_place(levels, mark)
        if place.is_sibling:
            last = levels[place.depth].mark
            if not mark.content:
                is_item = mark.is_bullet or mark.follows(last)
            else:
                is_item = not mark.above or mark.follows(last) or mark.begins_with_capital
            return place if is_item else None
        if mark.above and place.depth and mark.begins_with_capital:
            holder = levels[place.depth - 1].mark
            if (*holder.above, holder.number) == mark.above:
                return place
        if mark.text == "–" and mark.content and parent is not None and _ends_with_colon(parent):
            return place
        following = following_marks(lines, 1, blocks)
        return place if may_begin_list(mark, following, self._seen.get(mark.kind)) else None

    def _find_glued(self, lines: list[str], blocks: list[str]) -> tuple[Mark | None, int]:
        """Return the first mark of a list right under a paragraph, and its line; or None."""
        if lines[0].lstrip().startswith((">", "[^")):
            return None, 0
        is_fenced, above = False, Above()
        for at, line in enumerate(lines):
            is_fenced ^= is_fence(line)
            mark = read_mark(line)
            if at and mark and mark.indent < TAB and not is_fenced:
                following = following_marks(lines, at + 1, islice(blocks, 1, None))
                if is_sure_start(mark, above, following):
                    return mark, at
            above.add(line)
        return None, 0


def _ends_with_colon(parent: Element) -> bool:
    return len(parent) > 0 and (parent[-1].text or "").rstrip().endswith(":")


def _place_glued(levels: list[Level], mark: Mark, following: Iterable[Mark | None]) -> Place | None:
    """Return the place of an item right under a line of text; None when it is not sure."""
    place, above = find_place(levels, mark), levels[-1].above
    if place.is_sibling:
        is_item = is_sure_sibling(mark, levels[place.depth].mark, above)
    else:
        # This is "2." after "1.3".
        is_item = any(level.mark.above == (mark.number - 1,) for level in levels)
        is_item = (is_item and mark.kind == "1." and bool(mark.content)) or is_sure_start(
            mark, above, following, is_in_list=True, is_indented=place.is_indented
        )
    return place if is_item else None


def _closes_list(line: str) -> bool:
    """True for a heading or a rule at the margin."""
    signs = line.replace(" ", "")
    return line.startswith("#") or (
        line[:1] in _RULES and len(signs) >= 3 and not signs.strip(signs[:1])
    )

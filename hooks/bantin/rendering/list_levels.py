"""Finds the level of the next item among the open lists.

Indentation decides, as in Markdown, and so does the kind of mark, as in official documents: I, 1,
1.1, a, -, +. All of these may stand at the margin.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from bantin.rendering.list_signs import Above
from bantin.text.list_marks import Mark

# Indented by this many columns more, an item is inside. One space is a slip of the hand.
STEP = 2
# The next number may stand at most this many columns from the column of its list.
_SLIP = 3


@dataclass(slots=True)
class Level:
    """An open list.

    Attributes:
        mark: of its last item.
        list: its element.
        item: the element of its last item.
        above: the last paragraph so far of the last item, without the mark.
    """

    mark: Mark
    list: Element
    item: Element
    above: Above = field(default_factory=Above)


@dataclass(frozen=True, slots=True)
class Place:
    """The place of an item.

    Attributes:
        depth: the level, 0 the outermost.
        is_sibling: the item continues the list open at this level; otherwise it begins a new one.
        is_indented: the item is indented more than its parent item.
    """

    depth: int
    is_sibling: bool
    is_indented: bool = False


def find_place(levels: Sequence[Level], mark: Mark) -> Place:
    """Return the place of an item among the open lists, outermost first."""
    next_ones = [at for at, level in enumerate(levels) if mark.follows(level.mark)]
    if next_ones:
        nearest = min(next_ones, key=lambda at: (_gap(levels[at], mark), -at))
        if _gap(levels[nearest], mark) <= _SLIP:
            return Place(nearest, True)
    outer = count_outer(levels, mark.indent)
    same = [at for at in range(outer, len(levels)) if levels[at].mark.kind == mark.kind]
    if same:
        return Place(min(same, key=lambda at: (_gap(levels[at], mark), at)), True)
    depth = len(levels)
    while depth > outer and not _holds(levels[depth - 1], mark, is_outermost=depth == 1):
        depth -= 1
    return Place(depth, False, is_indented=0 < depth == outer)


def count_outer(levels: Sequence[Level], indent: int) -> int:
    """Return the number of open lists whose marks stand left of a column."""
    for at in range(len(levels), 0, -1):
        if levels[at - 1].mark.indent <= indent - STEP:
            return at
    return 0


def _gap(level: Level, mark: Mark) -> int:
    return abs(level.mark.indent - mark.indent)


def _holds(level: Level, mark: Mark, *, is_outermost: bool) -> bool:
    """True when an item holds another one that is not indented more than itself."""
    if level.mark.indent >= mark.indent + STEP and not is_outermost:
        return False
    if mark.above and level.mark.number == mark.above[-1] and not level.mark.is_bullet:
        return level.mark.above == mark.above[:-1]
    if mark.is_first and mark.rank > 0 and level.above.words.endswith(":"):
        return True
    return mark.is_deeper_than(level.mark)

"""The points of a text as the tree that a reader sees: parts, articles, items, dashes, paragraphs.

The outline knows the lists of the page. Here the printed marks count too: "II." holds the "1."
below it, "yêu cầu:" the points that follow, "3. Văn phòng UBND tỉnh" the paragraph under it. Knows
no orders.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from bantin.rendering.outline import TextPassage, join_lines
from bantin.text.list_marks import read_mark

# The order of levels; a point holds those of higher ranks that follow it. Headings have their own.
_PART, _CAPITAL, _ROMAN, _ARTICLE, _TITLE, _INTRODUCTION, _ITEM, _ORDINAL, _LETTER, _BULLET = (
    *(7.0, 10.0, 11.0, 12.0, 13.0, 14.5),
    *(15.0, 19.0, 21.0, 30.0),
)
_NOTHING = 100.0
_NUMBER = r"(?:[IVXLC]{1,6}|\d{1,3})"
_MARKS = (
    (_ARTICLE, re.compile(r"(?P<mark>Điều \d{1,3}[a-zđ]?)\s?[.:]\s*(?P<text>.*)")),
    # As the Party writes: "1- Giao …".
    (_ITEM + 1, re.compile(r"(?P<mark>\d{1,2})\s?[-–]\s?(?P<text>[^\W\d_].*)")),
    (
        _ORDINAL,
        re.compile(
            r"(?P<mark>(?:Một|Hai|Ba|Bốn|Năm|Sáu|Bảy|Tám|Chín|Mười) là"
            r"|Thứ (?:nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)(?: là)?(?!,? ngày)(?![\w ]))"
            r"\s?[,:;–-]?\s+(?P<text>\S.*)"
        ),
    ),
)
# Marks of headings: a line of words may begin like these by chance.
_TITLE_MARKS = (
    (
        _PART,
        re.compile(
            rf"(?P<mark>(?:Phần|Chương|Mục|PHẦN|CHƯƠNG|MỤC) (?:(?:thứ|THỨ) \w+|{_NUMBER})(?!\w))"
            r"\s?[.:–-]?\s*(?P<text>.*)"
        ),
    ),
    (_CAPITAL, re.compile(r"(?P<mark>[A-HĐ])\s?[.)]\s+(?P<text>\S.*)")),
    (_ROMAN, re.compile(r"(?P<mark>[IVX]{1,6})\s?[.):/–-]\s*(?P<text>\S.*)")),
)
_SENTENCE_END = (".", ";", "…", "!", "?")
_OPEN_ENDS = (
    ":",
    *(f"{words}{sign}" for words in ("như sau", "sau đây") for sign in ("", ".", ";")),
)
# Words of a heading, at most.
_LONGEST_TITLE = 30


@dataclass(slots=True)
class TextPoint:
    """A passage in its place in the tree.

    Attributes:
        passage: as the page shows it.
        mark: as printed, "II.", "Điều 2", "Một là", "-"; "" for a paragraph.
        text: its words without the mark.
        rank: its level; a lower one holds a higher one.
        is_title: it is written as a heading.
        sign: of a bullet, "-", "+"; "" for others.
        parent: the point that it stands under; None for an outermost one.
        children: the points under it, in order.
        has_list: one of them has a mark.
    """

    passage: TextPassage
    mark: str
    text: str
    rank: float
    is_title: bool = False
    sign: str = ""
    parent: TextPoint | None = None
    children: list[TextPoint] = field(default_factory=list)
    has_list: bool = False

    @property
    def is_marked(self) -> bool:
        """True for items, dashes, articles and the like."""
        return bool(self.mark)

    @property
    def is_open(self) -> bool:
        """True where the words lead to others: "Giao Sở X:", "như sau"."""
        return self.text.endswith(_OPEN_ENDS)

    @property
    def is_introduction(self) -> bool:
        """True for a paragraph without a mark that leads to the points below it."""
        return not self.mark and not self.is_title and self.is_open

    @property
    def is_sentence(self) -> bool:
        """True where a sentence ends with it."""
        return self.text.endswith(_SENTENCE_END)

    @property
    def number(self) -> str:
        """The mark without its signs: "3", "b", "Điều 2"; "" for dashes and paragraphs."""
        return self.mark.strip("(). /-")

    @property
    def numbers(self) -> tuple[str, ...]:
        """The printed numbers from the outermost on; those that name their parent stand for it."""
        path: list[str] = []
        for point in (*reversed(tuple(self.around())), self):
            if path and point.number.startswith(f"{path[-1]}."):
                path.pop()
            if point.number:
                path.append(point.number)
        return tuple(path)

    def around(self) -> Iterator[TextPoint]:
        """Yield the points that it stands under, the nearest first."""
        point = self.parent
        while point is not None:
            yield point
            point = point.parent


def build_tree(outline: Sequence[TextPassage]) -> tuple[TextPoint, ...]:
    """Return the points of a text in their order, each with its place in the tree."""
    outline = join_lines(outline)
    points = tuple(map(_point_of, outline))
    # The open points of each list item; -1 for the text around all lists.
    open_points: dict[int, list[TextPoint]] = {}
    last = max(
        (at for at, point in enumerate(points) if point.is_marked or point.is_title), default=-1
    )
    for at, (passage, point) in enumerate(zip(outline, points, strict=True)):
        around = points[passage.parent] if passage.parent >= 0 else None
        stack = open_points.setdefault(passage.parent, [])
        following = points[at + 1].rank if at + 1 < len(points) else _NOTHING
        _place(point, stack, around, following, is_behind=at > last)
        if point.parent is not None:
            point.parent.children.append(point)
            point.parent.has_list |= point.is_marked
    return points


def _point_of(passage: TextPassage) -> TextPoint:
    text = passage.text
    if passage.kind == "bullet":
        return TextPoint(passage, passage.mark, text, _BULLET, sign=passage.mark)
    words = len(text.split(None, _LONGEST_TITLE + 1))
    is_short = words <= _LONGEST_TITLE and not text.endswith(_SENTENCE_END)
    is_title = passage.kind == "heading" or (is_short and (passage.is_bold or text.isupper()))
    if passage.kind == "item":
        return TextPoint(passage, passage.mark, text, _rank_of(passage.mark), is_title)
    for rank, pattern in (*_MARKS, *(_TITLE_MARKS if is_title else ())):
        match = pattern.match(text)
        # "Một là, rà soát": a small letter. But "10 - 12 người" has no mark.
        if match and (rank == _ORDINAL or not match["text"][:1].islower()):
            return TextPoint(passage, match["mark"], match["text"], rank, is_title)
    mark = read_mark(text)
    if mark and mark.content and mark.is_bullet:
        return TextPoint(passage, "-", mark.content, _BULLET, sign=mark.kind)
    if mark and mark.content:
        return TextPoint(passage, mark.text, mark.content, _rank_of(mark.text), is_title)
    rank = float(passage.level) if passage.level else _TITLE if is_title else _NOTHING
    if passage.kind == "paragraph" and text.endswith(_OPEN_ENDS):
        # "CHỦ TỊCH UBND TỈNH YÊU CẦU:" introduces like the same words in plain type.
        is_title, rank = False, _NOTHING
    return TextPoint(passage, "", text, rank, is_title)


# The same few marks stand in all documents.
@lru_cache(maxsize=1_024)
def _rank_of(mark: str) -> float:
    read = read_mark(f"{mark} x")
    if read is None:
        return _LETTER
    return _ROMAN if read.kind in ("I.", "I)") else _ITEM + read.rank


def _place(
    point: TextPoint,
    stack: list[TextPoint],
    around: TextPoint | None,
    following: float,
    *,
    is_behind: bool,
) -> None:
    """Set a point's parent, and keep the points that are still open.

    Args:
        point: to place.
        stack: the points that are open in the same item, the outermost first.
        around: that item.
        following: the rank of the next point.
        is_behind: it is a paragraph behind all items and headings of the text.
    """
    if point.is_marked or point.is_title:
        if point.sign:
            point.rank = _rank_of_bullet(point, stack)
        while stack and stack[-1].rank >= point.rank:
            stack.pop()
        point.parent = stack[-1] if stack else around
        stack.append(point)
        return
    while stack and not _takes(stack[-1], point, is_behind=is_behind):
        stack.pop()
    point.parent = stack[-1] if stack else around
    if point.is_introduction:
        # It holds what follows, but never more than the point that it stands under.
        floor = point.parent.rank if point.parent else 0.0
        point.rank = max(floor + 0.5, min(_INTRODUCTION, following - 0.5))
        stack.append(point)


def _rank_of_bullet(point: TextPoint, stack: Sequence[TextPoint]) -> float:
    """Return the level of a dash among those that are open: a new sign stands below them."""
    rank = _BULLET
    for one in stack:
        if one.sign == point.sign:
            return one.rank
        if one.sign:
            rank = one.rank + 1
    return rank


def _takes(holder: TextPoint, point: TextPoint, *, is_behind: bool) -> bool:
    """True when a paragraph without a mark stands under an open point."""
    if is_behind and holder.has_list:
        # The words that close the document.
        return False
    if holder.is_title or holder.rank <= _ARTICLE:
        return True
    if holder.is_introduction:
        return not holder.has_list and not point.is_introduction
    if holder.passage.kind == "bullet":
        return False
    is_heading = holder.is_open or (
        not holder.is_sentence and len(holder.text.split(None, _LONGEST_TITLE)) < _LONGEST_TITLE
    )
    return is_heading and not holder.has_list

"""Reads the head of a news item: section, title, day, views and writer, as any portal prints it.

Knows no record. Every line of the head is in one of its parts or is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from bantin.importing.capture import Block, BlockKind
from bantin.importing.head_lines import DayLabel, HeadDay, HeadLine, read_head_line
from bantin.importing.news_names import has_surname, is_credit, is_name
from bantin.importing.news_words import is_button, is_section
from bantin.importing.text_marks import NEWS_MARK
from bantin.records.provinces import find_province
from bantin.text.fold import exact, fold

_LONGEST_HEAD = 25
_REACH = 5
_SHORTEST_PROSE = 9
_SHORTEST_REPEATED = 15
_LONGEST_SECTION, _SHORTEST_TITLE = 4, 5
_PROSE_END = re.compile(r"[.!…][\"”’)]?$|[,;:]$")
_CRUMBS = re.compile(r" ?(?:»|>|/|›|\|) ?")
_AGENCY_LINE = re.compile(r"\(?[\w.]{2,15}\)?|[A-Z]{2,8}", re.ASCII)


_COMMENT = re.compile(
    r"\W{0,4}(?:(?:người|bạn đọc) )?(?:(?:gửi|viết|đăng) )?(?:bình luận|phản hồi|ý kiến|trả lời)"
    r"(?!\w)(?! ?[:(]? ?\d)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class HeadDate:
    """A day of the head with the block it stands in."""

    day: HeadDay
    block: Block


@dataclass(slots=True)
class NewsHead:
    """The head of a news item, as printed.

    Attributes:
        title: the blocks of the title, in order; empty where none was found.
        section: (name, block), if one stands above the title.
        dates: the days of the head's own lines, in order.
        views: (number, block, whether its line says that it is views).
        author: (name, block, whether its line says that it is a writer).
        size: number of blocks that the head takes.
        later: indices of blocks below the lead that are lines of the head too.
        lines: the blocks that are no title: section, day, buttons; in order.
        leftover: blocks that are neither title nor section nor a line of a head, in order.
        is_known: the head is of the portal whose first line is always the section.
    """

    title: list[Block] = field(default_factory=list)
    section: tuple[str, Block] | None = None
    dates: list[HeadDate] = field(default_factory=list)
    views: tuple[int, Block, bool] | None = None
    author: tuple[str, Block, bool] | None = None
    size: int = 0
    later: set[int] = field(default_factory=set)
    lines: list[Block] = field(default_factory=list)
    leftover: list[Block] = field(default_factory=list)
    is_known: bool = False


def read_news_head(blocks: Sequence[Block], sections: frozenset[str], title: str = "") -> NewsHead:
    """Read the head.

    Args:
        blocks: of the whole item.
        sections: exact forms of the names of the site's sections.
        title: given by a field of the original; then no other line is the title.
    """
    reader = _HeadReader(blocks, sections, title)
    return reader.read()


def read_dated_line(text: str, awaits: str = "") -> HeadLine | None:
    """Take a line apart if it is a line of a head; None for any other line."""
    if _COMMENT.match(text):
        return None  # its day is a reader's
    line = read_head_line(text, awaits)
    if fold(text).startswith(NEWS_MARK):
        return line
    if line.days or line.author or line.account:
        return line if _is_rest_known(line) else None
    if line.has_labels or (awaits and (line.numbers or line.views is not None)):
        return line if not line.rest else None
    return None


def is_prose(block: Block) -> bool:
    """Whether a block is a paragraph of text, not a title, a caption or a line of a head."""
    text = block.text
    if block.kind is not BlockKind.PARAGRAPH:
        return False
    words = len(text.split())
    return (words >= _SHORTEST_PROSE and _PROSE_END.search(text) is not None) or words > 45


class _HeadReader:
    """Reads one head."""

    def __init__(self, blocks: Sequence[Block], sections: frozenset[str], title: str) -> None:
        self._blocks, self._sections = blocks, sections
        self._given_title = exact(title)
        self._head = NewsHead()
        self._texts: list[tuple[int, Block]] = []
        self._dated: set[int] = set()

    def read(self) -> NewsHead:
        head = self._head
        end = self._sort_blocks()
        head.is_known = any(map(_is_known, self._blocks[:end]))
        if head.is_known:
            self._read_known()
        else:
            self._read_unknown(end)
        head.lines.sort(key=lambda block: block.number)
        if not head.dates:
            self._look_below(end)
        return head

    def _sort_blocks(self) -> int:
        """Sort the blocks above the first paragraph; return its index."""
        awaits = ""
        seen: set[str] = set()
        is_known = False
        plain: list[int] = []  # lines below the last dated one that may be a title
        for at, block in enumerate(self._blocks[:_LONGEST_HEAD]):
            if block.kind in (BlockKind.TABLE, BlockKind.PICTURE, BlockKind.CAPTION):
                return at
            line = read_dated_line(block.text, awaits)
            if line is not None:
                awaits = line.awaits
                self._dated.add(at)
                self._take_line(line, block)
                plain = [-1] if self._has_title() else []
                is_known = is_known or _is_known(block)
            elif is_prose(block) or is_known:
                return at
            elif is_button(block.text) or (block.text in seen and _may_be_title(block)):
                self._head.lines.append(block)
            elif (self._texts and block.text.endswith(".")) or self._ends_head(at, plain):
                return at
            else:
                if self._is_plain(block):
                    plain.append(at)
                self._texts.append((at, block))
            seen.add(block.text)
        return min(len(self._blocks), _LONGEST_HEAD)

    def _ends_head(self, at: int, plain: list[int]) -> bool:
        """Whether a line is the text's first: a title stands above, and no day comes."""
        block = self._blocks[at]
        if not plain or not self._is_plain(block):
            return False
        if not block.after_blank and plain[-1] == at - 1:
            return False
        return bool(self._head.dates) or not self._has_day_ahead(at)

    def _has_day_ahead(self, at: int) -> bool:
        """Whether a line of a head with a day stands above the next paragraph."""
        for block in self._blocks[at + 1 : at + 1 + _REACH]:
            line = read_dated_line(block.text)
            if line and line.days:
                return True
            if is_prose(block):
                return False
        return False

    def _has_title(self) -> bool:
        """Whether a line above may be the title."""
        return bool(self._head.dates) and any(
            self._is_plain(block) and len(block.text.split()) >= _SHORTEST_TITLE
            for _, block in self._texts
        )

    def _is_plain(self, block: Block) -> bool:
        """Whether a line is neither section nor writer nor agency."""
        text = block.text
        return len(text.split()) > 1 and not (
            self._is_section(text)
            or len(_CRUMBS.split(text)) > 2
            or self._is_writer(block)
            or _AGENCY_LINE.fullmatch(text)
        )

    def _take_line(self, line: HeadLine, block: Block) -> None:
        head = self._head
        head.lines.append(block)
        head.dates.extend(HeadDate(day, block) for day in line.days)
        if line.views is not None and head.views is None:
            head.views = (line.views, block, True)
        elif line.days and line.numbers and head.views is None and line.days[-1].hour:
            head.views = (line.numbers[0], block, False)
        if line.author and head.author is None:
            head.author = (line.author, block, True)
        rest = line.rest
        if not rest:
            return
        if self._is_section(rest) and head.section is None:
            head.section = (rest, block)
        elif is_name(rest) and head.author is None:
            head.author = (rest, block, False)

    def _is_section(self, text: str) -> bool:
        return exact(text).strip(" .:") in self._sections or is_section(text)

    def _read_known(self) -> None:
        """Read a head whose first line is its section, and whose title ends at the day."""
        at = min(self._dated)
        above = [block for index, block in self._texts if index < at]
        if len(above) > 1 or (above and self._is_section(above[0].text)):
            self._head.section = (above[0].text, above[0])
            self._head.lines.append(above.pop(0))
        self._head.title = above
        self._head.size = max(self._dated) + 1
        if not all(index < self._head.size for index in self._dated):
            self._head.size = at + 1

    def _read_unknown(self, end: int) -> None:
        head = self._head
        last = max(self._dated, default=-1)
        above = [one for one in self._texts if one[0] < last]
        below = [one for one in self._texts if one[0] > last]
        above = list(self._without_sections(above, below))
        if self._given_title:
            below = list(self._without_trail(below))
            self._find_given(above, below)
        else:
            title = self._title_of(above, is_above=True)
            if _size(title) < _SHORTEST_TITLE:
                below = list(self._without_sections(below, []))
                other = self._title_of(below, is_above=False)
                title = other if not title or _size(other) >= _SHORTEST_TITLE else title
            head.title = [block for _, block in title]
        taken = {block.number for block in head.title}
        head.leftover = [block for _, block in above if block.number not in taken]
        below = [one for one in below if one[1].number not in taken]
        below = self._take_writer(below)
        body = [at for at, block in below if block.number not in {one.number for one in head.lines}]
        head.size = min([end, *body])

    def _without_sections(
        self, texts: list[tuple[int, Block]], others: list[tuple[int, Block]]
    ) -> Iterator[tuple[int, Block]]:
        """Yield the texts that are no section; a section stands above something else."""
        for place, (at, block) in enumerate(texts):
            more = texts[place + 1 :] or others
            if self._take_trail(block):
                continue
            if more and self._head.section is None and self._may_be_section(block, more):
                self._head.section = (block.text, block)
                self._head.lines.append(block)
            else:
                yield at, block

    def _without_trail(self, texts: list[tuple[int, Block]]) -> Iterator[tuple[int, Block]]:
        """Yield the texts but for a trail of links at their beginning."""
        for place, (at, block) in enumerate(texts):
            if place or not self._take_trail(block):
                yield at, block

    def _take_trail(self, block: Block) -> bool:
        """Take the section from a trail, "Trang chủ » Tin tức"; False for any other line."""
        crumbs = [crumb for crumb in _CRUMBS.split(block.text) if crumb]
        is_trail = len(crumbs) > 1 and (
            fold(crumbs[0]) == "trang chu" or all(self._is_section(crumb) for crumb in crumbs)
        )
        if is_trail:
            self._head.section = (crumbs[-1], block)
            self._head.lines.append(block)
        return is_trail

    def _may_be_section(self, block: Block, more: list[tuple[int, Block]]) -> bool:
        """Whether a line names a known section, or is a short one in capitals above a title."""
        text = block.text
        if self._is_section(text):
            return True
        longest = max(len(one.text.split()) for _, one in more)
        return (
            len(text.split()) <= _LONGEST_SECTION
            and longest >= _SHORTEST_TITLE
            and text.isupper()
            and not text.isascii()
            and not text.endswith((".", ":", "!", "?", "|"))
            and not (is_name(text) and has_surname(text))
        )

    def _title_of(
        self, texts: list[tuple[int, Block]], *, is_above: bool
    ) -> list[tuple[int, Block]]:
        """Return the title: the last group of lines above the day, or the first one below it."""
        heading = next(
            (o for o in texts if o[1].kind is BlockKind.HEADING and o[1].level <= 1), None
        )
        if heading:
            return [heading]
        groups: list[list[tuple[int, Block]]] = []
        for at, block in texts:
            if (self._is_writer(block) and groups) or block.text.startswith("- "):
                continue
            if groups and not block.after_blank and at == groups[-1][-1][0] + 1:
                groups[-1].append((at, block))
            else:
                groups.append([(at, block)])
        if not is_above:
            groups = [group for group in groups if not group[-1][1].text.endswith(".")]
        worthy = [group for group in groups if _size(group) >= 3]
        worthy = worthy or (groups if is_above else [])
        if not worthy:
            return []
        return worthy[-1] if is_above else worthy[0]

    def _find_given(self, above: list[tuple[int, Block]], below: list[tuple[int, Block]]) -> None:
        for _, block in (*above, *below):
            if exact(block.text) == self._given_title:
                self._head.title = [block]
                return

    def _is_writer(self, block: Block) -> bool:
        text = block.text.rstrip(" |")
        return (is_name(text) and len(text.split()) <= 9) or is_credit(text)

    def _take_writer(self, below: list[tuple[int, Block]]) -> list[tuple[int, Block]]:
        """Take a writer and an agency's name off the lines between the day and the text."""
        left: list[tuple[int, Block]] = []
        for at, block in below:
            name = block.text.rstrip(" |")
            if left or not self._head.title:
                left.append((at, block))
            elif self._is_writer(block) and self._head.author is None:
                self._head.author = (name, block, is_credit(name))
                self._head.lines.append(block)
            elif _AGENCY_LINE.fullmatch(block.text):
                self._head.lines.append(block)
            else:
                left.append((at, block))
        return left

    def _look_below(self, end: int) -> None:
        """Look for the day under the lead."""
        for at in range(end + 1, min(end + 3, len(self._blocks))):
            line = read_dated_line(self._blocks[at].text)
            if line and line.days:
                self._take_line(line, self._blocks[at])
                self._head.later.add(at)
                return


def _size(texts: list[tuple[int, Block]]) -> int:
    return sum(len(block.text.split()) for _, block in texts)


def _is_known(block: Block) -> bool:
    """Whether a line is that of the portal whose first line is always the section."""
    return fold(block.text).startswith(NEWS_MARK)


def _may_be_title(block: Block) -> bool:
    return len(block.text) > _SHORTEST_REPEATED and not block.text.endswith(".")


def _is_rest_known(line: HeadLine) -> bool:
    """Whether the other words of a line with a day are such as stand in a head."""
    rest = line.rest
    if not rest or is_section(rest) or find_province(rest) or is_button(rest):
        return True
    if len(rest.split()) > 9:
        return False
    has_hour = any(day.hour for day in line.days)
    labelled = line.has_labels and any(day.label is not DayLabel.NONE for day in line.days)
    names = rest.split("|")[0].strip()
    named = is_name(names) or is_name(names.partition("(")[0].strip())
    return (named and (has_hour or labelled or has_surname(names))) or (
        labelled and len(rest.split()) <= _LONGEST_SECTION
    )

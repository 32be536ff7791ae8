"""Reads the end of a news item: its writer, and the words of the portal behind it.

A line that may be a paragraph of the article stays. Knows no record.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from bantin.importing.capture import Block, BlockKind
from bantin.importing.head_lines import HeadLine
from bantin.importing.news_head import HeadDate, is_prose, read_dated_line
from bantin.importing.news_names import is_credit, is_initials, is_name
from bantin.importing.news_words import ends_article, heads_list, is_button

_LONGEST_END = 80
_LONGEST_TITLE = 35
# What may stand behind the writer, and stays in the text.
_SOURCE = re.compile(r"\(?(?:nguồn|theo|biên tập|ảnh|bài và ảnh)\b", re.IGNORECASE)


@dataclass(slots=True)
class NewsEnd:
    """The end of a news item.

    Attributes:
        body: the blocks that are left for the article.
        author: (name, block, whether it is surely a writer: "Tác giả: …", "Tin, ảnh: …", initials).
        views: (number, block, True).
        dates: days of lines that say what day they name.
        lines: blocks with a writer, a day or views; in order.
        dropped: blocks of the portal, in order: buttons, comments, lists of other articles.
    """

    body: list[Block] = field(default_factory=list)
    author: tuple[str, Block, bool] | None = None
    views: tuple[int, Block, bool] | None = None
    dates: list[HeadDate] = field(default_factory=list)
    lines: list[Block] = field(default_factory=list)
    dropped: list[Block] = field(default_factory=list)


def read_news_end(blocks: Sequence[Block]) -> NewsEnd:
    """Read the end of an article's blocks; its first block is never part of the end."""
    reader = _EndReader()
    start = _start_of_end(blocks)
    reader.end.body.extend(blocks[:start])
    for block in blocks[start:]:
        reader.take(block)
    reader.finish()
    return reader.end


def _start_of_end(blocks: Sequence[Block]) -> int:
    at = len(blocks)
    while at > 1 and len(blocks) - at < _LONGEST_END:
        block = blocks[at - 1]
        if block.kind not in (BlockKind.PARAGRAPH, BlockKind.HEADING):
            break
        if is_prose(block) and not ends_article(block.text) and not _is_list_line(block.text):
            break
        at -= 1
    return at


def _is_list_line(text: str) -> bool:
    return is_button(text) or heads_list(text) or read_dated_line(text) is not None


class _EndReader:
    """Reads the lines behind the last paragraph, one by one."""

    def __init__(self) -> None:
        self.end = NewsEnd()
        self._in_list = self._is_over = self._is_undecided = False
        self._awaits = ""
        # The block that is taken for a writer though nothing says so, and its place in the body.
        self._bare: Block | None = None
        self._bare_at = 0

    def take(self, block: Block) -> None:
        """Take the next line."""
        text = block.text
        if heads_list(text):
            self._in_list = self._is_over = True
            self.end.dropped.append(block)
        elif ends_article(text) or is_button(text):
            self._in_list, self._is_over = False, True
            self.end.dropped.append(block)
        elif (line := read_dated_line(text, self._awaits)) and self._take_line(line, block):
            self._awaits = line.awaits
        elif self._contradicts(block):
            self._choose_later(block)
        elif self.end.author is None and not self._is_undecided and self._take_author(block):
            pass
        elif self._in_list and len(text.split()) <= _LONGEST_TITLE:
            self.end.dropped.append(block)
        else:
            self.end.body.append(block)

    def finish(self) -> None:
        """Give a line back to the text if the text goes on behind it: its writer it is not."""
        behind = self.end.body[self._bare_at :] if self._bare is not None else []
        if any(_SOURCE.match(block.text) is None for block in behind):
            self._give_back()

    def _give_back(self) -> None:
        assert self._bare is not None
        self.end.lines.remove(self._bare)
        self.end.body.insert(self._bare_at, self._bare)
        self.end.author, self._bare = None, None

    def _take_line(self, line: HeadLine, block: Block) -> bool:
        if self._in_list and not line.has_labels:
            self.end.dropped.append(block)
            return True
        if line.rest or not (line.has_labels or line.author or line.views is not None):
            return False
        if line.author and (self.end.author is None or not self.end.author[2]):
            self.end.author = (line.author, block, True)
        if line.views is not None and self.end.views is None:
            self.end.views = (line.views, block, True)
        self.end.dates.extend(HeadDate(day, block) for day in line.days)
        self.end.lines.append(block)
        return True

    def _contradicts(self, block: Block) -> bool:
        """Whether a second line could be the writer as well."""
        return self._bare is not None and not self._is_over and _names_writer(block)

    def _choose_later(self, block: Block) -> None:
        """Take the later of two writers if the text goes on between them; else neither."""
        is_apart = len(self.end.body) > self._bare_at
        self._give_back()
        if is_apart:
            self._take_author(block)
        else:
            self.end.body.append(block)
            self._is_undecided = True

    def _take_author(self, block: Block) -> bool:
        name = _bare_name(block)
        said = is_credit(block.text) or is_initials(block.text)
        if not (said or is_name(name)):
            return False
        self._bare, self._bare_at = None if is_credit(block.text) else block, len(self.end.body)
        self.end.author = (block.text if said else name, block, said)
        self.end.lines.append(block)
        return True


def _bare_name(block: Block) -> str:
    name = block.text.strip(" |/")
    return name[1:-1] if name.startswith("(") and name.endswith(")") else name


def _names_writer(block: Block) -> bool:
    return is_credit(block.text) or is_initials(block.text) or is_name(_bare_name(block))

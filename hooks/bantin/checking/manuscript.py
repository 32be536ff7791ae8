"""A record with the text of its file: the passages that readers read, and their lines.

Knows places in the file; judges nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from bantin.errors import Problem
from bantin.records.front_matter import (
    FrontMatterError,
    KeyPath,
    key_name,
    nearest_line,
    split_front_matter,
)
from bantin.records.models import Record
from bantin.rendering.rendered_text import RenderedText, TextLink
from bantin.rendering.source_mask import blank_unread
from bantin.text.fold import fold

# Values that are no text for readers: names of files and kinds, and exactly captured values.
_NOT_READ = {"src", "id", "section", "issuer", "publisher", "bodies", "parent", "succeeded_by"}
_NOT_READ |= {"kind", "status", "number", "province", "source", "redirect_from", "file"}
_NOT_READ |= {"date", "as_of", "views_as_of", "effective", "active", "period", "unit"}
_SYLLABLE = re.compile(r"[^\W\d_]+")
# Keys whose values are sentences. Other values are names and the like.
_PROSE = {"title", "summary", "description", "caption", "alt", "sentence", "note"}


@dataclass(frozen=True)
class Passage:
    """A piece of text that readers read.

    Attributes:
        path: keys that lead to it; () for the body.
        text: as the record has it; the body as written, with markup.
        words: the text with spaces for all that readers do not see; every word keeps its place.
    """

    path: KeyPath
    text: str
    words: str

    @property
    def is_body(self) -> bool:
        """True for the Markdown below the front matter."""
        return not self.path

    @property
    def is_prose(self) -> bool:
        """True for sentences; False for names, places and the like."""
        return self.is_body or self.path[-1] in _PROSE

    @cached_property
    def syllables(self) -> list[str]:
        """The folded syllables of `words`, in order, letters only."""
        return _SYLLABLE.findall(fold(self.words))


class Manuscript:
    """A valid record, its file's text with LF line ends, and its rendered body."""

    def __init__(self, record: Record, text: str, rendered: RenderedText) -> None:
        self.record = record
        self.text = text
        self.rendered = rendered

    @cached_property
    def body(self) -> Passage:
        """The Markdown below the front matter; may be empty."""
        body = self.record.body
        return Passage((), body, blank_unread(body, self.rendered))

    @cached_property
    def fields(self) -> tuple[Passage, ...]:
        """The texts for readers in the front matter, in the model's order."""
        left_out = {name for name in _NOT_READ if name in type(self.record).model_fields}
        values = self.record.model_dump(
            exclude=left_out, exclude_defaults=True, by_alias=True, warnings=False
        )
        return tuple(_texts(values, ()))

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """All texts for readers: fields first, the body last."""
        return (*self.fields, self.body) if self.record.body else self.fields

    @cached_property
    def _lines(self) -> dict[KeyPath, int]:
        try:
            return dict(split_front_matter(self.text).lines)
        except FrontMatterError:  # the file has changed since the record was read
            return {}

    def remark(self, passage: Passage, offset: int, message: str, hint: str) -> Problem:
        """Return a Problem at an offset of a passage, with line and column."""
        line, column = self.place(passage, offset)
        uri = self.record.file.src_uri
        return Problem(uri, line, key_name(passage.path), message, hint, column)

    def remark_key(self, path: KeyPath, message: str, hint: str) -> Problem:
        """Return a Problem about a key; about its nearest parent when it is missing."""
        return Problem(self.record.file.src_uri, self.line_of(path), key_name(path), message, hint)

    def line_of(self, path: KeyPath) -> int:
        """Return the 1-based line of a key, or of its nearest parent."""
        return nearest_line(path, self._lines)

    def place(self, passage: Passage, offset: int) -> tuple[int, int]:
        """Return the 1-based line and column of an offset; column 0 when unknown."""
        if passage.is_body:
            before = passage.text[:offset]
            lines = before.count("\n")
            column = offset - (before.rfind("\n") + 1) + 1
            return self.record.file.body_line + lines, column + (0 if lines else self._indent)
        return self._place_in_field(passage, offset, self.line_of(passage.path))

    def place_of(self, link: TextLink) -> tuple[int, int]:
        """Return the 1-based line and column of a link in the body."""
        lines = self.record.body.split("\n")
        start = sum(len(line) + 1 for line in lines[: link.line])
        return self.place(self.body, start + max(lines[link.line].find(link.href), 0))

    @cached_property
    def _indent(self) -> int:
        """The number of characters cut from the start of the body's first line."""
        lines = self.text.split("\n")[self.record.file.body_line - 1 :]
        # The file may have changed since the record was read.
        return max(lines[0].find(self.record.body.partition("\n")[0]), 0) if lines else 0

    def _place_in_field(self, passage: Passage, offset: int, line: int) -> tuple[int, int]:
        """Return the place of an offset, found by comparing a value's characters in turn.

        White space is skipped, because YAML folds it and nothing else.
        """
        marks = "".join(passage.text[:offset].split())
        wanted = passage.text[offset : offset + 1].strip()
        start = 0
        for _ in range(line - 1):
            start = self.text.find("\n", start) + 1
        first = passage.text.split()[0]
        at = self.text.find(first, start)
        for mark in marks:
            while self.text[at : at + 1].isspace():
                at += 1
            if self.text[at : at + 1] != mark:  # an escape
                return line, 0
            at += 1
        if wanted:
            while self.text[at : at + 1].isspace():
                at += 1
        if at < start or (wanted and self.text[at : at + 1] != wanted):
            return line, 0
        return line + self.text.count("\n", start, at), at - (self.text.rfind("\n", 0, at) + 1) + 1


def _texts(value: Any, path: KeyPath) -> Iterator[Passage]:
    if isinstance(value, str):
        if value.strip():
            yield Passage(path, value, value)
    elif isinstance(value, dict):
        for key, inner in value.items():
            if key not in _NOT_READ:
                yield from _texts(inner, (*path, key))
    elif isinstance(value, tuple | list):
        for index, inner in enumerate(value):
            yield from _texts(inner, (*path, index))

"""Finds slips in a text: invisible characters, extra spaces, straight beside curly quotes.

`remarks` and `mend` use the places found here. Neither knows the other.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from bantin.checking.manuscript import Manuscript, Passage
from bantin.errors import Problem
from bantin.records.characters import is_right_to_left
from bantin.text.normalize import NBSP

_ZERO_WIDTH = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
# Marks that turn nothing among Latin letters. `records.characters` refuses those that do.
_BIDI = "\u061c\u200e\u200f"
# A set of characters in the syntax of `re`.
INVISIBLE = f"[{_ZERO_WIDTH}{_BIDI}]"
_INVISIBLE = re.compile(INVISIBLE)
# These join characters into one sign, such as an emoji made of several.
_JOINERS = "\u200c\u200d"
_SPACES = re.compile(rf"[ \t{NBSP}]{{2,}}|^{NBSP}(?=\S)|(?<=\S){NBSP}$", re.MULTILINE)
_LONE_SPACES = re.compile(rf"^[ \t]*{NBSP}[ \t{NBSP}]*$", re.MULTILINE)
# After these at the start of a line, spaces mean something to Markdown.
_MARKER = re.compile(r"[ \t]*+(?:[-*+>]|\d{1,9}[.)]|#{1,6}|\[\^?+[^\]\n]++\]:)++")
_CODE_INDENT = ("    ", "\t")
_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})", re.MULTILINE)
# HTML elements that show every space.
_KEPT = re.compile(r"<(?:pre|code|kbd|samp)\b", re.IGNORECASE)
_CURLY = re.compile("[“”]")
_NAMES = {
    "\u00ad": "gạch nối mềm",
    "\u200b": "dấu cách không chiều rộng",
    "\u2060": "dấu nối không chiều rộng",
    "\ufeff": "dấu BOM",
}
_FIX = "chạy scripts/check.py --fix để máy sửa, hoặc xóa bằng tay"


@dataclass(frozen=True, slots=True)
class Edit:
    """A replacement for the text from `start` to `end`."""

    start: int
    end: int
    wanted: str


def check_typography(manuscript: Manuscript) -> Iterator[Problem]:
    """Yield a remark for each kind of slip, with its first place and its number."""
    found = _Found(manuscript)
    for passage in manuscript.passages:
        found.take(passage, find_invisible, _tell_invisible)
        found.take(passage, find_odd_spaces, _tell_spaces)
    yield from found.remarks()
    yield from _mixed_quotes(manuscript)


def find_invisible(passage: Passage) -> Iterator[Edit]:
    """Yield edits that remove invisible characters and marks of text direction."""
    text = passage.text
    if text.isascii() or not _INVISIBLE.search(text) or is_right_to_left(text):
        return
    for match in _INVISIBLE.finditer(text):
        around = text[max(0, match.start() - 1) : match.end() + 1]
        if match[0] in _JOINERS and not _is_latin(around):
            continue
        yield Edit(match.start(), match.end(), "")


def find_odd_spaces(passage: Passage) -> Iterator[Edit]:
    """Yield edits for runs of spaces between words, and for useless no-break spaces.

    In a body, only for spaces that mean nothing to Markdown.
    """
    text = passage.text
    if "  " not in text and NBSP not in text and "\t" not in text:
        return
    if passage.is_body and (_FENCE.search(text) or _KEPT.search(text)):
        return
    words = passage.words
    for match in _LONE_SPACES.finditer(text):
        yield Edit(match.start(), match.end(), "")
    for match in _SPACES.finditer(text):
        start, end = match.span()
        line_start = text.rfind("\n", 0, start) + 1
        line_end = text.find("\n", end)
        line = text[line_start : line_end if line_end >= 0 else len(text)]
        is_first, is_last = start == line_start, end - line_start == len(line)
        if not line.strip() or (NBSP not in match[0] and (is_first or is_last)):
            continue
        if passage.is_body:
            if "|" in line or line.startswith(_CODE_INDENT):
                continue
            if _MARKER.fullmatch(line, 0, start - line_start):
                continue
            sides = (start - 1, end)
            if any(0 <= at < len(text) and words[at] != text[at] for at in sides):
                continue
        if is_first:
            yield Edit(start, end, "")
        elif is_last:
            # Two spaces here break the line.
            yield Edit(start, end, "  " if match[0].endswith("  ") else "")
        else:
            yield Edit(start, end, " ")


def _is_latin(around: str) -> bool:
    return any(
        char.isspace() or (char.isalnum() and "LATIN" in unicodedata.name(char, ""))
        for char in around
    )


class _Found:
    """The first of each kind of slip in a record, and the number of each."""

    def __init__(self, manuscript: Manuscript) -> None:
        self._manuscript = manuscript
        self._first: dict[str, tuple[Passage, Edit]] = {}
        self._count: dict[str, int] = {}

    def take(
        self,
        passage: Passage,
        find: Callable[[Passage], Iterator[Edit]],
        tell: Callable[[Passage, Edit], str],
    ) -> None:
        for edit in find(passage):
            kind = tell(passage, edit)
            self._first.setdefault(kind, (passage, edit))
            self._count[kind] = self._count.get(kind, 0) + 1

    def remarks(self) -> Iterator[Problem]:
        for kind, (passage, edit) in self._first.items():
            more = self._count[kind] - 1
            message = f"{kind}, và {more} chỗ nữa trong bản ghi" if more else kind
            yield self._manuscript.remark(passage, edit.start, message, _FIX)


def _tell_invisible(passage: Passage, edit: Edit) -> str:
    char = passage.text[edit.start]
    code = f"U+{ord(char):04X}"
    if re.match(f"[{_BIDI}]", char):
        return f"có ký tự đổi chiều chữ {code}, chữ hiện ra có thể khác chữ trong tệp"
    name = _NAMES.get(char, "ký tự nối")
    return f"có ký tự vô hình {code} ({name}), tìm chữ ở đây sẽ không thấy"


def _tell_spaces(passage: Passage, edit: Edit) -> str:
    if NBSP in passage.text[edit.start : edit.end]:
        return "dấu cách cứng (U+00A0) đứng thừa"
    return "thừa dấu cách"


def _mixed_quotes(manuscript: Manuscript) -> Iterator[Problem]:
    straight: list[tuple[Passage, int]] = []
    curly: list[tuple[Passage, int]] = []
    for passage in manuscript.passages:
        if not passage.is_prose:
            continue
        # Most texts lack one of the kinds.
        if '"' in passage.text:
            straight += [(passage, m.start()) for m in re.finditer('"', passage.words)]
        if "“" in passage.text or "”" in passage.text:
            curly += [(passage, m.start()) for m in _CURLY.finditer(passage.words)]
    # A single one may stand for inches or seconds.
    if not curly or len(straight) < 2:
        return
    fewer = straight if len(straight) <= len(curly) else curly
    yield manuscript.remark(
        *fewer[0],
        f'dùng lẫn dấu nháy thẳng "…" ({len(straight)}) và nháy cong “…” ({len(curly)})',
        "dùng một kiểu trong cả bài; kiểu “…” hợp với bản in hơn",
    )

"""Decides from the lines around a mark whether it begins an item.

Knows lines and marks, no Markdown or HTML. In doubt a line is no item: another line in a paragraph
misleads nobody, but an item with a false number does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bantin.text.list_marks import Mark, read_mark, starts_with_capital

# A line of at most this length was not wrapped: its writer ended it here.
_SHORT = 60
_CLOSING = " \u00a0*_\"'”’)]\\"
_ATTRIBUTES = re.compile(r" *\{:[^}\n]*\} *$")
# After these words, a number is not the number of an item.
_BEFORE_NUMBERS = frozenset(
    "bảng chương cấp của các điều điểm đến đợt giai giờ hạng hơn khoản khóa kỳ khoảng lần loại lớp "
    "mẫu mục năm ngày nhóm phần phòng quý số tầng tháng thứ tiết tờ trang trên từ tuần và với "
    "vòng".split()
)
_YEAR_AT_END = re.compile(r"[0-9]{4}$")
_YEAR = re.compile(r"[0-9]{4}(?![0-9])")
# Halves of names and terms with a dash. A dash between them is no bullet.
_FIRST_HALVES = (
    *("lao động", "văn hóa", "văn hoá", "kinh tế", "quốc phòng", "tài chính", "thông tin"),
    *("công nghiệp", "thể thao", "nông nghiệp", "khoa học", "hành chính", "tổ chức", "thương mại"),
    "chính trị",
)
_SECOND_HALVES = (
    *("thương binh", "xã hội", "thể thao", "du lịch", "an ninh", "kế hoạch", "truyền thông"),
    *("hạ tầng", "kỹ thuật", "thể dục", "tiểu thủ", "dịch vụ", "công nghệ", "quản trị", "cán bộ"),
    "lâm nghiệp",
)


@dataclass(slots=True)
class Above:
    """The lines above a line in the same paragraph.

    Attributes:
        words: the last line that is no attribute list, without closing quotation marks and the
            like.
        line_count: number of lines that are no attribute lists.
    """

    words: str = ""
    line_count: int = 0

    def add(self, line: str) -> None:
        """Add the next line."""
        if not _ATTRIBUTES.match(line):
            self.words = line.rstrip(_CLOSING)
            self.line_count += 1

    @property
    def is_short(self) -> bool:
        return len(self.words.strip()) <= _SHORT

    @property
    def is_one_short_line(self) -> bool:
        return self.line_count == 1 and self.is_short


def may_begin_list(mark: Mark, following: Iterable[Mark | None], seen: Mark | None) -> bool:
    """True when a mark after an empty line, or at the start of a text, begins a list.

    Args:
        mark: of a kind that is not open.
        following: the marks of the lines after it.
        seen: the last item of its kind in a closed list of this text.
    """
    is_next = seen is not None and mark.follows(seen)
    if not mark.content or mark.kind in ("a.", "a/") or mark.text == "–":
        return (is_next and bool(mark.content)) or has_next(mark, following)
    if mark.kind == "1/":
        return mark.is_first or is_next or not mark.content[:1].isdigit()
    if mark.kind in ("I.", "I)") and mark.text[:-1] in ("V", "X"):
        return is_next
    if mark.above:
        return is_next or (mark.number == 1 and _may_be_dotted(mark))
    return True


def is_sure_sibling(mark: Mark, last: Mark, above: Above) -> bool:
    """True when a mark right under a line of text continues an open list.

    Args:
        mark: of the kind of the list.
        last: the mark of the list's last item.
        above: the item or paragraph that it stands under.
    """
    if mark.is_bullet:
        return not _is_wrapped_dash(mark, above)
    if mark.follows(last):
        return True
    if not mark.content or takes_number(above):
        return False
    if above.words.endswith((".", ";", ":", "!", "?")) and mark.begins_with_capital:
        return True
    return mark.number >= last.number and above.is_one_short_line


def is_sure_start(
    mark: Mark,
    above: Above,
    following: Iterable[Mark | None],
    *,
    is_in_list: bool = False,
    is_indented: bool = False,
) -> bool:
    """True when a mark right under a line of text begins a list.

    Args:
        mark: of a kind that is not open.
        above: the item or paragraph that it stands under.
        following: the marks of the lines after it.
        is_in_list: the mark stands under an item.
        is_indented: the mark is indented more than that item.
    """
    words = above.words
    if not mark.content or not words or words.lstrip().startswith((">", "|", "[^")):
        return False
    if not mark.is_first and not (is_indented and mark.kind == "1."):
        return False
    if mark.above and not _may_be_dotted(mark):
        return False
    if mark.is_bullet:
        if _is_wrapped_dash(mark, above):
            return False
    elif takes_number(above):
        return False
    if mark.kind in ("a.", "a/") and not has_next(mark, following):
        return False
    is_capital = mark.begins_with_capital
    if words.endswith(":") or (words.endswith((".", ";", "!", "?")) and is_capital):
        return True
    if is_indented:
        return mark.is_bullet or is_capital or above.is_short
    if is_in_list and mark.is_bullet:
        # Wrapping puts dashes at the start of a line, but no other bullet.
        return mark.kind != "-" or (above.is_one_short_line and has_next(mark, following))
    if not _is_heading(above):
        return False
    if mark.is_bullet:
        is_ended = mark.content.rstrip().endswith((";", ".", ":"))
        return (is_capital or is_ended) and has_next(mark, following)
    return is_capital


def has_next(mark: Mark, following: Iterable[Mark | None]) -> bool:
    """True when the next mark of the same kind is the next item."""
    for one in following:
        if one is not None and one.kind == mark.kind:
            return mark.is_bullet or one.follows(mark)
    return False


def following_marks(
    lines: Sequence[str], start: int, blocks: Iterable[str]
) -> Iterator[Mark | None]:
    """Yield the mark of each line (None without one), up to a paragraph that closes the list.

    Args:
        lines: of a block.
        start: the first line to read.
        blocks: the blocks after it.
    """
    for at in range(start, len(lines)):
        yield read_mark(lines[at])
    for block in blocks:
        for at, line in enumerate(block.strip("\n").split("\n")):
            mark = read_mark(line)
            if mark is None and (line.startswith("#") or (at == 0 and line[:2].strip())):
                return
            yield mark


def may_be_second_half(text: str) -> bool:
    """True when the words after a dash may belong to the words before it: "2025", "xã hội"."""
    return _YEAR.match(text) is not None or text.lower().startswith(_SECOND_HALVES)


def is_fence(line: str) -> bool:
    """True for a line that opens or closes fenced code. No mark counts between two such lines."""
    return line.lstrip().startswith(("```", "~~~"))


def _may_be_dotted(mark: Mark) -> bool:
    """True when "1.1" is no part of a number: a point or a capital follows it."""
    return mark.begins_with_capital or (mark.text.endswith(".") and mark.content[:1].isalpha())


def takes_number(above: Above) -> bool:
    """True when the last word counts what follows: "Điều", "tháng"."""
    words = above.words.split()
    return bool(words) and words[-1].lower() in _BEFORE_NUMBERS


def _is_heading(above: Above) -> bool:
    """True when only one short line without a full stop stands above."""
    words = above.words
    return above.is_one_short_line and starts_with_capital(words) and words[-1:].isalnum()


def _is_wrapped_dash(mark: Mark, above: Above) -> bool:
    """True when a dash joins the words around it: "2020 - 2025", "kinh tế - xã hội"."""
    if mark.text not in ("-", "–") or not may_be_second_half(mark.content):
        return False
    words = above.words.lower()
    if _YEAR.match(mark.content):
        return len(words.split()) > 1 and _YEAR_AT_END.search(words[-4:]) is not None
    return words.endswith(_FIRST_HALVES)

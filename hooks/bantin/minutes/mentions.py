"""Finds where a text names another document by number, with the points, and what it says of them.

    … đã hoàn thành việc giao tại mục 3 Thông báo số 405/TB-VP ngày 10/10/2025 …

Knows running text. The catalog finds the document. Points that are not sure are left out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from bantin.minutes.addressees import read_names
from bantin.minutes.cited_points import Paths, read_points_after, read_points_before
from bantin.minutes.reported_states import MENTIONED, read_state

_KIND = (
    r"(?:(?:Thông báo(?: kết luận)?|Kết luận|Biên bản|Quyết định|Nghị quyết|Chỉ thị|Công điện|"
    r"Công văn|Văn bản|Kế hoạch|Báo cáo|Tờ trình|Chương trình|Hướng dẫn) )"
)
_PART = r"[A-ZĐÐ][A-ZĐÐa-zđ0-9]{0,14}+"
# It begins with a digit, so that a search is quick. What stands in front is read backwards.
_NUMBER = re.compile(
    r"(?<![\w/.,-])\d{1,5}(?: ?/ ?(?P<year>(?:19|20)\d\d))? ?[/-] ?"
    rf"{_PART}(?:[-./&]{_PART}){{0,4}}(?![\w/])"
)
_IN_FRONT = re.compile(rf"(?:(?<!\w)(?P<kind>{_KIND}))?(?:(?<!\w)số:? ?)?$", re.IGNORECASE)
_LONGEST_KIND = 40
# Laws and their like order nothing that the register holds. Most texts name some.
_LAW = re.compile(r"/ ?(?:NĐ|NÐ|ND|TT|TTLT|QH\d*|UBTVQH\d*|L|PL)(?:-|$)")
_DAY = re.compile(
    r",? ngày (?P<d>\d{1,2})(?: ?[/.-] ?| tháng )(?P<m>\d{1,2})"
    r"(?:(?: ?[/.-] ?| năm )(?P<y>(?:19|20)\d\d))?(?!\d)",
    re.IGNORECASE,
)
_YEAR = re.compile(r",? năm (?P<y>(?:19|20)\d\d)(?!\d)", re.IGNORECASE)
_BY = re.compile(r",? của ")
# Office holders write in the name of a body, and words do not tell which.
_HOLDER = re.compile(r"(?:Phó )?(?:Chủ tịch|Giám đốc|Trưởng|Chánh|Thủ trưởng)|Thường trực")
_AUTHOR = re.compile(
    r"[^\W\d_][^,.;:()]{1,100}?(?=[,.;:()]|$| (?:về|và|đã|được|đến|có|để|thì|thông báo|kết luận|"
    r"quy định|ban hành|tại|trong|cho|yêu cầu|giao|chỉ đạo|phê duyệt|sửa đổi|nêu|là|hướng dẫn|"
    r"triển khai|do|như|nhưng|chưa|sẽ|còn|đang|thay thế)(?!\w))"
)
# Ends a clause. Numbers of documents have points too, but no space behind them.
_CLAUSE_END = re.compile(r"[.;?!](?=\s|$)")
# Characters on either side of a number that are looked at.
_FAR = 400


@dataclass(frozen=True, slots=True)
class DocumentMention:
    """A document that a text names by its number.

    Attributes:
        start: offset of the first word about it, its points included.
        number: as printed, "405/TB-VP.UBND".
        day: its day, if the text names it; None otherwise.
        year: its year, if the text names it; None otherwise.
        author: the body that is named as its author, as printed; "" for none.
        points: the printed numbers of each point, from the outermost on: ("II", "1", "a"). () for
            the document as a whole, and where the points are not sure.
        state: DONE, CONTINUES, REPLACED or MENTIONED of `reported_states`.
    """

    start: int
    number: str
    day: date | None
    year: int | None
    author: str
    points: Paths
    state: str


def find_mentions(text: str) -> list[DocumentMention]:
    """Return the documents that a text names by number, in order. Laws are left out.

    Args:
        text: NFC running text with single spaces.
    """
    numbers = [match for match in _NUMBER.finditer(text) if not _LAW.search(match[0])]
    ends = [0, *(match.end() for match in numbers)]
    starts = [*(match.start() for match in numbers), len(text)]
    return [
        _read(text, match, ends[place], starts[place + 1]) for place, match in enumerate(numbers)
    ]


def _read(text: str, match: re.Match[str], low: int, high: int) -> DocumentMention:
    """Read one mention; the number before it ends at `low`, the one behind it begins at `high`."""
    front = _IN_FRONT.search(text, max(0, match.start() - _LONGEST_KIND), match.start())
    assert front is not None  # it may be empty
    day, year, end = _when(text, match)
    author = ""
    if by := _BY.match(text, end):
        author = _author(text[by.end() : by.end() + _FAR])
        end = by.end() + len(author) if author else end
    points, start = read_points_before(text, front.start(), has_kind=bool(front["kind"]))
    if start == front.start():
        points, end = read_points_after(text, end)
    begin, stop = _clause(text, start, end)
    is_clear = begin is not None and stop is not None and low <= begin and stop <= high
    return DocumentMention(
        start=start,
        number=match[0],
        day=day,
        year=year,
        author="" if _HOLDER.match(author) else author,
        points=points,
        state=read_state(text[begin:start], text[end:stop], has_points=bool(points))
        if is_clear
        else MENTIONED,
    )


def _author(text: str) -> str:
    """Return the name with which a text begins; in doubt more words, which mean no body."""
    named = read_names(text)
    if named and named.names:
        return named.names[0]
    match = _AUTHOR.match(text)
    return match[0] if match else ""


def _clause(text: str, start: int, end: int) -> tuple[int | None, int | None]:
    """Return where the clause around a mention begins and ends; None for too far away."""
    low, high = max(0, start - _FAR), min(len(text), end + _FAR)
    ends = [one.end() for one in _CLAUSE_END.finditer(text, low, start)]
    stop = _CLAUSE_END.search(text, end, high)
    return (
        ends[-1] if ends else 0 if low == 0 else None,
        stop.start() if stop else high if high == len(text) else None,
    )


def _when(text: str, match: re.Match[str]) -> tuple[date | None, int | None, int]:
    """Return the day of the document, its year, and the offset behind them."""
    year = int(match["year"]) if match["year"] else None
    if told := _DAY.match(text, match.end()):
        if told["y"] is None:
            return None, year, told.end()
        try:
            day = date(int(told["y"]), int(told["m"]), int(told["d"]))
        except ValueError:
            return None, int(told["y"]), told.end()
        return day, day.year, told.end()
    if told := _YEAR.match(text, match.end()):
        return None, int(told["y"]), told.end()
    return None, year, match.end()

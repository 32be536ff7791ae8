"""Reads counted time: "trong thời hạn 15 ngày kể từ ngày ký Quyết định này", "trong vòng 24 giờ".

Knows running text and the day it was written. Holidays are not known here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from bantin.minutes.clauses import clause_before, clause_behind
from bantin.minutes.named_times import months_later, read_time

_TEXT = (
    r"(?:quyết định|thông báo|kế hoạch|chỉ thị|công điện|nghị quyết|công văn|văn bản|kết luận"
    r"|chương trình|quy định|quy chế)"
)
_COUNTED = re.compile(
    r"(?<!\w)(?P<cue>trong(?:\s(?:thời\s(?:hạn|gian)|vòng|khoảng))?(?:\s(?:không\squá|tối\sđa))?+"
    r"|(?:chậm|muộn)\snhất(?:\slà)?+(?:\s(?:trong|sau))?+(?:\s(?:thời\shạn|vòng))?+"
    r"|không\squá|tối\sđa|thời\shạn(?:\s(?:là|không\squá))?+|sau)\s"
    r"(?P<count>\d{1,3})(?:\s\([^()]{1,30}\))?+\s(?P<unit>ngày|giờ|tuần|tháng)(?P<working>\slàm\sviệc)?+(?!\w)",
    re.IGNORECASE,
)
# A cheap look before the dear one.
_MAYBE = re.compile(r"\d (?:ngày|giờ|tuần|tháng|\()", re.IGNORECASE)
_SINCE = re.compile(r",?\s(?:kể\stừ|tính\stừ|từ|sau)\s(?:khi\s|ngày\s)?+", re.IGNORECASE)
# The day on which the text itself came out.
_ISSUED = re.compile(
    rf",?\s(?:kể\stừ|tính\stừ|từ)\s(?:ngày\s)?+(?:{_TEXT}\snày\s(?:được\s)?+)?+"
    rf"(?:ký\sban\shành|ban\shành|ký|phát\shành)(?:\s{_TEXT}\snày|\snày)?+(?=\s*[,.;:)]|\s*$)"
    r"|,?\s(?:kể\stừ|tính\stừ|từ)\s(?:ngày\s)?+hôm\snay(?!\w)",
    re.IGNORECASE,
)
# "trong 2 ngày 12-13/3", "trong 3 ngày nghỉ", "03 ngày trước ngày họp": no days from here on.
_OTHER_DAYS = re.compile(
    r"\s(?:\d|đầu|cuối|đêm|liên tục|nghỉ|lễ|tết|diễn ra|tập huấn)", re.IGNORECASE
)
_BEFORE = re.compile(r"\strước(?!\w)", re.IGNORECASE)
# The work lasts so long, or the paper holds so long.
_LASTS = re.compile(
    r"(?<!\w)(?:niêm yết|cách ly|kéo dài|lấy ý kiến|trưng bày|tạm dừng|tạm ngừng|đình chỉ|đóng cửa"
    r"|nghỉ|thí điểm|thử nghiệm|liên tục|liên tiếp|hiệu lực|giá trị|lưu giữ|lưu trữ|bảo hành"
    r"|duy trì|ra quân|áp dụng|theo dõi|diễn ra|tổ chức đợt|quá|công khai|được cấp)(?!\w)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class CountedTime:
    """A time that is counted from a day.

    Attributes:
        start, end: its offsets.
        due: its last day; None when the first day or the holidays are not known.
    """

    start: int
    end: int
    due: date | None


def find_counted(text: str, *, day: date) -> Iterator[CountedTime]:
    """Yield the counted times in a text, in order.

    Args:
        text: NFC running text with single spaces.
        day: the day it was written.
    """
    if not _MAYBE.search(text):
        return
    for match in _COUNTED.finditer(text):
        if _LASTS.search(clause_before(text, match.start())) or _OTHER_DAYS.match(
            text, match.end()
        ):
            continue
        if found := _read(text, match, day):
            yield found


def _read(text: str, match: re.Match[str], day: date) -> CountedTime | None:
    start, end = match.span()
    unit, late = match["unit"].lower(), match["cue"].lower() == "sau"
    # Work goes on "trong 6 tháng"; "trong thời hạn 6 tháng kể từ …" it must be done.
    if issued := _ISSUED.match(text, end):
        due = None if late else _count(day, match)
        return CountedTime(start, issued.end(), due)
    since = _SINCE.match(text, end)
    if since:
        given = read_time(text, since.end(), day=day) or read_time(
            text, since.end() - len("ngày "), day=day
        )
        if given and given.unit == "day" and given.last and not late:
            return CountedTime(start, given.end, _count(given.last, match))
        return CountedTime(start, end if not late else _since_end(text, since), None)
    if late or unit == "tháng":
        return None
    if _BEFORE.match(text, end):
        # "chậm nhất 03 ngày trước ngày họp"
        said = clause_behind(text, end, marks=",;.)")
        return CountedTime(start, end + len(said), None)
    if unit == "giờ" or match["cue"].lower() in ("không quá", "tối đa"):
        return CountedTime(start, end, None)
    return CountedTime(start, end, _count(day, match))


def _count(first: date, match: re.Match[str]) -> date | None:
    """Return the last of counted days; None for hours and for working days."""
    number, unit = int(match["count"]), match["unit"].lower()
    if match["working"] or unit == "giờ":
        return None
    if unit == "tháng":
        return months_later(first, number) if number <= 60 else None
    return first + timedelta(days=number * (7 if unit == "tuần" else 1))


def _since_end(text: str, since: re.Match[str]) -> int:
    return since.end() + len(clause_behind(text, since.end(), marks=",;."))

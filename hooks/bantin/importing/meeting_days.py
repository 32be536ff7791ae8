"""Finds the day of a meeting in an opening: "Sáng 5/3", "Chiều 21.4", "Ngày 19 - 12".

Days of documents, anniversaries and deadlines are passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from bantin.text.dates import FoundDate, find_dates

# Papers print "21.4" and "19 - 12": days only behind a word that says so.
_DOTTED = re.compile(
    r"(?<!\w)(?:sáng|trưa|chiều|tối|đêm|ngày|nay|qua) \(?"
    r"(?P<day>(?P<d>\d{1,2})(?: ?[-–] ?|\.)(?P<m>\d{1,2})(?:(?: ?[-–] ?|[./])(?P<y>\d{4}))?)"
    r"(?![\d%]|[./,]\d|-\d| ?tháng| ?[-–] ?\d)",
    re.IGNORECASE,
)
_REACH = 60
_OTHER_DAY = re.compile(
    r"(?:(?<!\w)số [^ ]+(?: [^ ,;.]+){0,3},?(?: (?:ký|ban hành))?(?: ngày)?"
    r"|(?<!\w)(?:trước|sau|đến|hết|tính đến|kể từ|từ|chậm nhất)(?: hết)?(?: ngày)?"
    r"|(?<!\w)(?:ngày sinh|ngày mất|thành lập|truyền thống|quốc tế|quốc khánh|giải phóng|cách mạng|"
    r"thương binh|liệt sĩ|phụ nữ|nhà giáo|thầy thuốc|báo chí|khởi nghĩa|chiến thắng)[^.;,]{0,40}"
    r"|(?<!\w)\d{1,2}(?: ?[-–] ?| và |, )"  # the last of several days
    r"|(?<!\w)(?:kỷ niệm|mừng|chào mừng)[^.;,]{0,50}) ?\(?$",
    re.IGNORECASE,
)
# The day of a paper: "Ngày 7/7, UBND tỉnh đã có Thông báo số 704 …".
_PAPER = re.compile(
    r"[^.;]{0,60}(?<!\w)(?:ban hành|ký|gửi|có) (?:thông báo|quyết định|văn bản|công văn|kế hoạch|"
    r"chỉ thị|công điện|tờ trình)(?!\w)",
    re.IGNORECASE,
)
_NOT_BEFORE_DAYS = re.compile(r" ?[-–] ?\d{1,2}/\d|[)]? ?[-–] ?\d{4}")


def find_meeting_day(text: str, *, published: date | None) -> FoundDate | None:
    """Return the first day in an opening that may be that of its meeting.

    Args:
        text: the opening.
        published: gives the year to days without one; without it such days are passed over.
    """
    for found in sorted(_all_days(text, published), key=lambda one: one.start):
        before = text[max(0, found.start - _REACH) : found.start]
        behind = found.start + len(found.text)
        if not (
            _OTHER_DAY.search(before)
            or _NOT_BEFORE_DAYS.match(text, behind)
            or _PAPER.match(text, behind)
        ):
            return found
    return None


def _all_days(text: str, published: date | None) -> Iterator[FoundDate]:
    year = published.year if published else 2000  # a leap year
    for found in find_dates(text, year=year):
        if published or found.year_given:
            yield found
    for match in _DOTTED.finditer(text):
        given = match["y"]
        try:
            value = date(int(given or year), int(match["m"]), int(match["d"]))
        except ValueError:
            continue
        if published or given:
            yield FoundDate(match.start("day"), match["day"], value, given is not None)

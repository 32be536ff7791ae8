"""Reads and writes reporting periods: "9 tháng đầu năm", "quý IV năm 2013", "tổng kết năm 2020".

Knows running text and `Period`; nothing of the record.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bantin.records.parts import Period

_OLDEST_YEAR, _LATEST_YEAR = 1945, 2200  # limits of a Period
_QUARTERS = ("I", "II", "III", "IV")
_WORDS = ("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")
_COUNT = rf"(?P<count>\d{{1,2}}|{'|'.join(_WORDS)})"
_YEAR = r"(?P<{}>(?:19|20)\d{{2}})(?![\d/])"
_SPAN = re.compile(
    rf"(?<![\w/]){_COUNT} tháng (?P<end>đầu|cuối)(?: của)? năm(?: {_YEAR.format('y1')})?"
    rf"|(?<![\w/]){_COUNT.replace('count', 'bare')} tháng(?! (?:\d|đầu|cuối))"
    rf"(?:(?: của)? năm {_YEAR.format('y2')})?"
    rf"|(?<!\w)quý (?P<quarter>IV|I{{1,3}}|[1-4])(?!\w)"
    rf"(?:(?:/| năm |-| ){_YEAR.format('y3')})?"
    rf"|(?<!\w)tháng (?P<month>1[0-2]|0?[1-9])(?!\d)(?: năm |/|-){_YEAR.format('y4')}"
    rf"|(?<!\w)(?:cả )?năm {_YEAR.format('y5')}(?!\s*[-–])",
    re.IGNORECASE,
)
_DAY_BEFORE = re.compile(r"\bngày\s+\d{1,2}\s+$", re.IGNORECASE)
# Characters before a span that are looked at. All of a long text, span by span, would take minutes.
_FAR = 500
_CLAUSE_END = re.compile(r"[,;.:]|\bvà\b")
_REVIEW = re.compile(r"tổng kết|sơ kết|đánh giá|kết quả|tình hình|báo cáo|kiểm điểm", re.IGNORECASE)
_PLAN = re.compile(r"phương hướng|kế hoạch|triển khai|nhiệm vụ|chương trình", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class FoundPeriod:
    """A span of months found in running text.

    Attributes:
        start: offset of its first character.
        text: the words as printed.
        period: the span.
        planned: the text plans work for this span, and does not review it.
        inferred: the year is not printed, or it is not printed that the months open the year.
    """

    start: int
    text: str
    period: Period
    planned: bool
    inferred: bool


def find_periods(text: str, *, year: int) -> Iterator[FoundPeriod]:
    """Yield the reporting periods written in `text`, in order.

    A span without a year takes the year of the next span in the text that lies within one year ("9
    tháng đầu năm, … 3 tháng cuối năm 2021"), else `year`. A bare "9 tháng" counts only where work
    is reviewed; elsewhere it is a duration. A bare "năm 2020" counts only where work is reviewed or
    planned.

    Args:
        text: NFC running text with single spaces.
        year: for spans without a year of their own.
    """
    following: int | None = None
    found: list[FoundPeriod] = []
    for match in reversed(list(_SPAN.finditer(text))):
        months = _months_of(match)
        reviewed, planned = _role(text, match.start())
        if months is None or _ends_in_day(text, match.start()):
            continue
        if (match["bare"] and not reviewed) or (match["y5"] and not (reviewed or planned)):
            continue
        printed = next((int(y) for y in match.group("y1", "y2", "y3", "y4", "y5") if y), None)
        if printed and months != (1, 12):
            following = printed
        meant = printed or following or year
        if not _OLDEST_YEAR <= meant <= _LATEST_YEAR:
            continue
        period = Period(year=meant, months=months)
        inferred = printed is None or bool(match["bare"])
        found.append(FoundPeriod(match.start(), match[0], period, planned, inferred))
    return reversed(found)


def reviewed_period(text: str, *, year: int) -> FoundPeriod | None:
    """Return the period that a text reviews, or else the first planned one; None for neither."""
    found = list(find_periods(text, year=year))
    return next((one for one in found if not one.planned), found[0] if found else None)


def period_label(period: Period) -> str:
    """Return a period in words: "9 tháng đầu năm 2021", "quý IV năm 2013"."""
    label = span_label(period.months)
    return f"{label} {period.year}" if label.endswith("năm") else f"{label} năm {period.year}"


def span_label(months: tuple[int, int]) -> str:
    """Return a span of months in words, without the year: "9 tháng đầu năm", "quý IV"."""
    first, last = months
    if (first, last) == (1, 12):
        return "cả năm"
    if first == last:
        return f"tháng {first}"
    if last - first == 2 and last % 3 == 0:
        return f"quý {_QUARTERS[last // 3 - 1]}"
    if first == 1:
        return f"{last} tháng đầu năm"
    if last == 12:
        return f"{13 - first} tháng cuối năm"
    return f"từ tháng {first} đến tháng {last}"


def _months_of(match: re.Match[str]) -> tuple[int, int] | None:
    if count := match["count"] or match["bare"]:
        number = int(count) if count.isdigit() else _WORDS.index(count.lower()) + 1
        if not 1 <= number <= 12:
            return None
        return (13 - number, 12) if (match["end"] or "").lower() == "cuối" else (1, number)
    if quarter := match["quarter"]:
        at = int(quarter) if quarter.isdigit() else _QUARTERS.index(quarter.upper()) + 1
        return 3 * at - 2, 3 * at
    if month := match["month"]:
        return int(month), int(month)
    return 1, 12


def _ends_in_day(text: str, at: int) -> bool:
    return _DAY_BEFORE.search(text, max(0, at - _FAR), at) is not None


def _role(text: str, at: int) -> tuple[bool, bool]:
    """Return whether the words before an offset (review, plan).

    The nearest clause that holds a cue decides; "kết quả thực hiện nhiệm vụ" reviews.
    """
    for clause in reversed(_CLAUSE_END.split(text[max(0, at - _FAR) : at])):
        if _REVIEW.search(clause):
            return True, False
        if _PLAN.search(clause):
            return False, True
    return False, False

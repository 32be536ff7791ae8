"""Reads a day or a span of days where one begins: "ngày 5.4", "quý II/2026", "thứ Sáu tuần này".

Knows running text and the day it was written. Does not know whether something is due then.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

_WORDS = ("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_WEEKDAYS = {"hai": 0, "ba": 1, "tư": 2, "năm": 3, "sáu": 4, "bảy": 5, "nhật": 6}
_HERE, _NEXT = r"này|nay", r"sau|tới|kế tiếp|tiếp theo"
_WEEKDAY = r"(?:thứ\s(?:hai|ba|tư|năm|sáu|bảy)|chủ\snhật)"
_DAY = re.compile(
    rf"(?:{_WEEKDAY}\s?(?:[,(]\s?)?+)?+"
    r"(?:(?:(?:ngày|hôm)\s)?+(?P<d1>\d{1,2})\stháng\s(?P<m1>\d{1,2})(?:(?:\snăm\s|\s?[/.-]\s?)(?P<y1>\d{4}))?+"
    r"|(?:(?:ngày|hôm)\s)?+(?P<d2>\d{1,2})\s?/\s?(?P<m2>\d{1,2})"
    r"(?:(?:\s?/\s?|\snăm\s)(?P<y2>\d{4}|\d\d(?![\d\w])))?+"
    r"|(?:(?:ngày|hôm)\s)?+(?P<d3>\d{1,2})(?P<dot>[.-])(?P<m3>\d{1,2})(?P=dot)(?P<y3>\d{4}|\d\d)"
    r"|(?:ngày|hôm)\s(?P<d4>\d{1,2})[.-](?P<m4>\d{1,2})"
    rf"|ngày\s(?P<d5>\d{{1,2}})\stháng\s(?:(?P<this>{_HERE})|(?P<next>{_NEXT})))"
    r"(?![\d/\w]|[.-]\d|\sliền)",
    re.IGNORECASE,
)
# Without "ngày" only where the sentence pauses: "trước 25.5;", and not "trước 3-5 ngày".
_SHORT = re.compile(r"(?P<d>\d{1,2})[.-](?P<m>\d{1,2})(?=\s?[;,)]|\.?\s?$|\.\s)")
_NEAR = re.compile(
    r"(?:(?:ngày\s)?+(?P<today>hôm\snay)|(?P<same>cùng\sngày)|(?:ngày\s)?+(?P<tomorrow>mai)"
    r"|(?:ngày\s)?+(?:thứ\s(?P<weekday>hai|ba|tư|năm|sáu|bảy)|chủ\s(?P<sunday>nhật))"
    rf"(?:\stuần\s(?:(?P<this>{_HERE})|(?P<next>{_NEXT})))?+)(?!\w)",
    re.IGNORECASE,
)
_BARE = re.compile(r"ngày\s\d{1,2}(?![\d/\w]|[.-]\d|\s(?:tháng\s\d|ngày|năm\s\d))", re.IGNORECASE)
_SPAN = re.compile(
    r"(?:cả\s)?+(?:(?P<part>đầu|giữa|cuối|thượng\stuần|trung\stuần|hạ\stuần)\s)?+"
    r"(?:tháng\s(?P<month>1[0-2]|0?[1-9])(?!\d|\.\d)(?:(?:\snăm\s|\s?[/.-]\s?)(?P<y1>20\d\d))?+"
    r"|quý\s(?P<quarter>IV|I{1,3}|[1-4])(?![\w])(?:(?:\snăm\s|\s?[/-]\s?|\s)(?P<y2>20\d\d))?+"
    rf"|(?P<count>\d{{1,2}}|{'|'.join(_WORDS)})\stháng\s(?P<end>đầu|cuối)(?:\scủa)?+\snăm"
    r"(?:\s(?P<y3>20\d\d)|\snay)?+"
    r"|năm\s(?P<y4>20\d\d)"
    rf"|(?P<unit>tuần|tháng|quý|năm)\s(?:(?P<this>{_HERE})|(?P<next>{_NEXT}))"
    r"|(?P<whole>năm))"
    r"(?![\w/]|\.\d)",
    re.IGNORECASE,
)
# It is the first of several: "tháng 4 và tháng 5", "quý I - II", "năm 2026 - 2030".
_SEVERAL = re.compile(r"\s*(?:và|đến|,|-|–)\s*(?:(?:tháng|quý|năm)\s)?+(?:\d|I|V)", re.IGNORECASE)
_NEXT_YEAR = re.compile(r"\s(?:của\s)?năm\s(?:sau|tới|kế|tiếp|liền)(?!\w)", re.IGNORECASE)
# A day of this year that is past is one of next year only where that one is near, and this one
# long gone. Of others nobody can be sure.
_SOON = timedelta(days=92)
_SPAN_SOON = timedelta(days=62)


@dataclass(frozen=True, slots=True)
class NamedTime:
    """A day or a span of days in running text.

    Attributes:
        end: offset behind its last character.
        first: its first day; None when the words do not tell.
        last: its last day; None when the words do not tell. A day is its own first and last.
        unit: "day", "part" (the end of a span), "span" or "year".
        passed: its last day lies before the text was written.
    """

    end: int
    first: date | None
    last: date | None
    unit: str
    passed: bool = False


def read_time(text: str, at: int, *, day: date, short: bool = False) -> NamedTime | None:
    """Read the day or the span that begins at an offset; None when none begins there.

    Args:
        text: NFC running text with single spaces.
        at: where it must begin.
        day: the day the text was written; it gives the year that is not printed.
        short: "25.5" is a day as well, and not only "ngày 25.5".
    """
    if short and (found := _SHORT.match(text, at)):
        value = _date(day.year, int(found["m"]), int(found["d"]))
        return _this_year_or_next(found.end(), value, day) if value else None
    if found := _DAY.match(text, at):
        return _read_day(text, found, day)
    if found := _NEAR.match(text, at):
        return _one_day(found.end(), _near_day(found, day))
    if found := _BARE.match(text, at):
        return NamedTime(found.end(), None, None, "day")
    if found := _SPAN.match(text, at):
        return _read_span(text, found, day)
    return None


def last_day(year: int, month: int) -> date:
    """Return the last day of a month."""
    return date(year, month, calendar.monthrange(year, month)[1])


def months_later(day: date, months: int) -> date:
    """Return the same day so many months later, or the last day of that month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return min(date(year, month + 1, 1) + timedelta(day.day - 1), last_day(year, month + 1))


def _one_day(end: int, value: date | None) -> NamedTime:
    return NamedTime(end, value, value, "day")


def _read_day(text: str, found: re.Match[str], day: date) -> NamedTime | None:
    end = found.end()
    if found["d5"]:
        month = months_later(day.replace(day=1), 1 if found["next"] else 0)
        return _one_day(end, _date(month.year, month.month, int(found["d5"])))
    number, month_text = (
        next(v for v in found.group(*names) if v)
        for names in (("d1", "d2", "d3", "d4"), ("m1", "m2", "m3", "m4"))
    )
    printed = next((v for v in found.group("y1", "y2", "y3") if v), None)
    year = day.year
    if printed:
        year = int(printed) if len(printed) == 4 else 2000 + int(printed)
    value = _date(year, int(month_text), int(number))
    if value is None or value.year > day.year + 100:
        return None
    if printed:
        return NamedTime(end, value, value, "day", passed=value < day)
    if _NEXT_YEAR.match(text, end):
        return _one_day(end, None)
    return _this_year_or_next(end, value, day)


def _this_year_or_next(end: int, value: date, day: date) -> NamedTime:
    if value >= day:
        return _one_day(end, value)
    later = _date(value.year + 1, value.month, value.day)
    return _one_day(end, later if later and later - day <= _SOON else None)


def _near_day(found: re.Match[str], day: date) -> date | None:
    if found["today"] or found["same"]:
        return day
    if found["tomorrow"]:
        return day + timedelta(days=1)
    if not (found["this"] or found["next"]):
        return None
    number = _WEEKDAYS[(found["weekday"] or found["sunday"]).lower()]
    value = _monday(day) + timedelta(days=number + (7 if found["next"] else 0))
    return value if value >= day else None


def _read_span(text: str, found: re.Match[str], day: date) -> NamedTime | None:
    end = found.end()
    part = (found["part"] or "").lower()
    if _SEVERAL.match(text, end) or (found["whole"] and part != "cuối"):
        return None
    if found["this"] or found["next"]:
        first, last = _near_span(found["unit"].lower(), 1 if found["next"] else 0, day)
    else:
        printed = next((v for v in found.group("y1", "y2", "y3", "y4") if v), None)
        opens, closes = _months(found)
        year = int(printed or day.year)
        first, last = date(year, opens, 1), last_day(year, closes)
        following = date(year + 1, opens, 1)
        if not printed and last < day and following - day <= _SPAN_SOON:
            first, last = following, last_day(year + 1, closes)
    if part in ("cuối", "hạ tuần"):
        return NamedTime(end, last, last, "part", passed=last < day)
    if part:
        return NamedTime(end, None, None, "part", passed=last < day)
    unit = "year" if last - first > timedelta(days=300) else "span"
    return NamedTime(end, first, last, unit, passed=last < day)


def _months(found: re.Match[str]) -> tuple[int, int]:
    if found["month"]:
        return int(found["month"]), int(found["month"])
    if found["quarter"]:
        at = _QUARTERS[found["quarter"].lower()]
        return 3 * at - 2, 3 * at
    if found["count"]:
        count = found["count"].lower()
        number = int(count) if count.isdigit() else _WORDS.index(count) + 1
        number = min(max(number, 1), 12)
        return (1, number) if found["end"].lower() == "đầu" else (13 - number, 12)
    return 1, 12


def _near_span(unit: str, later: int, day: date) -> tuple[date, date]:
    if unit == "tuần":
        monday = _monday(day) + timedelta(weeks=later)
        return monday, monday + timedelta(days=6)
    length = {"tháng": 1, "quý": 3, "năm": 12}[unit]
    opening = date(day.year, (day.month - 1) // length * length + 1, 1)
    first = months_later(opening, later * length)
    return first, months_later(first, length) - timedelta(days=1)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _date(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None

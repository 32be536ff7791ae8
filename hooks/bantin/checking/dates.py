"""Finds impossible dates: a wrong weekday, a day that the month lacks, a future day.

Knows the words around a date, but not what happened on it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

from bantin.checking.manuscript import Manuscript
from bantin.errors import Problem
from bantin.records.front_matter import KeyPath, key_name
from bantin.records.models import Article, Dated, Document
from bantin.records.reader import find_line
from bantin.text.dates import LATEST_YEAR, WEEKDAYS, short_date

_DATE = (
    r"(?:(?P<d1>\d{1,2})\s+tháng\s+(?P<m1>\d{1,2})(?:(?:\s*,)?\s+năm\s+(?P<y1>\d{4}))?"
    r"|(?P<d2>\d{1,2})(?P<sign>[/.-])(?P<m2>\d{1,2})(?:(?P=sign)(?P<y2>\d{4}))?)(?![\d/]|[.,-]\d)"
)
_WEEKDAY = r"(?:thứ\s+(?P<name>hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|(?P<sunday>chủ\s+nhật))"
# One of these, or nothing, stands before a weekday. "Kỳ họp thứ năm, ngày 5/10" is no Thursday but
# the fifth session.
_BEFORE = r"(?:^|[.(:;,–—]\s*|\b(?:sáng|chiều|tối|trưa|đêm|vào|ngày|từ|đến|hôm|và)\s+)"
_DAY_OF_WEEK = re.compile(
    rf"{_BEFORE}(?P<day>{_WEEKDAY})\s*(?:,\s*|\(\s*|\s)(?:ngày\s+)?{_DATE}",
    re.IGNORECASE | re.MULTILINE,
)
_NAMED_DAY = re.compile(
    r"\bngày\s+(?P<date>(?P<d1>\d{1,2})\s+tháng\s+(?P<m1>\d{1,2})(?:\s*,)?\s+năm\s+(?P<y1>\d{4})"
    r"|(?P<d2>\d{1,2})(?P<sign>[/.-])(?P<m2>\d{1,2})(?P=sign)(?P<y2>\d{4}))(?!\d)",
    re.IGNORECASE,
)
# History is told too, but no text tells of a day before these years.
_EARLIEST_TOLD = 900
_NUMBERS = {"hai": 0, "ba": 1, "tư": 2, "năm": 3, "sáu": 4, "bảy": 5, "bẩy": 5}
_CONCLUSION = re.compile(r"\s*kết luận\b", re.IGNORECASE)


def check_dates(manuscript: Manuscript) -> Iterator[Problem]:
    """Yield a remark for each date that contradicts the calendar or the record."""
    record = manuscript.record
    if not isinstance(record, Article | Document):
        return
    for passage in manuscript.passages:
        if not passage.is_prose:
            continue
        text = passage.words
        # A search for the words is far cheaper than a search for dates.
        lowered = text.lower()
        if "thứ" in lowered or "chủ nhật" in lowered:
            for match in _DAY_OF_WEEK.finditer(text):
                day = _day_of(match, record.day)
                if day and day.weekday() != _weekday_of(match):
                    yield manuscript.remark(
                        passage,
                        match.start("day"),
                        f"“{' '.join(match[0][match.start('day') - match.start() :].split())}”: "
                        f"ngày {short_date(day)} là {WEEKDAYS[day.weekday()]}",
                        "xem lại thứ hoặc ngày",
                    )
        if "ngày" in lowered:
            for match in _NAMED_DAY.finditer(text):
                if fault := _fault_of_day(match):
                    yield manuscript.remark(passage, match.start("date"), *fault)
    yield from _odd_order(manuscript, record)


def _odd_order(manuscript: Manuscript, record: Dated) -> Iterator[Problem]:
    met = record.meeting.date if record.meeting else None
    concluded = isinstance(record, Document) and _CONCLUSION.match(record.title)
    if met and concluded and met > record.day:
        yield manuscript.remark_key(
            ("meeting", "date"),
            f"cuộc họp ngày {short_date(met)} sau ngày ban hành kết luận "
            f"({short_date(record.day)})",
            "xem lại hai ngày",
        )
    if isinstance(record, Article) and record.views_as_of and record.views_as_of < record.day:
        yield manuscript.remark_key(
            ("views_as_of",),
            f"lượt xem tính đến {short_date(record.views_as_of)}, trước ngày đăng "
            f"({short_date(record.day)})",
            "xem lại hai ngày",
        )


def dates_told(record: Dated) -> Iterator[tuple[KeyPath, date]]:
    """Yield (keys, date) of each event that a record reports as past."""
    yield ("date",), record.day
    if isinstance(record, Article) and record.views_as_of:
        yield ("views_as_of",), record.views_as_of
    for index, change in enumerate(record.changes):
        yield ("changes", index, "date"), change.date
    if day := captured_on(record):
        yield ("source", "captured"), day


def captured_on(record: Dated) -> date | None:
    """Return the day when the record's source was captured; None where none is told."""
    captured = record.source.captured if record.source else None
    return captured.date() if isinstance(captured, datetime) else captured


def tell_future(docs_dir: Path, src_uri: str, path: KeyPath, day: date, today: date) -> Problem:
    """Return the remark about a date in the future."""
    return Problem(
        src_uri,
        find_line(docs_dir, src_uri, path),
        key_name(path),
        f"ngày {short_date(day)} còn ở tương lai (hôm nay là {short_date(today)})",
        "xem lại năm và tháng; bài hẹn ngày thì để status: draft",
    )


def _weekday_of(match: re.Match[str]) -> int:
    if match["sunday"]:
        return 6
    name = match["name"].lower()
    return int(name) - 2 if name.isdigit() else _NUMBERS[name]


def _day_of(match: re.Match[str], near: date) -> date | None:
    """Return the intended date. Without a year it is the one nearest to the record's own date."""
    day, month = int(match["d1"] or match["d2"]), int(match["m1"] or match["m2"])
    given = match["y1"] or match["y2"]
    years = [int(given)] if given else [near.year - 1, near.year, near.year + 1]
    found = [one for year in years if (one := _date(year, month, day))]
    return min(found, key=lambda one: abs(one - near), default=None)


def _fault_of_day(match: re.Match[str]) -> tuple[str, str] | None:
    """Return (message, hint) about a day with its year; None for a good one."""
    year = int(match["y1"] or match["y2"])
    month, day = int(match["m1"] or match["m2"]), int(match["d1"] or match["d2"])
    if not _EARLIEST_TOLD <= year <= LATEST_YEAR:
        return f"ngày {match['date']} có năm không thể đúng", "xem lại năm"
    if _date(year, month, day) is None:
        return f"không có ngày {match['date']} trong lịch", "xem lại ngày và tháng"
    return None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None

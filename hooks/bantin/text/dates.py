"""Dates as people write and read them. Times are Asia/Ho_Chi_Minh, which has no summer time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone

VIETNAM = timezone(timedelta(hours=7), "Asia/Ho_Chi_Minh")
# A year beyond these is a slip of the pen, and Python's calendar ends at 9999.
EARLIEST_YEAR, LATEST_YEAR = 1800, 2200
WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")
_WRITTEN = re.compile(
    r"ngày\s+(?P<d1>\d{1,2})\s+tháng\s+(?P<m1>\d{1,2})(?:\s+năm\s+(?P<y1>\d{4}))?"
    r"|(?<![\d/])(?P<d2>\d{1,2})/(?P<m2>\d{1,2})(?:/(?P<y2>\d{4}))?(?![\d/])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date found in running text.

    Attributes:
        start: offset of its first character.
        text: the words as printed.
        value: the date.
        year_given: False when the year was taken from the caller.
    """

    start: int
    text: str
    value: date
    year_given: bool


def today_in_vietnam() -> date:
    """Return the day by this machine's clock. Nothing in a site may depend on it."""
    return datetime.now(VIETNAM).date()


def find_dates(text: str, *, year: int) -> Iterator[FoundDate]:
    """Yield the dates written in `text`, in order; impossible ones are passed over.

    Impossible are "31/2" and years behind the latest.

    Args:
        text: NFC running text; "5/10", "17/10/2013" and "ngày 08 tháng 10 năm 2013" are dates.
        year: the year of a date that names none.
    """
    for match in _WRITTEN.finditer(text):
        day, month = match["d1"] or match["d2"], match["m1"] or match["m2"]
        given = match["y1"] or match["y2"]
        try:
            value = date(int(given or year), int(month), int(day))
        except ValueError:
            continue
        if value.year > LATEST_YEAR:
            continue
        yield FoundDate(match.start(), match[0], value, given is not None)


def official_date(day: date) -> str:
    """Return "ngày 05 tháng 10 năm 2021", days below 10 and months 1 and 2 padded.

    Source: Decree 30/2020/NĐ-CP, Annex I, place and date.
    """
    month = f"{day.month:02}" if day.month < 3 else str(day.month)
    return f"ngày {day.day:02} tháng {month} năm {day.year}"


def long_date(day: date) -> str:
    """Return "Thứ Ba, ngày 5 tháng 10 năm 2021"."""
    return f"{WEEKDAYS[day.weekday()]}, ngày {day.day} tháng {day.month} năm {day.year}"


def short_date(day: date) -> str:
    """Return "05/10/2021"."""
    return f"{day.day:02}/{day.month:02}/{day.year}"


def clock(moment: datetime) -> str:
    """Return "03:57"."""
    return f"{moment.hour:02}:{moment.minute:02}"


def count(number: int) -> str:
    """Return a whole number with the Vietnamese thousands mark: 18486 gives "18.486"."""
    return f"{number:,}".replace(",", ".")

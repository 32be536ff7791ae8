"""Reads days and hours as people and systems write them, or refuses them.

What begins with the year has one meaning and is read; hours of other zones become those of Viet
Nam. All else is refused: nobody can tell whether 10/11 is in October. The hint writes this
day in the right form, and takes it to be in Vietnamese order. Knows no model and no record.

Source: ISO 8601, RFC 3339, RFC 5322 for days as systems write them.
"""

from __future__ import annotations

import contextlib
import re
import unicodedata
from collections.abc import Callable
from datetime import date, datetime

from pydantic_core import PydanticCustomError

from bantin.records.clocks import CLOCK, clock_of, zone_of
from bantin.records.date_hints import (
    LONGEST,
    iso,
    iso_day,
    refuse_day,
    refuse_other,
)
from bantin.records.refusals import refused, shown
from bantin.text.dates import EARLIEST_YEAR, LATEST_YEAR, VIETNAM

_DASHES = dict.fromkeys(map(ord, "‐‑‒–—−"), "-")
_YEAR_FIRST = re.compile(
    r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:(?:T|\s+|,\s*)(?P<clock>\S.*))?", re.IGNORECASE
)
_CLOCK = re.compile(rf"(?:lúc\s+)?{CLOCK}\s*(?P<zone>.*)", re.IGNORECASE)


def read_written(written: str) -> date | datetime:
    """Return a day, or a moment in Viet Nam where an hour is written.

    Raises:
        PydanticCustomError: it has more than one meaning or none, or is in no calendar.
    """
    day, clock = _split(written, iso)
    return _at_clock(day, clock) if clock else day


def read_written_day(written: str) -> date:
    """Return a day.

    Raises:
        PydanticCustomError: as of `read_written`, or an hour is written too.
    """
    day, clock = _split(written, iso_day)
    if clock:
        with contextlib.suppress(PydanticCustomError):
            day = _at_clock(day, clock).date()
        raise refused("day", f"“{shown(written)}” có cả giờ", f"ở đây chỉ ghi ngày: viết {day}")
    return day


def check_year(year: int) -> None:
    """Refuse a year that no record can mean.

    Raises:
        PydanticCustomError: the year lies outside the bounds.
    """
    if not EARLIEST_YEAR <= year <= LATEST_YEAR:
        raise refused(
            "day",
            f"năm {year:04} không thể đúng",
            f"xem lại năm: viết bốn chữ số, từ {EARLIEST_YEAR} đến {LATEST_YEAR}",
        )


def _split(written: str, show: Callable[[date | datetime], str]) -> tuple[date, str]:
    """Return the day, and the hour as written; "" for none.

    Args:
        written: a value of front matter.
        show: writes the day that a hint proposes.
    """
    text = _plain(written[: 2 * LONGEST])
    match = _YEAR_FIRST.fullmatch(text) if len(text) <= LONGEST else None
    if match is None:
        raise refuse_other(written, text, show)
    year, month, day = int(match[1]), int(match[3]), int(match[4])
    check_year(year)
    try:
        return date(year, month, day), match["clock"] or ""
    except ValueError:
        raise refuse_day(year, month, day) from None


def _plain(written: str) -> str:
    # A word processor writes other dashes and spaces.
    text = unicodedata.normalize("NFKC", written).translate(_DASHES)
    return " ".join(text.split())


def _at_clock(day: date, written: str) -> datetime:
    match = _CLOCK.fullmatch(written)
    if match is None:
        raise refused(
            "moment",
            f"không đọc được giờ “{shown(written)}”",
            f"viết giờ và phút, ví dụ {day} 15:30; không rõ giờ thì chỉ viết {day}",
        )
    local = clock_of(match, day)
    if local is None:
        raise refused(
            "moment",
            f"không có giờ {shown(written)}",
            f"viết giờ từ 00:00 đến 23:59, ví dụ {day} 15:30; không rõ giờ thì chỉ viết {day}",
        )
    zone = zone_of(match["zone"])
    if zone is None:
        raise refused(
            "moment",
            f"không rõ múi giờ “{shown(match['zone'])}”",
            "đổi sang giờ Việt Nam rồi bỏ múi giờ; nếu đã là giờ Việt Nam thì viết "
            f"{local:%Y-%m-%d %H:%M}",
        )
    moment = local.replace(tzinfo=zone).astimezone(VIETNAM)
    check_year(moment.year)
    return moment

"""Refuses what is no day, and says how the day that was meant is written.

The Vietnamese order of day and month is proposed, never read. Knows no model and no record.
"""

from __future__ import annotations

import calendar
import contextlib
import re
from collections.abc import Callable
from datetime import date, datetime, timedelta
from email.utils import parsedate_to_datetime

from pydantic_core import PydanticCustomError

from bantin.records.clocks import CLOCK, ZONE, clock_of, zone_of
from bantin.records.refusals import refused, shown
from bantin.text.dates import EARLIEST_YEAR, LATEST_YEAR, VIETNAM

# No day is longer. The rules are not run over a whole text.
LONGEST = 80
_SOME_CLOCK = re.compile(rf"(?<![\d/.:-]){CLOCK}\s*(?P<zone>(?:{ZONE})?)(?!\w)", re.IGNORECASE)
# These two read words one space apart: runs of blanks could be shared out in many ways.
_LOCAL = re.compile(r"(?<![\d/.-])(\d{1,2}) ?([/. -]) ?(\d{1,2}) ?\2 ?(\d{4}|\d{2})(?!\d)")
_IN_WORDS = re.compile(
    r"(?<!\d)(\d{1,2})( )tháng (\d{1,2})(?: ?,? ?năm | ?[/,]? ?)(\d{4})(?!\d)",
    re.IGNORECASE,
)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(?:\d{2})?Z?)?", re.IGNORECASE)
_MONTH_ONLY = re.compile(r"(?:tháng\s+)?(?:(\d{4})[-/.](\d{1,2})|(\d{1,2})[-/.](\d{4}))")
# Days since this one are what a spreadsheet shows of a cell without a format for days.
_SPREADSHEET_DAY_0 = date(1899, 12, 30)
_SERIAL = re.compile(r"([2-7]\d{4})(?:[.,]\d+)?")
_UNIX = re.compile(r"(\d{10})(\d{3})?")


def refuse_day(year: int, month: int, day: int) -> PydanticCustomError:
    """Return the refusal of a day that is in no calendar."""
    written = f"{year:04}-{month:02}-{day:02}"
    hint = "kiểm tra lại tháng (1–12) và ngày"
    if 1 <= month <= 12 and EARLIEST_YEAR <= year <= LATEST_YEAR:
        first, last = _days_of_month(year, month)
        hint = f"tháng ấy có {last.day} ngày: viết một ngày từ {first} đến {last}"
    elif swapped := _day(year, day, month):
        hint += f"; nếu là ngày {month} tháng {day} thì viết {swapped}"
    return refused("day", f"không có ngày {written} trong lịch", hint)


def refuse_other(
    written: str, text: str, show: Callable[[date | datetime], str]
) -> PydanticCustomError:
    """Return the refusal of what does not begin with a year, a month and a day.

    Args:
        written: the value, to be shown.
        text: the value in plain dashes and spaces.
        show: writes the day that the hint proposes: `iso`, or `iso_day` where no hour may stand.
    """
    name = shown(written)
    if len(text) > LONGEST:
        return _refuse_unknown(name)
    if number := _SERIAL.fullmatch(text):
        meant = _SPREADSHEET_DAY_0 + timedelta(int(number[1]))
        return refused("day", f"“{name}” là ngày ở dạng số của Excel", f"viết {meant}")
    if number := _UNIX.fullmatch(text):
        moment = datetime.fromtimestamp(int(number[1]), VIETNAM)
        message = f"“{name}” là thời gian ở dạng số của máy"
        return refused("day", message, f"viết {show(moment)}")
    wrong = f"“{name}” không phải là ngày đúng dạng"
    if meant_at := _meant(text):
        day = f"ngày {meant_at.day} tháng {meant_at.month} năm {meant_at.year}"
        return refused(
            "day",
            f"{wrong}: phải viết theo thứ tự năm-tháng-ngày",
            f"viết {show(meant_at)} nếu là {day}",
        )
    if local := _in_local_order(text):
        year, month, day_number = local
        return refuse_day(year, month, day_number)
    if part := _MONTH_ONLY.fullmatch(text):
        year, month = int(part[1] or part[4]), int(part[2] or part[3])
        if 1 <= month <= 12 and EARLIEST_YEAR <= year <= LATEST_YEAR:
            first, last = _days_of_month(year, month)
            return refused(
                "day", f"{wrong}: thiếu ngày trong tháng", f"viết cả ngày, từ {first} đến {last}"
            )
    return _refuse_unknown(name)


def _refuse_unknown(name: str) -> PydanticCustomError:
    message = f"“{name}” không phải là ngày đúng dạng"
    return refused("day", message, "viết năm-tháng-ngày, ví dụ 2021-10-05")


def _days_of_month(year: int, month: int) -> tuple[date, date]:
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def _compact_moment(text: str) -> date | datetime | None:
    match = _COMPACT.fullmatch(text)
    day = _day(*map(int, match.groups()[:3])) if match else None
    if match is None or day is None or not match[4]:
        return day
    zone = zone_of("Z") if text[-1] in "Zz" else VIETNAM
    try:
        local = datetime(day.year, day.month, day.day, int(match[4]), int(match[5]), tzinfo=zone)
    except ValueError:
        return day
    return local.astimezone(VIETNAM)


def _meant(text: str) -> date | datetime | None:
    """Return what a day in another order most likely means, with its hour; None for no day."""
    if meant := _compact_moment(text):
        return meant
    clock = _SOME_CLOCK.search(text)
    rest = f"{text[: clock.start()]} {text[clock.end() :]}" if clock else text
    day = _local_day(rest)
    if day is None:
        return _in_english(text)
    local = clock_of(clock, day) if clock else None
    zone = zone_of(clock["zone"]) if clock else None
    if local is None or zone is None:
        return day
    return local.replace(tzinfo=zone).astimezone(VIETNAM)


def _local_day(text: str) -> date | None:
    found = _in_local_order(text)
    if found is None:
        return None
    year, month, day = found
    # The month comes first only where the other order is in no calendar.
    return _day(year, month, day) or _day(year, day, month)


def _in_local_order(text: str) -> tuple[int, int, int] | None:
    """Return year, month and day of a day that is written the Vietnamese way round."""
    words = " ".join(text.split())
    match = _IN_WORDS.search(words) or _LOCAL.search(words)
    if match is None:
        return None
    return int(match[4]) + (2000 if len(match[4]) == 2 else 0), int(match[3]), int(match[1])


def _in_english(text: str) -> date | datetime | None:
    # "Nov 10, 2026", "10 November 2026", "Tue, 10 Nov 2026 02:14:49 +0000"
    words = re.sub(r"(?<=\d)(?:st|nd|rd|th)\b|[,.]", " ", text)
    words = re.sub(r"([A-Za-z]{3,9})\s+(\d{1,2})\s+(\d{4})", r"\2 \1 \3", words)
    words = re.sub(r"-(?=[A-Za-z])|(?<=[A-Za-z])-", " ", words)
    has_clock = ":" in words
    with contextlib.suppress(ValueError, TypeError, IndexError, OverflowError):
        found = parsedate_to_datetime(words if has_clock else f"{words} 00:00")
        if not EARLIEST_YEAR <= found.year <= LATEST_YEAR:
            return None
        if found.tzinfo is not None and has_clock:
            return found.astimezone(VIETNAM)
        return found.replace(tzinfo=VIETNAM) if has_clock else found.date()
    return None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if EARLIEST_YEAR <= year <= LATEST_YEAR else None
    except ValueError:
        return None


def iso(meant: date | datetime) -> str:
    """Return a day, or a moment to the minute, as records write it."""
    return f"{meant:%Y-%m-%d %H:%M}" if isinstance(meant, datetime) else f"{meant}"


def iso_day(meant: date | datetime) -> str:
    """Return a day as records write it."""
    return f"{meant:%Y-%m-%d}"

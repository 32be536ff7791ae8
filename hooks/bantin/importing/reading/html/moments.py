"""Finds days and hours as pages print them, and compares them.

Knows one short text at a time.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from bantin.text.dates import EARLIEST_YEAR, LATEST_YEAR, VIETNAM

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
_MONTH = "(?:" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\.?"
_DAY = re.compile(
    r"(?P<iso>(?<!\d)(?P<y0>\d{4})-(?P<m0>\d{1,2})-(?P<d0>\d{1,2})(?!\d)"
    r"(?:[T ](?P<h0>\d{2}):(?P<n0>\d{2})(?::\d{2}(?:\.\d{1,9})?)?"
    r" ?(?P<zone>Z|[+-]\d{2}:?\d{2})?)?)"
    r"|(?<![\d/.-])(?P<d1>\d{1,2})(?P<sep>[/.-])(?P<m1>\d{1,2})(?P=sep)(?P<y1>\d{4})(?!\d)"
    r"|ngày\s+(?P<d2>\d{1,2})\s+tháng\s+(?P<m2>\d{1,2})\s+năm\s+(?P<y2>\d{4})"
    r"|(?<!\d)(?P<d5>\d{1,2})\s+tháng\s+(?P<m5>\d{1,2}),?\s+(?:năm\s+)?(?P<y5>\d{4})"
    r"|tháng\s+(?P<m6>\d{1,2})\s+(?P<d6>\d{1,2}),?\s+(?P<y6>\d{4})"
    rf"|(?<!\w)(?P<m3>{_MONTH})\s+(?P<d3>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y3>\d{{4}})"
    rf"|(?<!\d)(?P<d4>\d{{1,2}})(?:st|nd|rd|th)?[\s-]+(?P<m4>{_MONTH}),?[\s-]+(?P<y4>\d{{4}})",
    re.IGNORECASE,
)
_CLOCK = (
    r"(?P<hour>\d{1,2})\s?(?::|h|g|giờ)\s?(?P<minute>\d{1,2})?(?::\d{2})?"
    r"(?:\s?(?P<half>[AP]M|SA|CH)\b)?"
)
_WEEKDAY = (
    r"(?:(?:thứ\s{1,3}(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ\s{1,3}nhật|cn"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\s{0,3}[,|–-]?\s{0,3})"
)
_BEFORE = re.compile(
    rf"(?:(?<!\w){_WEEKDAY})?(?:(?<![\d:]){_CLOCK}\s{{0,3}}[,|–-]{{0,3}}\s{{0,3}})?"
    rf"(?:(?<!\w){_WEEKDAY})?(?:ngày\s{{0,3}}:?\s{{0,3}})?$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    rf"\s{{0,3}}[,|–-]{{0,3}}\s{{0,3}}(?:lúc\s{{0,3}}|at\s{{0,3}})?{_CLOCK}"
    rf"(?:\s{{0,3}}\(?(?:GMT|UTC)\s?[+-]\d{{1,2}}(?::\d{{2}})?\)?)?"
    r"(?!\d)",
    re.IGNORECASE,
)
_LONGEST = 300


@dataclass(frozen=True, slots=True)
class PrintedMoment:
    """A day, perhaps with its hour, as a page prints it.

    Attributes:
        text: as printed, with weekday and hour where they stand beside it.
        start: offset of `text`.
        day: by the calendar of Việt Nam.
        clock: hour and minute; None without one, or where it is none.
    """

    text: str
    start: int
    day: dt.date
    clock: tuple[int, int] | None


def find_moment(text: str) -> PrintedMoment | None:
    """Return the first day printed in a short text; None without one."""
    text = text[:_LONGEST]
    for match in _DAY.finditer(text):
        groups = match.groupdict()
        at = next(number for number in "0123456" if groups[f"d{number}"])
        month = groups[f"m{at}"].lower().rstrip(".")
        try:
            day = dt.date(
                int(groups[f"y{at}"]),
                _MONTHS[month] if month in _MONTHS else int(month),
                int(groups[f"d{at}"]),
            )
        except ValueError:
            continue
        if not EARLIEST_YEAR <= day.year <= LATEST_YEAR:
            continue
        if match["h0"]:
            return _iso(match, day)
        before = _BEFORE.search(text[: match.start()])
        after = _AFTER.match(text, match.end())
        start = before.start() if before else match.start()
        clock = _clock(after) or _clock(before)
        end = after.end() if after and _clock(after) else match.end()
        return PrintedMoment(text[start:end].strip(), start, day, clock)
    return None


def contradict(one: PrintedMoment, other: PrintedMoment) -> bool:
    """Tell whether two moments cannot be the same."""
    if one.day != other.day:
        return True
    return one.clock is not None and other.clock is not None and one.clock != other.clock


def _iso(match: re.Match[str], day: dt.date) -> PrintedMoment:
    hour, minute, zone = int(match["h0"]), int(match["n0"]), match["zone"]
    clock = (hour, minute) if hour < 24 and minute < 60 else None
    if clock and zone:
        sign = -1 if zone[0] == "-" else 1
        digits = zone[1:].replace(":", "") or "0000"
        offset = sign * (int(digits[:2]) * 60 + int(digits[2:4])) if zone != "Z" else 0
        written = dt.datetime(day.year, day.month, day.day, hour, minute, tzinfo=dt.UTC)
        moment = (written - dt.timedelta(minutes=offset)).astimezone(VIETNAM)
        day, clock = moment.date(), (moment.hour, moment.minute)
    return PrintedMoment(match[0].strip(), match.start(), day, clock)


def _clock(match: re.Match[str] | None) -> tuple[int, int] | None:
    if match is None or match["hour"] is None:
        return None
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    half = (match["half"] or "").upper()
    # "14:05 PM" is a clock of 24 hours with a sign too many.
    if half in ("PM", "CH") and hour < 12:
        hour += 12
    elif half in ("AM", "SA") and hour == 12:
        hour = 0
    return (hour, minute) if hour < 24 and minute < 60 else None

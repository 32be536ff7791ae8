"""Hours and time zones as people and systems write them.

Knows one clock and one zone, not where they stand.
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta, timezone

from bantin.text.dates import VIETNAM

_HALF = r"(?P<half>[ap]\.?m\.?|sa|ch)"
CLOCK = (
    r"(?P<hour>\d{1,2})(?:"
    rf":(?P<minute>\d{{2}})(?::(?P<second>\d{{2}})(?:[.,]\d+)?)?(?:\s*{_HALF}(?!\w))?"
    r"|\s*(?:h|giờ)\s*(?:(?P<behind>\d{1,2})\s*(?:ph(?:út)?|')?)?(?!\w))"
)
ZONE = (
    r"Z|ICT|(?:UTC|GMT)?(?P<sign>[+-])(?P<hours>\d{1,2})(?::?(?P<minutes>\d{2}))?|UTC|GMT"
    r"|(?:UTC|GMT)?(?:\+07:00)?\[Asia/(?:Ho_Chi_Minh|Saigon|Bangkok)\]"
)
_ZONE = re.compile(ZONE, re.IGNORECASE)


def clock_of(match: re.Match[str], day: date) -> datetime | None:
    """Return the hour of a match on a day, without a zone; None when no clock shows it."""
    hour = int(match["hour"])
    half = (match["half"] or "").lower().replace(".", "")
    if half and not 1 <= hour <= 12:
        return None
    if half:
        hour = hour % 12 + (12 if half in ("pm", "ch") else 0)
    minute = int(match["minute"] or match["behind"] or 0)
    try:
        return datetime(day.year, day.month, day.day, hour, minute, int(match["second"] or 0))
    except ValueError:
        return None


def zone_of(written: str) -> timezone | None:
    """Return a zone; that of Viet Nam when none is written; None for an unknown one."""
    match = _ZONE.fullmatch(written)
    if not written or (match and ("[" in written or written.upper() == "ICT")):
        return VIETNAM
    if match is None:
        return None
    hours, minutes = int(match["hours"] or 0), int(match["minutes"] or 0)
    if hours > 14 or minutes > 59:
        return None
    offset = timedelta(hours=hours, minutes=minutes)
    return timezone(-offset if match["sign"] == "-" else offset)

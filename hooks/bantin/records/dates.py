"""Days and moments of front matter: how they are written, and which are in no calendar.

Knows no record.
"""

from __future__ import annotations

import contextlib
import re
from datetime import date, datetime
from typing import Annotated, Any

from pydantic import BeforeValidator, PlainSerializer, WithJsonSchema

from bantin.records.refusals import refused
from bantin.text.dates import VIETNAM

_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_MOMENT = re.compile(r"(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::(\d{2}))?(?:\+07:00)?")
_LOCAL_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")


def _day_hint(written: str) -> str:
    example = "2021-10-05"
    if local := _LOCAL_DAY.fullmatch(written.strip()):
        # A day that no calendar has is no example.
        with contextlib.suppress(ValueError):
            example = f"{date(int(local[3]), int(local[2]), int(local[1]))}"
    return f"viết năm-tháng-ngày, ví dụ {example}"


def _parse_day(value: Any) -> date:
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    written = str(value)
    # The usual case, several times cheaper. `fromisoformat` knows no other form of ten characters
    # with these hyphens. A refused value is parsed again for its message.
    if len(written) == 10 and written[4] == written[7] == "-":
        try:
            return date.fromisoformat(written)
        except ValueError:
            return _parse_odd_day(written)
    return _parse_odd_day(written)


def _parse_odd_day(written: str) -> date:
    match = _DAY.fullmatch(written)
    if match is None:
        raise refused("day", f"“{written}” không phải là ngày đúng dạng", _day_hint(written))
    try:
        return date(*map(int, match.groups()))
    except ValueError:
        raise refused(
            "day", f"không có ngày {written} trong lịch", "kiểm tra lại tháng (1–12) và ngày"
        ) from None


def _parse_moment(value: Any) -> date | datetime:
    if isinstance(value, date):
        return value
    written = str(value)
    if _MOMENT.fullmatch(written) is None:
        return _parse_day(written)
    try:
        return datetime.fromisoformat(written[:19]).replace(tzinfo=VIETNAM)
    except ValueError:
        _parse_day(written[:10])
        raise refused(
            "moment", f"không có giờ {written[11:]}", "viết giờ từ 00:00 đến 23:59"
        ) from None


def _write_moment(value: date | datetime) -> str:
    if not isinstance(value, datetime):
        return value.isoformat()
    # Not strftime: it writes years before 1000 with fewer than four digits.
    written = value.replace(tzinfo=None)
    return written.isoformat(" ", "seconds" if value.second else "minutes")


Day = Annotated[
    date,
    BeforeValidator(_parse_day),
    PlainSerializer(date.isoformat, when_used="always"),
    WithJsonSchema({"type": "string", "format": "date"}),
]
Moment = Annotated[
    date | datetime,
    BeforeValidator(_parse_moment),
    PlainSerializer(_write_moment, when_used="always"),
    WithJsonSchema(
        {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2})?(\+07:00)?)?$"}
    ),
]

"""Days and moments of front matter as types. The usual form is read here, fast.

Other forms are read or refused by `written_dates`. Knows no record.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Annotated, Any

from pydantic import BeforeValidator, PlainSerializer, WithJsonSchema

from bantin.records.written_dates import check_year, read_written, read_written_day
from bantin.text.dates import VIETNAM

_MOMENT = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d)?(?:\+07:00)?", re.ASCII)
_DAY_PATTERN = r"\d{4}([-/.])\d{1,2}\1\d{1,2}"


def parse_day(value: Any) -> date:
    """Return a day of front matter.

    Raises:
        PydanticCustomError: it is no day.
    """
    if isinstance(value, date) and not isinstance(value, datetime):
        check_year(value.year)
        return value
    written = str(value)
    # The usual case, several times cheaper. `fromisoformat` knows no other form of ten characters
    # with these hyphens.
    if len(written) == 10 and written[4] == written[7] == "-":
        try:
            day = date.fromisoformat(written)
        except ValueError:
            return read_written_day(written)
        check_year(day.year)
        return day
    return read_written_day(written)


def _parse_moment(value: Any) -> date | datetime:
    if isinstance(value, datetime):
        check_year(value.year)
        return value
    written = str(value)
    if isinstance(value, date) or (len(written) == 10 and written[4] == "-"):
        return parse_day(value)
    if _MOMENT.fullmatch(written) is None:
        return read_written(written)
    try:
        moment = datetime.fromisoformat(written[:19]).replace(tzinfo=VIETNAM)
    except ValueError:
        return read_written(written)
    check_year(moment.year)
    return moment


def _write_moment(value: date | datetime) -> str:
    if not isinstance(value, datetime):
        return value.isoformat()
    return value.replace(tzinfo=None).isoformat(" ", "seconds" if value.second else "minutes")


Day = Annotated[
    date,
    BeforeValidator(parse_day),
    PlainSerializer(date.isoformat, when_used="always"),
    WithJsonSchema({"type": "string", "pattern": f"^{_DAY_PATTERN}$"}),
]
Moment = Annotated[
    date | datetime,
    BeforeValidator(_parse_moment),
    PlainSerializer(_write_moment, when_used="always"),
    WithJsonSchema({"type": "string", "pattern": rf"^{_DAY_PATTERN}([T ,].*)?$"}),
]

"""Days, moments and names: the cheap way says what the careful one would.

Forms of other people and systems are in `test_written_dates`.
"""

from __future__ import annotations

import re
from datetime import date, datetime

from bantin.records.dates import Day, Moment
from bantin.records.fields import Name
from bantin.text.dates import VIETNAM
from bantin.text.slug import slugify
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

DAY, MOMENT, NAME = TypeAdapter(Day), TypeAdapter(Moment), TypeAdapter(Name)
TIME = re.compile(r"(.{8,10})[T ](\d\d):(\d\d)(?::(\d\d))?(?:\+07:00)?")
days = st.from_regex(r"[0-2]{4}[-0]?[012W][0-3][-/]?[0-3][0-9]?", fullmatch=True)
times = st.from_regex(r"([T ][0-2][0-9]:?[0-6][0-9](:[0-6][0-9])?(\+07:00)?)?", fullmatch=True)
YEARS = range(1800, 2201)


def day_of(written: str) -> date | None:
    if not re.fullmatch(r"\d{4}-\d{1,2}-\d{1,2}", written):
        return None
    try:
        day = date(*map(int, written.split("-")))
    except ValueError:
        return None
    return day if day.year in YEARS else None


def moment_of(written: str) -> date | None:
    match = TIME.fullmatch(written)
    if not match:
        return day_of(written)
    day = day_of(match[1])
    if day is None:
        return None
    hour, minute, second = (int(part or 0) for part in match.groups()[1:])
    try:
        return datetime(day.year, day.month, day.day, hour, minute, second, tzinfo=VIETNAM)
    except ValueError:
        return None


@settings(max_examples=300)
@given(days)
@example("2021-W40-2")
@example("20211005")
@example("202110-055")
@example("2021-1-5")
@example("1799-12-31")
@example("2201-01-01")
def test_day_is_year_month_and_day(written: str) -> None:
    try:
        found = DAY.validate_python(written)
    except ValidationError:
        found = None
    assert found == day_of(written)


@settings(max_examples=300)
@given(st.builds(str.__add__, days, times))
@example("2021-10-05 03:57")
@example("2021-10-05T23:59:59+07:00")
@example("2021-10-05 24:00")
@example("2021-02-30 03:57")
@example("1799-12-31 23:59")
def test_moment_is_a_day_or_a_day_and_an_hour_of_vietnam(written: str) -> None:
    try:
        found = MOMENT.validate_python(written)
    except ValidationError:
        found = None
    assert repr(found) == repr(moment_of(written))


@given(st.text("aZ9ÁđƯ… -٢ﬁ\u0301", max_size=6))
def test_name_is_what_gives_an_address(written: str) -> None:
    try:
        is_name = bool(NAME.validate_python(written))
    except ValidationError:
        is_name = False
    assert is_name is bool(slugify(written))

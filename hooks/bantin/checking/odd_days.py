"""Finds days of front matter that are in the calendar, but hardly meant: a slip in the year.

Holds the days of one record against its own date, never against today.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from bantin.checking.dates import captured_on
from bantin.checking.manuscript import Manuscript
from bantin.errors import Problem
from bantin.minutes.overrides import read_override, written_keys
from bantin.records.front_matter import KeyPath
from bantin.records.models import Body, Dated, Document
from bantin.text.dates import short_date

# No office of the present state is older.
_OLDEST = 1945
# Plans look fifty years ahead; a law takes effect within some years; a meeting is announced within
# the year; reports look some years back.
_DUE_YEARS, _EFFECTIVE_YEARS, _MEETING_YEARS, _PERIOD_YEARS = 50, 20, 1, 20
_HINT = "xem lại năm"


def check_odd_days(manuscript: Manuscript) -> Iterator[Problem]:
    """Yield a remark for each day or year that is far from the record's own."""
    record = manuscript.record
    if isinstance(record, Body):
        yield from _odd_span(manuscript, record)
    if not isinstance(record, Dated):
        return
    if record.day.year < _OLDEST:
        yield manuscript.remark_key(("date",), f"ngày {short_date(record.day)} quá xa", _HINT)
    for path, day, years in _later_days(record):
        if day.year > record.day.year + years:
            yield manuscript.remark_key(path, _far(day, record), _HINT)
    for path, day in _following_days(record):
        if day < record.day:
            yield manuscript.remark_key(
                path,
                f"ngày {short_date(day)} trước ngày của bản ghi ({short_date(record.day)})",
                "xem lại hai ngày",
            )
    period = record.meeting.period if record.meeting else None
    if period and abs(period.year - record.day.year) > _PERIOD_YEARS:
        yield manuscript.remark_key(
            ("meeting", "period", "year"),
            f"kỳ báo cáo năm {period.year} quá xa ngày của bản ghi ({short_date(record.day)})",
            _HINT,
        )
    if isinstance(record, Document):
        yield from _odd_deadlines(manuscript, record)


def _later_days(record: Dated) -> Iterator[tuple[KeyPath, date, int]]:
    """Yield (keys, day, years that it may lie ahead)."""
    if record.meeting:
        yield ("meeting", "date"), record.meeting.date, _MEETING_YEARS
    if isinstance(record, Document) and record.effective:
        yield ("effective",), record.effective, _EFFECTIVE_YEARS


def _following_days(record: Dated) -> Iterator[tuple[KeyPath, date]]:
    """Yield (keys, day) of what can only happen to a record that is there."""
    for index, change in enumerate(record.changes):
        yield ("changes", index, "date"), change.date
    if day := captured_on(record):
        yield ("source", "captured"), day


def _odd_deadlines(manuscript: Manuscript, record: Document) -> Iterator[Problem]:
    for one in written_keys(manuscript.rendered):
        due = read_override((one,)).due
        if due is None:
            continue
        line = record.file.body_line + one.line
        uri = record.file.src_uri
        if due < record.day:
            told = f"hạn {short_date(due)} trước ngày ban hành ({short_date(record.day)})"
            yield Problem(uri, line, "due", told, "xem lại hai ngày")
        elif due.year > record.day.year + _DUE_YEARS:
            yield Problem(uri, line, "due", _far(due, record), _HINT)


def _odd_span(manuscript: Manuscript, record: Body) -> Iterator[Problem]:
    span = record.active
    if span and span.from_ and span.to and span.to < span.from_:
        yield manuscript.remark_key(
            ("active", "to"),
            f"ngày {short_date(span.to)} trước ngày bắt đầu ({short_date(span.from_)})",
            "xem lại hai ngày",
        )


def _far(day: date, record: Dated) -> str:
    return f"ngày {short_date(day)} quá xa ngày của bản ghi ({short_date(record.day)})"

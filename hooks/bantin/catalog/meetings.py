"""Meetings: their bodies and records, and whether they have a page of their own.

Holds tables of the catalog, and queries on them. The name of a meeting is the name of its timeline
("hop/2013-10-08/ban-a+ban-b"), which holds its records.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from datetime import date

from bantin.catalog.timeline_names import joined_bodies
from bantin.records.models import Dated, Document
from bantin.records.parts import Period

# A row for each pair of a body that met and a record of the meeting.
SCHEMA = """
create table meetings (
    body text not null,
    day text not null,
    meeting text not null,
    src_uri text not null,
    period text not null,
    is_kept integer not null,
    primary key (body, day, meeting, src_uri)
) without rowid;
"""
# A period is a text like "2013/1-9": behind the fifth character stand its months.
_MONTHS = "substr(period, 6)"
INDEXES = {"meetings_by_months": f"meetings (body, {_MONTHS}, meeting, period)"}
TABLES = ("meetings",)

# A meeting has a page if several records name it, or one reports on a period or has conclusions.
# The page of a single news item already tells all that is known of its meeting.
_HAS_PAGE = "count(*) > 1 or max(is_kept)"


@dataclass(frozen=True, slots=True)
class MeetingNote:
    """The facts that one record gives of its meeting.

    Attributes:
        meeting: name of its timeline.
        day: ISO date.
        period: the period it reviews, "2013/1-9"; "" where the record does not say.
        is_kept: the meeting gets a page even if no other record names it.
    """

    meeting: str
    day: str
    period: str
    is_kept: bool


@dataclass(frozen=True, slots=True)
class HeldMeeting:
    """A meeting of a body.

    Attributes:
        meeting: name of its timeline.
        day: its day.
        period: the period it reviewed; None where no record says.
        has_page: it has a page of its own; otherwise it has a single record.
    """

    meeting: str
    day: date
    period: Period | None
    has_page: bool


class Meetings:
    """Reads the tables. The cost of an answer is that of its size."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def of_body(self, body: str) -> list[HeldMeeting]:
        """Return the meetings of a body, latest first; meetings of one day by name."""
        rows = self._connection.execute(
            f"select meeting, day, max(period), {_HAS_PAGE} from meetings where body = ? "
            "group by day, meeting order by day desc, meeting",
            (body,),
        )
        return [
            HeldMeeting(meeting, date.fromisoformat(day), parse_period(period), bool(has_page))
            for meeting, day, period, has_page in rows
        ]

    def periods(self, meeting: str) -> dict[str, Period]:
        """Return src_uri → period, for the records of a meeting that say which it reviewed."""
        rows = self._connection.execute(
            "select src_uri, period from meetings "
            "where body = ? and day = ? and meeting = ? and period != ''",
            (joined_bodies(meeting)[0], meeting.split("/")[1], meeting),
        )
        return {uri: told for uri, period in rows if (told := parse_period(period))}

    def reviewing(self, body: str, months: tuple[int, int]) -> list[tuple[str, int]]:
        """Return (meeting, year) of a body's meetings that reviewed some months of a year.

        By name and year, each once. A meeting comes twice if its records name two years.
        """
        rows = self._connection.execute(
            "select distinct meeting, period from meetings "
            f"where body = ? and {_MONTHS} = ? order by meeting, period",
            (body, f"{months[0]}-{months[1]}"),
        )
        return [(meeting, told.year) for meeting, one in rows if (told := parse_period(one))]

    def keeps(self, record: Dated) -> bool:
        """True when a record alone gives its meeting a page."""
        if record.meeting and record.meeting.period:
            return True
        if not isinstance(record, Document):
            return False
        query = "select 1 from decided where src_uri = ?"
        return self._connection.execute(query, (record.file.src_uri,)).fetchone() is not None

    def has_page(self, meeting: str) -> bool:
        """True when a meeting has a page of its own."""
        _, day, _ = meeting.split("/")
        (found,) = self._connection.execute(
            f"select {_HAS_PAGE} from meetings where body = ? and day = ? and meeting = ?",
            (joined_bodies(meeting)[0], day, meeting),
        ).fetchone()
        return bool(found)

    def with_pages(self) -> list[str]:
        """Return every meeting with a page, by name."""
        rows = self._connection.execute(
            f"select meeting from meetings group by body, day, meeting having {_HAS_PAGE}"
        )
        return sorted({meeting for (meeting,) in rows})

    def sizes(self) -> dict[str, int]:
        """Return slug → number of meetings, for all bodies that met, by slug."""
        rows = self._connection.execute(
            "select body, count(distinct meeting) from meetings group by body order by body"
        )
        return dict(rows.fetchall())


def note_meeting(
    record: Dated, meeting: str | None, *, has_conclusions: bool
) -> MeetingNote | None:
    """Return the facts that a record gives of its meeting; None where it names no meeting.

    Args:
        record: an article or document.
        meeting: name of its meeting's timeline.
        has_conclusions: the record states conclusions of the meeting.
    """
    if meeting is None or record.meeting is None:
        return None
    told = record.meeting.period
    period = f"{told.year}/{told.months[0]}-{told.months[1]}" if told else ""
    is_kept = told is not None or has_conclusions
    return MeetingNote(meeting, record.meeting.date.isoformat(), period, is_kept)


def parse_period(text: str) -> Period | None:
    """Return the period in a note; None for ""."""
    year, _, months = text.partition("/")
    first, _, last = months.partition("-")
    return Period(year=int(year), months=(int(first), int(last))) if text else None


def meeting_rows(src_uri: str, note: MeetingNote) -> list[tuple[object, ...]]:
    """Return the table rows of a record's note, one for each body."""
    told = (note.day, note.meeting, src_uri, note.period, note.is_kept)
    return [(body, *told) for body in joined_bodies(note.meeting)]

"""Which records tell of the same meeting."""

from __future__ import annotations

from datetime import date

from bantin.records.models import Dated

MeetingKey = tuple[date, frozenset[str]]


def meeting_key(item: Dated) -> MeetingKey | None:
    """Return what makes a meeting one: its day and the bodies that met.

    None where a record names no meeting, or none of its bodies: a day alone joins nothing.
    """
    if item.meeting is None or not item.meeting.bodies:
        return None
    return item.meeting.date, frozenset(item.meeting.bodies)

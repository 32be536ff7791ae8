"""From an editor's answers to the draft of her record, read by the build's own reader.

Writes nothing.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from bantin.errors import ProblemsError
from bantin.records.models import Article, Document
from bantin.records.parts import Period
from bantin.records.reader import parse_record
from bantin.writing.compose import Draft, compose
from bantin.writing.pattern import Pattern, describe_pattern
from bantin.writing.progress import Progress

_LOOK = "Đề xuất theo bài kỳ trước; còn đúng thì xóa dấu # ở đầu dòng"


def make_draft(progress: Progress) -> Draft:
    """Return the draft that complete answers make."""
    given = progress.given
    bodies = given.get("body", [])
    pattern = progress.followed
    values: dict[str, Any] = {}
    if progress.record_type in (Article, Document):
        issuer = given.get("issuer")
        values = {
            "title": given["title"],
            "date": _written(given["date"]),
            "section": given.get("section"),
            "author": given.get("initials"),
            "kind": given.get("kind"),
            "number": given.get("number"),
            "issuer": issuer,
            "bodies": [slug for slug in bodies if slug != issuer],
            "meeting": _meeting(progress),
            "status": "draft",
        }
    else:
        values = {"name": given["title"]}
    known = (*bodies, *progress.site.registry.bodies)
    return Draft(
        progress.record_type,
        progress.src_uri(given["slug"]),
        {key: value for key, value in values.items() if value},
        _proposals(progress, pattern) if pattern else {},
        _notes(progress, pattern) if pattern else {},
        *known[:1],
    )


def compose_checked(draft: Draft, *, day: dt.date) -> str:
    """Return the text of a draft's file; `day` fills its examples.

    Raises:
        ProblemsError: the build would refuse it.
    """
    text = compose(draft, day=day.isoformat())
    read = parse_record(draft.src_uri, text.encode())
    if isinstance(read, list):
        raise ProblemsError(read)
    return text


def _meeting(progress: Progress) -> dict[str, Any]:
    day = progress.given.get("meeting")
    if day is None:
        return {}
    pattern = progress.followed
    # Who met together the last time does so again; otherwise only who was named first.
    bodies = list(pattern.meeting.bodies) if pattern else progress.given["body"][:1]
    meeting = {"date": day.isoformat(), "bodies": bodies}
    if period := progress.given.get("period"):
        meeting["period"] = _period(period)
    return meeting


def _proposals(progress: Progress, pattern: Pattern) -> dict[str, Any]:
    proposals = pattern.proposals()
    if period := pattern.next_period(progress.given["meeting"]):
        meeting = proposals.setdefault("meeting", {})
        meeting.setdefault("period", _period(period))
    return proposals


def _notes(progress: Progress, pattern: Pattern) -> dict[str, list[str]]:
    notes = {"title": [describe_pattern(pattern)]}
    for key in pattern.proposals():
        notes[key] = [_LOOK]
    if "period" not in progress.given and pattern.meeting.period:
        notes.setdefault("meeting", [_LOOK])
    others = [slug for slug in pattern.record.bodies if slug not in progress.given["body"]]
    if others:
        notes["bodies"] = [f"Bài kỳ trước còn ghi: {', '.join(others)}"]
    return notes


def _period(period: Period) -> dict[str, Any]:
    first, last = period.months
    return {"year": period.year, "months": f"{first}-{last}" if first != last else str(first)}


def _written(date: dt.date) -> str:
    return f"{date:%Y-%m-%d %H:%M}" if isinstance(date, dt.datetime) else date.isoformat()

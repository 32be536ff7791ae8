"""Makes the draft of a record from an editor's answers. The build's own reader checks it.

Writes nothing.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from bantin.errors import ProblemsError
from bantin.records.models import Article, Document
from bantin.records.parts import Period
from bantin.records.reader import parse_record
from bantin.writing.answers import Answers
from bantin.writing.compose import Draft, compose
from bantin.writing.pattern import Pattern, describe_pattern

_LOOK = "Đề xuất theo bài kỳ trước; còn đúng thì xóa dấu # ở đầu dòng"


def make_draft(answers: Answers) -> Draft:
    """Return the draft that complete answers make."""
    given = answers.given
    bodies = given.get("body", [])
    pattern = answers.followed
    values: dict[str, Any] = {}
    if answers.record_type in (Article, Document):
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
            "field": given.get("field"),
            "meeting": _meeting(answers),
            "status": "draft",
        }
    else:
        values = {"name": given["title"]}
    known = (*bodies, *answers.docs.registry.bodies)
    return Draft(
        answers.record_type,
        answers.src_uri(given["slug"]),
        {key: value for key, value in values.items() if value},
        _proposals(answers, pattern) if pattern else {},
        _notes(answers, pattern) if pattern else {},
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


def _meeting(answers: Answers) -> dict[str, Any]:
    day = answers.given.get("meeting")
    if day is None:
        return {}
    pattern = answers.followed
    # The bodies of the last meeting meet again; without one, only the first named body meets.
    bodies = list(pattern.meeting.bodies) if pattern else answers.given["body"][:1]
    meeting = {"date": day.isoformat(), "bodies": bodies}
    if period := answers.given.get("period"):
        meeting["period"] = _period(period)
    return meeting


def _proposals(answers: Answers, pattern: Pattern) -> dict[str, Any]:
    proposals = pattern.proposals()
    if period := pattern.next_period(answers.given["meeting"]):
        meeting = proposals.setdefault("meeting", {})
        meeting.setdefault("period", _period(period))
    return proposals


def _notes(answers: Answers, pattern: Pattern) -> dict[str, list[str]]:
    notes = {"title": [describe_pattern(pattern)]}
    for key in pattern.proposals():
        notes[key] = [_LOOK]
    if "period" not in answers.given and pattern.meeting.period:
        notes.setdefault("meeting", [_LOOK])
    others = [slug for slug in pattern.record.bodies if slug not in answers.given["body"]]
    if others:
        notes["bodies"] = [f"Bài kỳ trước còn ghi: {', '.join(others)}"]
    return notes


def _period(period: Period) -> dict[str, Any]:
    first, last = period.months
    return {"year": period.year, "months": f"{first}-{last}" if first != last else str(first)}


def _written(date: dt.date) -> str:
    return f"{date:%Y-%m-%d %H:%M}" if isinstance(date, dt.datetime) else date.isoformat()

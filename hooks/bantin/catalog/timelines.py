"""Timelines: the same records by section, body, person, meeting and kind, each newest first.

A timeline is named by the address it is listed at ("chuyen-muc/chi-dao"); those of a meeting, of
the same months of any year, and of featured news are listed nowhere.
"""

from __future__ import annotations

from collections.abc import Iterable

from bantin.catalog.meetings import meeting_key
from bantin.records.models import Article, Dated, Document

NEWS = "tin-tuc"
DOCUMENTS = "van-ban"
FEATURED = "noi-bat"
SAME_PERIOD = "cung-ky"


def section_timeline(slug: str) -> str:
    """Name the timeline of a section's news."""
    return f"chuyen-muc/{slug}"


def body_timeline(slug: str) -> str:
    """Name the timeline of what concerns a body or comes from it."""
    return f"to-chuc/{slug}"


def person_timeline(slug: str) -> str:
    """Name the timeline of the records that name a person."""
    return f"nguoi/{slug}"


def meeting_timeline(record: Dated) -> str | None:
    """Name the timeline of a record's meeting; None where it names none."""
    key = meeting_key(record)
    return f"hop/{key[0].isoformat()}/{'+'.join(sorted(key[1]))}" if key else None


def period_timeline(record: Dated) -> str | None:
    """Name the timeline of reports on the same months of any year, by the same bodies.

    None where a record's meeting tells no period, or none of its bodies.
    """
    meeting = record.meeting
    if meeting is None or meeting.period is None or not meeting.bodies:
        return None
    first, last = meeting.period.months
    return f"{SAME_PERIOD}/{first}-{last}/{'+'.join(sorted(set(meeting.bodies)))}"


def bodies_of(record: Dated) -> list[str]:
    """Return the slugs of every body a record belongs to, in order, each once."""
    slugs: list[str] = []
    if isinstance(record, Document):
        slugs += [record.issuer, *record.bodies]
    elif isinstance(record, Article):
        slugs += record.bodies
        if record.publisher:
            slugs.append(record.publisher)
    if record.meeting:
        slugs += record.meeting.bodies
    return list(dict.fromkeys(slugs))


def timelines_of(record: Dated, people: Iterable[str]) -> list[str]:
    """Return the names of every timeline a record stands in, each once.

    Args:
        record: an article or document.
        people: slugs of everyone it names; one may come twice.
    """
    names = [record.folder, *map(body_timeline, bodies_of(record))]
    if isinstance(record, Article):
        names.append(section_timeline(record.section))
        if record.featured:
            names.append(FEATURED)
    if meeting := meeting_timeline(record):
        names.append(meeting)
    if period := period_timeline(record):
        names.append(period)
    return [*names, *map(person_timeline, dict.fromkeys(people))]

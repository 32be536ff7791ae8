"""Timelines: the same records by section, body, person, meeting and kind, each newest first.

A timeline is named by the address it is listed at ("chuyen-muc/chi-dao"); those of a meeting, of
the same months of any year, of figures, and of featured news are listed nowhere.
"""

from __future__ import annotations

from collections.abc import Iterable

from bantin.catalog.meetings import meeting_key
from bantin.records.models import Article, Dated, Document
from bantin.records.parts import Figure

NEWS = "tin-tuc"
DOCUMENTS = "van-ban"
FEATURED = "noi-bat"
SAME_PERIOD = "cung-ky"
BODY_FIGURES = "so-lieu"
SAME_FIGURE = "chi-tieu"


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


def body_figures_timeline(slug: str) -> str:
    """Name the timeline of the records that state figures of a body."""
    return f"{BODY_FIGURES}/{slug}"


def figure_timeline(record: Dated, figure: Figure, *, years_back: int = 0) -> str | None:
    """Name the timeline of the reports that state one figure, by the same bodies, for one period.

    Where the meeting tells no period, it is that of all such reports, whatever the year. None where
    a record concerns no body.
    """
    bodies = figure_bodies(record)
    if not bodies:
        return None
    period = record.meeting.period if record.meeting else None
    span = f"{period.year - years_back}/{period.months[0]}-{period.months[1]}" if period else "/"
    return f"{SAME_FIGURE}/{span}/{'+'.join(sorted(bodies))}/{figure.key}"


def following_timeline(name: str) -> str:
    """Name what `figure_timeline` would for the year after; the same where no period is told."""
    folder, year, rest = name.split("/", 2)
    return f"{folder}/{int(year) + 1}/{rest}" if year else name


def figure_bodies(record: Dated) -> list[str]:
    """Return the slugs of the bodies that a record's figures are of, each once.

    Those that met; where no meeting tells, all that the record belongs to.
    """
    if record.meeting and record.meeting.bodies:
        return list(dict.fromkeys(record.meeting.bodies))
    return bodies_of(record)


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
    # What was withdrawn must neither be counted on nor compared with.
    if record.figures and record.status != "withdrawn":
        names += map(body_figures_timeline, figure_bodies(record))
        named = (figure_timeline(record, one) for one in record.figures)
        names += dict.fromkeys(name for name in named if name)
    return [*names, *map(person_timeline, dict.fromkeys(people))]

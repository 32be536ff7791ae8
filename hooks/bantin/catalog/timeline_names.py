"""Timelines: the same records by section, body, person, meeting and kind, each newest first.

The name of a listed timeline is its address ("chuyen-muc/chi-dao"): see `taxonomies`. Some
timelines are not listed: of a meeting, of figures, of featured news, of documents by number, of a
day of any year.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from bantin.records import folders
from bantin.records.models import Article, Dated, Document
from bantin.records.parts import Figure
from bantin.text.citations import read_citation

NEWS = folders.NEWS
DOCUMENTS = folders.DOCUMENTS
SECTION = folders.SECTIONS
BODY = folders.BODIES
PERSON = folders.PEOPLE
FEATURED = "noi-bat"
MEETING = "hop"
# By number: documents that bear it, name it in `replaces`, or name it in `replaced_by`.
NUMBERED = "so"
REPLACING = "thay-the"
REPLACED = "bi-thay-the"
BODY_FIGURES = "so-lieu"
SAME_FIGURE = "chi-tieu"
DAY = folders.ON_THIS_DAY


def section_timeline(slug: str) -> str:
    """Return the name of the timeline of a section's news."""
    return f"{SECTION}/{slug}"


def body_timeline(slug: str) -> str:
    """Return the name of a body's timeline: its own records, and records that concern it."""
    return f"{BODY}/{slug}"


def person_timeline(slug: str) -> str:
    """Return the name of the timeline of the records that name a person."""
    return f"{PERSON}/{slug}"


def meeting_timeline(record: Dated) -> str | None:
    """Return the name of a meeting's timeline. The day and the bodies that met identify it.

    None where a record names no meeting, or no body that met: a day alone is not enough.
    """
    meeting = record.meeting
    if meeting is None or not meeting.bodies:
        return None
    return f"{MEETING}/{meeting.date.isoformat()}/{_joined(meeting.bodies)}"


def day_timeline(day: date) -> str:
    """Return the name of the timeline of a day of any year: "ngay-nay/10-05"."""
    return f"{DAY}/{day:%m-%d}"


def _joined(slugs: Iterable[str]) -> str:
    return "+".join(sorted(set(slugs)))


def joined_bodies(timeline: str) -> list[str]:
    """Return the slugs of the bodies in the name of a meeting's timeline, sorted."""
    return timeline.rpartition("/")[2].split("+")


def number_timeline(folder: str, written: str) -> str | None:
    """Return the name of a timeline of a number; None for an incomplete number.

    Args:
        folder: NUMBERED, REPLACING or REPLACED.
        written: the number, as a record writes it.
    """
    citation = read_citation(written)
    return f"{folder}/{citation.key}" if citation and citation.key else None


def body_figures_timeline(slug: str) -> str:
    """Return the name of the timeline of the records that state figures of a body."""
    return f"{BODY_FIGURES}/{slug}"


def figure_timeline(record: Dated, figure: Figure, *, years_back: int = 0) -> str | None:
    """Return the name of a figure's timeline: reports of the same bodies on the same period.

    If the meeting names no period, the timeline holds all such reports of any year. None where a
    record concerns no body.
    """
    bodies = figure_bodies(record)
    if not bodies:
        return None
    period = record.meeting.period if record.meeting else None
    span = f"{period.year - years_back}/{period.months[0]}-{period.months[1]}" if period else "/"
    return f"{SAME_FIGURE}/{span}/{'+'.join(sorted(bodies))}/{figure.key}"


def following_timeline(name: str) -> str:
    """Return the name of `figure_timeline` a year later; the same name without a period."""
    folder, year, rest = name.split("/", 2)
    return f"{folder}/{int(year) + 1}/{rest}" if year else name


def figure_bodies(record: Dated) -> list[str]:
    """Return the slugs of the bodies whose figures a record states, each once.

    They are the bodies that met, or, without a meeting, all bodies of the record.
    """
    if record.meeting and record.meeting.bodies:
        return list(dict.fromkeys(record.meeting.bodies))
    return bodies_of(record)


def bodies_of(record: Dated) -> list[str]:
    """Return the slugs of all bodies that a record belongs to, in order, each once."""
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


def unlisted_timelines(record: Dated) -> list[str]:
    """Return the names of a record's timelines that are not listed, each once."""
    names = [FEATURED] if isinstance(record, Article) and record.featured else []
    if isinstance(record, Document):
        cited = ((REPLACING, record.replaces), (REPLACED, record.replaced_by))
        numbers = [(NUMBERED, record.number), *((f, one) for f, many in cited for one in many)]
        names += filter(None, dict.fromkeys(number_timeline(*number) for number in numbers))
    if meeting := meeting_timeline(record):
        names.append(meeting)
    # Withdrawn records must not be recalled, counted or compared.
    return names if record.status == "withdrawn" else [*names, *_recalled(record)]


def _recalled(record: Dated) -> Iterator[str]:
    yield day_timeline(record.day)
    if record.figures:
        yield from map(body_figures_timeline, figure_bodies(record))
        named = (figure_timeline(record, one) for one in record.figures)
        yield from dict.fromkeys(name for name in named if name)

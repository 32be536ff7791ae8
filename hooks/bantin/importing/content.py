"""Reads what the text of an item tells, news or document: bodies, people, meeting, figures."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bantin.importing.bodies import BodyResolver
from bantin.importing.figures import FoundFigures, propose_figures
from bantin.importing.meetings import FoundMeeting, find_meeting
from bantin.importing.people import people_of
from bantin.importing.proposal import Fact, Sure
from bantin.records.parts import PersonMention
from bantin.text.dates import short_date


@dataclass(frozen=True, slots=True)
class Content:
    """What a text tells.

    Attributes:
        bodies: their slugs, each once, in order.
        people: each once, in order.
        found: the meeting.
        figures: none where no year is known.
    """

    bodies: tuple[str, ...]
    people: tuple[PersonMention, ...]
    found: FoundMeeting
    figures: FoundFigures


def read_content(
    title: str,
    texts: Sequence[str],
    paragraphs: Sequence[str],
    day: dt.date | None,
    bodies: BodyResolver,
    *,
    without: str | None = None,
) -> Content:
    """Read the text of an item.

    Args:
        title: headline or abstract; "" where it is open.
        texts: all that is read for names, headings and captions too.
        paragraphs: below the title; the first is the opening.
        day: of the item; None where it is open.
        bodies: resolves the bodies' names, and remembers its assumptions.
        without: a body that is no news here, the issuing one.
    """
    told = [title, *texts] if title else texts
    slugs = bodies.resolve_all(told, without=without)
    found = find_meeting(title, paragraphs, published=day, bodies=bodies)
    # Figures belong to a year; without one they are left to an editor.
    year = day or (found.meeting.date if found.meeting else None)
    figures = FoundFigures((), ())
    if year:
        figures = propose_figures(paragraphs, found.meeting, published=year)
    return Content(slugs, people_of(told), found, figures)


def tell_content(content: Content, bodies_note: str) -> Iterator[Fact]:
    """Yield the facts of who, what and which meeting the text names, if it names any.

    Args:
        content: as read.
        bodies_note: the assumptions about bodies; "" for none.
    """
    if content.bodies:
        note = bodies_note or "các cơ quan mà bài nêu tên"
        yield Fact("bodies", ", ".join(content.bodies), Sure.GUESSED, "", note)
    if content.people:
        names = ", ".join(one.name for one in content.people)
        yield Fact("people", names, Sure.GUESSED, "", "những người mà bài nêu tên")
    if content.figures.figures:
        names = ", ".join(one.name for one in content.figures.figures)
        yield Fact("figures", names, Sure.GUESSED, "", "cần người xem lại từng số")
    yield from _tell_meeting(content.found)


def _tell_meeting(found: FoundMeeting) -> Iterator[Fact]:
    """Yield the facts of the meeting, if the text has one."""
    meeting = found.meeting
    if meeting is None:
        return
    note = "; ".join(one for one in found.guesses if one.startswith("Ngày họp"))
    sure = Sure.GUESSED if note else Sure.READ
    yield Fact("meeting.date", short_date(meeting.date), sure, "", note)
    opened = Fact("meeting.bodies", "", Sure.OPEN, "", "chưa rõ cơ quan nào họp")
    yield (
        replace(
            opened,
            value=", ".join(meeting.bodies),
            sure=Sure.GUESSED,
            note="cơ quan nêu cạnh cuộc họp",
        )
        if meeting.bodies
        else opened
    )
    if meeting.venue:
        yield Fact("meeting.venue", meeting.venue, Sure.GUESSED, "", "nơi nêu ngay sau ngày họp")
    opened = Fact("meeting.chairs", "", Sure.OPEN, "", "không rõ ai chủ trì")
    yield (
        replace(
            opened,
            value=", ".join(meeting.chairs),
            sure=Sure.GUESSED,
            note="theo câu nói ai chủ trì hoặc kết luận",
        )
        if meeting.chairs
        else opened
    )

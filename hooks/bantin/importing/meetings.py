"""Finds the meeting in a text: day, bodies, period, venue, chairs, attendees.

Reads the opening paragraphs. Each inference is listed for the editor.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bantin.importing.bodies import BodyResolver
from bantin.importing.names import UPPER, find_bodies
from bantin.importing.people import FoundPerson, find_people
from bantin.minutes.periods import period_label, reviewed_period
from bantin.records.parts import Meeting
from bantin.text.dates import FoundDate, find_dates, short_date

_MEETING = re.compile(
    r"(?<!\w)(?:(?:cuộc |phiên |buổi )?họp|hội nghị|hội thảo|tọa đàm|toạ đàm|buổi làm việc)(?!\w)",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(rf"(?<=[.!?…])\s+(?=[“\"]?[{UPPER}])")
_APART = re.compile(r"\b(?:tại|do|với|chủ trì|đồng chí|chủ tịch)\b", re.IGNORECASE)
_HOSTS = re.compile(r" (?:đã )?(?:tổ chức|họp)\b")
_VENUE = re.compile(r",? tại (?P<venue>[^,.;:]{3,80}),")
_CHAIRING = re.compile(r"\b(?:đồng )?chủ trì\b", re.IGNORECASE)
_ATTENDING = re.compile(
    r"(?:^|(?<=[.;] ))(?:Cùng )?(?:tham )?dự[^.;:]{0,40}? có:? (?P<who>.+)", re.IGNORECASE
)
_GROUP = re.compile(
    r"(?:;| và|, cùng|,| cùng) (?=(?:các )?(?:đồng chí|thành viên|đại diện|lãnh đạo|ông|bà) )"
)


@dataclass(frozen=True, slots=True)
class FoundMeeting:
    """A meeting, and the assumptions about it, in Vietnamese."""

    meeting: Meeting | None
    guesses: tuple[str, ...]


def sentences(text: str) -> list[str]:
    """Split a paragraph into sentences. An abbreviation before a capital splits too."""
    return _SENTENCE_END.split(text)


def find_meeting(
    title: str, paragraphs: Sequence[str], *, published: date, bodies: BodyResolver
) -> FoundMeeting:
    """Return the meeting of a news item or notice, if the opening dates one.

    Args:
        title: headline or abstract.
        paragraphs: the text below it; the first one is the opening.
        published: day of publication; gives the year to dates without one.
        bodies: resolves the bodies' names.
    """
    opening = paragraphs[0] if paragraphs else ""
    found = next(find_dates(opening, year=published.year), None)
    if found is None or not (_MEETING.search(opening) or _MEETING.search(title)):
        return FoundMeeting(None, ())
    guesses: list[str] = []
    day = _day_of(found, published, guesses)
    met = _meeting_body(opening) or _meeting_body(title)
    if met:
        guesses.append(f"Cơ quan họp: “{met}”, là tên đứng ngay cạnh chữ nói về cuộc họp")
    else:
        guesses.append("Chưa rõ cơ quan nào họp; điền vào meeting.bodies")
    period = reviewed_period(title, year=day.year) or reviewed_period(opening, year=day.year)
    if period and (period.inferred or period.planned):
        label = period_label(period.period)
        guesses.append(f"Kỳ báo cáo: “{period.text}” hiểu là {label}")
    venue = _VENUE.match(opening, found.start + len(found.text))
    chairs = _chairs(paragraphs[:3])
    if chairs:
        guesses.append(f"Chủ trì: {', '.join(chairs)}, theo câu có chữ “chủ trì”")
    meeting = Meeting(
        date=day,
        bodies=(bodies.resolve(met),) if met else (),
        period=period.period if period else None,
        venue=venue["venue"] if venue else None,
        chairs=chairs,
        attendees=_attendees(paragraphs[:3]),
    )
    return FoundMeeting(meeting, tuple(guesses))


def _day_of(found: FoundDate, published: date, guesses: list[str]) -> date:
    day = found.value
    if not found.year_given:
        if day > published:  # "Sáng 28/12", published in January
            day = day.replace(year=published.year - 1)
        guesses.append(f"Ngày họp: “{found.text}” không ghi năm, hiểu là {short_date(day)}")
    elif day > published:
        guesses.append(f"Ngày họp “{found.text}” sau ngày đăng {short_date(published)}")
    return day


def _meeting_body(text: str) -> str | None:
    """Return the printed name of the body that meets."""
    for sentence in sentences(text):
        mentions = list(find_bodies(sentence))
        for match in _MEETING.finditer(sentence):
            behind = next((m for m in mentions if m.start >= match.end()), None)
            if behind and not _APART.search(sentence[match.end() : behind.start]):
                return behind.text
        for mention in mentions:
            if _HOSTS.match(sentence, mention.end):
                return mention.text
    return None


def _chairs(paragraphs: Sequence[str]) -> tuple[str, ...]:
    """Return the names of the chairs, from the first sentence that names any."""
    for sentence in (part for paragraph in paragraphs for part in sentences(paragraph)):
        match = _CHAIRING.search(sentence)
        if match is None:
            continue
        people = find_people(sentence)
        clause = sentence.rfind(";", 0, match.start()) + 1
        before = [one for one in people if clause <= one.start < match.start()]
        if _ATTENDING.search(sentence[clause : match.start()]):
            before = before[-1:]
        behind = [one for one in people if one.start > match.end()]
        chosen: list[FoundPerson] = before
        if not before and re.match(r" của ", sentence[match.end() :]):
            chosen = behind[:1]
        if chosen:
            return tuple(dict.fromkeys(one.name for one in chosen))
    return ()


def _attendees(paragraphs: Sequence[str]) -> tuple[str, ...]:
    """Return the groups that attended, as printed."""
    for sentence in (part for paragraph in paragraphs for part in sentences(paragraph)):
        if match := _ATTENDING.search(sentence):
            groups = _GROUP.split(match["who"].rstrip(".…; "))
            return tuple(group.strip() for group in groups if group.strip())
    return ()

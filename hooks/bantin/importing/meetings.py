"""Finds the meeting in a text: day, bodies, period, venue, chairs, attendees.

Reads the opening paragraphs. Each inference is listed for the editor.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bantin.importing.bodies import BodyResolver
from bantin.importing.chairs import find_chairs
from bantin.importing.meeting_days import find_meeting_day
from bantin.importing.names import find_bodies
from bantin.importing.sentences import sentences
from bantin.minutes.periods import period_label, reviewed_period
from bantin.records.parts import Meeting
from bantin.text.dates import FoundDate, short_date

_MEETING = re.compile(
    r"(?<!\w)(?:(?:cuộc |phiên |buổi |kỳ )?họp(?! mặt| báo| lớp)|hội nghị|hội thảo|tọa đàm|toạ đàm"
    r"|buổi làm việc|giao ban)(?!\w)",
    re.IGNORECASE,
)
_APART = re.compile(r"\b(?:tại|do|với|chủ trì|đồng chí|chủ tịch)\b", re.IGNORECASE)
_HOSTS = re.compile(r" (?:đã )?(?:tổ chức|họp)\b")
_VENUE = re.compile(r",? tại (?P<venue>[^,.;:]{3,80}),")
_ATTENDING = re.compile(
    r"(?:^|(?<=[.;] ))(?:Cùng )?(?:tham )?dự[^.;:]{0,40}? có:? (?P<who>.+)", re.IGNORECASE
)
# Days between a piece of news and a meeting to come. One further off was last year.
_SOON = 90
_GROUP = re.compile(
    r"(?:;| và|, cùng|,| cùng) (?=(?:các )?(?:đồng chí|thành viên|đại diện|lãnh đạo|ông|bà) )"
)


@dataclass(frozen=True, slots=True)
class FoundMeeting:
    """A meeting, and the assumptions about it, in Vietnamese."""

    meeting: Meeting | None
    guesses: tuple[str, ...]


def find_meeting(
    title: str, paragraphs: Sequence[str], *, published: date | None, bodies: BodyResolver
) -> FoundMeeting:
    """Return the meeting of a news item or notice, if the opening dates one.

    Args:
        title: headline or abstract.
        paragraphs: the text below it; the first one is the opening.
        published: day of publication; gives the year to dates without one. None if unknown.
        bodies: resolves the bodies' names.
    """
    opening = paragraphs[0] if paragraphs else ""
    found = find_meeting_day(opening, published=published)
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
    chairs = find_chairs(title, paragraphs[:3])
    if chairs:
        guesses.append(f"Chủ trì: {', '.join(chairs)}, theo câu nói ai chủ trì hoặc kết luận")
    meeting = Meeting(
        date=day,
        bodies=(bodies.resolve(met),) if met else (),
        period=period.period if period else None,
        venue=venue["venue"] if venue else None,
        chairs=chairs,
        attendees=_attendees(paragraphs[:3]),
    )
    return FoundMeeting(meeting, tuple(guesses))


def _day_of(found: FoundDate, published: date | None, guesses: list[str]) -> date:
    day = found.value
    if not found.year_given and published:
        if (day - published).days > _SOON:  # "Sáng 28/12", published in January
            day = _a_year_before(day)
        guesses.append(f"Ngày họp: “{found.text}” không ghi năm, hiểu là {short_date(day)}")
    if published and day > published:
        guesses.append(f"Ngày họp “{found.text}” sau ngày đăng {short_date(published)}")
    return day


def _a_year_before(day: date) -> date:
    try:
        return day.replace(year=day.year - 1)
    except ValueError:  # 29 February
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


def _attendees(paragraphs: Sequence[str]) -> tuple[str, ...]:
    """Return the groups that attended, as printed."""
    for sentence in (part for paragraph in paragraphs for part in sentences(paragraph)):
        if match := _ATTENDING.search(sentence):
            groups = _GROUP.split(match["who"].rstrip(".…; "))
            return tuple(group.strip() for group in groups if group.strip())
    return ()

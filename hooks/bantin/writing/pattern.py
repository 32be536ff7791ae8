"""Last period's record of a body's meetings, the pattern for the next one.

Takes over people and places, never conclusions or figures.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from bantin.minutes.periods import find_periods, period_label, span_label
from bantin.records.models import Article, Document
from bantin.records.parts import Meeting, Period
from bantin.records.reader import read_record
from bantin.writing.docs_folder import DocsFolder

# A report of nine months often comes some days before the ninth month is over.
_EARLY = dt.timedelta(days=20)


@dataclass(frozen=True, slots=True)
class Pattern:
    """A record that serves as pattern, with its meeting."""

    record: Article | Document
    meeting: Meeting

    def next_period(self, day: dt.date) -> Period | None:
        """Return the period that a meeting on `day` reports on; None if the pattern has none."""
        return following(self.meeting.period, day) if self.meeting.period else None

    def next_title(self, period: Period | None) -> str:
        """Return the title with its period replaced; "" where that is not certain."""
        title, before = self.record.title, self.meeting.period
        found = list(find_periods(title, year=before.year if before else self.record.day.year))
        if period is None or before is None or len(found) != 1 or found[0].period != before:
            return ""
        one = found[0]
        has_year = str(before.year) in one.text
        label = period_label(period) if has_year else span_label(period.months)
        end = one.start + len(one.text)
        if not has_year and period.year != before.year:
            label = period_label(period)
        if one.text[:1].isupper():
            label = label[:1].upper() + label[1:]
        return title[: one.start] + label + title[end:]

    def proposals(self) -> dict[str, Any]:
        """Return key → plain value of everything that may still hold. The editor decides."""
        record = self.record
        people = [
            {"name": one.name} | ({"positions": list(one.positions)} if one.positions else {})
            for one in record.people
        ]
        meeting = {
            "venue": self.meeting.venue,
            "chairs": list(self.meeting.chairs),
            "attendees": list(self.meeting.attendees),
        }
        found: dict[str, Any] = {"people": people, "meeting": _filled(meeting)}
        if isinstance(record, Document):
            signer = record.signer.model_dump(exclude={"signed"}) if record.signer else {}
            if "authority" in signer:
                signer["authority"] = list(signer["authority"])
            found |= {
                "place": record.place,
                "signer": _filled(signer),
                "recipients": list(record.recipients),
                "filing": record.filing,
            }
        return _filled(found)


def describe_pattern(pattern: Pattern) -> str:
    """Return one line about a pattern for an editor, in Vietnamese."""
    period = f", {period_label(pattern.meeting.period)}" if pattern.meeting.period else ""
    return (
        f"Kỳ trước: “{pattern.record.title}” "
        f"(họp {pattern.meeting.date:%d/%m/%Y}{period}; docs/{pattern.record.file.src_uri})"
    )


def find_pattern(
    docs: DocsFolder, kind: type[Article] | type[Document], body: str, day: dt.date
) -> Pattern | None:
    """Return the record of a body's latest meeting before a day; None where there is none.

    Looks from the newest year back and parses only files that name the body and a meeting. A
    record of the same kind is preferred, however old.

    Args:
        docs: the records there are.
        kind: the kind of the new record.
        body: slug of the body that meets.
        day: of the new meeting.
    """
    other: Pattern | None = None
    for _, uris in groupby(sorted(docs.uris, key=_year, reverse=True), key=_year):
        found = list(_meetings(docs, list(uris), body, day))
        same = [one for one in found if isinstance(one.record, kind)]
        if same:
            return max(same, key=_age)
        if other is None and found:
            other = max(found, key=_age)
    return other


def following(period: Period, day: dt.date) -> Period:
    """Return the period after one, as the same kind of report would cover it.

    "9 tháng" follows "6 tháng", and the whole year follows "9 tháng". Behind the whole year comes
    the longest period on which a meeting on `day` can report.
    """
    first, last = period.months
    width = last - first + 1
    if (first, last) == (1, 12):
        return _latest(period.year + 1, day)
    if first == 1 and width % 3 == 0:
        return Period(year=period.year, months=(1, last + 3))
    if last + width <= 12:
        return Period(year=period.year, months=(last + 1, last + width))
    return Period(year=period.year + 1, months=(1, width))


def _latest(year: int, day: dt.date) -> Period:
    """Return the longest count from January in quarters that ended by `day`; else the year."""
    ended = day + _EARLY
    for last in (9, 6, 3):
        if ended.year == year and last < ended.month < 12:
            return Period(year=year, months=(1, last))
    return Period(year=year, months=(1, 12))


def _meetings(docs: DocsFolder, uris: list[str], body: str, day: dt.date) -> Iterator[Pattern]:
    sought = body.encode()
    for uri in uris:
        try:
            raw = (docs.docs_dir / uri).read_bytes()
        except OSError:  # a check or a build tells of it; here it is no pattern
            continue
        if sought not in raw or b"\nmeeting:" not in raw:
            continue
        record = read_record(docs.docs_dir, uri)
        if not isinstance(record, Article | Document) or record.status == "withdrawn":
            continue
        meeting = record.meeting
        if meeting and body in meeting.bodies and meeting.date < day:
            yield Pattern(record, meeting)


def _year(src_uri: str) -> str:
    """Return the year's folder a record lies in; "" for records without a date."""
    folder, _, rest = src_uri.partition("/")
    return rest.partition("/")[0] if folder in (Article.folder, Document.folder) else ""


def _age(one: Pattern) -> tuple[dt.date, bool, str]:
    return one.meeting.date, one.meeting.period is not None, one.record.file.src_uri


def _filled(values: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value}

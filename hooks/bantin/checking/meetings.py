"""Finds news of a meeting that is not joined to the meeting's notice in the archive.

Knows the meetings in the documents. The day and the bodies of a text tell which one it means.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from bantin.catalog.catalog import Catalog
from bantin.catalog.timeline_names import bodies_of, joined_bodies, meeting_timeline
from bantin.errors import Problem
from bantin.records import folders
from bantin.records.models import Article, Record
from bantin.records.reader import find_line
from bantin.rendering.rendered_text import RenderedText
from bantin.text.dates import find_dates, short_date

_MEETING = re.compile(r"\b(?:họp|hội nghị)\b", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?…](?=\s)|\n\s*\n")
# News follows a meeting within days. In later news, the day belongs to something else.
_LATEST = timedelta(days=14)

# (day of a meeting, ISO; slug of a body of the record; name of the joined meeting or "")
Hint = tuple[str, str, str]


def hints_of(record: Record, text: RenderedText) -> Iterator[Hint]:
    """Yield the meetings that a news item may be about, each once.

    The meeting in its front matter counts. Without one, its sentences count: they name days beside
    a meeting.
    """
    if not isinstance(record, Article) or record.status != "published":
        return
    bodies = bodies_of(record)
    if not bodies:
        return
    own = meeting_timeline(record) or ""
    days = {record.meeting.date} if record.meeting else set(_days_told(record, text))
    yield from ((day.isoformat(), slug, own) for day in sorted(days) for slug in bodies)


def _days_told(record: Article, text: RenderedText) -> Iterator[date]:
    for part in (record.title, record.summary or "", text.running_text):
        if not _MEETING.search(part):
            continue
        for found in find_dates(part, year=record.day.year):
            sentence = _sentence_at(part, found.start)
            if timedelta(0) <= record.day - found.value <= _LATEST and _MEETING.search(sentence):
                yield found.value


def _sentence_at(text: str, at: int) -> str:
    start = max((match.end() for match in _SENTENCE_END.finditer(text, 0, at)), default=0)
    end = _SENTENCE_END.search(text, at)
    return text[start : end.start() if end else len(text)]


def check_meetings(catalog: Catalog, docs_dir: Path) -> Iterator[Problem]:
    """Yield a remark for each news item that is not joined to its meeting's notice.

    Args:
        catalog: over the tables of a `LastCheck`. `hints` holds the results of `hints_of`.
        docs_dir: folder of the records, for finding lines.
    """
    rows = catalog.connection.execute(
        "select h.src_uri, h.day, m.meeting, min(m.src_uri) from hints h "
        "join meetings m on m.body = h.body and m.day = h.day "
        f"where m.src_uri like '{folders.DOCUMENTS}/%' and m.meeting != h.meeting "
        # News joined to one notice of the day is joined to the right one.
        "and not exists (select 1 from meetings o where o.meeting = h.meeting and o.day = h.day "
        f"and o.body = h.body and o.src_uri like '{folders.DOCUMENTS}/%') "
        "and not exists (select 1 from targets t where t.target = m.src_uri "
        "and t.src_uri = h.src_uri) "
        "group by h.src_uri, h.day, m.meeting order by 1, 2, 3"
    )
    for uri, day, meeting, notice in rows.fetchall():
        told = short_date(date.fromisoformat(day))
        bodies = ", ".join(joined_bodies(meeting))
        line = find_line(docs_dir, uri, ("meeting",))
        yield Problem(
            uri,
            line,
            "meeting",
            f"bài nói về cuộc họp ngày {told} mà chưa nối với thông báo {notice}",
            f"nếu đúng là cuộc họp ấy thì ghi meeting với date: {day} và bodies: [{bodies}]",
        )

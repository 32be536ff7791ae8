"""Finds deadlines and their days: "trước ngày 15/4/2020", "trong quý IV", "định kỳ hằng quý".

Knows running text and the day it was written. Does not know who must do what.
Source: facts on documents, the wording of conclusions.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from bantin.minutes.periods import find_periods
from bantin.text.dates import find_dates

# Words before a day that is a deadline. Other days are only mentioned.
_BY = (
    r"(?:(?:hoàn thành|xong)\s+)?"
    r"(?:chậm nhất(?:\s+là)?(?:\s+(?:trước|vào|đến|trong))?|muộn nhất(?:\s+(?:là|vào|trước))?"
    r"|trước|vào|đến hết|hết|trong)"
)
_BY_DAY = re.compile(rf"(?<!\w){_BY}(?:\s+(?:ngày|hôm))?\s+$", re.IGNORECASE)
_BY_SPAN = re.compile(rf"(?<!\w){_BY}(?:\s+(?:các|cả))?\s+$|(?<!\w)ngay\s+trong\s+$", re.IGNORECASE)
_EVERY = re.compile(
    r"(?<!\w)(?:định kỳ\s+)?(?:hằng|hàng)\s+(?:ngày|tuần|tháng|quý|năm|6 tháng)(?!\w)"
    r"|(?<!\w)định kỳ\s+(?:6|sáu|9|chín|3|ba)\s+tháng(?!\w)",
    re.IGNORECASE,
)
_WITHIN = re.compile(
    r"(?<!\w)trong(?:\s+thời\s+hạn|\s+vòng)?\s+(?P<days>\d{1,3})\s+ngày"
    r"(?P<working>\s+làm\s+việc)?(?!\w)",
    re.IGNORECASE,
)
# A month or quarter without a year, which has the document's year; or a whole year. A span that is
# over on the document's day is no deadline: the text looks back on it.
_BARE_SPAN = re.compile(
    r"(?<!\w)trong\s+(?:tháng\s+(?P<month>1[0-2]|0?[1-9])|quý\s+(?P<quarter>IV|I{1,3}|[1-4])"
    r"|năm\s+(?P<year>20\d\d)|năm\s+nay)"
    # It is not the first of several.
    r"(?!\s*[/\d]|\s+năm|\w|\s*(?:và|đến|,|-|–)\s*(?:tháng|quý|năm|\d))",
    re.IGNORECASE,
)
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
# Every deadline has one of these.
_CUES = ("trước ", "vào ", "hết ", "trong ", "chậm nhất", "muộn nhất", "hằng ", "hàng ", "định kỳ")
_SINCE = re.compile(r"[^.;]*?(?:kể\s+)?từ\s", re.IGNORECASE)
# Characters that are looked at beside a day. All of a long text, day by day, would take minutes.
_FAR = 500
# "Không tổ chức lễ hội trước ngày 30/4": a ban, and nothing is due.
_BANNED = re.compile(r"(?<!\w)(?:không|cấm)\s[^.,;:]*$", re.IGNORECASE)
# "Đối với hồ sơ nộp trước ngày 01/7/2020 thì …": a condition.
_IF = re.compile(r"(?<!\w)(?:đối với|nếu|trường hợp|khi)\s[^.;:]*$", re.IGNORECASE)
_THEN = re.compile(r"[^.;]{0,200}?(?<!\w)thì(?!\w)", re.IGNORECASE)
_NEXT_YEAR = re.compile(r"\s+(?:của\s+)?năm\s+(?:sau|tới|kế|tiếp|liền)(?!\w)", re.IGNORECASE)
# "trong quý II/2020, chậm nhất ngày 25/6/2020": the second says it more closely.
_AT_LATEST = re.compile(r"\s*+[,;(]?+\s*+(?:và\s++)?(?=chậm nhất|muộn nhất)", re.IGNORECASE)
_REPORTED = re.compile(r"(?:đã|vừa|từ)\s+(?:\S+\s+){0,3}$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Deadline:
    """A deadline.

    Attributes:
        text: as printed, "trong quý IV năm 2013".
        due: its last day; None when it recurs or cannot be worked out.
    """

    text: str
    due: date | None

    @property
    def recurs(self) -> bool:
        """True for one that comes again and again, and so has no last day: "hằng quý"."""
        return self.due is None and _EVERY.search(self.text) is not None


def find_deadline(text: str, *, day: date) -> Deadline | None:
    """Return the first deadline in a text; None when none is sure.

    Args:
        text: NFC running text with single spaces.
        day: the day it was written; no deadline is earlier.
    """
    # Most points have none. This search costs a hundredth of a search for dates.
    small = text.lower()
    if not any(cue in small for cue in _CUES):
        return None
    found = sorted(_candidates(text, day), key=lambda one: one[0])
    if not found:
        return None
    start, first = found[0]
    closer = _AT_LATEST.match(text, start + len(first.text))
    return next((told for at, told in found[1:] if closer and at == closer.end()), first)


def _candidates(text: str, day: date) -> Iterator[tuple[int, Deadline]]:
    for one in find_dates(text, year=day.year):
        lead = _before(_BY_DAY, text, one.start)
        if lead is None or _before(_REPORTED, text, lead.start()):
            continue
        if _EVERY.match(text, one.start + len(one.text) + 1):
            continue  # "trước ngày 05/12 hằng năm"
        if _before(_BANNED, text, lead.start()):
            continue
        if _before(_IF, text, lead.start()) and _THEN.match(text, one.start + len(one.text)):
            continue
        printed = text[lead.start() : one.start + len(one.text)]
        if not one.year_given and _NEXT_YEAR.match(text, one.start + len(one.text)):
            yield lead.start(), Deadline(printed, None)
        elif one.value >= day:
            yield lead.start(), Deadline(printed, one.value)
        elif not one.year_given:
            # It may mean next year, or a date already missed.
            yield lead.start(), Deadline(printed, None)
    for match in _BARE_SPAN.finditer(text):
        month = int(match["month"] or 3 * _QUARTERS[(match["quarter"] or "IV").lower()])
        due = _last_day(int(match["year"] or day.year), month)
        if due >= day:
            yield match.start(), Deadline(match[0], due)
    for span in find_periods(text, year=day.year):
        lead = _before(_BY_SPAN, text, span.start)
        due = _last_day(span.period.year, span.period.months[1])
        # "9 tháng" may be a duration: only a printed year makes it a span.
        if lead is not None and not span.inferred and due >= day:
            yield lead.start(), Deadline(text[lead.start() : span.start + len(span.text)], due)
    for match in _WITHIN.finditer(text):
        # Holidays are not known here. Nor is the first day, when the text counts from another one.
        end = match.end()
        counts_from_here = not match["working"] and not _SINCE.match(text, end, end + _FAR)
        due_or_none = day + timedelta(days=int(match["days"])) if counts_from_here else None
        yield match.start(), Deadline(match[0], due_or_none)
    for match in _EVERY.finditer(text):
        yield match.start(), Deadline(match[0], None)


def _before(pattern: re.Pattern[str], text: str, at: int) -> re.Match[str] | None:
    return pattern.search(text, max(0, at - _FAR), at)


def _last_day(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])

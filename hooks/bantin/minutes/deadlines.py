"""Finds deadlines and their days: "trước ngày 15/4/2020", "trong quý IV", "định kỳ hằng quý".

Knows running text and the day it was written. Does not know who must do what.
Source: facts on documents, the wording of conclusions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bantin.minutes.clauses import clause_before, is_quoted
from bantin.minutes.counted_days import find_counted
from bantin.minutes.deadline_cues import CUE
from bantin.minutes.mentioned_times import is_only_mentioned
from bantin.minutes.named_times import NamedTime, read_time
from bantin.minutes.recurring import find_recurring, recurring_end

# Every deadline has one of these.
_HINTS = (
    *("trước ", "vào ", "hết ", "trong ", "đến ", "nhất ", "quá ", "hơn ", "sau ", "tối đa "),
    *("hằng ", "hàng ", "định kỳ ", "mỗi ", "lần", "hạn", "thời gian", "tiến độ"),
    *("hoàn thành ", "xong ", "kỳ họp "),
)
_SESSION = re.compile(
    r"(?<!\w)trước (?:khi |ngày )?(?:kỳ họp|phiên họp|kỳ nghỉ"
    r"|mùa (?:mưa|bão|lũ|khô|lạnh|lễ hội)(?: bão| lũ)?+|năm học(?: mới)?+"
    r"|khai giảng|đại hội|tết(?: nguyên đán)?+)"
    r"(?: thường lệ| chuyên đề)?+(?: giữa năm| cuối năm)?+(?: thứ \d{1,2})?+"
    r"(?:(?: năm)? 20\d\d(?:\s?[-–]\s?20\d\d)?+)?+(?!\w)"
    r"|(?<!\w)tại kỳ họp (?:thường lệ )?+(?:gần nhất|tới|tiếp theo|chuyên đề|giữa năm"
    r"|cuối năm|thứ \d{1,2})(?: năm)?+(?: 20\d\d)?+(?!\w)",
    re.IGNORECASE,
)
_MAYBE_SESSION = re.compile(r"kỳ|phiên|mùa|năm học|khai|đại|tết", re.IGNORECASE)
_HEARD = re.compile(
    r"(?<!\w)(?:chịu trách nhiệm|giải trình|trình bày|phát biểu|chất vấn)(?!\w)", re.IGNORECASE
)
_BRINGS = re.compile(r"(?<!\w)(?:trình|báo cáo|thông qua)(?!\w)", re.IGNORECASE)
_ALL = re.compile(r"(?<!\w)(?:hoàn thành|hoàn tất|xong|dứt điểm|bàn giao)(?!\w)", re.IGNORECASE)
_APART = re.compile(r"(?<!\w)riêng\s", re.IGNORECASE)
# "trong quý II/2020, chậm nhất ngày 25/6/2020": the second says it more closely.
_AT_LATEST = re.compile(r"\s*+[,(]?+\s*+(?:và\s++)?(?=chậm nhất|muộn nhất)", re.IGNORECASE)
_UNTIL = re.compile(r"\sđến(?: hết)?\s", re.IGNORECASE)
_AND_MORE = re.compile(
    r"\s?(?:,|và|,\svà)\s(?:(?P<on>(?:những|các)\s(?:năm|tháng|quý|tuần)\s(?:tiếp\stheo|tiếp|sau|tới)"
    r"|(?:năm|tháng)\stiếp\stheo)"
    r"|(?:(?:đầu|giữa|cuối|nửa đầu)\s)?(?:năm\s20\d\d|quý\s(?:[IV]{1,3}|[1-4])|tháng\s\d{1,2})"
    r"(?:\s?/\s?20\d\d|\snăm\s20\d\d)?+)(?!\w)",
    re.IGNORECASE,
)
_YEAR = re.compile(r"20\d\d(?!\d)")
_BETWEEN = re.compile(r"\s?[,(]?\s?(?:báo cáo |gửi |xong )?$", re.IGNORECASE)
_CLOSER = re.compile(r"\s?\((?:cụ thể |xong |hoàn thành )?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Deadline:
    """A deadline.

    Attributes:
        text: as printed, "trong quý IV năm 2013".
        due: its last day; None when it recurs or cannot be worked out.
        recurs: it comes again and again, "hằng tháng"; then it has no day.
    """

    text: str
    due: date | None
    recurs: bool = False


@dataclass(frozen=True, slots=True)
class _Candidate:
    start: int
    end: int
    due: date | None
    recurs: bool = False


def find_deadline(text: str, *, day: date) -> Deadline | None:
    """Return the deadline in a text; None when none is sure.

    Of several, the first with a day counts. A closer one right behind it stands in its place.

    Args:
        text: NFC running text with single spaces.
        day: the day it was written; no deadline is earlier.
    """
    # Most points have none. This search costs a hundredth of a search for dates.
    small = text.lower()
    if not any(hint in small for hint in _HINTS):
        return None
    found = sorted(_candidates(text, day), key=lambda one: (one.start, -one.end))
    if not found:
        return None
    found = list(_merge_recurring(text, found))
    sure = [one for one in found if one.due and not _stands_apart(text, one, found[0])]
    first = sure[0] if sure else found[0]
    for one in found:
        if one.start >= first.end and _is_closer(text, first, one):
            first = one
            break
    return Deadline(text[first.start : first.end], first.due, first.recurs)


def _merge_recurring(text: str, found: list[_Candidate]) -> Iterator[_Candidate]:
    """Take "Hằng năm, trước ngày 01/12" for one that recurs. A printed year sets a day."""
    every: _Candidate | None = None
    for one in found:
        near = every and one.start - every.end < 20 and not _YEAR.search(text, one.start, one.end)
        if every and near and _BETWEEN.match(text[every.end : one.start]):
            end = max(every.end, one.end)
            closes = "(" in text[every.end : one.start] and text[end : end + 1] == ")"
            every = replace(every, end=end + closes)
            continue
        if every:
            yield every
        every = one if one.recurs else None
        if not every:
            yield one
    if every:
        yield every


def _is_closer(text: str, first: _Candidate, second: _Candidate) -> bool:
    closer = _AT_LATEST.match(text, first.end)
    if closer and second.start == closer.end():
        return True
    between = text[first.end : second.start] if second.start - first.end < 20 else ""
    return second.due is not None and _CLOSER.match(between) is not None


def _stands_apart(text: str, one: _Candidate, first: _Candidate) -> bool:
    """True for "riêng quý I trước ngày 25/3", and for one more of several that recur."""
    if _APART.search(clause_before(text, one.start, marks=";.")):
        return True
    if not first.recurs or _YEAR.search(text, one.start, one.end):
        return False
    sentence = text[first.end : one.end]
    return ";" not in sentence and ". " not in sentence and not _ALL.search(sentence)


def _candidates(text: str, day: date) -> Iterator[_Candidate]:
    for match in CUE.finditer(text):
        if found := _read_cued(text, match, day):
            yield found
    for counted in find_counted(text, day=day):
        if not is_quoted(text, counted.start):
            yield _Candidate(counted.start, counted.end, counted.due)
    for start, end in find_recurring(text):
        if not is_quoted(text, start):
            yield _Candidate(start, end, None, recurs=True)
    for match in _SESSION.finditer(text) if _MAYBE_SESSION.search(text) else ():
        before = clause_before(text, match.start(), marks=";.")
        ahead = match[0].lower().startswith("trước")
        if (
            not is_quoted(text, match.start())
            and not _HEARD.search(before)
            and (ahead or _BRINGS.search(before))
        ):
            yield _Candidate(match.start(), match.end(), None)


def _read_cued(text: str, match: re.Match[str], day: date) -> _Candidate | None:
    start, last_word = match.start(), match["cue"].lower().rpartition(" ")[2]
    short = last_word in ("trước", "nhất", "là")
    time = read_time(text, match.end(), day=day, short=short)
    if match["from"] and time and (until := _UNTIL.match(text, time.end)):
        # "Thời gian: từ tháng 5/2023 đến hết tháng 10/2023."
        time = read_time(text, until.end(), day=day)
    end = time.end if time else match.end()
    if match["within"] and time and (more := _AND_MORE.match(text, time.end)):
        # "trong năm 2026 và những năm tiếp theo" has no end; "… và đầu năm 2027" ends later.
        return None if more["on"] else _open(text, start, more.end())
    again = recurring_end(text, end if time else end - 1) if time or match["hour"] else None
    if again and (time is None or time.unit == "day"):
        return None if is_quoted(text, start) else _Candidate(start, again, None, recurs=True)
    if time is None or time.passed or is_only_mentioned(text, match, time):
        return None
    return _Candidate(start, end, _due(match, time))


def _open(text: str, start: int, end: int) -> _Candidate | None:
    return None if is_quoted(text, start) else _Candidate(start, end, None)


def _due(match: re.Match[str], time: NamedTime) -> date | None:
    cue = match["cue"].lower()
    if time.unit in ("span", "year") and cue.endswith("trước"):
        # "trước tháng 9": the last day before it.
        return time.first - timedelta(days=1) if time.first else None
    return time.last

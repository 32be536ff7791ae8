"""Takes lines of a news head apart: days, hours, views, names.

Knows nothing of the lines around.
"""

from __future__ import annotations

import datetime as dt
import enum
import re
from dataclasses import dataclass, field

from bantin.importing.head_words import day_of, hour_of, in_vietnam, split_line

_LONGEST = 200
# Of a label whose day is another one than that of publication.
_NO_DAY = "other_day"
_DAYS = ("iso", "day", "written", "month_first", "english", "english_day")


class DayLabel(enum.Enum):
    """What a line says of its day."""

    PUBLISHED = "published"
    UPDATED = "updated"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class HeadDay:
    """A day of a head.

    Attributes:
        value: the day, as it was in Viet Nam; None for one that no calendar has.
        hour: the clock time in Viet Nam, if printed beside it.
        label: what the line says of it.
        text: as printed.
        false_hour: an hour beside it that no clock shows, as printed; else "".
    """

    value: dt.date | None
    hour: dt.time | None
    label: DayLabel
    text: str
    false_hour: str = ""


@dataclass(slots=True)
class HeadLine:
    """A line, taken apart.

    Attributes:
        days: in order.
        views: the number that the line calls views.
        author: the words behind "Tác giả:".
        account: the words behind "Người đăng:". It is no writer.
        rest: the words that are none of these, in order.
        awaits: the label without its value that ends the line: "views", "published", "updated",
            "written_by"; "" without one.
        numbers: counts without a word that tells of what.
        has_labels: a label stands in it.
    """

    days: list[HeadDay] = field(default_factory=list)
    views: int | None = None
    author: str = ""
    account: str = ""
    rest: str = ""
    awaits: str = ""
    numbers: list[int] = field(default_factory=list)
    has_labels: bool = False


def read_head_line(text: str, awaits: str = "") -> HeadLine:
    """Take a line apart.

    Args:
        text: clean, one line.
        awaits: what the line above leaves open; see `HeadLine.awaits`.
    """
    if len(text) > _LONGEST:
        return HeadLine(rest=text)
    reader = _LineReader(text, awaits)
    for kind, match in split_line(text):
        reader.take(kind, match)
    return reader.finish()


class _LineReader:
    """Puts the words of one line together."""

    def __init__(self, text: str, awaits: str) -> None:
        self._text = text
        self._line = HeadLine(awaits=awaits)
        self._label = awaits if awaits in ("published", "updated") else ""
        self._views_next = awaits == "views"
        self._names: dict[str, list[re.Match[str]]] = {"written_by": [], "account": [], "rest": []}
        self._writing_to = "written_by" if awaits == "written_by" else "rest"
        self._hour: tuple[dt.time | None, str, str | None] | None = None
        self._last_number: int | None = None

    def take(self, kind: str, match: re.Match[str]) -> None:
        """Take the next word."""
        if kind in _DAYS:
            self._take_day(match)
        elif kind == "hour":
            self._take_hour(match)
        elif kind in ("published", "updated"):
            self._label, self._writing_to = kind, "rest"
            self._wait(kind)
        elif kind == "other_day":
            self._label, self._writing_to = _NO_DAY, "rest"
            self._line.has_labels = True
        elif kind == "views":
            self._take_views()
        elif kind in ("written_by", "account"):
            self._writing_to = kind
            self._wait(kind)
        elif kind == "count":
            self._take_count(match)
        elif kind == "mark":
            self._take_mark(match)
        elif kind == "word":
            self._word(match)
        elif kind == "joint" and self._names[self._writing_to] and self._writing_to != "rest":
            self._writing_to = "rest"

    def finish(self) -> HeadLine:
        """Return the line; nothing is left behind."""
        line = self._line
        if self._hour and line.days and line.days[-1].hour is None:
            self._join_hour(self._hour)
        line.author = self._words(self._names["written_by"])
        line.account = self._words(self._names["account"])
        line.rest = self._words(self._names["rest"])
        return line

    def _wait(self, label: str) -> None:
        self._line.awaits = label
        self._line.has_labels = True

    def _take_day(self, match: re.Match[str]) -> None:
        if self._label == _NO_DAY:
            self._label = ""
            return
        label = DayLabel(self._label) if self._label else DayLabel.NONE
        self._line.days.append(HeadDay(day_of(match), None, label, match[0]))
        self._line.awaits = ""
        self._label, self._writing_to = "", "rest"
        if self._hour:
            self._join_hour(self._hour)

    def _take_hour(self, match: re.Match[str]) -> None:
        found = (hour_of(match), match[0], match["zone"])
        self._writing_to = "rest"
        if self._line.days and self._line.days[-1].hour is None and not self._label:
            self._join_hour(found)
        else:
            self._hour = found

    def _join_hour(self, hour: tuple[dt.time | None, str, str | None]) -> None:
        """Join an hour to the last day."""
        clock, printed, zone = hour
        day = self._line.days[-1]
        value = day.value
        if value and clock:
            moment = in_vietnam(value, clock, zone)
            value, clock = moment.date(), moment.time()
        text = f"{day.text} {printed}"
        self._line.days[-1] = HeadDay(value, clock, day.label, text, "" if clock else printed)
        self._hour = None

    def _take_views(self) -> None:
        self._line.has_labels = True
        if self._last_number is not None and self._line.views is None:
            self._line.views = self._last_number
            self._line.numbers.remove(self._last_number)
            self._last_number = None
        else:
            self._views_next = True
            self._line.awaits = "views"

    def _take_count(self, match: re.Match[str]) -> None:
        number = int(re.sub(r"\D", "", match[0]))
        if self._names[self._writing_to]:
            self._names[self._writing_to].append(match)  # "Khóa 3" is no count
        elif self._views_next:
            if self._line.views is None:
                self._line.views = number
            self._views_next, self._line.awaits = False, ""
        else:
            self._line.numbers.append(number)
            self._last_number = number

    def _take_mark(self, match: re.Match[str]) -> None:
        mark = match[0]
        words = self._names[self._writing_to]
        if mark == "|" and self._writing_to != "rest" and words:
            self._writing_to = "rest"
        elif words:
            words.append(match)
        if mark == "|":
            self._last_number = None

    def _word(self, match: re.Match[str]) -> None:
        self._names[self._writing_to].append(match)
        if self._writing_to != "rest":
            self._line.awaits = ""

    def _words(self, matches: list[re.Match[str]]) -> str:
        """Return the printed words, without the marks at both ends."""
        text, end = "", 0
        for match in matches:
            gap = self._text[end : match.start()]
            text += (gap if not gap.strip() else " ") if text else ""
            text += match[0]
            end = match.end()
        return text.strip(" |,;:.•·*-–—/»[]")

"""Reads the day of minutes off their opening: "Hôm nay, vào hồi 8 giờ 00 ngày 12/3/2026, tại …".

The form of minutes in the decree has no line of place and day. A meeting of several days has none.

Source: Decree 30/2020/NĐ-CP, Annex III, form 1.9.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bantin.importing.capture import Block
from bantin.importing.proposal import OLDEST_YEAR
from bantin.text.dates import FoundDate, find_dates
from bantin.text.fold import exact

_OPENING = re.compile(
    r"(?:[-–+*•] ?|\d{1,2}[.)/] ?|[ivx]{1,4}[.)/-] ?)?"
    r"(?:hôm nay|vào (?:hồi|lúc)|hồi (?=\d)|lúc (?=\d)"
    r"|thời gian(?: (?:bắt đầu|họp|làm việc|khai mạc|tiến hành|tổ chức)){0,2})"
)
# All that may stand between the opening and its day.
_BETWEEN = re.compile(
    r"(?:[,:;() ]|vào|lúc|hồi|bắt đầu|từ(?! ngày)|khoảng|sáng|chiều|tối"
    r"|thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật|là|đến(?! ngày)"
    r"|\d{1,2} ?(?:giờ|h|g|:) ?(?:\d{2})?|phút|ngày(?= ?$)){0,24}"
)
_MORE_DAYS = re.compile(r" ?(?:[-–,] ?|và |đến |tới )(?:hết )?(?:ngày )?\d")
_MOST_LINES, _REACH = 6, 160


@dataclass(frozen=True, slots=True)
class FoundDay:
    """A day, and the line that tells it."""

    found: FoundDate
    line: Block


def find_minutes_day(blocks: Sequence[Block]) -> FoundDay | None:
    """Return the day that the opening of minutes tells; None where it tells none, or several.

    Args:
        blocks: below the head; may be empty.
    """
    for block in blocks[:_MOST_LINES]:
        text = block.text[:_REACH]
        opening = _OPENING.match(exact(text))
        if opening is None:
            continue
        found = next((one for one in find_dates(text, year=OLDEST_YEAR)), None)
        if found is None:
            continue  # "I. Thời gian, địa điểm", above the line that tells them.
        if not found.year_given or found.value.year < OLDEST_YEAR:
            return None
        between = exact(text)[opening.end() : found.start]
        behind = _MORE_DAYS.match(text, found.start + len(found.text))
        is_plain = _BETWEEN.fullmatch(between) is not None and behind is None
        return FoundDay(found, block) if is_plain else None
    return None

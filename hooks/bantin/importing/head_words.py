"""The words of news heads: days, hours, labels, in the ways portals and papers print them.

Knows no line and no record.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from bantin.text.dates import VIETNAM

_OLDEST, _LATEST = 1945, 2200
_ENGLISH_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_SPOKEN_MONTHS = (
    ("một", "giêng"),
    ("hai",),
    ("ba",),
    ("tư", "bốn"),
    ("năm",),
    ("sáu",),
    ("bảy", "bẩy"),
    ("tám",),
    ("chín",),
    ("mười",),
    ("mười một",),
    ("mười hai", "chạp"),
)
_MONTH_NUMBERS = {name: at for at, names in enumerate(_SPOKEN_MONTHS, start=1) for name in names}
_ENGLISH = (
    r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
_WORD_MONTH = "|".join(sorted(_MONTH_NUMBERS, key=len, reverse=True))
_CLOCK_MARK = r"(?:[ ]?(?P<half>am|pm|sa|ch|a\.m\.|p\.m\.)(?!\w))?"

_TOKENS = (
    (
        "iso",
        r"(?P<iy>\d{4})[-/](?P<im>\d{1,2})[-/](?P<id>\d{1,2})(?!\d)(?:t(?=\d))?",
    ),
    (
        "day",
        r"(?:ngày[ ])?(?P<nd>\d{1,2})[ ]?[/.–-][ ]?(?P<nm>\d{1,2})[ ]?[/.–-][ ]?"
        r"(?P<ny>\d{4})(?!\d)",
    ),
    (
        "written",
        r"(?:ngày[ ])?(?P<wd>\d{1,2})[ ](?:tháng|th)[ ]?"
        rf"(?P<wm>\d{{1,2}}|{_WORD_MONTH}),?[ ](?:năm[ ])?(?P<wy>\d{{4}})(?!\d)",
    ),
    (
        "month_first",
        rf"(?:tháng|th)[ ]?(?P<fm>\d{{1,2}}|{_WORD_MONTH})[ ](?P<fd>\d{{1,2}}),?[ ]"
        r"(?P<fy>\d{4})(?!\d)",
    ),
    (
        "english",
        rf"(?P<em>{_ENGLISH})\.?[ ](?P<ed>\d{{1,2}})(?:st|nd|rd|th)?,?[ ](?P<ey>\d{{4}})(?!\d)",
    ),
    (
        "english_day",
        rf"(?P<gd>\d{{1,2}})(?:st|nd|rd|th)?[ ](?P<gm>{_ENGLISH})\.?,?[ ](?P<gy>\d{{4}})(?!\d)",
    ),
    (
        "hour",
        r"(?P<h>\d{1,2})(?:[ ]?:[ ]?|[hg]|[ ]giờ[ ])(?P<mi>\d{1,2})(?!\d)(?:[:]\d{1,2}(?:\.\d+)?)?"
        rf"(?:['’′]|[ ]phút)?{_CLOCK_MARK}(?P<zone>z|[+-]\d{{2}}:?\d{{2}})?(?![\w/])",
    ),
    ("zone_name", r"[\[(]?[ ]?(?:gmt|utc|ict)(?:[ ]?[+][ ]?0?7(?::?00)?)?[ ]?[\])]?(?!\w)"),
    (
        "weekday",
        r"(?:thứ[ ](?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|chủ[ ]nhật|t[2-7]|cn"
        r"|(?:mon|tue|wed|thu|fri|sat|sun)(?=[,.])|(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
        r"(?:,[ ]day)?(?!\w)",
    ),
    (
        "other_day",
        r"ngày[ ](?:ban[ ]hành|ký(?:[ ]ban[ ]hành)?|(?:có[ ])?hiệu[ ]lực|hết[ ]hiệu[ ]lực)(?!\w)",
    ),
    (
        "updated",
        r"(?:ngày[ ]cập[ ]nhật|cập[ ]nhật(?:[ ]lần[ ]cuối)?|lần[ ]cập[ ]nhật[ ]cuối|sửa[ ]lần[ ]"
        r"cuối|last[ ]updated|updated)(?:[ ](?:lúc|ngày|vào))*(?!\w)",
    ),
    (
        "published",
        r"(?:cms-publish-date|(?:tin[ ]|được[ ]|bài[ ])?đăng[ ](?:ngày|lúc|tin)|ngày[ ](?:đăng"
        r"(?:[ ](?:tin|bài|tải))?|xuất[ ]bản|đưa[ ]tin|tạo|gửi)|được[ ]đăng|đăng[ ]tải|xuất[ ]bản"
        r"|(?:gửi|viết|tạo)[ ]lúc|thời[ ]gian[ ]đăng|đã[ ]đăng|ngày[ ]ban[ ]tin|posted[ ]on"
        r"|published(?:[ ]on)?|created[ ]on)(?:[ ](?:lúc|ngày|vào))*(?!\w)",
    ),
    (
        "views",
        r"(?:cms-view-count|(?:số[ ])?(?:lượt|lần)[ ](?:người[ ])?(?:xem|đọc)|đã[ ]"
        r"(?:xem|đọc)|người[ ]xem|lượt|xem|views?|hits)(?![ ]?[^\W\d]{2})(?!\w)",
    ),
    (
        "written_by",
        r"(?:tác[ ]giả(?:[ ]bài[ ]viết)?|người[ ]viết|viết[ ]bởi|bút[ ]danh|author)(?!\w)",
    ),
    (
        "account",
        r"(?:người[ ](?:đăng|gửi|tạo)|đăng[ ]bởi|bởi|posted[ ]by|by|nhập[ ]tin)(?!\w)",
    ),
    ("joint", r"(?:lần|lúc|ngày|vào[ ]lúc|vào|thời[ ]gian|on|at)(?!\w)"),
    ("count", r"\d{1,3}(?:[.,]\d{3})+(?![\d%])|\d+(?![\d%])"),
    ("mark", r"[|,;:.•·*()\[\]»/–—-]"),
)
_TOKEN = re.compile(
    "|".join(f"(?P<t_{name}>{pattern})" for name, pattern in _TOKENS), re.IGNORECASE
)
_WORD = re.compile(r"[^\s|]+")
_SPACE = re.compile(r"\s+")


def split_line(text: str) -> Iterator[tuple[str, re.Match[str]]]:
    """Yield the kind and the match of each word of a line; the kind of other words is "word"."""
    at = end_of_known = 0
    while at < len(text):
        if space := _SPACE.match(text, at):
            at = space.end()
            continue
        within = at != end_of_known and text[at - 1].isalnum() and text[at].isalnum()
        known = None if within else _TOKEN.match(text, at)
        match = known or _WORD.match(text, at)
        if match is None:
            at += 1
            continue
        yield (str(match.lastgroup).removeprefix("t_") if known else "word"), match
        at = match.end()
        end_of_known = at if known else end_of_known


def day_of(match: re.Match[str]) -> dt.date | None:
    """Return the day that a word of kind iso, day, written, … names; None if there is none."""
    year, month, day = next(
        (match[f"{kind}y"], match[f"{kind}m"], match[f"{kind}d"])
        for kind in ("i", "n", "w", "f", "e", "g")
        if match[f"{kind}y"]
    )
    try:
        found = dt.date(int(year), _month_number(month.lower()), int(day))
    except ValueError:
        return None
    return found if _OLDEST <= found.year <= _LATEST else None


def hour_of(match: re.Match[str]) -> dt.time | None:
    """Return the hour that a word of kind hour names; None if no clock shows it.

    "14:05 PM" is five past two: clocks of 24 hours are printed with AM and PM too. Midnight to the
    second is what systems write where they know the day alone.
    """
    if match[0].startswith("00:00:00"):
        return None
    hour, minute = int(match["h"]), int(match["mi"])
    half = (match["half"] or "").lower().replace(".", "")
    if half in ("pm", "ch") and hour < 12:
        hour += 12
    elif half in ("am", "sa") and hour == 12:
        hour = 0
    return dt.time(hour, minute) if hour < 24 and minute < 60 else None


def in_vietnam(day: dt.date, hour: dt.time, zone: str | None) -> dt.datetime:
    """Return the moment of a printed day and hour; without a zone, the clock was Viet Nam's."""
    moment = dt.datetime.combine(day, hour, VIETNAM)
    if zone:
        offset = dt.datetime.fromisoformat(f"2000-01-01T00:00:00{zone.upper()}").utcoffset()
        moment = dt.datetime.combine(day, hour, dt.timezone(offset or dt.timedelta()))
    return moment.astimezone(VIETNAM)


def _month_number(month: str) -> int:
    if month.isdigit():
        return int(month)
    words = " ".join(month.split())
    return _MONTH_NUMBERS.get(words) or _ENGLISH_MONTHS.index(words[:3]) + 1

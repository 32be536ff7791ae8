"""Chooses the fields of a news item among its head, its end and what the original names itself.

What the original names itself wins. Places that contradict each other are told.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from bantin.importing.capture import Capture, FieldName
from bantin.importing.head_lines import DayLabel, HeadDay, read_head_line
from bantin.importing.news_end import NewsEnd
from bantin.importing.news_head import HeadDate, NewsHead
from bantin.importing.proposal import Fact, Sure
from bantin.records.registry import Registry
from bantin.text.dates import VIETNAM, clock, count, short_date
from bantin.text.fold import exact, fold
from bantin.text.slug import slugify

_WEEKDAY = re.compile(r"\W*(?:thu (?:hai|ba|tu|nam|sau|bay|\d)|chu nhat)\b")
# "Hải Phòng, ngày 5 tháng 3 năm 2019"
_DATELINE = re.compile(r"[^\W\d][^\d,]{1,40}, ngày ")
_NO_WRITERS = frozenset(
    "admin administrator webmaster bientap ban bien tap quan tri quantri".split()
)


@dataclass(slots=True)
class NewsFields:
    """The fields of a news item; None for what nobody could read.

    Attributes:
        title: as printed.
        day: of publication, in Viet Nam.
        hour: of publication, if printed.
        author: as printed.
        views: number of views.
        section: slug.
        facts: how sure each is, by key.
        guesses: what an editor must look at, in Vietnamese.
    """

    title: str | None = None
    day: dt.date | None = None
    hour: dt.time | None = None
    author: str | None = None
    views: int | None = None
    section: str | None = None
    facts: dict[str, Fact] = field(default_factory=dict)
    guesses: list[str] = field(default_factory=list)

    @property
    def moment(self) -> dt.datetime | None:
        """Day and hour; None without either."""
        if self.day is None or self.hour is None:
            return None
        return dt.datetime.combine(self.day, self.hour, VIETNAM)

    def tell(self, key: str, value: str, sure: Sure, where: str = "", note: str = "") -> None:
        """Tell how sure a field is."""
        self.facts[key] = Fact(key, value, sure, where, note)

    def leave_open(self, key: str, note: str) -> None:
        """Tell that a field was not found."""
        self.facts[key] = Fact(key, "", Sure.OPEN, "", note)


def choose_fields(capture: Capture, head: NewsHead, end: NewsEnd, registry: Registry) -> NewsFields:
    """Choose the fields of a news item."""
    chosen = NewsFields()
    _choose_title(chosen, capture, head)
    title = head.title[0].number if head.title else 0
    _choose_day(chosen, capture, head.dates or end.dates, title)
    _choose_author(chosen, capture, head, end)
    _choose_views(chosen, capture, head, end)
    _choose_section(chosen, capture, head, registry)
    return chosen


def _choose_title(chosen: NewsFields, capture: Capture, head: NewsHead) -> None:
    printed = " ".join(block.text for block in head.title)
    where = head.title[0].where if head.title else ""
    given = capture.field(FieldName.TITLE)
    if given:
        chosen.title = given.text
        chosen.tell("title", given.text, Sure.READ, given.place)
    elif not printed:
        chosen.leave_open("title", "không thấy dòng nào là tiêu đề")
    elif len(head.title) > 1:
        chosen.title = printed
        told = f"nối các dòng {head.title[0].number}–{head.title[-1].number} thành một"
        chosen.guesses.append(f"Tiêu đề: {told}")
        chosen.tell("title", printed, Sure.GUESSED, where, told)
    else:
        chosen.title = printed
        if head.dates:
            chosen.tell("title", printed, Sure.READ, where)
        else:
            told = "dòng đứng trên đoạn mở đầu; đầu bài không có ngày để đối chiếu"
            chosen.tell("title", printed, Sure.GUESSED, where, told)


def _choose_day(
    chosen: NewsFields, capture: Capture, dates: Sequence[HeadDate], title: int
) -> None:
    real = [one for one in dates if one.day.value]
    unreal = [one for one in dates if not one.day.value]
    for one in unreal:
        chosen.guesses.append(f"{one.block.where}: {one.day.text} không phải là một ngày có thật")
    printed, note = _publication(real, title)
    given = capture.field(FieldName.DATE)
    days = [day for day in read_head_line(given.text).days if day.value] if given else []
    if given and days:
        _take_day(chosen, days[0])
        sure, where, note = Sure.READ, given.place, ""
        if printed and _contradicts(days[0], printed.day):
            note = (
                f"{given.place} ghi {given.text}, {printed.block.where} ghi “{printed.day.text}”: "
                "lấy theo chỗ thứ nhất"
            )
            chosen.guesses.append(f"Ngày đăng: {note}")
            sure = Sure.GUESSED
        elif printed and chosen.hour is None:
            chosen.hour = printed.day.hour
        rivals = [one for one in capture.fields if one.name is FieldName.DATE][1:]
        if rivals and sure is Sure.READ:
            told = ", ".join(f"“{one.text}” ({one.place})" for one in rivals[:3])
            sure, note = Sure.GUESSED, f"trang còn nêu {told}"
    elif printed:
        _take_day(chosen, printed.day)
        sure, where = Sure.GUESSED if note else Sure.READ, printed.block.where
        if note:
            chosen.guesses.append(f"Ngày đăng: {note}")
    else:
        told = note or f"{unreal[0].day.text} không phải là một ngày có thật" if unreal else note
        chosen.leave_open("date", told or "không thấy ngày đăng ở đầu và cuối bài")
        return
    day = chosen.day
    assert day
    value = f"{short_date(day)} {clock(chosen.moment)}" if chosen.moment else short_date(day)
    chosen.tell("date", value, sure, where, note)


def _take_day(chosen: NewsFields, day: HeadDay) -> None:
    chosen.day, chosen.hour = day.value, day.hour
    if day.false_hour:
        chosen.guesses.append(f"Giờ đăng: không có giờ {day.false_hour}, chỉ giữ ngày")


def _publication(dates: list[HeadDate], title: int) -> tuple[HeadDate | None, str]:
    """Return the day of publication among those printed, and why it is a guess.

    Pages print the day on which they are looked at above everything: that is no publication.
    """
    said = [one for one in dates if one.day.label is DayLabel.PUBLISHED]
    if said:
        return _first_day(said), ""
    bare = [one for one in dates if one.day.label is DayLabel.NONE]
    if bare:
        below = [one for one in bare if one.block.number > title]
        first = _first_day(below or bare)
        if not title and first.day.hour is None and _DATELINE.match(first.block.text):
            told = f"“{first.day.text}” đứng trên bài không có tiêu đề, có thể là ngày in trang"
            return None, told
        others = [one for one in bare if one.day.value != first.day.value]
        if others:
            told = ", ".join(f"“{one.day.text}”" for one in others)
            return first, f"đầu bài còn có ngày {told}, có thể là lúc chụp trang"
        if not below and first.day.hour is None and _WEEKDAY.match(fold(first.block.text)):
            return first, "ngày đứng trên cùng của trang, có thể là ngày chụp trang"
        return first, ""
    if dates:
        return dates[0], f"chỉ thấy ngày cập nhật “{dates[0].day.text}”; ngày đăng có thể sớm hơn"
    return None, ""


def _first_day(dates: list[HeadDate]) -> HeadDate:
    """Return the earliest; of one day, the one with an hour."""
    return min(dates, key=lambda one: (one.day.value or dt.date.max, one.day.hour is None))


def _contradicts(one: HeadDay, other: HeadDay) -> bool:
    hours = one.hour and other.hour and one.hour.replace(second=0) != other.hour.replace(second=0)
    return one.value != other.value or bool(hours)


def _choose_author(chosen: NewsFields, capture: Capture, head: NewsHead, end: NewsEnd) -> None:
    given = capture.field(FieldName.AUTHOR)
    found = [one for one in (end.author, head.author) if one]
    found.sort(key=lambda one: not one[2])
    if given and not set(fold(given.text).split()) <= _NO_WRITERS:
        chosen.author = given.text
        chosen.tell("author", given.text, Sure.READ, given.place)
        for name, block, _ in found:
            if exact(name) != exact(given.text):
                chosen.guesses.append(
                    f"Tác giả: {given.place} ghi “{given.text}”, {block.where} ghi “{name}”: "
                    "lấy theo chỗ thứ nhất"
                )
    elif found:
        name, block, said = found[0]
        chosen.author = name
        note = "" if said else f"“{name}” trông như tên hoặc chữ viết tắt của người viết"
        chosen.tell("author", name, Sure.READ if said else Sure.GUESSED, block.where, note)
        if not said:
            chosen.guesses.append(f"Tác giả: {block.where} “{name}” trông như tên người viết")
        for other, place, _ in found[1:]:
            chosen.guesses.append(f"Tác giả: {place.where} còn có tên “{other}”")
    else:
        told = "không thấy tên hoặc chữ viết tắt của tác giả ở đầu bài và dòng cuối"
        chosen.leave_open("author", told)
        chosen.guesses.append(f"Tác giả: {told}")


def _choose_views(chosen: NewsFields, capture: Capture, head: NewsHead, end: NewsEnd) -> None:
    given = capture.field(FieldName.VIEWS)
    digits = "".join(char for char in given.text if char.isdigit()) if given else ""
    found = next((one for one in (head.views, end.views) if one), None)
    if given and digits:
        chosen.views = int(digits)
        chosen.tell("views", count(chosen.views), Sure.READ, given.place)
        if found and found[2] and found[0] != chosen.views:
            chosen.guesses.append(
                f"Lượt xem: {given.place} ghi {count(chosen.views)}, {found[1].where} ghi "
                f"{count(found[0])}: lấy theo chỗ thứ nhất"
            )
    elif found:
        chosen.views, block, said = found
        note = "" if said else "con số đứng sau giờ đăng, không ghi là lượt xem"
        if note:
            chosen.guesses.append(f"Lượt xem {count(chosen.views)}: {note}")
        sure = Sure.READ if said else Sure.GUESSED
        chosen.tell("views", count(chosen.views), sure, block.where, note)


def _choose_section(
    chosen: NewsFields, capture: Capture, head: NewsHead, registry: Registry
) -> None:
    given = capture.field(FieldName.SECTION)
    if given:
        name, where = given.text, given.place
    elif head.section:
        name, where = head.section[0], head.section[1].where
    else:
        chosen.leave_open("section", "không thấy tên chuyên mục trong bài")
        return
    wanted = exact(name).strip(" .:")
    for slug, section in sorted(registry.sections.items()):
        if wanted in (exact(known) for known in (section.name, *section.aliases)):
            chosen.section = slug
            chosen.tell("section", section.name, Sure.READ, where)
            return
    if slug := slugify(name):
        chosen.section = slug
        chosen.tell("section", name, Sure.GUESSED, where, f"chưa có chuyên mục tên “{name}”")
    else:
        chosen.leave_open("section", f"“{name}” không phải là tên chuyên mục")

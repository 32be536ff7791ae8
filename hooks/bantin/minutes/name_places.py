"""Reads what stands behind the name of a body: "tỉnh Sơn La", "các xã, phường", "khu vực XV".

A list of places stands for as many bodies: "UBND các phường A, B". Knows no names of bodies.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bantin.minutes.name_heads import begins_name
from bantin.minutes.name_words import LEVEL, QUALIFIED, RANKS, VERB
from bantin.text.capitals import SURNAMES, UPPER

_WORD = rf"[{UPPER}][\w'’]*"
_HYPHENATED = r"Bà Rịa ?[-–] ?Vũng Tàu|Thừa Thiên ?[-–] ?Huế|Phan Rang ?[-–] ?Tháp Chàm"
# "UBND xã Mường Lạn Lò Văn An": a family name begins the name of a person.
_PROPER = (
    rf"(?:{_HYPHENATED}|{_WORD}(?: (?!(?:{SURNAMES}) [{UPPER}]){_WORD}){{0,3}}"
    r"(?: \d{1,2}(?![\w/.,]\d))?"
    r"|\d{1,2}(?![\w/.,%]))"
)
_CITY = r"[Tt][Pp]\.? ?"
_ONE = re.compile(
    rf" (?P<level>{LEVEL})(?: (?P<place>{_PROPER}))?(?!\w)| (?P<city>{_CITY})(?P<name>{_PROPER})"
)
# "Chủ tịch UBND tỉnh Cầm Văn Hải".
_PERSON = re.compile(rf"(?!Hồ Chí Minh)(?:{SURNAMES})(?: {_WORD}){{2,4}}(?!\w)")
# "UBND 03 xã Nà Lang, Khe Mo và Pù Lăng" are listed too.
_LISTED = re.compile(rf" (?:các|\d{{1,2}}) (?P<level>{LEVEL}):? (?P<place>{_PROPER})(?!\w)")
_MANY = re.compile(
    rf"(?: các)? {LEVEL}(?:(?:, ?| và | ?/ ?| - | (?=thành phố))(?:các )?{LEVEL}"
    rf"(?! [{UPPER}\d]))+(?!\w)| các tỉnh, thành(?! (?:phố|viên|lập))(?!\w)| các ngành, các cấp"
    rf"| \d{{1,3}} {LEVEL}(?:(?:, | và |/){LEVEL})*+(?! [{UPPER}\d])(?!\w)"
    rf"| các {LEVEL}(?!\w)| (?:(?:ở )?các|hai|2) cấp(?!\w)| (?:các )?địa phương(?!\w)"
    r"| cấp (?:tỉnh|huyện|xã)(?! hội)(?!\w)"
)
# "UBND các xã, phường: A, B": which is a commune and which a ward, is not printed.
_MIXED = re.compile(rf": (?!(?i:{VERB})(?!\w)){_PROPER}(?:(?:, | và ){_PROPER})*+(?!\w)")
_AREA = re.compile(
    r" (?:(?:khu vực|Khu vực|số|vùng|Vùng)(?: (?:số )?)?(?: ?(?:[IVXL]{1,6}|\d{1,3}))|[IVX]{1,5}"
    rf"|cơ sở \d{{1,3}}|khu vực {_PROPER})(?!\w)"
)
_INSIDE = re.compile(rf"(?: ?[-–,] ?| )(?P<level>{LEVEL}|{_CITY}) ?(?P<place>{_PROPER})(?!\w)")
_BARE = re.compile(rf" (?P<place>{_PROPER})(?!\w)")
# "Sở Xây dựng Chủ trì …": what stands in another line in print.
_VERB_CAPITAL = re.compile(rf" (?=[{UPPER}]\w* (?![{UPPER}]))(?i:{VERB})(?!\w)")
_NEXT = re.compile(
    rf"(?:, | và )(?:(?:các )?(?P<level>{LEVEL}|[Tt][Pp]\.?):? )?(?P<place>{_PROPER})(?!\w)"
)
_QUALIFIED = re.compile(QUALIFIED)
_RANGE = re.compile(rf" từ (?:{LEVEL} )?{_PROPER} đến (?:{LEVEL} )?{_PROPER}(?!\w)")
_NOT_PLACES = frozenset(("Nhân dân", "Trung ương", "Đảng", "Nhà nước"))


@dataclass(frozen=True, slots=True)
class PlacesBehind:
    """What stands behind a name.

    Attributes:
        places: for each body, what to write behind the name, " xã A"; one where no list is.
        end: offset behind it.
        level: the printed one, in lower case; "" without one.
    """

    places: tuple[str, ...]
    end: int
    level: str = ""


def read_tail(text: str, at: int, *, of_holder: bool = False) -> PlacesBehind | None:
    """Return what stands at an offset behind a name; None where nothing of the kind does.

    Args:
        text: NFC running text with single spaces.
        at: offset behind the name.
        of_holder: the name is that of an office, and that of a person may follow.
    """
    if not text.startswith(" ", at):
        return None
    if listed := _LISTED.match(text, at):
        return _list_from(text, listed["level"], listed["place"], listed.end(), is_list=True)
    if many := _MANY.match(text, at):
        end = many.end()
        if mixed := _MIXED.match(text, end):
            return PlacesBehind((text[at : mixed.end()],), mixed.end(), "các")
        end = _QUALIFIED.match(text, end).end()  # type: ignore[union-attr]
        if span := _RANGE.match(text, end):
            end = span.end()
        return PlacesBehind((text[at:end],), end, "các")
    if area := _AREA.match(text, at):
        inside = _INSIDE.match(text, area.end())
        end = inside.end() if inside else area.end()
        return PlacesBehind((text[at:end],), end, "khu vực")
    if one := _ONE.match(text, at):
        level, place = one["level"] or "tp", one["place"] or one["name"]
        if place is None:
            return PlacesBehind((text[at : one.end()],), one.end(), level.lower())
        if of_holder and _PERSON.match(text, at + 2 + len(level)):
            return PlacesBehind((f" {level}",), at + 1 + len(level), level.lower())
        return _list_from(text, text[at + 1 : one.end() - len(place)], place, one.end())
    if of_holder and _PERSON.match(text, at + 1):
        return None
    if (bare := _BARE.match(text, at)) and not _VERB_CAPITAL.match(text, at):
        return PlacesBehind((bare[0],), bare.end())
    return None


def _list_from(
    text: str, level: str, place: str, end: int, *, is_list: bool = False
) -> PlacesBehind:
    """Return the places of a list that begins with this one."""
    level = level.strip()
    first = f" {level} {place}"
    if not is_list and (inside := _higher(text, end, level)):
        first, end = first + inside, end + len(inside)
    found = [first]
    for following, place, at in _listed_on(text, end):
        level, end = following or level, at
        found.append(f" {level} {place}")
    return PlacesBehind(tuple(found), end, level.lower())


def _higher(text: str, at: int, level: str) -> str:
    """Return ", tỉnh B" behind "xã A"."""
    inside = _INSIDE.match(text, at)
    # "UBND huyện A, thành phố B" are two; a commune lies in either.
    lowest = 2 if _rank(level) == 1 else 4
    return inside[0] if inside and _rank(inside["level"]) >= lowest else ""


def _listed_on(text: str, at: int) -> Iterator[tuple[str, str, int]]:
    while (following := _NEXT.match(text, at)) and following["place"] not in _NOT_PLACES:
        start = following.start("level") if following["level"] else following.start("place")
        # "UBND xã A, Phường B": a place goes on the list.
        if not following["level"] and begins_name(text, start):
            return
        at = following.end()
        yield following["level"] or "", following["place"], at


def _rank(level: str) -> int:
    return RANKS.get(level.lower().strip(" ."), 0)

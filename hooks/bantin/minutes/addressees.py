"""Reads the offices that an order names: "Sở Nội vụ, Sở Tư pháp và UBND các huyện", as printed.

Known bodies are read by their names, all others by the shape of theirs. If the end of a name is not
sure, that name and those behind it are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bantin.minutes.known_names import find_known
from bantin.minutes.name_heads import (
    ALONE,
    GROUP,
    HEAD,
    HOLDER,
    HOLDER_TOO,
    PLACE,
    begins_name,
    may_begin,
)
from bantin.minutes.name_places import PlacesBehind, read_tail
from bantin.minutes.name_shapes import end_by_shape, is_ended, is_picked
from bantin.minutes.name_words import QUALIFIED
from bantin.text.capitals import SURNAMES, UPPER

_SEPARATOR = re.compile(r"\s*[,;]\s*(?:(?:và|cùng(?: với)?)\s+)?|\s+(?:và|cùng(?: với)?)\s+")
# Beside the name: "(đơn vị đầu mối)", "– cơ quan đầu mối –".
_ASIDE = re.compile(r"\s*(?:\([^()]{1,120}\)|(?:,\s*)?[–-]\s[^–-]{1,60}\s[–-](?=\s))")
_QUALIFIED = re.compile(QUALIFIED)
# "các Sở: Tài chính, Xây dựng". "Sở Tài chính, Xây dựng" is read where the first name ends.
_SHARED = re.compile(
    r"(?:[Cc]ác (?P<many>(?i:sở|bộ|ban|hội|phòng|chi cục|cục)):?|(?P<one>Sở|Bộ|Ban|Phòng):|"
    r"[Cc]ác (?P<led>(?i:sở|bộ))(?:,| và)? (?i:ban,? )?(?i:ngành)(?: tỉnh)?:) "
    r"(?=[^\W\d_])"
)
_SHARING = re.compile(r"(?:Sở|Bộ|Phòng)(?= )")
_CAPITAL = rf"[{UPPER}]"
_ITEM = re.compile(rf"(?:, ?| và | ?; ?)(?={_CAPITAL})")
# "đồng chí Lò Văn An - Giám đốc Sở Y tế".
_PERSON = re.compile(
    rf"(?:[Đđ]ồng chí|đ/c|[Ôô]ng|[Bb]à) (?:{SURNAMES})(?: {_CAPITAL}[\w'’]*){{1,4}}"
    r"(?:,| ?[-–]) (?:(?:Tỉnh ủy viên|Ủy viên [^,;.]{3,60}|Phó Bí thư [^,;.]{3,60}), )?"
)
# "Các đơn vị được giao chủ đầu tư": some of them.
_ENTRUSTED = re.compile(
    r" được (?:giao|phân công) (?:chủ đầu tư|vốn|dự toán|chỉ tiêu|nhiệm vụ|quản lý)"
)
_ASKED = re.compile(r"(?:giao|yêu cầu|đề nghị|phân công) $", re.IGNORECASE)
# "Đảng ủy, UBND các xã": the place stands behind the last one and is meant for all.
_TOGETHER = re.compile(
    r"(?:(?:Đảng ủy|Thường trực HĐND|HĐND|UBND|UBMTTQ(?: Việt Nam)?|Ủy ban MTTQ(?: Việt Nam)?|"
    r"Hội đồng nhân dân|Ủy ban nhân dân|Tòa án nhân dân|Công an)(?:, | và ))+"
    r"(?=(?:UBND|Viện kiểm sát|Ban Chỉ huy|HĐND|UBMTTQ|Ủy ban|Hội đồng nhân dân|Đảng ủy)(?!\w))"
)
# "Các đảng ủy Sở A, Sở B": each has one.
_EACH = re.compile(r"[Cc]ác (?P<what>[Đđ]ảng (?:ủy|uỷ)|[Cc]hi bộ|[Cc]ông đoàn) (?=Sở |Bộ |UBND )")
# A part of a body, whose name may stand behind a dash.
_PART = re.compile(r"(?:Trưởng )?(?:Phòng|Chi cục|Trung tâm|Cục|Vụ|Khoa|Đội|Tổ) ")
_DASH = re.compile(r" [-–] (?=(?:Sở|Bộ|UBND|Tổng cục|Cục|Công an|Văn phòng) )")
# Names that do not tell who is meant.
_NOBODY = frozenset(
    "Ban,Báo,Bộ,Cục,Hội,Phòng,Sở,Tổ,Viện,Đài,Đoàn,Trường,Văn phòng,Cơ quan,Trung tâm,Công ty,Đội,"
    "Ủy ban,Uỷ ban,Các ban,các ban,Chi nhánh,UBND,HĐND,Công an,Thanh tra,Thường trực,Hội đồng,Quỹ,"
    "Chi cục,Tiểu ban,Đại học,Doanh nghiệp,Ngân hàng,Bệnh viện,Trạm,Đảng ủy,Ủy ban nhân dân,"
    "Hội đồng nhân dân,Tập đoàn,Bảo hiểm xã hội,Kho bạc,Mặt trận,Cảnh sát".split(",")
)
# Bodies that are meant only with the province behind them: "Thuế tỉnh", not "Thuế đất".
_WITH_PROVINCE = frozenset({"province+"})
_GROUP_LEVELS = frozenset({"tỉnh", "xã", "huyện", "phường", "khu vực", "các"})
# Known names that end by themselves; behind all others more of the name may follow.
_WHOLE = frozenset({"province?", "nation", "letterhead"})


@dataclass(frozen=True, slots=True)
class Named:
    """Names that follow each other.

    Attributes:
        names: as printed, each once; () when the first one is not sure. Names of one list are
            written out: "các Sở: Y tế, Nội vụ" are "Sở Y tế", "Sở Nội vụ".
        end: offset after the last one.
    """

    names: tuple[str, ...]
    end: int


def read_names(text: str, at: int = 0) -> Named | None:
    """Return the names from an offset on; None when no name begins there.

    Args:
        text: NFC running text with single spaces.
        at: offset at which the first name should begin.
    """
    if not may_begin(text, at):
        return None
    names: dict[str, None] = {}
    end = at
    while True:
        one = _with_parent(text, at, _read_one(text, at))
        if one is None or not one.names:
            break
        names |= dict.fromkeys(one.names)
        aside = _ASIDE.match(text, one.end)
        end = aside.end() if aside else one.end
        separator = _SEPARATOR.match(text, end)
        if separator is None or not begins_name(text, separator.end()):
            return Named(tuple(names), end)
        at = separator.end()
    if one is None and not names:
        return None
    return Named(tuple(names), end)


def _with_parent(text: str, at: int, one: Named | None) -> Named | None:
    """Return "Phòng Quản lý công nghiệp - Sở Công Thương" as one name."""
    if one is None or len(one.names) != 1 or not _PART.match(text, at):
        return one
    dash = _DASH.match(text, one.end)
    parent = _read_body(text, dash.end()) if dash else None
    if parent is None or len(parent.names) != 1:
        return one
    return Named((text[at : parent.end],), parent.end)


def _read_one(text: str, at: int) -> Named | None:
    """Return one name, or those of one list; None when none begins here, () when not sure."""
    if person := _PERSON.match(text, at):
        at = person.end()
    holder = HOLDER.match(text, at)
    # "Thanh tra các sở" is that of each.
    if (
        holder
        and text[at].isupper()
        and (known := _known_name(text, at, of_holder=True))
        and (known.names or not text.startswith(" các ", holder.end()))
    ):
        return known
    if holder is None:
        alone = ALONE.match(text, at)
        return Named((alone[0],), alone.end()) if alone else _read_body(text, at)
    prefix_end = holder.end()
    while too := HOLDER_TOO.match(text, prefix_end):
        prefix_end = too.end()
    start = _without_title(text, at)
    inner = _read_body(text, prefix_end + 1, of_holder=True)
    if inner is None or not inner.names:
        alone = ALONE.match(text, start)
        if alone:
            return Named((alone[0],), alone.end())
        return _read_body(text, start) or Named((), at)
    prefix = text[start:prefix_end]
    return Named(tuple(f"{prefix} {name}" for name in inner.names), inner.end)


_TITLE = re.compile(r"(?:[Cc]ác )?(?:[Đđ]ồng chí|đ/c|[Ôô]ng|[Bb]à) ")


def _without_title(text: str, at: int) -> int:
    title = _TITLE.match(text, at)
    return title.end() if title else at


def _read_body(text: str, at: int, *, of_holder: bool = False) -> Named | None:
    """Return the names of bodies or of a group."""
    if shared := _SHARED.match(text, at):
        head = shared["many"] or shared["one"] or shared["led"]
        found = _shared_names(text, head, shared.end())
        if found is not None:
            return found
    if together := _TOGETHER.match(text, at):
        found = _names_together(text, together)
        if found is not None:
            return found
    if each := _EACH.match(text, at):
        return _of_each(text, each)
    if text[at : at + 1].isupper() or text.startswith(("ủy ban nhân dân", "uỷ ban nhân dân"), at):
        found = _known_name(text, at, of_holder=of_holder)
        if found is not None:
            return found
    if group := GROUP.match(text, at):
        return _group(text, at, group.end())
    if PLACE.match(text, at):
        return _place(text, at)
    if HEAD.match(text, at) is None:
        return None
    return _by_shape(text, at, of_holder=of_holder)


def _names_together(text: str, together: re.Match[str]) -> Named | None:
    """Return bodies that share the place behind the last one; None where each has its own."""
    known = find_known(text, together.end())
    last = _known_name(text, together.end(), of_holder=False) if known else None
    if known is None or last is None or len(last.names) != 1:
        return None
    name = text[together.end() : known.end]
    place = last.names[0].removeprefix(name)
    firsts = [one for one in re.split(r", | và ", together[0]) if one]
    return Named(tuple(one + place for one in (*firsts, name)), last.end) if place else None


def _of_each(text: str, each: re.Match[str]) -> Named:
    """Return the committees of several bodies; none where only one body is sure."""
    names: dict[str, None] = {}
    at = each.end()
    what = each["what"][:1].upper() + each["what"][1:]
    while True:
        known = _known_name(text, at, of_holder=False)
        if known is None or not known.names:
            return Named((), each.start())
        names |= dict.fromkeys(f"{what} {name}" for name in known.names)
        separator = _SEPARATOR.match(text, known.end)
        if separator is None or find_known(text, separator.end()) is None:
            return Named(tuple(names) if len(names) > 1 else (), known.end)
        at = separator.end()


def _known_name(text: str, at: int, *, of_holder: bool) -> Named | None:
    known = find_known(text, at)
    if known is None:
        return None
    tail = read_tail(text, known.end, of_holder=of_holder)
    if tail is None:
        if known.places <= _WITH_PROVINCE:
            return None
        if known.places & _WHOLE and not text.startswith(" các ", known.end):
            return _listed_on(text, at, known.end)
        return _by_shape(text, at, known.end, of_holder=of_holder)
    if known.places <= _WITH_PROVINCE and not _names_province(text, tail):
        return None
    if tail.level == "các" and is_picked(text, tail.end):
        return Named((), at)  # "UBND các xã bị …": which of them, is not sure
    name = text[at : known.end]
    if len(tail.places) == 1 and not tail.level:
        # A capital may go on with a name that only begins as a known one does.
        return _by_shape(text, at, tail.end)
    return Named(tuple(name + place for place in tail.places), tail.end)


def _names_province(text: str, tail: PlacesBehind) -> bool:
    """Tell "Viễn thông Sơn La", "Thuế tỉnh" from "Thuế Giá trị gia tăng"."""
    if tail.level:
        return tail.level in ("tỉnh", "thành phố", "tp", "khu vực")
    return " " in tail.places[0].strip() and is_ended(text, tail.end)


def _listed_on(text: str, at: int, end: int) -> Named:
    """Return a name, and those that share its first word: "Sở Tài chính, Xây dựng"."""
    following = _ITEM.match(text, end)
    head = _SHARING.match(text, at) if following else None
    if following and head and not begins_name(text, following.end()):
        more = _shared_names(text, head[0], following.end())
        if more is not None:
            return Named((text[at:end], *more.names), more.end)
    return Named((text[at:end],), end)


def _group(text: str, at: int, end: int) -> Named | None:
    """Return a group: "các sở, ngành liên quan"; or the places that it lists."""
    tail = read_tail(text, end)
    if tail is not None and tail.level in _GROUP_LEVELS:
        end = tail.end
    end = _QUALIFIED.match(text, end).end()  # type: ignore[union-attr]
    if text.startswith(": ", end) and not GROUP.match(text, end + 2):
        # "Các cơ quan: Sở Y tế, Công an tỉnh": these are meant.
        listed = _read_body(text, end + 2)
        if listed and listed.names:
            return listed
    if entrusted := _ENTRUSTED.match(text, end):
        end = entrusted.end()
        asked = _ASKED.search(text[max(0, at - 10) : at])
        return Named((text[at:end],) if asked and is_ended(text, end) else (), end)
    if not is_ended(text, end):
        return Named((), at)
    return Named((text[at:end],), end)


def _place(text: str, at: int) -> Named | None:
    """Return a place that stands for its authority: "Đặc khu Phú Quốc"."""
    tail = read_tail(f" {text[at : at + 80]}", 0)
    if tail is None or not tail.level or tail.level == "các":
        return None
    end = at + tail.end - 1
    if not is_ended(text, end):
        return Named((), at)
    return Named(tuple(place.strip() for place in tail.places), end)


def _by_shape(
    text: str, at: int, known_end: int | None = None, *, of_holder: bool = False
) -> Named:
    """Return an unlisted name; no name when its end is not sure.

    Args:
        text: NFC running text with single spaces.
        at: offset of the name.
        known_end: offset behind what is known of it.
        of_holder: an office is named before it: "Thường trực Ban" is somebody, "Ban" nobody.
    """
    head = HEAD.match(text, at)
    start = known_end or (head.end() if head else at)
    end = end_by_shape(text, start)
    if end is None:
        return Named((), at)
    tail = read_tail(text, end)
    if tail is None:
        return (
            Named((), at)
            if text[at:end] in _NOBODY and not of_holder
            else Named((text[at:end],), end)
        )
    return Named(tuple(text[at:end] + place for place in tail.places), tail.end)


def _shared_names(text: str, head: str, at: int) -> Named | None:
    """Return the names of a list that says their first word once; None where it is no list."""
    items = [*_items(text, at, head)]
    if not items:
        return None
    head = head.capitalize()
    return Named(tuple(f"{head} {text[start:end]}" for start, end in items), items[-1][1])


def _items(text: str, at: int, head: str) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of each item of a list, "Tài chính" in "các Sở: Tài chính, …"."""
    while text[at : at + 1].isupper() and (known := find_known(text, at, under=head)):
        yield at, known.end
        following = _ITEM.match(text, known.end)
        if following is None:
            return
        at = following.end()
        if begins_name(text, at) and not _is_item(text, at, head):
            return


def _is_item(text: str, at: int, head: str) -> bool:
    """Tell whether "Công an" in a list of ministries is one, and not "Công an tỉnh"."""
    item = find_known(text, at, under=head)
    return item is not None and read_tail(text, item.end) is None

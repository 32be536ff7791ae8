"""The names of bodies in one form for all ways to print them: committees, offices, departments.

Knows the table of known bodies and the provinces. Knows no record, and no text around a name.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from bantin.records import provinces
from bantin.records.known_bodies import (
    ABBREVIATED,
    KnownBody,
    Place,
    bodies_by_name,
    load_known_bodies,
    spell_out,
)
from bantin.records.provinces import Province, find_province
from bantin.text.fold import exact

_WORD = re.compile(r"\w+")
_CITY = re.compile(r"(?<!\w)[Tt]\.[Pp](?!\w)")
_BRACKETS = re.compile(r"\([^()]*\)")
_SHORT = (
    (re.compile(r"\bvì sự tiến bộ của phụ nữ\b"), "vì sự tiến bộ phụ nữ"),
    (re.compile(r"\bủy ban nhân dân\b"), "ubnd"),
    (re.compile(r"\bhội đồng nhân dân\b"), "hđnd"),
)
_LOWER: Mapping[Place, tuple[str, ...]] = {
    "district": ("huyện", "quận", "thị xã", "thành phố"),
    "commune": ("xã", "phường", "thị trấn", "đặc khu"),
}
_NUMBERED = re.compile(r"khu vực ([ivxl]{1,6}|\d{1,2})")
_COMMITTEES = re.compile(r"(tỉnh|thành) (ủy|đoàn)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class BodyName:
    """A body's name in one form for all ways to write it.

    Attributes:
        key: lower case, abbreviations expanded, without its province: "ubnd tỉnh".
        province: the province printed with it, if any.
        provincial: it serves a province, printed or not.
        level: "tỉnh" or "thành phố" of a provincial body, where printed.
        place: the lower place or number, as written in names: "huyện Cư Jút", "khu vực XV".
        known: what it may be in the table of known bodies; mostly one, () when none.
    """

    key: str
    province: Province | None
    provincial: bool
    level: str = ""
    place: str = ""
    known: tuple[KnownBody, ...] = ()

    @property
    def is_local(self) -> bool:
        """Whether it serves a district, a commune or an area, whose names many provinces have."""
        return bool(self.place) and not any(body.place == "region" for body in self.known)

    def full(self, province: Province | None) -> str:
        """Return key and province as one lower-case name."""
        if province is None:
            return self.key
        name = province.name_at(self.level or province.level)
        if self.key.startswith("sở ") or self.is_local:
            return f"{self.key} {self.level or province.level} {name}"
        if (
            self.provincial
            and self.known
            and not self.key.endswith(("tỉnh", "thành phố", "ủy", "đoàn"))
        ):
            return f"{self.key} {province.level} {name}"
        return f"{self.key} {name}"


@dataclass(frozen=True, slots=True)
class _Tail:
    """What stands behind the name of a body."""

    fits: tuple[Place, ...]
    province: Province | None = None
    level: str = ""
    place: str = ""


# The same few thousand names stand in any number of records.
@lru_cache(maxsize=16_384)
def parse_body_name(text: str) -> BodyName:
    """Return the one form of a body's name, printed in any known way."""
    text = _BRACKETS.sub(lambda match: " " * len(match[0]), text)
    text = _CITY.sub("TP ", text)
    spelt = spell_out(text)
    words = tuple(word for word, _ in spelt)
    for size in range(len(words), 0, -1):
        bodies = bodies_by_name().get(words[:size])
        if not bodies:
            continue
        tail = _read_tail(words[size:], text[spelt[size][1] :] if size < len(words) else "")
        known = tuple(body for body in bodies if tail and body.place in tail.fits)
        if tail and known:
            return _name_of_known(words[:size], known, tail)
    return _name_of_unknown(text)


def name_on_day(name: BodyName, day: dt.date | None) -> BodyName:
    """Return the name of the body that existed on a day, where several had this short name.

    "Thành phố Huế" was a city of a province until the end of 2024.
    """
    if day is None:
        return name
    if name.province and name.level == "thành phố" and name.province.on(day).level == "tỉnh":
        lower = parse_body_name(f"{name.key.removesuffix(' thành phố')} quận {name.province.name}")
        place = f"thành phố {name.province.name}"
        key = lower.key.replace("quận", "thành phố")
        return BodyName(key, None, False, "", place, lower.known) if lower.known else name
    existed = [body for body in name.known if body.existed(day)]
    if not existed and len(name.known) == 1 and name.known[0].place == "nation":
        # "Cục Thuế" was one of each province before it was one of the state.
        earlier = parse_body_name(f"{name.known[0].name} tỉnh")
        return earlier if any(body.existed(day) for body in earlier.known) else name
    if len(name.known) < 2 or len(existed) != 1:
        return name
    return replace(name, key=_shortened(existed[0].name), known=tuple(existed))


def title_of(name: BodyName, province: Province | None) -> str:
    """Return the full name of a known body, with its place: "Sở Y tế tỉnh Đắk Nông"."""
    stem = name.known[0].name
    if own := _COMMITTEES.search(name.key):
        stem = _COMMITTEES.sub(own[0].capitalize(), stem)
    if name.place:
        stem = f"{stem} {name.place}"
        return f"{stem}, {province}" if province and name.is_local else stem
    level = name.level or (province.level if province else "")
    if name.known[0].place == "nation":
        return stem
    if own:
        return f"{stem} {province.name_at(level)}" if province else stem
    if province is None:
        return f"{stem} {level}" if level else stem
    return f"{stem} {level} {province.name_at(level)}"


def place_province(issuer: str, place: str | None) -> Province | None:
    """Return the province of a letterhead that names none, by the place of issue.

    Only for a body that every province has: a ministry in Hà Nội is not Hà Nội's.
    """
    name = parse_body_name(issuer)
    found = find_province(place or "")
    if found is None or not name.provincial or name.province or len(name.known) != 1:
        return None
    return None if name.level and name.level not in found.levels else found


def is_lasting_name(name: BodyName) -> bool:
    """True when `name_on_day` returns a name as it is on all days."""
    if name.province and name.level == "thành phố":
        return provinces.is_lasting_province(name.province.name)
    return not any(body.turns for body in name.known)


@cache
def turning_days() -> tuple[str, ...]:
    """Return texts that part the ISO days on which `name_on_day` may differ."""
    turns = {turn for body in load_known_bodies().values() for turn in body.turns}
    return tuple(sorted(turns.union(provinces.turning_days())))


def _read_tail(words: Sequence[str], printed: str) -> _Tail | None:
    """Read the place behind a name; None when the words are no place."""
    if not words:
        return _Tail(("nation", "letterhead", "province?"))
    if words[0] == "tp":
        words = ("thành", "phố", *words[1:])
    rest = " ".join(words)
    if rest in ("tỉnh", "thành phố"):
        return _Tail(("province", "province+", "province?"), None, rest)
    for level in ("tỉnh", "thành phố"):
        province = find_province(rest.removeprefix(f"{level} "))
        if province and rest.startswith(f"{level} ") and level in province.levels:
            return _Tail(("province", "province+", "province?"), province, level)
    if not rest.startswith("thành phố ") and (province := find_province(rest)):
        return _Tail(("province", "province?"), province)
    return _read_lower_place(rest, printed)


def _read_lower_place(rest: str, printed: str) -> _Tail | None:
    rest, province = _split_province(rest)
    if numbered := _NUMBERED.fullmatch(rest):
        return _Tail(("region", "area"), province, "", f"khu vực {numbered[1].upper()}")
    for fits, levels in _LOWER.items():
        for level in levels:
            if rest.startswith(f"{level} "):
                size = len(rest.split()) - len(level.split())
                place = f"{level} {_proper(printed, len(level.split()), size)}"
                return _Tail((fits,), province, "", place)
    return _Tail(("name",), province, "", _proper(printed, 0, len(rest.split())))


def _proper(printed: str, skip: int, size: int) -> str:
    """Return the proper name in a printed place, without the word before it and the province."""
    words = re.findall(r"[^\s,]+", re.sub(r"\b([Tt]\.?[Pp])\.? ?", "thành phố ", printed))
    name = " ".join(words[skip:])
    counted = list(re.finditer(r"[^\W_]+", name))
    name = name[: counted[min(size, len(counted)) - 1].end()] if counted else name
    return name.title() if name.isupper() else name


def _split_province(rest: str) -> tuple[str, Province | None]:
    """Take "tỉnh X" off the end of a lower place; behind a number the word may be missing."""
    for level in (" tỉnh ", " thành phố "):
        before, found, behind = rest.rpartition(level)
        if found and before and (province := find_province(behind)):
            return before, province
    words = rest.split()
    if words[:2] == ["khu", "vực"] and (province := find_province(" ".join(words[3:]))):
        return " ".join(words[:3]), province
    return rest, None


def _name_of_known(words: tuple[str, ...], known: tuple[KnownBody, ...], tail: _Tail) -> BodyName:
    names = {body.name for body in known}
    key = _shortened(known[0].name) if len(names) == 1 else " ".join(words)
    level = tail.level
    if own := _COMMITTEES.search(" ".join(words)):
        key = _COMMITTEES.sub(own[0], key)
        level = {"tỉnh": "tỉnh", "thành": "thành phố"}[own[1]]
    elif level and not key.startswith("sở "):
        key = f"{key} {level}"
    elif tail.province and not tail.place and not key.startswith("sở "):
        level = tail.province.level
        key = f"{key} {level}"
    if tail.place:
        key = f"{key} {exact(tail.place)}"
    provincial = known[0].place.startswith("province")
    return BodyName(key, tail.province, provincial, level, tail.place, known)


def _name_of_unknown(text: str) -> BodyName:
    for gap in re.finditer(r"(?<=\w) +(?=\w)", text):
        # "Thanh tra Sở Tài chính": part of a known body, and in its place.
        inner = parse_body_name(text[gap.end() :])
        if len(inner.known) == 1 and inner.known[0].place != "nation":
            key = f"{_shortened(text[: gap.start()])} {inner.key}"
            return replace(inner, key=key, known=())
        if inner.known:
            break
    words = _shortened(text).split()
    province, rest = _split_unknown(words)
    key = " ".join(rest)
    provincial = province is not None or key.endswith((" tỉnh", " thành phố"))
    level = next((one for one in ("tỉnh", "thành phố") if key.endswith(f" {one}")), "")
    return BodyName(key, province, provincial, level)


def _split_unknown(words: list[str]) -> tuple[Province | None, list[str]]:
    """Take a province off the end of a name, unless it is the name of a lower place."""
    for size in range(min(5, len(words) - 1), 0, -1):
        if words[-size] in ("tỉnh", "thành", "phố"):  # the level stays with the stem
            continue
        province = find_province(" ".join(words[-size:]))
        rest = words[:-size]
        if province and rest[-1] not in ("huyện", "xã", "quận", "phường", "trấn"):
            if rest[-1] == "phố" and "thành phố" not in province.levels:
                continue
            return province, rest
    return None, words


def _shortened(name: str) -> str:
    """Return the form of a name that keys and addresses have: "ubnd", "vì sự tiến bộ phụ nữ"."""
    key = " ".join(ABBREVIATED.get(word, word) for word in _WORD.findall(exact(name)))
    for pattern, replacement in _SHORT:
        key = pattern.sub(replacement, key)
    return key

"""Which body of the archive a name in a document means.

A text leaves out what its readers know: the province of the body that speaks, or its commune. So a
name is read with the home of its document. A name that may mean two bodies means none.
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from bantin.records.body_names import (
    BodyName,
    is_lasting_name,
    name_on_day,
    parse_body_name,
    place_province,
    turning_days,
)
from bantin.records.called_bodies import CalledBodies, CalledBody, is_of_state
from bantin.records.models import Body
from bantin.records.provinces import find_province, is_lasting_province
from bantin.text.fold import exact

_LEVELS = ("tỉnh", "thành phố")
_LOCAL = re.compile(r"(thành phố|thị xã|thị trấn|đặc khu|huyện|quận|phường|xã) ")
# Fewest syllables of a name that a text may print without its level: "Hội Nông dân".
_FEWEST = 3
# Those who head a body: an order to them is the body's task.
_HEAD_OF = re.compile(
    r"(?:(?:các )?(?:đồng chí|ông|bà) )?(?:quyền )?(?:phó )?"
    r"(?:(?:tổng )?giám đốc|chủ tịch|chủ nhiệm|bí thư|người đứng đầu|lãnh đạo|tổng biên tập|"
    r"chánh án|chánh|(?:(?:tổng cục|chi cục|cục|vụ|viện|hiệu|bộ|đội|tổ|chỉ huy|thủ) )?trưởng) "
    r"(?:thường trực )?"
)


@dataclass(frozen=True, slots=True)
class Origin:
    """Where names stand: what a document says of itself.

    Attributes:
        issuer: slug of the body that issued it.
        place: where it was issued, as printed; "" where it does not say.
        day: ISO.
        bodies: slugs of all bodies that its record names.
    """

    issuer: str
    place: str
    day: str
    bodies: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Home:
    """What names in a document leave out.

    Attributes:
        province: "" where it is unknown.
        levels: of the province, "tỉnh" or "thành phố"; both where it is unknown.
        local: the commune or district, "" for a body that serves the province.
        above: slugs of the issuer and of the bodies above it.
    """

    province: str
    levels: tuple[str, ...]
    local: str
    above: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Meaning:
    """A body that a name may mean.

    Attributes:
        slug: its own.
        heir: slug of itself, or of the first body after it that existed on the day; "" for none.
        listed_only: it is meant only where the record names it.
    """

    slug: str
    heir: str
    listed_only: bool


_Groups = tuple[tuple[_Meaning, ...], ...]


class MeantBodies:
    """Finds the bodies that names mean. Remembers what it found."""

    def __init__(self, bodies: Mapping[str, Body], called: CalledBodies) -> None:
        """Take the bodies of an archive by slug, and by what they are called."""
        self._bodies = bodies
        self._called = called
        self._homes: dict[tuple[str, str, int], _Home] = {}
        # By name, issuer and place, and by the era too where another day gives another meaning.
        self._found: dict[tuple[str, str, str], _Groups] = {}
        self._found_in: dict[tuple[str, str, str, int], _Groups] = {}

    def meant(self, printed: str, origin: Origin) -> str:
        """Return the slug of the one body that a name means; "" where it may be none or several.

        Whoever heads a body stands for it. A body that was gone gives way to the one that took it
        over.
        """
        key = printed, origin.issuer, origin.place
        groups = self._found.get(key)
        if groups is None:
            groups = self._groups(key, origin)
        for group in groups:
            if found := _choose(group, origin.bodies):
                return found[0] if len(found) == 1 else ""
        return ""

    def _groups(self, key: tuple[str, str, str], origin: Origin) -> _Groups:
        era = bisect(self._turns, origin.day)
        groups = self._found_in.get((*key, era))
        if groups is None:
            groups, is_lasting = self._read(key[0], self._home(origin, era), origin.day)
            if is_lasting:
                self._found[key] = groups
            else:
                self._found_in[*key, era] = groups
        return groups

    def _read(self, printed: str, home: _Home, day: str) -> tuple[_Groups, bool]:
        """Return the bodies that a name may mean, and whether they are the same on all days.

        They come in groups: the first that holds one counts.
        """
        on = dt.date.fromisoformat(day)
        even = exact(printed)
        headed = _HEAD_OF.match(even)
        parsed = parse_body_name(even[headed.end() :] if headed else printed)
        name = name_on_day(parsed, on)
        groups = []
        is_lasting = is_lasting_name(parsed) and is_lasting_province(home.province)
        for keys in _keys_of(name, home):
            named = {slug: one for key in keys for slug, one in self._called.called(key).items()}
            may_be = [one for _, one in sorted(named.items()) if _may_be(one, name, home)]
            is_lasting = is_lasting and not any(one.body.active for one in may_be)
            groups.append(
                tuple(
                    _Meaning(
                        one.body.slug, self._heir(one.body, on), not self._is_near(one, name, home)
                    )
                    for one in may_be
                )
            )
        return tuple(filter(None, groups)), is_lasting

    def _is_near(self, one: CalledBody, name: BodyName, home: _Home) -> bool:
        """True where the record need not name a body for it to be meant."""
        if one.local not in ("", home.local) or (one.inner and one.body.parent not in home.above):
            return False
        province = _province_in(name, home)
        # An archive of one province may leave its name out.
        is_here = one.province == province if one.province else self._provinces <= {province}
        return one.anywhere or is_here

    def _heir(self, body: Body, on: dt.date) -> str:
        """Return the slug of the body that did its work on a day; "" where that is unknown."""
        seen: set[str] = set()
        while not _existed(body, on):
            seen.add(body.slug)
            heir = self._bodies.get(body.succeeded_by or "")
            # What is yet to come has handed nothing over.
            if heir is None or heir.slug in seen or _is_to_come(body, on):
                return ""
            body = heir
        return body.slug

    def _home(self, origin: Origin, era: int) -> _Home:
        key = origin.issuer, origin.place, era
        if key not in self._homes:
            self._homes[key] = self._read_home(origin)
        return self._homes[key]

    def _read_home(self, origin: Origin) -> _Home:
        above = frozenset(body.slug for body in self._called.above(origin.issuer))
        issuer = self._bodies.get(origin.issuer)
        if issuer is None or is_of_state(issuer.name):
            return _Home("", _LEVELS, "", above)
        province, local = self._called.province_of(issuer.slug), self._called.local_of(issuer.slug)
        issued = None if province else place_province(issuer.name, origin.place)
        known = find_province(province) or issued
        if known is None:
            return _Home(province, _LEVELS, local, above)
        level = known.on(dt.date.fromisoformat(origin.day)).level
        return _Home(known.name, (level,), local, above)

    @cached_property
    def _provinces(self) -> frozenset[str]:
        return self._called.provinces

    @cached_property
    def _turns(self) -> list[str]:
        """Texts that part the ISO days on which names may mean other bodies, sorted."""
        spans = [body.active for body in self._bodies.values() if body.active]
        began = {span.from_.isoformat() for span in spans if span.from_}
        ended = {f"{span.to.isoformat()}~" for span in spans if span.to}
        return sorted({*turning_days(), *began, *ended})


def _province_in(name: BodyName, home: _Home) -> str:
    return name.province.name if name.province else home.province


def _may_be(one: CalledBody, name: BodyName, home: _Home) -> bool:
    """False for a body of another province."""
    province = _province_in(name, home)
    return one.anywhere or not province or one.province in ("", province)


def _keys_of(name: BodyName, home: _Home) -> Iterator[tuple[str, ...]]:
    """Yield the keys of a name: as printed, then with what the document's readers know."""
    own = _LOCAL.match(home.local)
    if own and name.key.endswith(f" {own[1]}") and not name.province:
        # "UBND thị xã" in a document of the town.
        yield (name.key.removesuffix(own[1]) + home.local,)
        if name.level:
            return
    if name.level and not name.province and name.level not in home.levels:
        # A city within the province.
        return
    yield (name.key,)
    if name.province or name.place or name.known:
        return
    if home.local:
        yield (f"{name.key} {home.local}",)
    elif not name.provincial and len(name.key.split()) >= _FEWEST:
        yield tuple(f"{name.key} {level}" for level in home.levels)


def _choose(group: tuple[_Meaning, ...], listed: tuple[str, ...]) -> list[str]:
    """Return the slugs of the bodies that fit best; those that the record names go first."""
    if len(group) == 1:
        # Nearly always so.
        one = group[0]
        is_own = one.slug in listed
        fits = one.heir if is_own or not one.listed_only else ""
        return [fits or one.slug] if fits or is_own else []
    meanings = [one for one in group if one.slug in listed]
    own = [one.slug for one in meanings]
    if not meanings:
        meanings = [one for one in group if not one.listed_only]
    there = [one.slug for one in meanings if one.heir == one.slug]
    return there or sorted({one.heir for one in meanings if one.heir}) or own


def _existed(body: Body, on: dt.date) -> bool:
    span = body.active
    return not _is_to_come(body, on) and (span is None or span.to is None or on <= span.to)


def _is_to_come(body: Body, on: dt.date) -> bool:
    return bool(body.active and body.active.from_ and on < body.active.from_)

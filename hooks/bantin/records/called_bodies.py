"""The bodies of an archive by what they are called, and which one a name in a document means.

A text leaves out what its readers know: the province of the body that speaks, or its commune. So a
name is read with the home of its document. A name that may mean two bodies means none.
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from bantin.records.body_names import (
    BodyName,
    name_on_day,
    parse_body_name,
    place_province,
    turning_days,
)
from bantin.records.models import Body
from bantin.records.provinces import find_province, merged_into
from bantin.text.fold import exact

_LEVELS = ("tỉnh", "thành phố")
# "Ban Mẫu tỉnh Giả Định": the place is a proper name, and of no province that is known.
_PLACED = re.compile(r"(.+ (?:tỉnh|thành phố)) ((?:[^\W\d_]\w*|\d+)(?: [^\W_]\w*){0,3})")
# Fewest syllables of a name that a text may print without its level: "Hội Nông dân".
_FEWEST = 3
# Shorter names stand in numbers of documents, not in texts: "VP", "TU".
_FEWEST_LETTERS = 3
# Units that every office has: which one is meant, only its own documents say.
_INNER = re.compile(r"(?:văn phòng|phòng|tổ|khoa|đội|trạm|thanh tra)(?: |$)")
_ANYWHERE = ("nation", "letterhead", "region")
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
class CalledBody:
    """A body under one of its names.

    Attributes:
        body: its record.
        province: that it serves, without its level; "" where nobody says so.
        anywhere: its name says all: it serves the state, or the name holds the place.
        local: its commune or district, where the name leaves it out: "phường Mẫu Một".
        inner: a unit that every office has, without the name of the office.
    """

    body: Body
    province: str
    anywhere: bool
    local: str
    inner: bool


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
class _Sense:
    """A body that a name may mean.

    Attributes:
        slug: its own.
        heir: slug of itself, or of the first body after it that existed on the day; "" for none.
        listed_only: it is meant only where the record names it.
    """

    slug: str
    heir: str
    listed_only: bool


class CalledBodies:
    """Finds the bodies of one archive by name. Remembers what it found."""

    def __init__(self, bodies: Mapping[str, Body]) -> None:
        """Take the bodies by slug; those that they refer to may be missing."""
        self._bodies = bodies
        self._homes: dict[tuple[str, str, int], _Home] = {}
        self._found: dict[tuple[str, str, str, int], tuple[tuple[_Sense, ...], ...]] = {}

    def called(self, key: str) -> Mapping[str, CalledBody]:
        """Return slug → body, for all that have a name with this `BodyName.key`."""
        return self._by_key.get(key, {})

    @cached_property
    def provinces(self) -> frozenset[str]:
        """The provinces that the bodies serve."""
        return frozenset(filter(None, map(self._province_of, self._bodies.values())))

    def meant(self, printed: str, origin: Origin) -> str:
        """Return the slug of the one body that a name means; "" where it may be none or several.

        Whoever heads a body stands for it. A body that was gone gives way to the one that took it
        over.
        """
        era = bisect(self._turns, origin.day)
        key = printed, origin.issuer, origin.place, era
        groups = self._found.get(key)
        if groups is None:
            home = self._home(origin, era)
            groups = self._found[key] = tuple(self._candidates(printed, home, origin.day))
        for group in groups:
            if found := _choose(group, origin.bodies):
                return found[0] if len(found) == 1 else ""
        return ""

    def _candidates(self, printed: str, home: _Home, day: str) -> Iterator[tuple[_Sense, ...]]:
        """Yield the bodies that a name may mean, in groups: the first that holds one counts."""
        on = dt.date.fromisoformat(day)
        even = exact(printed)
        headed = _HEAD_OF.match(even)
        name = name_on_day(parse_body_name(even[headed.end() :] if headed else printed), on)
        for keys in _keys_of(name, home):
            called = {slug: one for key in keys for slug, one in self.called(key).items()}
            fits = (one for _, one in sorted(called.items()) if self._may_be(one, name, home))
            yield tuple(
                _Sense(one.body.slug, self._heir(one.body, on), not self._is_near(one, name, home))
                for one in fits
            )

    def _may_be(self, one: CalledBody, name: BodyName, home: _Home) -> bool:
        """False for a body of another province."""
        province = name.province.name if name.province else home.province
        return one.anywhere or not province or one.province in ("", province)

    def _is_near(self, one: CalledBody, name: BodyName, home: _Home) -> bool:
        """True where the body need not stand in the record to be meant."""
        province = name.province.name if name.province else home.province
        if one.local not in ("", home.local) or (one.inner and one.body.parent not in home.above):
            return False
        # An archive of one province may leave its name out.
        is_here = one.province == province if one.province else self.provinces <= {province}
        return one.anywhere or is_here

    def _heir(self, body: Body, on: dt.date) -> str:
        seen: set[str] = set()
        while not _existed(body, on):
            seen.add(body.slug)
            heir = self._bodies.get(body.succeeded_by or "")
            # What is yet to come has taken nothing over.
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
        above = list(self._above(origin.issuer))
        slugs = frozenset(body.slug for body in above)
        if not above or any(map(_is_central, above[:1])):
            return _Home("", _LEVELS, "", slugs)
        province = self._province_of(above[0])
        issued = None if province else place_province(above[0].name, origin.place)
        real = find_province(province) or issued
        if real is None:
            return _Home(province, _LEVELS, self._local_of(above[0]), slugs)
        level = real.on(dt.date.fromisoformat(origin.day)).level
        return _Home(real.name, (level,), self._local_of(above[0]), slugs)

    def _above(self, slug: str) -> Iterator[Body]:
        """Yield a body and those above it; stops at an unknown slug or a circle."""
        seen: set[str] = set()
        while slug not in seen and (body := self._bodies.get(slug)):
            seen.add(slug)
            yield body
            slug = body.parent or ""

    def _province_of(self, body: Body) -> str:
        for one in self._above(body.slug):
            if province := province_of(one):
                return province
        return ""

    def _local_of(self, body: Body) -> str:
        """Return the commune or district of a body, as keys have it; "" for none."""
        for one in self._above(body.slug):
            name = parse_body_name(one.name)
            if name.is_local:
                return exact(name.place)
            if name.provincial:
                return ""
        return ""

    @cached_property
    def _turns(self) -> list[str]:
        """Days on which names may come to mean other bodies, ISO, sorted."""
        spans = [body.active for body in self._bodies.values() if body.active]
        began = {span.from_.isoformat() for span in spans if span.from_}
        ended = {f"{span.to.isoformat()}~" for span in spans if span.to}
        return sorted({*turning_days(), *began, *ended})

    @cached_property
    def _by_key(self) -> Mapping[str, Mapping[str, CalledBody]]:
        found: dict[str, dict[str, CalledBody]] = defaultdict(dict)
        for _, body in sorted(self._bodies.items()):
            for key, one in self._names_of(body):
                found[key].setdefault(body.slug, one)
        return found

    def _names_of(self, body: Body) -> Iterator[tuple[str, CalledBody]]:
        province, local = self._province_of(body), self._local_of(body)
        for printed in (body.name, *body.short_names):
            name = parse_body_name(printed)
            if sum(map(str.isalpha, printed)) < _FEWEST_LETTERS:
                continue
            central = bool(name.known) and all(one.place in _ANYWHERE for one in name.known)
            placed = None if name.known or name.province else _PLACED.fullmatch(printed)
            if placed and _is_proper(placed[2], body):
                stem = parse_body_name(placed[1])
                place = province or exact(placed[2])
                yield stem.key, CalledBody(body, place, anywhere=False, local="", inner=False)
            bare = not (name.known or name.place or name.provincial)
            yield (
                name.key,
                CalledBody(
                    body,
                    province,
                    anywhere=central or placed is not None,
                    local=local if bare else "",
                    inner=bare and _INNER.match(name.key) is not None,
                ),
            )


def province_of(body: Body) -> str:
    """Return the province that a body's record says, or its name; "" where they do not."""
    named = parse_body_name(body.name).province
    said = find_province(body.province) if body.province else None
    if named and said and merged_into(named) == said:
        # The record gives the province of today.
        return named.name
    if said:
        return said.name
    return exact(body.province) if body.province else named.name if named else ""


def _is_central(body: Body) -> bool:
    known = parse_body_name(body.name).known
    return bool(known) and all(one.place in _ANYWHERE for one in known)


def _is_proper(place: str, body: Body) -> bool:
    return exact(place) == exact(body.province or "") or all(
        word[0].isupper() or word[0].isdigit() for word in place.split()
    )


def _keys_of(name: BodyName, home: _Home) -> Iterator[tuple[str, ...]]:
    """Yield the keys of a name: as printed, then with what the document's readers know."""
    if name.level and not name.province and name.level not in home.levels:
        # A city within the province.
        return
    yield (name.key,)
    if name.province or name.place or name.known:
        return
    if home.local:
        level = home.local.partition(" ")[0]
        yield (f"{name.key.removesuffix(f' {level}')} {home.local}",)
    elif not name.provincial and len(name.key.split()) >= _FEWEST:
        yield tuple(f"{name.key} {level}" for level in home.levels)


def _choose(group: Iterable[_Sense], listed: Iterable[str]) -> list[str]:
    """Return the slugs of the bodies that fit best; those that the record names go first."""
    candidates = [one for one in group if one.slug in listed]
    if candidates:
        own = [one.slug for one in candidates]
    else:
        candidates, own = [one for one in group if not one.listed_only], []
    there = [one.slug for one in candidates if one.heir == one.slug]
    return there or sorted({one.heir for one in candidates if one.heir}) or own


def _existed(body: Body, on: dt.date) -> bool:
    span = body.active
    return not _is_to_come(body, on) and (span is None or span.to is None or on <= span.to)


def _is_to_come(body: Body, on: dt.date) -> bool:
    return bool(body.active and body.active.from_ and on < body.active.from_)

"""The bodies of an archive by what they are called, each with the place that it serves.

Knows records of bodies, and the forms of names. Which body a text means, `meant_bodies` says.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from bantin.records.body_names import parse_body_name
from bantin.records.models import Body
from bantin.records.provinces import find_province, merged_into
from bantin.text.fold import exact

# "Ban Mẫu tỉnh Giả Định": the place is a proper name, and of no province that is known.
_PLACED = re.compile(r"(.+ (?:tỉnh|thành phố)) (\w+(?: \w+){0,3})")
# Shorter names stand in numbers of documents, not in texts: "VP", "TU".
_FEWEST_LETTERS = 3
# Units that every office has: which one is meant, only its own documents say.
_INNER = re.compile(r"(?:văn phòng|phòng|tổ|khoa|đội|trạm|thanh tra)(?: |$)")
_ANYWHERE = ("nation", "letterhead", "region")


@dataclass(frozen=True, slots=True)
class CalledBody:
    """A body under one of its names.

    Attributes:
        body: its record.
        province: that it serves, without its level; "" where nobody says so.
        anywhere: its name says all: it serves the state, or the name holds the place.
        local: its commune or district, where the name leaves it out: "phường mẫu một".
        inner: a unit that every office has, without the name of the office.
    """

    body: Body
    province: str
    anywhere: bool
    local: str
    inner: bool


class CalledBodies:
    """The bodies of one archive by name."""

    def __init__(self, bodies: Mapping[str, Body]) -> None:
        """Take the bodies by slug; those that they refer to may be missing."""
        self._bodies = bodies

    def called(self, key: str) -> Mapping[str, CalledBody]:
        """Return slug → body, for all that have a name with this `BodyName.key`."""
        return self._by_key.get(key, {})

    @cached_property
    def provinces(self) -> frozenset[str]:
        """The provinces that the bodies serve."""
        return frozenset(filter(None, map(self.province_of, self._bodies)))

    def above(self, slug: str) -> Iterator[Body]:
        """Yield a body and those above it; stops at an unknown slug or a circle."""
        seen: set[str] = set()
        while slug not in seen and (body := self._bodies.get(slug)):
            seen.add(slug)
            yield body
            slug = body.parent or ""

    def province_of(self, slug: str) -> str:
        """Return the province that a body serves, or one above it; "" where none says so."""
        return next(filter(None, map(said_province, self.above(slug))), "")

    def local_of(self, slug: str) -> str:
        """Return the commune or district that a body serves, as keys have it; "" for none."""
        for body in self.above(slug):
            name = parse_body_name(body.name)
            if name.is_local:
                return exact(name.place)
            if name.provincial:
                return ""
        return ""

    @cached_property
    def _by_key(self) -> Mapping[str, Mapping[str, CalledBody]]:
        found: dict[str, dict[str, CalledBody]] = defaultdict(dict)
        for _, body in sorted(self._bodies.items()):
            for key, one in self._names_of(body):
                found[key].setdefault(body.slug, one)
        return found

    def _names_of(self, body: Body) -> Iterator[tuple[str, CalledBody]]:
        province, local = self.province_of(body.slug), self.local_of(body.slug)
        for printed in (body.name, *body.short_names):
            if sum(map(str.isalpha, printed)) < _FEWEST_LETTERS:
                continue
            name = parse_body_name(printed)
            placed = None if name.known or name.province else _PLACED.fullmatch(printed)
            if placed and _is_place(placed[2], body):
                stem = parse_body_name(placed[1])
                place = province or exact(placed[2])
                yield stem.key, CalledBody(body, place, anywhere=False, local="", inner=False)
            bare = not (name.known or name.place or name.provincial)
            yield (
                name.key,
                CalledBody(
                    body,
                    province,
                    anywhere=placed is not None or is_of_state(printed),
                    local=local if bare else "",
                    inner=bare and _INNER.match(name.key) is not None,
                ),
            )


def said_province(body: Body) -> str:
    """Return the province that a body's record says, or its name; "" where they do not."""
    named = parse_body_name(body.name).province
    said = find_province(body.province) if body.province else None
    if named and said and merged_into(named) == said:
        # The record gives the province of today.
        return named.name
    if said:
        return said.name
    return exact(body.province) if body.province else named.name if named else ""


def is_of_state(name: str) -> bool:
    """True for the name of a body of the state, or of a region of several provinces."""
    known = parse_body_name(name).known
    return bool(known) and all(one.place in _ANYWHERE for one in known)


def _is_place(words: str, body: Body) -> bool:
    """True for words that are a proper name, as those of a place are."""
    return exact(words) == exact(body.province or "") or not any(
        word[0].islower() for word in words.split()
    )

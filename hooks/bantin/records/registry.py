"""Bodies, sections and people by slug. Articles and documents refer to them."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType

from bantin.records.abbreviations import KnownAbbreviations, gather_abbreviations
from bantin.records.called_bodies import CalledBodies
from bantin.records.meant_bodies import MeantBodies
from bantin.records.models import Body, Person, Section
from bantin.text.collate import sort_key


@dataclass(frozen=True)
class Registry:
    """The records that others refer to, by slug."""

    bodies: Mapping[str, Body] = field(default_factory=dict)
    sections: Mapping[str, Section] = field(default_factory=dict)
    people: Mapping[str, Person] = field(default_factory=dict)

    @classmethod
    def of(
        cls, bodies: Iterable[Body], sections: Iterable[Section], people: Iterable[Person]
    ) -> Registry:
        """Index records by slug; slugs are unique within a folder by nature."""
        return cls(
            MappingProxyType({body.slug: body for body in bodies}),
            MappingProxyType({section.slug: section for section in sections}),
            MappingProxyType({person.slug: person for person in people}),
        )

    @cached_property
    def abbreviations(self) -> KnownAbbreviations:
        """What abbreviations stand for in this archive."""
        return gather_abbreviations(self.bodies.values())

    @cached_property
    def called(self) -> CalledBodies:
        """The bodies by what they are called."""
        return CalledBodies(self.bodies)

    @cached_property
    def meanings(self) -> MeantBodies:
        """Which bodies the names in documents mean."""
        return MeantBodies(self.bodies, self.called)

    def sections_in_order(self) -> list[Section]:
        """Return the sections in the editors' order, equal ones by name."""
        return sorted(
            self.sections.values(), key=lambda one: (one.order, sort_key(one.name), one.slug)
        )

    def ancestors(self, slug: str) -> Iterator[Body]:
        """Yield the bodies above one, nearest first; stops at an unknown slug or a circle."""
        seen = {slug}
        body = self.bodies.get(slug)
        while body and body.parent and body.parent not in seen:
            seen.add(body.parent)
            body = self.bodies.get(body.parent)
            if body:
                yield body

    def successors(self, slug: str) -> tuple[Body, ...]:
        """Return the bodies that took a body's work over, nearest first; stops at a circle."""
        heirs: dict[str, Body] = {}
        heir = self.bodies[slug].succeeded_by
        while heir and heir != slug and heir not in heirs:
            heirs[heir] = self.bodies[heir]
            heir = heirs[heir].succeeded_by
        return tuple(heirs.values())

    def children(self, slug: str) -> tuple[Body, ...]:
        """Return the bodies right below this one, by slug."""
        return self._below.get(slug, ())

    def predecessors(self, slug: str) -> tuple[Body, ...]:
        """Return the bodies whose work this one took over, by slug."""
        return self._before.get(slug, ())

    @cached_property
    def _below(self) -> dict[str, tuple[Body, ...]]:
        return self._gathered(lambda body: body.parent)

    @cached_property
    def _before(self) -> dict[str, tuple[Body, ...]]:
        return self._gathered(lambda body: body.succeeded_by)

    def _gathered(self, key: Callable[[Body], str | None]) -> dict[str, tuple[Body, ...]]:
        """Return the bodies that name another one, by the name, each group by slug."""
        groups: dict[str, list[Body]] = {}
        for _, body in sorted(self.bodies.items()):
            if named := key(body):
                groups.setdefault(named, []).append(body)
        return {named: tuple(group) for named, group in groups.items()}


def suggest(slug: str, known: Iterable[str]) -> str:
    """Return a hint for an unknown slug: the nearest known one, or how to make it."""
    close = difflib.get_close_matches(slug, list(known), n=1, cutoff=0.6)
    return f"có phải là “{close[0]}”?" if close else "kiểm tra lại tên tệp hoặc tạo tệp ấy trước"

"""What one document decided: its conclusions, who came to them, whom they are given to.

Worked out from the record alone, but for the bodies that names mean: those the registry knows.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from pydantic import TypeAdapter

from bantin.catalog.people import slug_named
from bantin.catalog.timelines import bodies_of
from bantin.minutes.conclusions import Conclusion, find_conclusions
from bantin.records.models import Body, Document
from bantin.records.registry import Registry
from bantin.text.fold import exact

_LEVELS = ("tỉnh", "thành phố")


@dataclass(frozen=True, slots=True)
class Chair:
    """Who chaired the meeting and concluded: slug and name as written."""

    slug: str
    name: str


@dataclass(frozen=True, slots=True)
class Decided:
    """The conclusions of one document.

    Attributes:
        points: in order; at least one.
        chairs: of its meeting; () where none is named.
        bodies: slugs of all bodies the document belongs to: those that names in it may mean.
    """

    points: tuple[Conclusion, ...]
    chairs: tuple[Chair, ...]
    bodies: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Addressee:
    """Somebody a conclusion is given to: a body's slug, or "" where no body is meant for sure."""

    name: str
    slug: str


_DECIDED = TypeAdapter(Decided)


def decided_by(document: Document) -> Decided | None:
    """Return what a document decided; None where it states no conclusions."""
    points = find_conclusions(document)
    if not points:
        return None
    names = document.meeting.chairs if document.meeting else ()
    chairs = tuple(Chair(slug_named(document, name), name) for name in dict.fromkeys(names))
    return Decided(points, chairs, tuple(bodies_of(document)))


def pack_decided(decided: Decided) -> bytes:
    """Return it as bytes."""
    return _DECIDED.dump_json(decided)


def unpack_decided(content: bytes) -> Decided:
    """Return what `pack_decided` made bytes of."""
    return _DECIDED.validate_json(content)


def addressees_of(
    point: Conclusion, bodies: Iterable[str], registry: Registry
) -> tuple[Addressee, ...]:
    """Return those a conclusion is given to, in order.

    Args:
        point: one conclusion.
        bodies: slugs of the bodies of its document; unknown ones count for nothing.
        registry: knows what bodies are called.
    """
    known = [registry.bodies[slug] for slug in bodies if slug in registry.bodies]
    told = (registry.bodies[slug] for slug in point.bodies if slug in registry.bodies)
    return (
        *(Addressee(body.name, body.slug) for body in told),
        *(Addressee(name, _meant(name, known)) for name in point.directive.addressees),
    )


def _meant(printed: str, bodies: Iterable[Body]) -> str:
    """Return the slug of the one body that a name means; "" where it may be none or several."""
    wanted = name_key(printed)
    found = [
        body.slug
        for body in bodies
        if any(name_means(wanted, name_key(name)) for name in (body.name, *body.short_names))
    ]
    return found[0] if len(found) == 1 else ""


# The same few names stand in thousands of records.
name_key = lru_cache(maxsize=16_384)(exact)


def name_means(wanted: str, name: str) -> bool:
    """True when a text that leaves out the province, or its level too, means a body's name."""
    if name == wanted:
        return True
    rest = name.removeprefix(f"{wanted} ")
    return rest != name and (wanted.endswith(_LEVELS) or rest.startswith(_LEVELS))

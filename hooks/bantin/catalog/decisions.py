"""What one document decided: its conclusions, who came to them, whom they are given to.

Worked out from the record alone, but for the bodies that names mean: those the registry knows.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from pydantic import TypeAdapter

from bantin.catalog.people import slug_named
from bantin.catalog.timeline_names import bodies_of
from bantin.minutes.orders import Order, read_orders
from bantin.records.models import Body, Document
from bantin.records.registry import Registry
from bantin.rendering.rendered_text import RenderedText
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

    points: tuple[Order, ...]
    chairs: tuple[Chair, ...]
    bodies: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Addressee:
    """Somebody a conclusion is given to: a body's slug, or "" where no body is meant for sure."""

    name: str
    slug: str


@dataclass(frozen=True, slots=True)
class PackedDecided:
    """What a document decided, as the tables keep it; made where the record is read.

    Attributes:
        size: how many conclusions.
        directives: which kinds there are, sorted, a comma between.
        first_due: the earliest day that one is due on, ISO; None where none is.
        last_due: the latest.
        given: whom each is given to, JSON: little, to settle for all whose tasks they are.
        content: all of it, JSON.
    """

    size: int
    directives: str
    first_due: str | None
    last_due: str | None
    given: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Given:
    """Whom the conclusions of a document are given to, before names are looked up.

    Attributes:
        chairs: slugs of those who came to them.
        bodies: slugs of those that names may mean.
        points: for each conclusion slugs told by the editor, names of those who must act, names of
            those who help, and the day it is due on, ISO ("" for none).
    """

    chairs: tuple[str, ...]
    bodies: tuple[str, ...]
    points: tuple[tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...], str], ...]


_DECIDED = TypeAdapter(Decided)
_GIVEN = TypeAdapter(Given)


def decided_by(document: Document, text: RenderedText) -> tuple[PackedDecided | None, RenderedText]:
    """Return what a document decided, and its text in which each order has its address.

    None where it states no conclusions.
    """
    points, text = read_orders(document, text)
    return (_packed(document, points) if points else None), text


def _packed(document: Document, points: tuple[Order, ...]) -> PackedDecided:
    names = document.meeting.chairs if document.meeting else ()
    chairs = tuple(Chair(slug_named(document, name), name) for name in dict.fromkeys(names))
    decided = Decided(points, chairs, tuple(bodies_of(document)))
    given = Given(
        chairs=tuple(chair.slug for chair in chairs),
        bodies=decided.bodies,
        points=tuple(
            (one.bodies, one.directive.addressees, one.directive.helpers, _day_of(one))
            for one in points
        ),
    )
    days = [day for *_, day in given.points if day]
    return PackedDecided(
        size=len(points),
        directives=",".join(sorted({one.directive.kind for one in points})),
        first_due=min(days, default=None),
        last_due=max(days, default=None),
        given=_GIVEN.dump_json(given).decode(),
        content=_DECIDED.dump_json(decided, exclude_defaults=True),
    )


def _day_of(point: Order) -> str:
    due = point.deadline.due if point.deadline else None
    return due.isoformat() if due else ""


def unpack_decided(content: bytes) -> Decided:
    """Return what a document decided, from `PackedDecided.content`."""
    return _DECIDED.validate_json(content)


def unpack_given(text: str) -> Given:
    """Return whom conclusions are given to, from `PackedDecided.given`."""
    return _GIVEN.validate_json(text)


def addressees_of(
    told: Iterable[str], names: Iterable[str], bodies: Iterable[str], registry: Registry
) -> tuple[Addressee, ...]:
    """Return those a conclusion is given to, in order.

    Args:
        told: slugs of those the editor names.
        names: the others, as printed.
        bodies: slugs of the bodies of its document; unknown ones count for nothing.
        registry: knows what bodies are called.
    """
    known = [registry.bodies[slug] for slug in bodies if slug in registry.bodies]
    slugs = (registry.bodies[slug] for slug in told if slug in registry.bodies)
    return (
        *(Addressee(body.name, body.slug) for body in slugs),
        *(Addressee(name, _meant(name, known)) for name in names),
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

"""What one document decided: its conclusions, who came to them, whom they are given to.

Worked out from the record alone, but for the bodies that names mean: those the registry knows.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pydantic import TypeAdapter

from bantin.catalog.people import slug_named
from bantin.catalog.timeline_names import bodies_of
from bantin.minutes.orders import Order, read_orders
from bantin.minutes.unclear import unclear_keys
from bantin.records.meant_bodies import Origin
from bantin.records.models import Document
from bantin.records.registry import Registry
from bantin.rendering.rendered_text import RenderedText


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
        origin: where its names stand.
    """

    points: tuple[Order, ...]
    chairs: tuple[Chair, ...]
    origin: Origin


@dataclass(frozen=True, slots=True)
class Addressee:
    """Somebody a conclusion is given to: a body's slug, or "" where no body is meant for sure."""

    name: str
    slug: str


@dataclass(frozen=True, slots=True)
class Parties:
    """Those a conclusion is given to: who must act, and who only helps; no body stands twice."""

    lead: tuple[Addressee, ...]
    helping: tuple[Addressee, ...]


@dataclass(frozen=True, slots=True)
class PackedDecided:
    """What a document decided, as the tables keep it; made where the record is read.

    Attributes:
        size: how many conclusions.
        directives: which kinds there are, sorted, a comma between.
        first_due: the earliest day that one is due on, ISO; None where none is.
        last_due: the latest.
        unclear: how many lack a kind or an addressee; 0 for a withdrawn document.
        given: whom each is given to, JSON: little, to settle for all whose tasks they are.
        content: all of it, JSON.
    """

    size: int
    directives: str
    first_due: str | None
    last_due: str | None
    unclear: int
    given: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Given:
    """Whom the conclusions of a document are given to, before names are looked up.

    Attributes:
        chairs: slugs of those who came to them.
        origin: where the names stand.
        points: for each conclusion slugs told by the editor, names of those who must act, names of
            those who help, and the day it is due on, ISO ("" for none).
    """

    chairs: tuple[str, ...]
    origin: Origin
    points: tuple[tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...], str], ...]


_DECIDED = TypeAdapter(Decided)
_GIVEN = TypeAdapter(Given)


def decided_by(document: Document, text: RenderedText) -> tuple[PackedDecided | None, RenderedText]:
    """Return what a document decided, and its text in which each order has its address.

    None where it states no conclusions.
    """
    points, text = read_orders(document, text)
    return (_packed(document, points) if points else None), text


def origin_of(document: Document) -> Origin:
    """Return where the names in a document stand."""
    return Origin(
        issuer=document.issuer,
        place=document.place or "",
        day=document.day.isoformat(),
        bodies=tuple(bodies_of(document)),
    )


def _packed(document: Document, points: tuple[Order, ...]) -> PackedDecided:
    names = document.meeting.chairs if document.meeting else ()
    chairs = tuple(Chair(slug_named(document, name), name) for name in dict.fromkeys(names))
    origin = origin_of(document)
    decided = Decided(points, chairs, origin)
    given = Given(
        chairs=tuple(chair.slug for chair in chairs),
        origin=origin,
        points=tuple(
            (
                one.bodies,
                one.directive.addressees,
                (*one.helper_bodies, *one.directive.helpers),
                _day_of(one),
            )
            for one in points
        ),
    )
    days = [day for *_, day in given.points if day]
    # Nobody mends what is withdrawn.
    unclear = 0 if document.status == "withdrawn" else sum(map(bool, map(unclear_keys, points)))
    return PackedDecided(
        size=len(points),
        directives=",".join(sorted({one.directive.kind for one in points})),
        first_due=min(days, default=None),
        last_due=max(days, default=None),
        unclear=unclear,
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


def parties_of(
    told: Iterable[str],
    names: Iterable[str],
    helping_names: Iterable[str],
    origin: Origin,
    registry: Registry,
) -> Parties:
    """Return those a conclusion is given to, each body once, under the first of its names.

    Args:
        told: slugs of those the editor names; unknown ones count for nothing.
        names: the others who must act, as printed.
        helping_names: names of those who help, as printed, and slugs that the editor gave.
        origin: where the names stand.
        registry: knows what bodies are called.
    """
    meant = registry.meanings.meant
    lead = [Addressee(registry.bodies[slug].name, slug) for slug in told if slug in registry.bodies]
    lead += [Addressee(name, meant(name, origin)) for name in names]
    helping = [
        Addressee(registry.bodies[name].name, name)
        if name in registry.bodies
        else Addressee(name, meant(name, origin))
        for name in helping_names
    ]
    if len(lead) + len(helping) < 2:
        return Parties(tuple(lead), tuple(helping))
    taken: set[str] = set()
    return Parties(_once(lead, taken), _once(helping, taken))


def _once(addressees: Iterable[Addressee], taken: set[str]) -> tuple[Addressee, ...]:
    """Return those whose body is not taken yet, and take it."""
    found = []
    for one in addressees:
        if one.slug not in taken:
            found.append(one)
        if one.slug:
            taken.add(one.slug)
    return tuple(found)

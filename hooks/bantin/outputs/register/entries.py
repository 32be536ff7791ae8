"""What the register shows of a document: its conclusions, whole or only somebody's.

Shared by pages, data files and calendars, so that all of them say the same.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from bantin.catalog.catalog import Catalog, group
from bantin.catalog.register import Task
from bantin.outputs.cards import Card, card_of
from bantin.outputs.conclusions import ConclusionView, view_conclusion
from bantin.rendering.markdown import plain_text
from bantin.rendering.renderer import Link


@dataclass(frozen=True, slots=True)
class Point:
    """A conclusion.

    Attributes:
        url: its address, relative to the root: that of its document and "#kl-3".
        text: its words, without markup.
        kind: key of what it directs, "assign"; "" where the wording does not tell.
        told: all else that is known of it.
    """

    url: str
    text: str
    kind: str
    told: ConclusionView


@dataclass(frozen=True, slots=True)
class Entry:
    """A document with some or all of its conclusions, those in its order."""

    card: Card
    chairs: tuple[Link, ...]
    points: tuple[Point, ...]


def entries_of(src_uris: Iterable[str], catalog: Catalog) -> tuple[Entry, ...]:
    """Return documents with all their conclusions, in the given order."""
    return tuple(entry for uri in src_uris for entry in _entries(uri, catalog, None))


def entries_with(tasks: Iterable[Task], catalog: Catalog) -> tuple[Entry, ...]:
    """Return the documents of tasks with these only, documents in order of appearance."""
    by_document = group(tasks, lambda task: [task.src_uri])
    return tuple(
        entry
        for uri, found in by_document.items()
        for entry in _entries(uri, catalog, {task.rank for task in found})
    )


def _entries(src_uri: str, catalog: Catalog, ranks: Collection[int] | None) -> Iterator[Entry]:
    decided = catalog.register.decided(src_uri)
    if decided is None:
        return
    card = card_of(catalog.item(src_uri), catalog.registry)
    points = (
        Point(
            url=f"{card.url}#{point.anchor}",
            text=plain_text(point.text),
            kind=point.directive.kind,
            told=view_conclusion(point, decided.bodies, catalog.registry),
        )
        for rank, point in enumerate(decided.points)
        if ranks is None or rank in ranks
    )
    chairs = tuple(Link(chair.name, f"nguoi/{chair.slug}/") for chair in decided.chairs)
    yield Entry(card, chairs, tuple(points))

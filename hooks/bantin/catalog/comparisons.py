"""Comparisons: a meeting's conclusions beside those on the same months of the nearest year before.

`OtherYears` tells which meetings these are. Whoever shows a comparison shows its reports too.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bantin.catalog.catalog import Catalog
from bantin.catalog.decisions import parties_of
from bantin.catalog.items import Item
from bantin.catalog.kinship import line_of
from bantin.catalog.register import Task
from bantin.minutes.orders import Order
from bantin.minutes.tasks_again import ComparedPoint, find_tasks_again
from bantin.records.meant_bodies import Origin
from bantin.records.registry import Registry
from bantin.text.fold import exact

# Each point is compared with each. Beyond this, a page would be too long to read as well.
_MOST = 300


@dataclass(frozen=True, slots=True)
class Comparison:
    """The conclusions of two years. Each stands in one of the three, in its documents' order.

    Attributes:
        again: (later, earlier) for each task that came again; in order of the later ones.
        new: those of the later year alone.
        gone: those of the earlier year alone.
    """

    again: tuple[tuple[Task, Task], ...]
    new: tuple[Task, ...]
    gone: tuple[Task, ...]


def are_comparable(later: Iterable[Item], earlier: Iterable[Item], catalog: Catalog) -> bool:
    """True when both years have conclusions, and not too many to compare."""
    return all(1 <= _count(_documents(items), catalog) <= _MOST for items in (later, earlier))


def compare(later: Iterable[Item], earlier: Iterable[Item], catalog: Catalog) -> Comparison | None:
    """Compare the conclusions of two years' reports; None where they are not comparable.

    Withdrawn documents do not count.
    """
    later, earlier = _documents(later), _documents(earlier)
    if not are_comparable(later, earlier, catalog):
        return None
    tasks, points = _points(later, catalog)
    old_tasks, old_points = _points(earlier, catalog)
    pairs = dict(find_tasks_again(points, old_points))
    kept = set(pairs.values())
    return Comparison(
        again=tuple((tasks[new], old_tasks[old]) for new, old in pairs.items()),
        new=tuple(task for place, task in enumerate(tasks) if place not in pairs),
        gone=tuple(task for place, task in enumerate(old_tasks) if place not in kept),
    )


def _documents(items: Iterable[Item]) -> list[Item]:
    return [item for item in items if item.kind and item.status != "withdrawn"]


def _count(documents: Iterable[Item], catalog: Catalog) -> int:
    query = "select size from decided where src_uri = ?"
    rows = (catalog.connection.execute(query, (one.src_uri,)).fetchone() for one in documents)
    return sum(row[0] for row in rows if row)


def _points(documents: Iterable[Item], catalog: Catalog) -> tuple[list[Task], list[ComparedPoint]]:
    tasks, points = [], []
    for item in documents:
        decided = catalog.register.decided(item.src_uri)
        for rank, order in enumerate(decided.points if decided else ()):
            assert decided is not None
            tasks.append(Task(item.src_uri, rank))
            points.append(_compared(order, decided.origin, catalog.registry))
    return tasks, points


def _compared(order: Order, origin: Origin, registry: Registry) -> ComparedPoint:
    named = parties_of(order.bodies, order.directive.addressees, (), origin, registry).lead
    # A name that means no body for sure is compared as printed. No slug has a capital or a space.
    printed = {f"“{exact(one.name)}”" for one in named if not one.slug}
    slugs = {one.slug for one in named if one.slug}
    kin = {other for slug in slugs for other in line_of(slug, registry)}
    return ComparedPoint(
        text=order.text,
        names=tuple(one.name for one in named),
        holders=frozenset(slugs | printed),
        kin=frozenset(kin | printed),
        is_refusal=order.directive.kind == "refuse",
    )

"""The register's entry of a document: its conclusions, all of them or one holder's.

Pages, data files and calendars share it, so they say the same.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from bantin.catalog.catalog import Catalog, group
from bantin.catalog.register import Role, Task
from bantin.catalog.relations.order_history import ORDER_HISTORY
from bantin.outputs.cards import Card, card_of
from bantin.outputs.register.orders import OrderView, view_orders
from bantin.records import folders
from bantin.records.models import Document
from bantin.rendering.frame import Link

# About a year of a large archive; four kilobytes each.
KEPT_ENTRIES = 1_000


@dataclass(frozen=True, slots=True)
class Point:
    """A conclusion.

    Attributes:
        url: its address relative to the root: the document's address and "#kl-3".
        text: its words, without markup.
        kind: key of its directive, "assign"; "" where the wording does not tell.
        told: the other details of the point.
        role: the part of the body whose tasks are shown: "lead" where it must act, "with" where it
            helps; "" elsewhere.
    """

    url: str
    text: str
    kind: str
    told: OrderView
    role: Role = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A document with some or all of its conclusions, in the document's order.

    Attributes:
        src_uri: the document's file.
        lasting_id: the document's.
        card: the document in a list.
        chairs: who came to the conclusions.
        points: the conclusions.
    """

    src_uri: str
    lasting_id: str
    card: Card
    chairs: tuple[Link, ...]
    points: tuple[Point, ...]

    def id_of(self, point: Point) -> str:
        """Return the lasting id of a conclusion: that of its document, and its printed number.

        A conclusion that gets another number is another one: nothing else of it stays for sure.
        """
        return f"{self.lasting_id}#{point.told.anchor}"


class Entries:
    """Makes the entries of one archive. Keeps recent ones, as several pages show the same."""

    def __init__(self, catalog: Catalog) -> None:
        self.catalog = catalog
        self._entry = lru_cache(KEPT_ENTRIES)(self._make)

    def of(self, src_uris: Iterable[str]) -> tuple[Entry, ...]:
        """Return documents with all their conclusions, in the given order; skip the others."""
        return tuple(entry for uri in src_uris if (entry := self._entry(uri)) is not None)

    def with_tasks(self, tasks: Iterable[Task]) -> tuple[Entry, ...]:
        """Return the documents of tasks, with these tasks only, in order of first appearance."""
        found = []
        for uri, ours in group(tasks, lambda task: [task.src_uri]).items():
            entry, roles = self._entry(uri), {task.rank: task.role for task in ours}
            assert entry is not None
            points = (
                replace(point, role=roles[rank])
                for rank, point in enumerate(entry.points)
                if rank in roles
            )
            found.append(replace(entry, points=tuple(points)))
        return tuple(found)

    def _make(self, src_uri: str) -> Entry | None:
        catalog = self.catalog
        decided = catalog.register.decided(src_uri)
        if decided is None:
            return None
        item, document = catalog.item(src_uri), catalog.known(src_uri)
        assert isinstance(document, Document)
        events = ORDER_HISTORY.shown_on(document, catalog).of_points
        card = card_of(item, catalog.registry)
        return Entry(
            src_uri=src_uri,
            lasting_id=item.lasting_id,
            card=card,
            chairs=tuple(
                Link(chair.name, folders.person_url(chair.slug)) for chair in decided.chairs
            ),
            points=tuple(
                Point(
                    url=f"{card.url}#{point.anchor}",
                    text=point.text,
                    kind=point.directive.kind,
                    told=told,
                )
                for point, told in zip(
                    decided.points,
                    view_orders(decided, item.kind, item.title, catalog.registry, events),
                    strict=True,
                )
            ),
        )

"""Predecessors: a body's pages show the records and tasks of its predecessors."""

from __future__ import annotations

from collections.abc import Iterator

from bantin.catalog.catalog import Catalog
from bantin.catalog.relations.relation import PageKind, PageRef, Relation, timelines_in
from bantin.catalog.relations.tasks import holders_in
from bantin.catalog.rows import Row
from bantin.catalog.timeline import Timeline
from bantin.catalog.timeline_names import BODY, body_timeline
from bantin.records.models import Body


class PredecessorRecords(Relation[str, list[Timeline]]):
    """The latest records of predecessors. Shown on a body's page."""

    def shown_on(self, page: str, catalog: Catalog) -> list[Timeline]:
        """Return the timelines of a body's predecessors, by its slug. Its page shows the latest."""
        bodies = catalog.registry.predecessors(page)
        return [catalog.bare_timeline(body_timeline(body.slug)) for body in bodies]

    def dependents(self, row: Row, catalog: Catalog) -> Iterator[PageRef]:
        """Yield the page of each body that followed one of the record's bodies."""
        for _, name in timelines_in(row, BODY):
            if successor := _successor(name, catalog):
                yield PageRef(PageKind.TERM, successor)


class PredecessorTasks(Relation[str, list[Body]]):
    """The predecessors that hold tasks. Shown on the page of a body's tasks."""

    def shown_on(self, page: str, catalog: Catalog) -> list[Body]:
        """Return the predecessors of a body, by its slug, that hold a conclusion."""
        register = catalog.register
        bodies = catalog.registry.predecessors(page)
        return [body for body in bodies if register.tasks(body_timeline(body.slug), 1)]

    def dependents(self, row: Row, catalog: Catalog) -> Iterator[PageRef]:
        """Yield the page of tasks of each body that followed a holder."""
        for holder in holders_in(row, catalog):
            if successor := _successor(holder, catalog):
                yield PageRef(PageKind.TASKS, successor)


def _successor(timeline: str, catalog: Catalog) -> str:
    """Return the timeline of the body that followed another timeline's body; "" for none."""
    folder, _, slug = timeline.partition("/")
    body = catalog.registry.bodies.get(slug) if folder == BODY else None
    return body_timeline(body.succeeded_by) if body and body.succeeded_by else ""


PREDECESSOR_RECORDS = PredecessorRecords()
PREDECESSOR_TASKS = PredecessorTasks()

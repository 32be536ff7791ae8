"""Tasks: what documents give somebody to do, shown on the pages of whoever holds it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bantin.catalog.catalog import Catalog
from bantin.catalog.register import Register, Task
from bantin.catalog.relations.relation import PageKind, PageRef, Relation
from bantin.catalog.rows import Row


@dataclass(frozen=True, slots=True)
class HeldTasks:
    """What somebody holds, looked up as far as it is asked for."""

    holder: str
    _register: Register

    def newest(self, limit: int = -1) -> list[Task]:
        """Return the conclusions, newest first; all of them by default."""
        return self._register.tasks(self.holder, limit)

    def due(self, limit: int) -> list[Task]:
        """Return those with a last day, the latest first."""
        return self._register.due_tasks(self.holder, limit)

    def months(self) -> dict[str, int]:
        """Return month → how many, latest first."""
        return self._register.task_months(self.holder)


class HolderTasks(Relation[str, HeldTasks]):
    """The tasks of a holder: on the page of them, and on the holder's own.

    A conclusion can be given to a body that its document does not name otherwise.
    """

    def shown_on(self, page: str, catalog: Catalog) -> HeldTasks:
        """Return what a body or person holds, by the name of its timeline."""
        return HeldTasks(page, catalog.register)

    def dependents(self, row: Row, catalog: Catalog) -> Iterator[PageRef]:
        """Yield the pages of everyone who holds a conclusion of a document."""
        for holder in holders_in(row, catalog):
            yield PageRef(PageKind.TASKS, holder)
            yield PageRef(PageKind.TERM, holder)


def holders_in(row: Row, catalog: Catalog) -> list[str]:
    """Return who holds conclusions of a document; [] where it states none."""
    return catalog.register.holders_of(row.src_uri) if row.decided else []


HOLDER_TASKS = HolderTasks()

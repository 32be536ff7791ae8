"""Tasks: conclusions with a holder. Shown on the pages of the holder."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bantin.catalog.catalog import Catalog
from bantin.catalog.register import Register, Task
from bantin.catalog.relations.relation import PageKind, PageRef, Relation
from bantin.catalog.rows import Row


@dataclass(frozen=True, slots=True)
class HeldTasks:
    """The conclusions of a holder, looked up when needed."""

    holder: str
    _register: Register

    def newest(self, limit: int = -1) -> list[Task]:
        """Return the conclusions, newest first; all of them by default."""
        return self._register.tasks(self.holder, limit)

    def due(self, limit: int) -> list[Task]:
        """Return the conclusions with a last day, the latest first."""
        return self._register.due_tasks(self.holder, limit)

    def months(self) -> dict[str, int]:
        """Return month → number of conclusions, latest first."""
        return self._register.task_months(self.holder)


class HolderTasks(Relation[str, HeldTasks]):
    """The tasks of a holder. Shown on the page of its tasks and on the holder's own page.

    The holder may be a body that the document names only as an addressee.
    """

    def shown_on(self, page: str, catalog: Catalog) -> HeldTasks:
        """Return the tasks of a body or person, by the name of its timeline."""
        return HeldTasks(page, catalog.register)

    def dependents(self, row: Row, catalog: Catalog) -> Iterator[PageRef]:
        """Yield the pages of all holders of a document's conclusions."""
        for holder in holders_in(row, catalog):
            yield PageRef(PageKind.TASKS, holder)
            yield PageRef(PageKind.TERM, holder)


def holders_in(row: Row, catalog: Catalog) -> list[str]:
    """Return the holders of a document's conclusions; [] for a record without conclusions."""
    return catalog.register.holders_of(row.src_uri) if row.decided else []


HOLDER_TASKS = HolderTasks()

"""What a relation is: what a page shows of other records, and which pages show a record.

Knows no subjects and no addresses: a page is told by what it is of.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from enum import Enum, auto
from typing import Generic, NamedTuple, TypeVar

from bantin.catalog.catalog import Catalog
from bantin.catalog.rows import Row

PageT = TypeVar("PageT")
ShownT = TypeVar("ShownT")


class PageKind(Enum):
    """Which page a reference means; its name is told beside each.

    RECORD: of an article or document, by src_uri. TERM: of a body or person, by the name of its
    timeline. TASKS: of what a body or person was given to do, by the same name. MEETING: by the
    name of its timeline. MEETINGS: of all meetings of a body, by slug.
    """

    RECORD = auto()
    TERM = auto()
    TASKS = auto()
    MEETING = auto()
    MEETINGS = auto()


class PageRef(NamedTuple):
    """A page of the site, whether or not it exists."""

    kind: PageKind
    name: str


class Relation(ABC, Generic[PageT, ShownT]):
    """A way by which pages show other records, told from both sides.

    Where a page shows a record, the page is among the record's dependents. So whoever changes one
    method changes the other. Each relation stands in `RELATIONS`.
    """

    @abstractmethod
    def shown_on(self, page: PageT, catalog: Catalog) -> ShownT:
        """Return what a page shows by this relation.

        Args:
            page: what the page is of.
            catalog: holds the other records.
        """

    @abstractmethod
    def dependents(self, row: Row, catalog: Catalog) -> Iterator[PageRef]:
        """Yield the pages that may show a record by this relation; one may come twice.

        Args:
            row: of an article or document that is shown.
            catalog: holds the row's record. It is asked before a change and after it.
        """


def timelines_in(row: Row, *families: str) -> Iterator[tuple[str, str]]:
    """Yield (first part, whole name) of a row's timelines whose first part is one of the given."""
    for name in row.timelines:
        family = name.partition("/")[0]
        if family in families:
            yield family, name

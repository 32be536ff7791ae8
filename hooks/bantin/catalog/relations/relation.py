"""A relation: the records that a page shows, and the pages that show a record.

Knows no subjects and no addresses. The thing that a page is about stands for the page.
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
    """The kind of a page. A reference adds the name of the thing that the page is about.

    RECORD: an article or document, by src_uri. TERM: a body or person, by the name of its timeline.
    TASKS: the tasks of a body or person, by the same name. MEETING: a meeting, by the name of its
    timeline. MEETINGS: all meetings of a body, by slug. REGISTER: the register's pages of a month
    ("2013-10") or a year ("2013").
    """

    RECORD = auto()
    TERM = auto()
    TASKS = auto()
    MEETING = auto()
    MEETINGS = auto()
    REGISTER = auto()


class PageRef(NamedTuple):
    """A page of the site, whether or not it exists."""

    kind: PageKind
    name: str


class Relation(ABC, Generic[PageT, ShownT]):
    """A way in which pages show other records, with its inverse.

    If a page shows a record, the page is among the record's dependents. So whoever changes one
    method must change the other. Each relation stands in `RELATIONS`.
    """

    @abstractmethod
    def shown_on(self, page: PageT, catalog: Catalog) -> ShownT:
        """Return the content that a page shows by this relation.

        Args:
            page: the thing that the page is about.
            catalog: holds the other records.
        """

    @abstractmethod
    def dependents(self, row: Row, catalog: Catalog) -> Iterator[PageRef]:
        """Yield the pages that may show a record by this relation. A page may come twice.

        Args:
            row: row of a published article or document.
            catalog: holds the row's record. Callers ask before a change and after it.
        """


def timelines_in(row: Row, *families: str) -> Iterator[tuple[str, str]]:
    """Yield (first part, whole name) of a row's timelines whose first part is given."""
    for name in row.timelines:
        family = name.partition("/")[0]
        if family in families:
            yield family, name

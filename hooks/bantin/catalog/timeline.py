"""One timeline: its months and years, and its records, read when needed."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from bantin.catalog.items import Item, age_of
from bantin.catalog.members import Members, Place
from bantin.text.dates import VIETNAM


@dataclass(frozen=True)
class Timeline:
    """The records of one timeline, newest first.

    Attributes:
        name: such as "to-chuc/ban-mau".
        months: ("2021-10", number of records), latest first; without empty months.
    """

    name: str
    months: tuple[tuple[str, int], ...]
    _members: Members = field(repr=False, compare=False)

    @cached_property
    def size(self) -> int:
        """Number of its records."""
        return sum(size for _, size in self.months)

    @cached_property
    def years(self) -> dict[int, int]:
        """Year → number of records, latest first."""
        return {year: sum(months.values()) for year, months in self._by_year.items()}

    def months_of(self, year: int) -> dict[int, int]:
        """Return month → number of records in a year, latest first."""
        return self._by_year.get(year, {})

    @cached_property
    def _by_year(self) -> dict[int, dict[int, int]]:
        by_year: dict[int, dict[int, int]] = {}
        for month, size in self.months:
            by_year.setdefault(int(month[:4]), {})[int(month[5:])] = size
        return by_year

    def latest(self, limit: int = -1, folder: str = "") -> tuple[Item, ...]:
        """Return the newest records, newest first, of one folder or both; all by default."""
        return self._members.latest(self.name, limit, folder)

    def in_year(self, year: int, limit: int = -1) -> tuple[Item, ...]:
        """Return the records of a year, newest first; all by default."""
        start, end = datetime(year, 1, 1, tzinfo=VIETNAM), datetime(year + 1, 1, 1, tzinfo=VIETNAM)
        return self._between(start, end, limit)

    def in_month(self, year: int, month: int) -> tuple[Item, ...]:
        """Return the records of a month, newest first."""
        start = datetime(year, month, 1, tzinfo=VIETNAM)
        end = datetime(year + month // 12, month % 12 + 1, 1, tzinfo=VIETNAM)
        return self._between(start, end, -1)

    def around(
        self, place: Place, *, newer: int, older: int
    ) -> tuple[tuple[Item, ...], tuple[Item, ...]]:
        """Return the records next to a place on its newer and its older side, newest first."""
        return self._members.around(self.name, place, newer=newer, older=older)

    def within(self, newest: int, oldest: int) -> tuple[Item, ...]:
        """Return the records with newest < age <= oldest, newest first."""
        return self._members.between(self.name, newest, oldest, -1)

    def _between(self, start: datetime, end: datetime, limit: int) -> tuple[Item, ...]:
        return self._members.between(self.name, age_of(end), age_of(start), limit)

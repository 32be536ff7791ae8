"""The year before: a record's figures a year earlier, as another record states them.

Withdrawn records are in no timeline of figures, so their values never count.
"""

from __future__ import annotations

from collections.abc import Iterator

from bantin.catalog.catalog import Catalog
from bantin.catalog.figures import Statement
from bantin.catalog.items import Item, age_of
from bantin.catalog.relations.relation import PageKind, PageRef, Relation, timelines_in
from bantin.catalog.rows import Row
from bantin.catalog.timeline_names import SAME_FIGURE, figure_timeline, following_timeline
from bantin.records.models import Dated
from bantin.records.parts import Figure

_DAY = 86_400
_YEAR = 365 * _DAY
# Eleven to thirteen months. The same limits apply in both directions, so that they agree.
_NEAREST, _FARTHEST = 334 * _DAY, 396 * _DAY


class YearBefore(Relation[Dated, tuple[Statement | None, ...]]):
    """The same figures of the same bodies a year before."""

    def shown_on(self, page: Dated, catalog: Catalog) -> tuple[Statement | None, ...]:
        """Return the statement of each figure a year before; None where no record has one.

        The statement is about the same months of the year before. If the meeting names no period,
        it is from the record nearest to one year before. If a year's reports differ, the latest
        counts: it may correct the others.
        """
        return tuple(_year_before(page, figure, catalog) for figure in page.figures)

    def dependents(self, row: Row, catalog: Catalog) -> Iterator[PageRef]:
        """Yield the pages that may compare their figures with a record's."""
        for _, name in timelines_in(row, SAME_FIGURE):
            for item in _a_year_later(name, row, catalog):
                yield PageRef(PageKind.RECORD, item.src_uri)


def _year_before(record: Dated, figure: Figure, catalog: Catalog) -> Statement | None:
    name = figure_timeline(record, figure, years_back=1)
    if name is None:
        return None
    timeline = catalog.bare_timeline(name)
    if following_timeline(name) != name:
        found = timeline.latest(1)
    else:
        age = age_of(record.moment)
        newer, older = timeline.around((age + _YEAR, ""), newer=1, older=1)
        near = [one for one in (*newer, *older) if _NEAREST <= one.place[0] - age <= _FARTHEST]
        found = tuple(sorted(near, key=lambda one: abs(one.place[0] - age - _YEAR))[:1])
    for item in found:
        report = catalog.dated(item.src_uri)
        return Statement(report, next(one for one in report.figures if one.key == figure.key))
    return None


def _a_year_later(name: str, row: Row, catalog: Catalog) -> tuple[Item, ...]:
    """Return the records that may show this record's value, from a timeline of one figure."""
    following = following_timeline(name)
    if following != name:
        return catalog.bare_timeline(following).latest()
    timeline = catalog.bare_timeline(name)
    newer, older = timeline.around((row.age, row.src_uri), newer=1, older=1)
    newest, oldest = row.age - _FARTHEST - 1, row.age - _NEAREST
    # A record compares only with the two records beside its day a year before. So that day must lie
    # between this record's neighbours.
    if newer:
        newest = max(newest, newer[0].place[0] - _YEAR)
    if older:
        oldest = min(oldest, older[0].place[0] - _YEAR)
    return timeline.within(newest, oldest)


YEAR_BEFORE = YearBefore()

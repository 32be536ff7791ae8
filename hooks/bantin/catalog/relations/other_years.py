"""Other years: reports on the same months of the nearest year before and after."""

from __future__ import annotations

from collections.abc import Iterator

from bantin.catalog.catalog import Catalog, group, place_of
from bantin.catalog.items import Item
from bantin.catalog.relations.relation import PageKind, PageRef, Relation, timelines_in
from bantin.catalog.rows import Row
from bantin.catalog.timeline_names import (
    SAME_PERIOD,
    kindred_periods,
    meeting_timeline,
    period_timeline,
)
from bantin.records.models import Dated

# A year has several reports on the same months: the news, the notice, a later correction.
_NEAR = 6

Reports = tuple[Item, ...]


class OtherYears(Relation[Dated, tuple[Reports, Reports]]):
    """Reports on the same months of other years. Shown on pages of reports and their meetings."""

    def shown_on(self, page: Dated, catalog: Catalog) -> tuple[Reports, Reports]:
        """Return the reports of the nearest year before, and of the nearest year after.

        Reports of one year are newest first; () for no near year. They are by the same bodies, by
        predecessors, or by successors.
        """
        name = period_timeline(page)
        if name is None:
            return (), ()
        place, near = place_of(page), dict[str, Item]()
        for timeline in (name, *kindred_periods(name, catalog.registry)):
            sides = catalog.bare_timeline(timeline).around(place, newer=_NEAR, older=_NEAR)
            near.update((item.src_uri, item) for side in sides for item in side)
        in_order = sorted(near.values(), key=lambda item: item.place)
        by_year = group(in_order, lambda item: [_year(catalog.dated(item.src_uri))])
        year = _year(page)
        return (
            by_year.get(max((one for one in by_year if one < year), default=0), ()),
            by_year.get(min((one for one in by_year if one > year), default=0), ()),
        )

    def dependents(self, row: Row, catalog: Catalog) -> Iterator[PageRef]:
        """Yield the pages of nearby reports on the same months, and of their meetings.

        Yields all reports of predecessors and successors: the record's place among them is not
        known.
        """
        place = row.age, row.src_uri
        for _, name in timelines_in(row, SAME_PERIOD):
            newer, older = catalog.bare_timeline(name).around(place, newer=_NEAR, older=_NEAR)
            kin = (
                item
                for one in kindred_periods(name, catalog.registry)
                for item in catalog.bare_timeline(one).latest()
            )
            for uri in {item.src_uri for item in (*newer, *older, *kin)}:
                yield PageRef(PageKind.RECORD, uri)
                meeting = meeting_timeline(catalog.dated(uri))
                if meeting:
                    yield PageRef(PageKind.MEETING, meeting)


def _year(report: Dated) -> int:
    """Return the year that a report reviews."""
    assert report.meeting is not None
    assert report.meeting.period is not None
    return report.meeting.period.year


OTHER_YEARS = OtherYears()

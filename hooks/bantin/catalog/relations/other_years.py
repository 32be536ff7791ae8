"""Other years: reports on the same months of the nearest year before and after.

A record that names no period has that of its meeting, if other records of the meeting name one.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from bantin.catalog.catalog import Catalog
from bantin.catalog.items import Item
from bantin.catalog.kinship import are_kin, line_of
from bantin.catalog.relations.relation import PageKind, PageRef, Relation, timelines_in
from bantin.catalog.rows import Row
from bantin.catalog.timeline_names import MEETING, joined_bodies, meeting_timeline
from bantin.records.models import Dated
from bantin.records.parts import Period

# Reports of one year that a page shows: the news, the notice, a later correction.
_MOST = 6

Reports = tuple[Item, ...]


class OtherYears(Relation[Dated, tuple[Reports, Reports]]):
    """Reports on the same months of other years. Shown on pages of reports and their meetings."""

    def shown_on(self, page: Dated, catalog: Catalog) -> tuple[Reports, Reports]:
        """Return the reports of the nearest year before, and of the nearest year after.

        Reports of one year are newest first; () for no near year. They are by the same bodies, by
        predecessors, or by successors.
        """
        name, period = meeting_timeline(page), period_of(page, catalog)
        if name is None or period is None:
            return (), ()
        years: dict[int, list[str]] = {}
        for meeting, year in _kindred(name, period, catalog):
            years.setdefault(year, []).append(meeting)
        before, after = (
            _reports(years.get(year, ()), (year, period.months), catalog)
            for year in _nearest(years, period.year)
        )
        return before, after

    def dependents(self, row: Row, catalog: Catalog) -> Iterator[PageRef]:
        """Yield the pages of reports on the same months, and of their meetings.

        They are the reports of the nearest years by the same bodies, by each body before and by
        each body after. All periods of the record's meeting count, because the record may lend it
        one or borrow one. The pages of its own meeting follow from `MeetingRecords`.
        """
        for _, name in timelines_in(row, MEETING):
            for period in set(catalog.meetings.periods(name).values()):
                for meeting in _near_meetings(name, period, catalog):
                    yield PageRef(PageKind.MEETING, meeting)
                    for item in catalog.bare_timeline(meeting).latest():
                        yield PageRef(PageKind.RECORD, item.src_uri)


def period_of(record: Dated, catalog: Catalog) -> Period | None:
    """Return the period that a record's meeting reviewed; None where it is not known.

    The record's own word counts first. Other records of the meeting count if they agree.
    """
    if record.meeting is None:
        return None
    if record.meeting.period:
        return record.meeting.period
    meeting = meeting_timeline(record)
    if meeting is None:
        return None
    return _shared_period(
        catalog.bare_timeline(meeting).latest(), catalog.meetings.periods(meeting)
    )


def own_reports(record: Dated, catalog: Catalog) -> Reports:
    """Return the reports of a record's own meeting on its period, newest first; it is one itself.

    () where the meeting or its period is not known.
    """
    name, period = meeting_timeline(record), period_of(record, catalog)
    if name is None or period is None:
        return ()
    return _reports((name,), (period.year, period.months), catalog)


def _shared_period(items: Reports, told: Mapping[str, Period]) -> Period | None:
    """Return the one period that a meeting's records name; withdrawn records do not count."""
    found = {
        told[one.src_uri] for one in items if one.src_uri in told and one.status != "withdrawn"
    }
    return found.pop() if len(found) == 1 else None


def _kindred(meeting: str, period: Period, catalog: Catalog) -> Iterator[tuple[str, int]]:
    """Yield (meeting, year) for all meetings on the same months of other years."""
    bodies, registry = joined_bodies(meeting), catalog.registry
    for slug in line_of(bodies[0], registry):
        for found, year in catalog.meetings.reviewing(slug, period.months):
            if year != period.year and are_kin(bodies, joined_bodies(found), registry):
                yield found, year


def _near_meetings(meeting: str, period: Period, catalog: Catalog) -> Iterator[str]:
    """Yield the meetings of the nearest years, for each group of bodies by itself.

    A page looks at all groups at once. So it shows no year that is farther than these.
    """
    groups: dict[str, dict[int, list[str]]] = {}
    for found, year in _kindred(meeting, period, catalog):
        group = groups.setdefault(found.rpartition("/")[2], {})
        group.setdefault(year, []).append(found)
    for years in groups.values():
        for year in _nearest(years, period.year):
            yield from years.get(year, ())


def _nearest(years: Collection[int], year: int) -> tuple[int, int]:
    """Return the nearest earlier and the nearest later year; 0 for none."""
    return (
        max((one for one in years if one < year), default=0),
        min((one for one in years if one > year), default=0),
    )


def _reports(
    meetings: Collection[str], wanted: tuple[int, tuple[int, int]], catalog: Catalog
) -> Reports:
    """Return reports of some meetings on a year and its months, newest first.

    Of too many, documents stay rather than news, and the newest rather than others.
    """
    found: dict[str, Item] = {}
    for meeting in meetings:
        items, told = catalog.bare_timeline(meeting).latest(), catalog.meetings.periods(meeting)
        shared = _shared_period(items, told)
        for item in items:
            period = told.get(item.src_uri, shared)
            if period and (period.year, period.months) == wanted:
                found[item.src_uri] = item
    kept = sorted(found.values(), key=lambda item: (not item.kind, item.place))[:_MOST]
    return tuple(sorted(kept, key=lambda item: item.place))


OTHER_YEARS = OtherYears()

"""Meetings: the records of a meeting, and the meetings of a body."""

from __future__ import annotations

from collections.abc import Iterator

from bantin.catalog.catalog import Catalog
from bantin.catalog.items import Item
from bantin.catalog.meetings import HeldMeeting
from bantin.catalog.relations.relation import PageKind, PageRef, Relation, timelines_in
from bantin.catalog.rows import Row
from bantin.catalog.timeline_names import MEETING, body_timeline, joined_bodies


class MeetingRecords(Relation[str, tuple[Item, ...]]):
    """The records of one meeting. Shown on the meeting's page and on each record's page."""

    def shown_on(self, page: str, catalog: Catalog) -> tuple[Item, ...]:
        """Return all records of a meeting, by its timeline's name; newest first."""
        return catalog.bare_timeline(page).latest()

    def dependents(self, row: Row, catalog: Catalog) -> Iterator[PageRef]:
        """Yield the page of a record's meeting, and the pages of all the meeting's records."""
        for _, name in timelines_in(row, MEETING):
            yield PageRef(PageKind.MEETING, name)
            for item in catalog.bare_timeline(name).latest():
                yield PageRef(PageKind.RECORD, item.src_uri)


class BodyMeetings(Relation[str, list[HeldMeeting]]):
    """The meetings of a body. Shown on the page of its meetings and on the body's own page."""

    def shown_on(self, page: str, catalog: Catalog) -> list[HeldMeeting]:
        """Return the meetings of a body by its slug, latest first; meetings of one day by name."""
        return catalog.meetings.of_body(page)

    def newest_record(self, held: HeldMeeting, catalog: Catalog) -> Item:
        """Return the newest record of a held meeting. Lists may name and link it."""
        return catalog.bare_timeline(held.meeting).latest(1)[0]

    def dependents(self, row: Row, catalog: Catalog) -> Iterator[PageRef]:
        """Yield the pages of all bodies that met."""
        for _, name in timelines_in(row, MEETING):
            for slug in joined_bodies(name):
                yield PageRef(PageKind.MEETINGS, slug)
                yield PageRef(PageKind.TERM, body_timeline(slug))


MEETING_RECORDS = MeetingRecords()
BODY_MEETINGS = BodyMeetings()

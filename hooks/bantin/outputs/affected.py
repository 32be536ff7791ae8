"""Which subjects a change can touch: those to plan again. Fingerprints then tell which it did.

A page shows its own record, and others only by the few ways that the catalog has: as neighbours
along a timeline, as records of one meeting, as bearers of a number, as members of a list. So what a
record can touch follows from where it stands; asked before a change and after it, of what goes and
of what comes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bantin.catalog.catalog import NEAR, NEAR_REPORTS, Catalog
from bantin.catalog.figures import reports_a_year_later
from bantin.catalog.relations import numbered_near
from bantin.catalog.rows import Row
from bantin.catalog.tables import part_of
from bantin.catalog.taxonomies import is_listed
from bantin.catalog.timelines import (
    MEETING,
    NUMBERED,
    REPLACED,
    REPLACING,
    SAME_FIGURE,
    SAME_PERIOD,
    body_timeline,
    joined_bodies,
    kindred_periods,
    meeting_timeline,
)
from bantin.outputs.listings.slots import Slot, beside, slots_of
from bantin.outputs.sizes import Sizes
from bantin.outputs.subjects import (
    day_subject,
    meeting_subject,
    meetings_subject,
    month_subject,
    part_subject,
    register_subject,
    tasks_subject,
)

# What the pages of a timeline have in common, and the addresses of all of them.
Outline = tuple[str, frozenset[str]]


def subjects_near(catalog: Catalog, rows: Iterable[Row]) -> set[str]:
    """Return the subjects that show something of records which stand in the catalog.

    Args:
        catalog: holds the records of the rows.
        rows: of articles and documents that are shown.
    """
    subjects: set[str] = set()
    for row in rows:
        subjects.add(row.src_uri)
        if row.item is None or not catalog.is_shown(row.src_uri):
            continue
        subjects.add(part_subject(part_of(row)))
        subjects.add(month_subject(row.item))
        subjects.update(map(day_subject, (row.item.moment[5:7], row.item.moment[5:10])))
        year, month = int(row.item.moment[:4]), int(row.item.moment[5:7])
        if row.decided:
            subjects.update(map(register_subject, (row.item.moment[:4], row.item.moment[:7])))
            for holder in catalog.register.holders_of(row.src_uri):
                subjects.update(_of_holder(catalog, holder))
        if row.meeting:
            subjects.update(map(meetings_subject, joined_bodies(row.meeting.meeting)))
        for name in row.timelines:
            subjects.update(_neighbours(catalog, name, row))
            if is_listed(name):
                slots = (Slot(name), Slot(name, year), Slot(name, year, month))
                subjects.update(slot.url for slot in slots)
            folder, _, slug = name.partition("/")
            body = catalog.registry.bodies.get(slug) if folder == "to-chuc" else None
            if body and body.succeeded_by:
                # A successor's page shows the latest of what came before it.
                subjects.add(Slot(body_timeline(body.succeeded_by)).url)
    return subjects


def _of_holder(catalog: Catalog, holder: str) -> set[str]:
    """Return what tells of somebody's tasks: its pages of them, and its own page.

    A conclusion can be given to a body that its document does not name otherwise.
    """
    folder, _, slug = holder.partition("/")
    subjects = {tasks_subject(holder), Slot(holder).url}
    body = catalog.registry.bodies.get(slug) if folder == "to-chuc" else None
    if body and body.succeeded_by:
        subjects.add(tasks_subject(body_timeline(body.succeeded_by)))
    return subjects


def _neighbours(catalog: Catalog, name: str, row: Row) -> set[str]:
    folder = name.partition("/")[0]
    timeline, place = catalog.bare_timeline(name), (row.age, row.src_uri)
    if folder in ("chuyen-muc", "to-chuc"):
        newer, older = timeline.around(place, newer=NEAR, older=NEAR)
        return {item.src_uri for item in (*newer, *older)}
    if folder == SAME_PERIOD:
        newer, older = timeline.around(place, newer=NEAR_REPORTS, older=NEAR_REPORTS)
        kin = (
            item
            for one in kindred_periods(name, catalog.registry)
            for item in catalog.bare_timeline(one).latest()
        )
        reports = {item.src_uri for item in (*newer, *older, *kin)}
        meetings = (meeting_timeline(catalog.dated(uri)) for uri in reports)
        return reports | {meeting_subject(one) for one in meetings if one}
    if folder == MEETING:
        return {meeting_subject(name), *(item.src_uri for item in timeline.latest())}
    if folder in (NUMBERED, REPLACING, REPLACED):
        return {item.src_uri for item in numbered_near(name, catalog)}
    if folder == SAME_FIGURE:
        return {item.src_uri for item in reports_a_year_later(name, place, catalog)}
    return set()


def outline(catalog: Catalog, timeline: str, sizes: Sizes) -> Outline:
    """Return what a listed timeline's pages share, and which there are; none where it is empty."""
    title = catalog.terms.name_of(timeline)
    if title is None:
        return "", frozenset()
    urls = frozenset(slot.url for slot in slots_of(catalog.timeline(timeline), sizes))
    return title, urls


def subjects_between(before: Outline, after: Outline) -> frozenset[str]:
    """Return the pages of a timeline that came, went, or changed what they show of each other.

    They share a title, and each leads to the ones before and after it.
    """
    if before[0] != after[0]:
        return before[1] | after[1]
    changed = before[1] ^ after[1]
    return changed.union(*(_beside(urls, changed & urls) for _, urls in (before, after)))


def _beside(urls: frozenset[str], changed: frozenset[str]) -> Iterator[str]:
    """Yield the pages next to changed ones of years and months, among those of one timeline."""
    slots = [slot for slot in map(Slot.parse, changed) if slot.year]
    if not slots:
        return
    ordered = sorted(map(Slot.parse, urls), key=lambda slot: (slot.year, slot.month), reverse=True)
    for slot in slots:
        yield from (one.url for one in beside(ordered, slot) if one)

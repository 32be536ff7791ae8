"""Which subjects a change can touch: those to plan again. Fingerprints then tell which it did.

A page shows its own record, and others only by the few ways that the catalog has: as neighbours
along a timeline, as records of one meeting, as members of a list. So what a record can touch
follows from where it stands; asked before a change and after it, of what goes and of what comes.
"""

from __future__ import annotations

from collections.abc import Iterable

from bantin.catalog.catalog import NEAR, NEAR_REPORTS, Catalog
from bantin.catalog.figures import reports_a_year_later
from bantin.catalog.rows import Row
from bantin.catalog.tables import part_of
from bantin.catalog.timelines import SAME_FIGURE, SAME_PERIOD, body_timeline
from bantin.outputs.plan import part_subject
from bantin.outputs.slots import Slot, is_listed, slots_of

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
        year, month = int(row.item.moment[:4]), int(row.item.moment[5:7])
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


def _neighbours(catalog: Catalog, name: str, row: Row) -> set[str]:
    folder = name.partition("/")[0]
    timeline, place = catalog.bare_timeline(name), (row.age, row.src_uri)
    if folder in ("chuyen-muc", "to-chuc"):
        newer, older = timeline.around(place, newer=NEAR, older=NEAR)
        return {item.src_uri for item in (*newer, *older)}
    if folder == SAME_PERIOD:
        newer, older = timeline.around(place, newer=NEAR_REPORTS, older=NEAR_REPORTS)
        return {item.src_uri for item in (*newer, *older)}
    if folder == SAME_FIGURE:
        return {item.src_uri for item in reports_a_year_later(name, place, catalog)}
    if folder == "hop":
        return {item.src_uri for item in timeline.latest()}
    return set()


def outline(catalog: Catalog, timeline: str) -> Outline:
    """Return what a listed timeline's pages share, and which there are; none where it is empty."""
    folder, _, slug = timeline.partition("/")
    if folder == "nguoi":
        if not catalog.is_named(slug):
            return "", frozenset()
        title = catalog.person_name(slug)
    else:
        title = ""
    urls = frozenset(slot.url for slot in slots_of(catalog.timeline(timeline)))
    return title, urls


def subjects_between(before: Outline, after: Outline) -> frozenset[str]:
    """Return the pages of a timeline that came, went, or changed what they all show."""
    if before[0] != after[0]:
        return before[1] | after[1]
    return before[1] ^ after[1]

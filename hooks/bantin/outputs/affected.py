"""Finds the subjects that a change can affect, to plan them again.

A record is shown on its own page, in lists, and on the pages that the catalog's relations name. So
the record's places in the catalog give the subjects. The build asks before a change for records
that go, and after it for records that come. Fingerprints then show which outputs really changed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from bantin.catalog.catalog import Catalog
from bantin.catalog.items import Item
from bantin.catalog.relations.all_relations import RELATIONS
from bantin.catalog.relations.relation import PageKind, PageRef
from bantin.catalog.rows import Row
from bantin.catalog.tables import part_of
from bantin.catalog.taxonomies import is_listed
from bantin.outputs.listings.slots import Slot, beside, slots_of
from bantin.outputs.sizes import Sizes
from bantin.outputs.subjects import (
    changes_subject,
    day_subject,
    meeting_subject,
    meetings_subject,
    month_subject,
    part_subject,
    register_subject,
    tasks_subject,
)
from bantin.records import folders

# The shared title of a timeline's pages, and their addresses.
Outline = tuple[str, frozenset[str]]


def subjects_near(catalog: Catalog, rows: Iterable[Row]) -> set[str]:
    """Return the subjects that show something of records in the catalog.

    Args:
        catalog: holds the records of the rows.
        rows: rows of published articles and documents.
    """
    subjects: set[str] = set()
    for row in rows:
        subjects.add(row.src_uri)
        if row.item is None or not catalog.is_shown(row.src_uri):
            continue
        subjects.update(_lists_of(row, row.item))
        months = catalog.history.months_of(row.src_uri, row.item.lasting_id)
        subjects.update(map(changes_subject, months))
        for relation in RELATIONS:
            subjects.update(map(_subject_of, relation.dependents(row, catalog)))
    return subjects


def subjects_linking(catalog: Catalog, files: Iterable[str]) -> set[str]:
    """Return the subjects that show the address of files, as links or pictures.

    Args:
        catalog: holds the records that link.
        files: src_uri of added, removed or moved files that are no records.
    """
    subjects: set[str] = set()
    for uri in {uri for file in files for uri in catalog.linking(file)}:
        subjects.update(own_subjects(uri))
        if folders.lies_in(uri, *folders.DATED) and catalog.is_shown(uri):
            subjects.add(month_subject(catalog.item(uri)))
    return subjects


def own_subjects(src_uri: str) -> tuple[str, ...]:
    """Return the subjects of a record's own page and its old addresses."""
    if folders.lies_in(src_uri, *folders.DATED):
        return (src_uri,)
    return src_uri, src_uri.removesuffix(".md") + "/"


def _lists_of(row: Row, item: Item) -> Iterator[str]:
    """Yield the subjects of all lists that show a record."""
    moment = item.moment
    yield part_subject(part_of(row))
    yield month_subject(item)
    yield from map(day_subject, (moment[5:7], moment[5:10]))
    if row.decided:
        yield from map(register_subject, (moment[:4], moment[:7]))
    year, month = int(moment[:4]), int(moment[5:7])
    for name in filter(is_listed, row.timelines):
        yield from (slot.url for slot in (Slot(name), Slot(name, year), Slot(name, year, month)))


_SUBJECTS: Mapping[PageKind, Callable[[str], str]] = {
    PageKind.RECORD: str,
    PageKind.TERM: lambda timeline: Slot(timeline).url,
    PageKind.TASKS: tasks_subject,
    PageKind.MEETING: meeting_subject,
    PageKind.MEETINGS: meetings_subject,
    PageKind.REGISTER: register_subject,
}


def _subject_of(page: PageRef) -> str:
    return _SUBJECTS[page.kind](page.name)


def outline(catalog: Catalog, timeline: str, sizes: Sizes) -> Outline:
    """Return the shared title and the page addresses of a listed timeline; ("", none) if empty."""
    title = catalog.terms.name_of(timeline)
    if title is None:
        return "", frozenset()
    urls = frozenset(slot.url for slot in slots_of(catalog.timeline(timeline), sizes))
    return title, urls


def subjects_between(before: Outline, after: Outline) -> frozenset[str]:
    """Return the pages of a timeline that came, went, or show their neighbours differently.

    The pages share a title. Each page links to the pages before and after it.
    """
    if before[0] != after[0]:
        return before[1] | after[1]
    changed = before[1] ^ after[1]
    return changed.union(*(_beside(urls, changed & urls) for _, urls in (before, after)))


def _beside(urls: frozenset[str], changed: frozenset[str]) -> Iterator[str]:
    """Yield the pages of years and months next to changed pages, within one timeline."""
    slots = [slot for slot in map(Slot.parse, changed) if slot.year]
    if not slots:
        return
    ordered = sorted(map(Slot.parse, urls), key=lambda slot: (slot.year, slot.month), reverse=True)
    for slot in slots:
        yield from (one.url for one in beside(ordered, slot) if one)

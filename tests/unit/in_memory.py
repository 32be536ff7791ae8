"""A small archive made at once and in memory: catalog, outputs, search entries.

The build makes the same piece by piece, from a store (`bantin.building`).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator

from bantin.catalog.catalog import Catalog
from bantin.catalog.register import assign_tasks
from bantin.catalog.rows import Row, row_of
from bantin.catalog.tables import SCHEMA, add_rows, recount
from bantin.outputs.addresses import AddressBook
from bantin.outputs.discovery.search_entries import body_entry, person_entry, record_entry
from bantin.outputs.output import Output
from bantin.outputs.plan import Planner
from bantin.outputs.sizes import USUAL, Sizes
from bantin.records.models import Record
from bantin.records.reader import RecordSet
from bantin.rendering.markdown import render_text
from bantin.search import SearchEntry


def _bare_row(record: Record) -> Row:
    return row_of(record, render_text(record.body), ())


def build_catalog(
    records: RecordSet,
    *,
    drafts_shown: bool = False,
    make_row: Callable[[Record], Row] = _bare_row,
) -> Catalog:
    """Put records into a catalog in memory.

    Args:
        records: read without Problems.
        drafts_shown: drafts stand in lists, as in a preview.
        make_row: without it the catalog does not know what records link or refer to, and so
            finds none whose links lead nowhere.
    """
    connection = sqlite3.connect(":memory:")
    connection.executescript(SCHEMA)
    add_rows(connection, map(make_row, records.records), drafts_shown=drafts_shown)
    recount(connection)
    catalog = Catalog(connection)
    assign_tasks(connection, catalog.registry)
    return catalog


def plan_outputs(book: AddressBook, page_urls: Iterable[str], sizes: Sizes = USUAL) -> list[Output]:
    """Declare every output of an archive at once."""
    planner = Planner(book, page_urls, sizes)
    return [output for subject in planner.subjects() for output in planner.plan(subject)]


def search_entries(catalog: Catalog) -> Iterator[SearchEntry]:
    """Yield an entry for each page a reader may look for, listings left out."""
    for uri in catalog.shown_uris():
        yield record_entry(catalog.dated(uri), catalog)
    for _, body in sorted(catalog.registry.bodies.items()):
        yield body_entry(body, catalog)
    for slug in catalog.people_names():
        yield person_entry(catalog.person(slug))

"""Figures across records: what a body's reports state.

Knows no page. Withdrawn records stand in no timeline of figures, so their values count nowhere.
"""

from __future__ import annotations

from dataclasses import dataclass

from bantin.catalog.catalog import Catalog, group
from bantin.catalog.timelines import body_figures_timeline
from bantin.records.models import Dated
from bantin.records.parts import Figure
from bantin.text.collate import sort_key


@dataclass(frozen=True, slots=True)
class Statement:
    """A figure with the record that states it."""

    record: Dated
    figure: Figure


# The same figure, newest report first; never empty.
Series = tuple[Statement, ...]


def series_of(body: str, catalog: Catalog) -> list[Series]:
    """Return what the reports of a body state, by figure.

    Figures that most reports state come first, then by name. Costs as much
    as to read the records that state figures of the body.
    """
    items = catalog.bare_timeline(body_figures_timeline(body)).latest()
    records = (catalog.dated(item.src_uri) for item in items)
    stated = [Statement(record, figure) for record in records for figure in record.figures]
    by_key = group(stated, lambda one: [one.figure.key])
    return sorted(
        by_key.values(),
        key=lambda found: (-len(found), sort_key(found[0].figure.name), found[0].figure.key),
    )

"""Figures across records: the statements in a body's reports.

Knows no page. Withdrawn records are in no timeline of figures, so their values never count.
"""

from __future__ import annotations

from dataclasses import dataclass

from bantin.catalog.catalog import Catalog, group
from bantin.catalog.timeline_names import body_figures_timeline
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
    """Return the statements in a body's reports, by figure.

    Figures that most reports state come first; equals by name. The cost is that of reading all
    records with figures of the body.
    """
    items = catalog.bare_timeline(body_figures_timeline(body)).latest()
    records = (catalog.dated(item.src_uri) for item in items)
    stated = [Statement(record, figure) for record in records for figure in record.figures]
    by_key = group(stated, lambda one: [one.figure.key])
    return sorted(
        by_key.values(),
        key=lambda found: (-len(found), sort_key(found[0].figure.name), found[0].figure.key),
    )

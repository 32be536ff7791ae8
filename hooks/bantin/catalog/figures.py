"""Figures across records: what a body's reports state, and what stood there a year before.

Knows no page. Withdrawn records stand in no timeline of figures, so their values count nowhere.
"""

from __future__ import annotations

from dataclasses import dataclass

from bantin.catalog.catalog import Catalog, group
from bantin.catalog.items import Item, age_of
from bantin.catalog.members import Place
from bantin.catalog.timelines import (
    body_figures_timeline,
    figure_timeline,
    following_timeline,
)
from bantin.records.models import Dated
from bantin.records.parts import Figure
from bantin.text.collate import sort_key

_DAY = 86_400
_YEAR = 365 * _DAY
# Eleven to thirteen months, either way: who shows whom and who is shown by whom must agree.
_NEAREST, _FARTHEST = 334 * _DAY, 396 * _DAY


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


def year_before(record: Dated, figure: Figure, catalog: Catalog) -> Statement | None:
    """Return the same figure of the same bodies for the same months of the year before.

    Where the meeting tells no period, of the record that lies nearest to a year before. Where a
    year's reports differ, the latest counts: it may put the others right.
    """
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


def reports_a_year_later(name: str, place: Place, catalog: Catalog) -> tuple[Item, ...]:
    """Return the records that may show what a record in a timeline of one figure states.

    Args:
        name: of the timeline, as `figure_timeline` gives it.
        place: the record's.
        catalog: holds both.
    """
    following = following_timeline(name)
    if following != name:
        return catalog.bare_timeline(following).latest()
    timeline = catalog.bare_timeline(name)
    newer, older = timeline.around(place, newer=1, older=1)
    newest, oldest = place[0] - _FARTHEST - 1, place[0] - _NEAREST
    # Those whose day a year before lies between this record's neighbours look no farther.
    if newer:
        newest = max(newest, newer[0].place[0] - _YEAR)
    if older:
        oldest = min(oldest, older[0].place[0] - _YEAR)
    return timeline.within(newest, oldest)

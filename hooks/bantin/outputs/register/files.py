"""The register's data files: index, months, months of each body and person, CSV.

The form searches the files of months. The index tells which months can hold a match, so a reader
fetches a few hundred of 100,000 conclusions.
"""

from __future__ import annotations

from dataclasses import dataclass

from bantin.catalog.catalog import Catalog
from bantin.catalog.items import Item
from bantin.catalog.register import MonthSum
from bantin.catalog.relations.tasks import HOLDER_TASKS
from bantin.minutes.directives import LABELS
from bantin.outputs.cards import REGISTER
from bantin.outputs.output import Output
from bantin.outputs.register.calendar import last_change
from bantin.outputs.register.entries import Entry
from bantin.outputs.register.tables import entry_values, to_csv, to_json
from bantin.records import folders
from bantin.rendering.renderer import Renderer
from bantin.text.collate import person_sort_key, sort_key


@dataclass(frozen=True, slots=True)
class Choice:
    """A body or person to filter by, and the number of their conclusions."""

    slug: str
    name: str
    size: int


@dataclass(frozen=True, slots=True)
class IndexView:
    """The index for the form: months, latest first; bodies and people in order of names."""

    months: tuple[MonthSum, ...]
    bodies: tuple[Choice, ...]
    people: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class EntriesView:
    """The entries of a table."""

    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Stamp:
    """The changes of a document, as calendars count them: their number, and the last one's moment.

    The moment is UTC, as calendars write it: "20131009T170000Z".
    """

    revision: int
    changed: str


@dataclass(frozen=True, slots=True)
class MonthView:
    """The entries of a month, and the stamp of each."""

    month: str
    entries: tuple[Entry, ...]
    stamps: tuple[Stamp, ...]


@dataclass(frozen=True, slots=True)
class HolderMonths:
    """The months in which a body or person has conclusions, and how many; latest first."""

    months: tuple[tuple[str, int], ...]


def plan_index(catalog: Catalog) -> Output:
    """Declare the index."""
    known = catalog.registry.bodies
    bodies = [
        Choice(slug, known[slug].name, size)
        for slug, size in catalog.register.holders(folders.BODIES).items()
    ]
    people = [
        Choice(slug, catalog.person_name(slug), size)
        for slug, size in catalog.register.holders(folders.PEOPLE).items()
    ]
    view = IndexView(
        months=tuple(catalog.register.months()),
        bodies=tuple(sorted(bodies, key=lambda one: (sort_key(one.name), one.slug))),
        people=tuple(sorted(people, key=lambda one: (person_sort_key(one.name), one.slug))),
    )
    return Output(f"{REGISTER.url}muc-luc.json", view, render_index)


def plan_holder_months(folder: str, slug: str, catalog: Catalog) -> Output:
    """Declare the file with the months in which a body or person has conclusions."""
    months = HOLDER_TASKS.shown_on(f"{folder}/{slug}", catalog).months()
    path = f"{REGISTER.url}{folder}/{slug}.json"
    return Output(path, HolderMonths(tuple(months.items())), render_holder)


def plan_month_data(month: str, entries: tuple[Entry, ...], catalog: Catalog) -> Output:
    """Declare the data of a month ("2013-10") with the entries of its documents."""
    path = f"{REGISTER.url}{month.replace('-', '/')}/ket-luan.json"
    stamps = (_stamp(catalog.item(entry.src_uri), catalog) for entry in entries)
    return Output(path, MonthView(month, entries, tuple(stamps)), render_json)


def _stamp(item: Item, catalog: Catalog) -> Stamp:
    revisions = catalog.history.revisions(item.src_uri, item.lasting_id)
    return Stamp(revisions.number, f"{last_change(item.changed, revisions):%Y%m%dT%H%M%SZ}")


def render_index(renderer: Renderer, view: IndexView) -> bytes:
    """Return the index of the data."""
    return to_json(
        {
            "id_prefix": renderer.site.id_of(""),
            "kinds": dict(LABELS),
            "months": [
                [one.month, one.size, list(one.directives), one.first_due, one.last_due]
                for one in view.months
            ],
            "bodies": [[one.slug, one.name, one.size] for one in view.bodies],
            "people": [[one.slug, one.name, one.size] for one in view.people],
        }
    )


def render_holder(_: Renderer, view: HolderMonths) -> bytes:
    """Return the months in which a body or person has conclusions."""
    return to_json({"months": dict(view.months)})


def render_json(_: Renderer, view: MonthView) -> bytes:
    """Return the orders of a month as JSON."""
    documents = [
        # Most documents are never changed.
        entry_values(entry)
        | {"changed": stamp.changed}
        | ({"revision": stamp.revision} if stamp.revision else {})
        for entry, stamp in zip(view.entries, view.stamps, strict=True)
    ]
    return to_json({"month": view.month, "documents": documents})


def render_csv(renderer: Renderer, view: EntriesView) -> bytes:
    """Return orders as CSV."""
    return to_csv(view.entries, renderer.site.url)

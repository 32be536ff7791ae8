"""The register's data files: index, months, months of each body and person, CSV.

The form searches the files of months. The index tells which months can hold a match, so a reader
fetches a few hundred of 100,000 conclusions.
"""

from __future__ import annotations

from dataclasses import dataclass

from bantin.catalog.catalog import Catalog
from bantin.catalog.register import MonthSum
from bantin.catalog.relations.tasks import HOLDER_TASKS
from bantin.minutes.directives import LABELS
from bantin.outputs.cards import REGISTER
from bantin.outputs.output import Output
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
    """The entries of a data file, and their month; "" for several months."""

    month: str
    entries: tuple[Entry, ...]


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


def render_index(_: Renderer, view: IndexView) -> bytes:
    """Return the index of the data."""
    return to_json(
        {
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


def render_json(_: Renderer, view: EntriesView) -> bytes:
    """Return the conclusions of a month as JSON."""
    documents = [entry_values(entry) for entry in view.entries]
    return to_json({"month": view.month, "documents": documents})


def render_csv(renderer: Renderer, view: EntriesView) -> bytes:
    """Return conclusions as CSV."""
    return to_csv(view.entries, renderer.site.url)

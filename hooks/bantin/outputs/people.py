"""The page of a person: positions with the records that state them, and those records."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bantin.catalog.catalog import Catalog
from bantin.catalog.people import PersonEntry
from bantin.outputs.cards import HOME, PEOPLE, Card, cards_of
from bantin.outputs.listings import LATEST, Shelf, Term, plan_years, year_shelves
from bantin.outputs.output import File, Output
from bantin.rendering.renderer import Link, PageFrame, Renderer
from bantin.text.dates import short_date


@dataclass(frozen=True, slots=True)
class RoleView:
    """A position, the day of the record that states it, and that record."""

    position: str
    former: bool
    day: str
    day_text: str
    source: Link


@dataclass(frozen=True, slots=True)
class PersonView:
    """All that a person's page shows, besides its frame."""

    frame: PageFrame
    note: str
    roles: tuple[RoleView, ...]
    size: int
    shelves: tuple[Shelf, ...]
    latest: tuple[Card, ...]


def plan_people(catalog: Catalog) -> Iterator[Output]:
    """Declare the pages of everyone named, and of their years."""
    for person in catalog.people.values():
        frame = PageFrame(
            url=f"nguoi/{person.slug}/",
            title=person.name,
            description=f"{person.name}: chức vụ theo từng bài và các bài có nêu tên.",
            nav="to-chuc",
            crumbs=(HOME, PEOPLE),
        )
        term = Term(frame, "", person.items)
        view = PersonView(
            frame=frame,
            note=person.note,
            roles=_roles(person),
            size=len(person.items),
            shelves=year_shelves(term),
            latest=cards_of(person.items[:LATEST], catalog.registry),
        )
        yield Output(frame.output_path, view, render_person, frame.chrome_key)
        yield from plan_years(term, catalog.registry)


def _roles(person: PersonEntry) -> tuple[RoleView, ...]:
    """Return each position once, with the first record that states it, latest first."""
    first: dict[tuple[str, bool], RoleView] = {}
    for role in reversed(person.roles):
        first.setdefault(
            (role.position.casefold(), role.former),
            RoleView(
                position=role.position,
                former=role.former,
                day=role.day.isoformat(),
                day_text=short_date(role.day),
                source=Link(role.item.title, role.item.url),
            ),
        )
    return tuple(reversed(first.values()))


def render_person(renderer: Renderer, view: PersonView) -> list[File]:
    """Render a person's page."""
    return [(view.frame.output_path, renderer.page(view.frame, "person.html", view))]

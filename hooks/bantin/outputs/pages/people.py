"""The page of a person: positions with the records that state them, and those records."""

from __future__ import annotations

from dataclasses import dataclass

from bantin.catalog.catalog import Catalog
from bantin.catalog.items import Item
from bantin.catalog.people import PersonEntry, Role
from bantin.catalog.relations.tasks import HOLDER_TASKS
from bantin.catalog.timeline_names import person_timeline
from bantin.outputs.cards import REGISTER, Card, cards_of, person_link
from bantin.outputs.head.schema_org import thing
from bantin.outputs.listings.listing_pages import ListingLink, Term, year_links
from bantin.outputs.output import Output
from bantin.outputs.sizes import Sizes
from bantin.rendering.frame import Link, PageFrame
from bantin.rendering.metadata import Metadata, page_node
from bantin.rendering.renderer import Renderer
from bantin.rendering.site import Site
from bantin.text.dates import short_date


@dataclass(frozen=True, slots=True)
class RoleView:
    """A position, and the record that states it with its day."""

    position: str
    former: bool
    day: str
    day_text: str
    source: Link


@dataclass(frozen=True, slots=True)
class PersonView:
    """The content of a person's page, besides its frame."""

    frame: PageFrame
    link: Link
    note: str
    roles: tuple[RoleView, ...]
    size: int
    years: tuple[ListingLink, ...]
    latest: tuple[Card, ...]
    concluded: ListingLink | None


def plan_person(term: Term, person: PersonEntry, catalog: Catalog, sizes: Sizes) -> Output:
    """Declare the page of a person."""
    view = PersonView(
        frame=term.frame,
        link=person_link(person.name, person.slug, catalog.registry),
        note=person.note,
        roles=_roles(person, catalog),
        size=term.timeline.size,
        years=year_links(term.timeline, sizes),
        latest=cards_of(term.timeline.latest(sizes.latest), catalog.registry),
        concluded=_concluded(person.slug, catalog),
    )
    return Output(term.frame.output_path, view, render_person, term.frame.chrome_key)


def _concluded(slug: str, catalog: Catalog) -> ListingLink | None:
    """Return a link to the conclusions that the person chaired; None for none."""
    size = sum(HOLDER_TASKS.shown_on(person_timeline(slug), catalog).months().values())
    return (
        ListingLink("Kết luận khi chủ trì", f"{REGISTER.url}?nguoi={slug}", size) if size else None
    )


def _roles(person: PersonEntry, catalog: Catalog) -> tuple[RoleView, ...]:
    """Return each position once, with the first record that states it; latest first."""
    first: dict[tuple[str, bool], Role] = {}
    for role in reversed(person.roles):
        first.setdefault((role.position.casefold(), role.former), role)
    return tuple(_role_view(role, catalog.item(role.src_uri)) for role in reversed(first.values()))


def _role_view(role: Role, item: Item) -> RoleView:
    return RoleView(
        position=role.position,
        former=role.former,
        day=item.moment[:10],
        day_text=short_date(item.day),
        source=Link(item.title, item.url),
    )


def render_person(renderer: Renderer, view: PersonView) -> bytes:
    """Render a person's page."""
    return renderer.page(view.frame, "person.html", view, _describe(view, renderer.site))


def _describe(view: PersonView, site: Site) -> Metadata:
    """Return the metadata of a person's page, without former positions."""
    frame = view.frame
    positions = [role.position for role in view.roles if not role.former]
    person = thing(
        "Person",
        view.link,
        site,
        jobTitle=list(dict.fromkeys(positions)),
        disambiguatingDescription=view.note,
    )
    return Metadata({**page_node(frame, site, "ProfilePage"), "mainEntity": person})

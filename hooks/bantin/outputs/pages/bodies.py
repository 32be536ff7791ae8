"""The page of a body: its description, predecessors, people and records."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bantin.catalog.catalog import Catalog
from bantin.catalog.figures import Series, series_of
from bantin.catalog.items import Item
from bantin.catalog.offices import Office, find_offices
from bantin.catalog.relations.predecessors import PREDECESSOR_RECORDS
from bantin.catalog.timeline_names import DOCUMENTS, NEWS
from bantin.outputs.addresses import AddressBook
from bantin.outputs.cards import BodyLine, Card, body_line, body_link, cards_of
from bantin.outputs.head.schema_org import body_node, thing
from bantin.outputs.listings.listing_pages import ListingLink, Term, year_links
from bantin.outputs.output import Output
from bantin.outputs.pages.figure_series import SeriesBlock, plan_series, series_block
from bantin.outputs.pages.meetings import MeetingsBlock, meetings_block
from bantin.outputs.register.entries import Entries
from bantin.outputs.register.tasks import TasksBlock, tasks_block
from bantin.outputs.sizes import Sizes
from bantin.records import folders
from bantin.records.kinds import BODY_KIND_NAMES
from bantin.records.models import Body
from bantin.rendering.frame import Link, PageFrame
from bantin.rendering.linked_text import LinkedText
from bantin.rendering.metadata import Metadata
from bantin.rendering.renderer import Renderer
from bantin.rendering.site import Site
from bantin.text.dates import short_date

OF_THE_STATE = frozenset({"peoples_committee", "office", "department", "committee"})


@dataclass(frozen=True, slots=True)
class SourceRecord:
    """A record that states something, and its day."""

    day: str
    day_text: str
    link: Link


@dataclass(frozen=True, slots=True)
class OfficeLine:
    """A position that a person held.

    Attributes:
        role: "Trưởng Ban".
        person: the holder.
        first: the oldest record that states it; None where all records say that it is over.
        last: the newest record that states it; None where it is the oldest too.
        ended: the first record that says it is over; None for none.
    """

    role: str
    person: Link
    first: SourceRecord | None
    last: SourceRecord | None
    ended: SourceRecord | None


@dataclass(frozen=True, slots=True)
class BodyView:
    """The content of a body's page, besides its frame."""

    frame: PageFrame
    kind: str
    is_government: bool
    short_names: tuple[str, ...]
    province: str
    active_from: str
    first_day: str
    active_to: str
    last_day: str
    parents: tuple[Link, ...]
    children: tuple[Link, ...]
    line: BodyLine
    predecessors: tuple[Link, ...]
    text: LinkedText
    size: int
    years: tuple[ListingLink, ...]
    documents: tuple[Card, ...]
    news: tuple[Card, ...]
    before: tuple[Card, ...]
    tasks: TasksBlock | None
    meetings: MeetingsBlock | None
    people: tuple[OfficeLine, ...]
    figures: SeriesBlock | None


def plan_body(
    term: Term, body: Body, book: AddressBook, entries: Entries, sizes: Sizes
) -> Iterator[Output]:
    """Declare the page of a body, and the file of its figures if it has any."""
    series = series_of(body.slug, book.catalog)
    view = _view(term, body, book, entries, series, sizes)
    yield Output(view.frame.output_path, view, render_body, view.frame.chrome_key)
    if series:
        yield plan_series(body, series)


def _view(
    term: Term, body: Body, book: AddressBook, entries: Entries, series: list[Series], sizes: Sizes
) -> BodyView:
    catalog, registry = book.catalog, book.catalog.registry
    predecessors = registry.predecessors(body.slug)
    active = body.active
    return BodyView(
        frame=term.frame,
        kind=BODY_KIND_NAMES[body.kind],
        is_government=body.kind in OF_THE_STATE,
        short_names=body.short_names,
        province=body.province or "",
        active_from=short_date(active.from_) if active and active.from_ else "",
        first_day=active.from_.isoformat() if active and active.from_ else "",
        active_to=short_date(active.to) if active and active.to else "",
        last_day=active.to.isoformat() if active and active.to else "",
        parents=tuple(map(body_link, registry.ancestors(body.slug))),
        children=tuple(map(body_link, registry.children(body.slug))),
        line=body_line(body.slug, registry),
        predecessors=tuple(map(body_link, predecessors)),
        text=book.link(body.file.src_uri, catalog.text_of(body.file.src_uri)),
        size=term.timeline.size,
        years=year_links(term.timeline, sizes),
        documents=cards_of(term.timeline.latest(sizes.latest // 2, DOCUMENTS), registry),
        news=cards_of(term.timeline.latest(sizes.latest // 2, NEWS), registry),
        before=cards_of(_before(body, catalog, sizes.latest), registry),
        tasks=tasks_block(body.slug, catalog, entries, sizes),
        meetings=meetings_block(body.slug, catalog, sizes),
        people=_people(body, catalog, sizes.body_people),
        figures=series_block(body, series, sizes),
    )


def _people(body: Body, catalog: Catalog, most: int) -> tuple[OfficeLine, ...]:
    offices = find_offices(catalog.connection, body)[:most]
    return tuple(_office_line(office, catalog) for office in offices)


def _office_line(office: Office, catalog: Catalog) -> OfficeLine:
    def source(src_uri: str) -> SourceRecord | None:
        if not src_uri:
            return None
        item = catalog.item(src_uri)
        return SourceRecord(item.day.isoformat(), short_date(item.day), Link(item.title, item.url))

    person = Link(office.name, folders.person_url(office.person))
    first, last = source(office.first), source(office.last)
    return OfficeLine(
        office.role, person, first, last if last != first else None, source(office.ended)
    )


def _before(body: Body, catalog: Catalog, most: int) -> list[Item]:
    """Return the latest records of predecessors. A body answers for their work too."""
    found = {
        item.src_uri: item
        for timeline in PREDECESSOR_RECORDS.shown_on(body.slug, catalog)
        for item in timeline.latest(most)
    }
    return sorted(found.values(), key=lambda item: item.place)[:most]


def render_body(renderer: Renderer, view: BodyView) -> bytes:
    """Render a body's page."""
    return renderer.page(view.frame, "body.html", view, _describe(view, renderer.site))


def _describe(view: BodyView, site: Site) -> Metadata:
    """Return the metadata of a body's page: an organisation, mostly of the state."""
    frame = view.frame
    node = thing(
        "GovernmentOrganization" if view.is_government else "Organization",
        view.line.link,
        site,
        alternateName=list(view.short_names),
        foundingDate=view.first_day,
        dissolutionDate=view.last_day,
        areaServed={"@type": "AdministrativeArea", "name": view.province}
        if view.province
        else None,
        parentOrganization=body_node(view.parents[0], site) if view.parents else None,
        subOrganization=[body_node(link, site) for link in view.children],
        mainEntityOfPage=site.url + frame.url,
    )
    return Metadata(node)

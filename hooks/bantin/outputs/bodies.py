"""The page of a body: what it is, what came before and after it, its records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bantin.catalog.catalog import Catalog
from bantin.catalog.figures import Series, series_of
from bantin.catalog.items import Item
from bantin.catalog.timelines import body_timeline
from bantin.outputs.addresses import AddressBook
from bantin.outputs.cards import BodyLine, Card, body_line, cards_of
from bantin.outputs.listings import Shelf, Term, year_shelves
from bantin.outputs.output import Output
from bantin.outputs.series import SeriesBlock, plan_series, series_block
from bantin.outputs.slots import LATEST
from bantin.records.models import Body
from bantin.rendering.markdown import MarkdownText
from bantin.rendering.renderer import Link, PageFrame, Renderer
from bantin.text.dates import short_date

KIND_NAMES = {
    "peoples_committee": "Ủy ban nhân dân",
    "office": "Văn phòng",
    "department": "Sở, ban, ngành",
    "committee": "Ban, hội đồng phối hợp",
    "association": "Hội, đoàn thể",
    "party": "Cơ quan Đảng",
    "other": "Cơ quan khác",
}


@dataclass(frozen=True, slots=True)
class BodyView:
    """All that a body's page shows, besides its frame."""

    frame: PageFrame
    kind: str
    short_names: tuple[str, ...]
    province: str
    active_from: str
    active_to: str
    parents: tuple[Link, ...]
    children: tuple[Link, ...]
    line: BodyLine
    predecessors: tuple[Link, ...]
    text: MarkdownText
    size: int
    shelves: tuple[Shelf, ...]
    latest: tuple[Card, ...]
    before: tuple[Card, ...]
    figures: SeriesBlock | None


def plan_body(term: Term, body: Body, catalog: Catalog, book: AddressBook) -> Iterator[Output]:
    """Declare the page of a body, and the file of its figures where it has any."""
    series = series_of(body.slug, catalog)
    view = _view(term, body, catalog, book, series)
    yield Output(view.frame.output_path, view, render_body, view.frame.chrome_key)
    if series:
        yield plan_series(body, series)


def _view(
    term: Term, body: Body, catalog: Catalog, book: AddressBook, series: list[Series]
) -> BodyView:
    registry = catalog.registry
    predecessors = registry.predecessors(body.slug)
    active = body.active
    return BodyView(
        frame=term.frame,
        kind=KIND_NAMES[body.kind],
        short_names=body.short_names,
        province=body.province or "",
        active_from=short_date(active.from_) if active and active.from_ else "",
        active_to=short_date(active.to) if active and active.to else "",
        parents=tuple(Link(parent.name, parent.url) for parent in registry.ancestors(body.slug)),
        children=tuple(Link(child.name, child.url) for child in registry.children(body.slug)),
        line=body_line(body.slug, registry),
        predecessors=tuple(Link(p.name, p.url) for p in predecessors),
        text=book.text_of(body),
        size=term.timeline.size,
        shelves=year_shelves(term.timeline),
        latest=cards_of(term.timeline.latest(LATEST), registry),
        before=cards_of(_before(predecessors, catalog), registry),
        figures=series_block(body, series),
    )


def _before(predecessors: Iterable[Body], catalog: Catalog) -> list[Item]:
    """Return the latest of what predecessors did: part of what a body must answer for."""
    found = {
        item.src_uri: item
        for body in predecessors
        for item in catalog.timeline(body_timeline(body.slug)).latest(LATEST)
    }
    return sorted(found.values(), key=lambda item: item.place)[:LATEST]


def render_body(renderer: Renderer, view: BodyView) -> bytes:
    """Render a body's page."""
    return renderer.page(view.frame, "body.html", view)

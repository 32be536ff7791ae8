"""The page of a body: what it is, what came before and after it, its records."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bantin.catalog.catalog import Catalog
from bantin.outputs.addresses import AddressBook
from bantin.outputs.cards import BODIES, HOME, BodyLine, Card, body_line, cards_of
from bantin.outputs.listings import LATEST, Shelf, Term, plan_years, year_shelves
from bantin.outputs.output import File, Output
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


def plan_bodies(catalog: Catalog, book: AddressBook) -> Iterator[Output]:
    """Declare the pages of every body and of its years."""
    children: dict[str, list[Body]] = {}
    for _, body in sorted(catalog.registry.bodies.items()):
        if body.parent:
            children.setdefault(body.parent, []).append(body)
    for slug, body in sorted(catalog.registry.bodies.items()):
        view, term = _view(body, tuple(children.get(slug, ())), catalog, book)
        yield Output(view.frame.output_path, view, render_body, view.frame.chrome_key)
        yield from plan_years(term, catalog.registry)


def _view(
    body: Body, children: tuple[Body, ...], catalog: Catalog, book: AddressBook
) -> tuple[BodyView, Term]:
    registry = catalog.registry
    predecessors = registry.predecessors(body.slug)
    items = catalog.by_body.get(body.slug, ())
    frame = PageFrame(
        body.url,
        body.name,
        f"{body.name}: tin tức và văn bản liên quan.",
        "to-chuc",
        (HOME, BODIES),
    )
    term = Term(frame, "", items)
    # What the bodies it took over did is part of what it must answer for.
    before = sorted(
        {
            item.file.src_uri: item
            for p in predecessors
            for item in catalog.by_body.get(p.slug, ())
        }.values(),
        key=lambda item: item.moment,
        reverse=True,
    )
    active = body.active
    view = BodyView(
        frame=frame,
        kind=KIND_NAMES[body.kind],
        short_names=body.short_names,
        province=body.province or "",
        active_from=short_date(active.from_) if active and active.from_ else "",
        active_to=short_date(active.to) if active and active.to else "",
        parents=tuple(Link(parent.name, parent.url) for parent in registry.ancestors(body.slug)),
        children=tuple(Link(child.name, child.url) for child in children),
        line=body_line(body.slug, registry),
        predecessors=tuple(Link(p.name, p.url) for p in predecessors),
        text=book.text_of(body),
        size=len(items),
        shelves=year_shelves(term),
        latest=cards_of(items[:LATEST], registry),
        before=cards_of(before[:LATEST], registry),
    )
    return view, term


def render_body(renderer: Renderer, view: BodyView) -> list[File]:
    """Render a body's page."""
    return [(view.frame.output_path, renderer.page(view.frame, "body.html", view))]

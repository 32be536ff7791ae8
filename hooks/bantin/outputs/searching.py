"""What search finds: every record, body and person as one entry; and the search page."""

from __future__ import annotations

from collections.abc import Iterator

from bantin.catalog.catalog import Catalog, bodies_of
from bantin.outputs.cards import HOME, label_of, person_lines
from bantin.outputs.output import File, Output
from bantin.outputs.search import SearchEntry, build_index
from bantin.records.models import Article, Body, Dated, Document
from bantin.records.registry import Registry
from bantin.rendering.markdown import plain_text
from bantin.rendering.renderer import PageFrame, Renderer

SEARCH_FRAME = PageFrame(
    "tim-kiem/", "Tìm kiếm", "Tìm trong toàn bộ tin tức và văn bản.", "", (HOME,)
)


def plan_search(catalog: Catalog) -> Iterator[Output]:
    """Declare the search page and the index; the index files are always made together."""
    yield Output(SEARCH_FRAME.output_path, SEARCH_FRAME, render_page, SEARCH_FRAME.chrome_key)
    yield Output("search-index", tuple(search_entries(catalog)), render_index)


def search_entries(catalog: Catalog) -> Iterator[SearchEntry]:
    """Yield an entry for each page a reader may look for, listings left out."""
    registry = catalog.registry
    for item in catalog.items:
        yield _record_entry(item, catalog)
    for _, body in sorted(registry.bodies.items()):
        yield SearchEntry(
            url=body.url,
            title=body.name,
            kind="Cơ quan",
            number="",
            day="",
            names=body.short_names,
            summary=_heirs_of(body, registry),
            text=plain_text(body.body),
        )
    for person in catalog.people.values():
        positions = dict.fromkeys(role.position for role in person.roles)
        yield SearchEntry(
            url=f"nguoi/{person.slug}/",
            title=person.name,
            kind="Người",
            number="",
            day="",
            names=(),
            summary="; ".join(positions),
            text="",
        )


def _heirs_of(body: Body, registry: Registry) -> str:
    names = [heir.name for heir in registry.successors(body.slug)]
    return f"Kế tục: {', '.join(names)}" if names else ""


def _record_entry(item: Dated, catalog: Catalog) -> SearchEntry:
    registry = catalog.registry
    # Under the old name and the new: what a body did is asked of the one that took over.
    slugs = bodies_of(item)
    heirs = (heir for slug in slugs for heir in registry.successors(slug))
    bodies = {body.slug: body for body in (*map(registry.bodies.__getitem__, slugs), *heirs)}
    summary = item.summary if isinstance(item, Article | Document) else None
    captions = [photo.caption or "" for photo in item.photos] if isinstance(item, Article) else []
    return SearchEntry(
        url=item.url,
        title=item.title,
        kind="Tin tức" if isinstance(item, Article) else label_of(item, registry),
        number=item.number if isinstance(item, Document) else "",
        day=item.day.isoformat(),
        names=(
            *(line.name for line in person_lines(item)),
            *(name for body in bodies.values() for name in (body.name, *body.short_names)),
        ),
        summary=summary or "",
        text=" ".join([plain_text(item.body), *captions, *item.tags]).strip(),
    )


def render_page(renderer: Renderer, frame: PageFrame) -> list[File]:
    """Render the search page."""
    return [(frame.output_path, renderer.page(frame, "search-page.html", None))]


def render_index(_: Renderer, entries: tuple[SearchEntry, ...]) -> list[File]:
    """Make the files of the index."""
    return list(build_index(entries))

"""The pages that list all bodies, all sections and all people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from bantin.catalog.catalog import Catalog, group
from bantin.catalog.timelines import body_timeline, person_timeline, section_timeline
from bantin.outputs.cards import BODIES, HOME, PEOPLE, SECTIONS
from bantin.outputs.head.share_images import kind_image
from bantin.outputs.listings.listing_pages import Shelf
from bantin.outputs.output import Output
from bantin.records import folders
from bantin.records.kinds import BODY_KIND_NAMES
from bantin.records.models import Body
from bantin.rendering.frame import PageFrame
from bantin.rendering.renderer import Renderer
from bantin.text.collate import initial, person_sort_key, sort_key


@dataclass(frozen=True, slots=True)
class ShelfGroup:
    """Links under one heading."""

    heading: str
    shelves: tuple[Shelf, ...]


@dataclass(frozen=True, slots=True)
class DirectoryView:
    """All that a directory shows, besides its frame."""

    frame: PageFrame
    groups: tuple[ShelfGroup, ...]


DIRECTORY_URLS = (BODIES.url, SECTIONS.url, PEOPLE.url)


def plan_directories(catalog: Catalog) -> Iterator[Output]:
    """Declare the directories of bodies, sections and people."""
    yield _directory(
        PageFrame(
            BODIES.url,
            BODIES.text,
            "Các cơ quan trong kho tin, theo tỉnh.",
            folders.BODIES,
            (HOME,),
        ),
        _bodies(catalog),
    )
    yield _directory(
        PageFrame(
            SECTIONS.url, SECTIONS.text, "Các chuyên mục của tin tức.", folders.NEWS, (HOME,)
        ),
        [ShelfGroup("", _sections(catalog))],
    )
    yield _directory(
        PageFrame(
            PEOPLE.url, PEOPLE.text, "Những người được nêu tên, theo vần.", folders.BODIES, (HOME,)
        ),
        _people(catalog),
    )


def _bodies(catalog: Catalog) -> list[ShelfGroup]:
    kinds = list(BODY_KIND_NAMES)

    sizes = catalog.timeline_sizes(body_timeline(""))

    def shelf(body: Body) -> Shelf:
        return Shelf(body.name, body.url, sizes.get(body_timeline(body.slug), 0))

    by_province = group(catalog.registry.bodies.values(), lambda body: [body.province or ""])
    return [
        ShelfGroup(
            province or "Khác",
            tuple(
                shelf(body)
                for body in sorted(
                    bodies,
                    key=lambda body: (kinds.index(body.kind), sort_key(body.name), body.slug),
                )
            ),
        )
        for province, bodies in sorted(
            by_province.items(), key=lambda item: (item[0] == "", sort_key(item[0]))
        )
    ]


def _sections(catalog: Catalog) -> tuple[Shelf, ...]:
    ordered = catalog.registry.sections_in_order()
    sizes = catalog.timeline_sizes(section_timeline(""))
    return tuple(Shelf(s.name, s.url, sizes.get(section_timeline(s.slug), 0)) for s in ordered)


def _people(catalog: Catalog) -> list[ShelfGroup]:
    sizes = catalog.timeline_sizes(person_timeline(""))
    names = catalog.people_names()
    ordered = sorted(names, key=lambda slug: (person_sort_key(names[slug]), slug))
    by_letter = group(ordered, lambda slug: [initial(names[slug])])
    return [
        ShelfGroup(
            letter,
            tuple(Shelf(names[s], folders.person_url(s), sizes[person_timeline(s)]) for s in slugs),
        )
        for letter, slugs in by_letter.items()
    ]


def _directory(frame: PageFrame, groups: Iterable[ShelfGroup]) -> Output:
    frame = replace(frame, share=kind_image(frame.url.removesuffix("/")))
    view = DirectoryView(frame, tuple(groups))
    return Output(frame.output_path, view, render_directory, frame.chrome_key)


def render_directory(renderer: Renderer, view: DirectoryView) -> bytes:
    """Render a directory."""
    return renderer.page(view.frame, "directory.html", view)

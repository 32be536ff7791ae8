"""The file of names: what results are chosen by is called, and which bodies stand above which.

One file for the whole archive, so that a name, or a body's place, stands once and not with every
entry. Knows records; nothing of the index, which holds slugs only.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from bantin.minutes.periods import span_label
from bantin.outputs.output import Output
from bantin.records.kinds import document_kinds
from bantin.records.models import Body
from bantin.records.registry import Registry
from bantin.rendering.renderer import Renderer
from bantin.search.files import SEARCH_FOLDER

NAMES_PATH = f"{SEARCH_FOLDER}/ten-goi.json"
NEWS_KIND = "Tin tức"
BODY_KIND = "Cơ quan"
PERSON_KIND = "Người"


@dataclass(frozen=True, slots=True)
class NamesView:
    """What is told.

    Attributes:
        kinds: of all pages that there may be, documents' in the decree's order.
        sections: slug and name, by slug.
        periods: months ("1-9") and what a reader calls them, short ones first.
        bodies: slug, name, and the slugs of who shares in what the body did: the one above it,
            the one that took over; by slug.
        people: slug, name and what tells them from a namesake, of those who need it; by slug.
    """

    kinds: tuple[str, ...]
    sections: tuple[tuple[str, str], ...]
    periods: tuple[tuple[str, str], ...]
    bodies: tuple[tuple[str, str, tuple[str, ...]], ...]
    people: tuple[tuple[str, str], ...]


def plan_names(registry: Registry) -> Output:
    """Declare the file of names."""
    view = NamesView(
        kinds=tuple(dict.fromkeys((NEWS_KIND, *document_kinds().values(), BODY_KIND, PERSON_KIND))),
        sections=tuple((slug, one.name) for slug, one in sorted(registry.sections.items())),
        periods=_periods(),
        bodies=tuple(
            (slug, body.name, _above(body)) for slug, body in sorted(registry.bodies.items())
        ),
        people=tuple(
            (slug, f"{person.name} ({person.note})")
            for slug, person in sorted(registry.people.items())
            if person.note
        ),
    )
    return Output(NAMES_PATH, view, render_names)


def render_names(_: Renderer, view: NamesView) -> bytes:
    """Return the file."""
    told: Mapping[str, object] = {
        "kinds": view.kinds,
        "sections": dict(view.sections),
        "periods": view.periods,
        "bodies": {slug: (name, *above) for slug, name, above in view.bodies},
        "people": dict(view.people),
    }
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()


def _above(body: Body) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, (body.parent, body.succeeded_by))))


def _periods() -> tuple[tuple[str, str], ...]:
    spans = ((first, last) for first in range(1, 13) for last in range(first, 13))
    ordered = sorted(spans, key=lambda span: (span[1] - span[0], span))
    return tuple((f"{first}-{last}", span_label((first, last))) for first, last in ordered)

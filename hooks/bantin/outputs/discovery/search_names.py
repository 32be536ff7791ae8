"""The file of names of search: names of the facets, and each body's superior and successor.

The archive has one such file, so each name stands once and not with every entry. Knows records.
Does not know the index, which has only slugs.
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
    """The content of the file.

    Attributes:
        kinds: kinds of all possible pages; documents' kinds in the decree's order.
        sections: slug and name, by slug.
        periods: months ("1-9") and their names for readers; short periods first.
        bodies: slug, name, and the slugs of the body above it and of the body that took over; by
            slug. Both share in the body's records.
        people: slug and name with a note that tells namesakes apart, for people with one; by slug.
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

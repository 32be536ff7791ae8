"""What search results can be chosen by: sections, bodies, conclusions, files, views of records.

Knows nothing of how the index keeps it.
"""

from __future__ import annotations

from collections.abc import Iterable

from bantin.outputs.search import Facets
from bantin.records.models import Article, Body, Dated
from bantin.records.registry import Registry


def record_facets(
    item: Dated, bodies: Iterable[Body], registry: Registry, *, has_conclusions: bool
) -> Facets:
    """Return what an article or document is chosen by.

    Args:
        item: the record.
        bodies: those it concerns and those that took over from them: who chooses a body is shown
            what was done before it had its name.
        registry: knows the section.
        has_conclusions: it states some.
    """
    section = registry.sections[item.section] if isinstance(item, Article) else None
    return Facets(
        section=(section.slug, section.name) if section else None,
        bodies=_labels(bodies),
        has_conclusions=has_conclusions,
        has_files=bool(item.attachments),
        views=(item.views or 0) if isinstance(item, Article) else 0,
    )


def body_facets(body: Body, registry: Registry) -> Facets:
    """Return what a body's own page is chosen by: the body, and those that took over from it."""
    return Facets(bodies=_labels((body, *registry.successors(body.slug))))


def _labels(bodies: Iterable[Body]) -> tuple[tuple[str, str], ...]:
    return tuple((body.slug, body.name) for body in bodies)

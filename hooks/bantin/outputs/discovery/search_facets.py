"""The facet values of entries: sections, bodies, periods, people, files, views of records.

Does not know how the index stores them.
"""

from __future__ import annotations

from collections.abc import Iterator

from bantin.catalog.people import PersonEntry, mentions_of, person_slug, slug_named
from bantin.catalog.timeline_names import bodies_of
from bantin.outputs.listing_kinds import facet_kinds
from bantin.records.models import Article, Body, Dated, Document
from bantin.records.parts import Period
from bantin.search import CHAIRS, NAMED, SIGNS, Facets, NamedTerm, Participant


def record_facets(item: Dated, *, has_conclusions: bool) -> Facets:
    """Return the facets of an article or document; `has_conclusions`: it states conclusions."""
    period = item.meeting.period if item.meeting else None
    return Facets(
        section=item.section if isinstance(item, Article) else None,
        bodies=tuple(bodies_of(item)),
        period=period_slug(period) if period else None,
        people=tuple(_people_of(item)),
        has_conclusions=has_conclusions,
        has_files=bool(item.attachments),
        terms=tuple(
            NamedTerm(kind.folder, slug, kind.title_of(name))
            for kind in facet_kinds()
            for slug, name in kind.taxonomy.classify(item).items()
        ),
        views=(item.views or 0) if isinstance(item, Article) else 0,
    )


def body_facets(body: Body) -> Facets:
    """Return the facets of a body's own page."""
    return Facets(bodies=(body.slug,))


def person_facets(person: PersonEntry) -> Facets:
    """Return the facets of a person's own page."""
    return Facets(people=(Participant(person.slug, person.name, 0),))


def period_slug(period: Period) -> str:
    """Return a period, without its year, as addresses write it: "1-9"."""
    first, last = period.months
    return f"{first}-{last}"


def _people_of(item: Dated) -> Iterator[Participant]:
    """Yield everyone whom a record names, each once, in order."""
    chairs = {slug_named(item, name) for name in item.meeting.chairs} if item.meeting else set()
    signer = item.signer if isinstance(item, Document) else None
    signing = {slug_named(item, signer.name)} if signer else set()
    names: dict[str, str] = {}
    for mention in mentions_of(item):
        names.setdefault(person_slug(mention), mention.name)
    for slug, name in names.items():
        roles = CHAIRS * (slug in chairs) + SIGNS * (slug in signing)
        yield Participant(slug, name, roles or NAMED)

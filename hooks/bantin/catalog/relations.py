"""Which document replaces which: the one document of the archive that a cited number means.

A number may be borne by several bodies, in several years. Where not exactly one document can be
meant none is, and the number stays a text; what is shown of it is for others to say.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bantin.catalog.catalog import Catalog
from bantin.catalog.items import Item
from bantin.catalog.timelines import NUMBERED, REPLACED, REPLACING, number_timeline
from bantin.records.models import Document
from bantin.text.citations import read_citation

# A number borne by more documents than this means none, so that one more changes few pages.
MANY_NUMBERED = 40


@dataclass(frozen=True, slots=True)
class Relation:
    """A document that replaces another, or is replaced.

    Attributes:
        written: its number as the citing record has it; "" where it is the other's record that
            tells of the relation.
        item: the document; None where it is not in the archive, or several may be meant.
    """

    written: str
    item: Item | None


@dataclass(frozen=True, slots=True)
class Relations:
    """What a document replaces, and what it is replaced by, as either record tells."""

    replaces: tuple[Relation, ...]
    replaced_by: tuple[Relation, ...]


def relations_of(document: Document, catalog: Catalog) -> Relations:
    """Return a document's relations: those that it tells of first, in its order."""
    return Relations(
        _relations(document, document.replaces, REPLACED, catalog),
        _relations(document, document.replaced_by, REPLACING, catalog),
    )


def _relations(
    document: Document, cited: tuple[str, ...], told_by: str, catalog: Catalog
) -> tuple[Relation, ...]:
    is_later = told_by == REPLACING
    own = [Relation(one, _meant(document, one, catalog, later=is_later)) for one in cited]
    known = {relation.item.src_uri for relation in own if relation.item}
    others = (item for item in _telling(document, told_by, catalog) if item.src_uri not in known)
    return (*own, *(Relation("", item) for item in others))


def _telling(document: Document, told_by: str, catalog: Catalog) -> Iterator[Item]:
    """Yield the documents whose records say that they replace this one, or are replaced by it."""
    name = number_timeline(told_by, document.number)
    for item in catalog.bare_timeline(name).latest() if name else ():
        other = catalog.known(item.src_uri)
        assert isinstance(other, Document)
        if item.status == "withdrawn":
            continue  # it replaces nothing any more
        cited = other.replaces if told_by == REPLACING else other.replaced_by
        meant = (_meant(other, one, catalog, later=told_by == REPLACED) for one in cited)
        if any(one and one.src_uri == document.file.src_uri for one in meant):
            yield item


def _meant(citing: Document, written: str, catalog: Catalog, *, later: bool) -> Item | None:
    """Return the one document that a number in a record can mean.

    Args:
        citing: whose record it is; of several documents it rather means one of the same body.
        written: the number.
        catalog: where to look.
        later: it is one that came later, or on the same day; else it came earlier.
    """
    citation, name = read_citation(written), number_timeline(NUMBERED, written)
    if citation is None or name is None:
        return None
    numbered = catalog.bare_timeline(name).latest(MANY_NUMBERED + 1)
    if len(numbered) > MANY_NUMBERED:
        return None
    found = [
        item
        for item in numbered
        if item.src_uri != citing.file.src_uri
        and (item.day >= citing.day if later else item.day <= citing.day)
        and citation.can_mean(item.number, year=item.day.year)
    ]
    near = [item for item in found if _issuer(item, catalog) == citing.issuer]
    likely = near or found
    return likely[0] if len(likely) == 1 else None


def _issuer(item: Item, catalog: Catalog) -> str:
    document = catalog.known(item.src_uri)
    assert isinstance(document, Document)
    return document.issuer


def numbered_near(timeline: str, catalog: Catalog) -> Iterator[Item]:
    """Yield every document whose relations one that stands in a timeline can touch.

    Args:
        timeline: of documents by number.
        catalog: where to look.
    """
    folder, _, key = timeline.partition("/")
    citing = [
        item
        for one in (REPLACING, REPLACED)
        for item in catalog.bare_timeline(f"{one}/{key}").latest()
    ]
    if folder == NUMBERED:
        yield from citing
    # Where nobody cites a number, no page shows who bears it. All that do, not only as many as may
    # be meant: several may have come at once.
    if citing:
        yield from catalog.bare_timeline(f"{NUMBERED}/{key}").latest()

"""Replacements: the documents that replace each other, found by the numbers that records cite.

A cited number stands for exactly one document of the archive. Several bodies may use a number, in
several years. If more or fewer than one document fits, the number stands for none, and stays a
text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bantin.catalog.catalog import Catalog
from bantin.catalog.items import Item
from bantin.catalog.relations.relation import PageKind, PageRef, Relation, timelines_in
from bantin.catalog.rows import Row
from bantin.catalog.timeline_names import NUMBERED, REPLACED, REPLACING, number_timeline
from bantin.records.models import Document
from bantin.text.citations import read_citation

# If more documents than this bear a number, it stands for none. So one more changes few pages.
MANY_NUMBERED = 40


@dataclass(frozen=True, slots=True)
class Replacement:
    """A document that replaces another, or is replaced by it.

    Attributes:
        written: its number as the citing record has it; "" if only the other document's record
            names the replacement.
        item: the document; None where the archive does not hold it, or several documents fit.
    """

    written: str
    item: Item | None


@dataclass(frozen=True, slots=True)
class Replacements:
    """The documents that a document replaces, and those that replace it, by either's record."""

    replaces: tuple[Replacement, ...]
    replaced_by: tuple[Replacement, ...]


class CitedReplacements(Relation[Document, Replacements]):
    """The documents that a document replaces or is replaced by, by either's record."""

    def shown_on(self, page: Document, catalog: Catalog) -> Replacements:
        """Return the documents that a document replaces, and those that replace it.

        Those in its own record come first, in the record's order.
        """
        return Replacements(
            _replacements(page, page.replaces, REPLACED, catalog),
            _replacements(page, page.replaced_by, REPLACING, catalog),
        )

    def dependents(self, row: Row, catalog: Catalog) -> Iterator[PageRef]:
        """Yield the pages of documents that cite or bear a number of the record."""
        for family, name in timelines_in(row, NUMBERED, REPLACING, REPLACED):
            key = name.removeprefix(f"{family}/")
            citing = [
                item
                for one in (REPLACING, REPLACED)
                for item in catalog.bare_timeline(f"{one}/{key}").latest()
            ]
            if not citing:
                continue  # no page shows the bearers of a number that nobody cites
            # All bearers of the number, beyond the most that may fit: many may have come at once.
            found = catalog.bare_timeline(f"{NUMBERED}/{key}").latest()
            for item in (*citing, *found) if family == NUMBERED else found:
                yield PageRef(PageKind.RECORD, item.src_uri)


def _replacements(
    document: Document, cited: tuple[str, ...], told_by: str, catalog: Catalog
) -> tuple[Replacement, ...]:
    is_later = told_by == REPLACING
    own = [Replacement(one, find_meant(document, one, catalog, later=is_later)) for one in cited]
    known = {one.item.src_uri for one in own if one.item}
    others = (item for item in _telling(document, told_by, catalog) if item.src_uri not in known)
    return (*own, *(Replacement("", item) for item in others))


def _telling(document: Document, told_by: str, catalog: Catalog) -> Iterator[Item]:
    """Yield the documents whose records say that they replace this one, or are replaced by it."""
    name = number_timeline(told_by, document.number)
    for item in catalog.bare_timeline(name).latest() if name else ():
        other = catalog.known(item.src_uri)
        assert isinstance(other, Document)
        if item.status == "withdrawn":
            continue  # a withdrawn document replaces nothing
        numbers = other.replaces if told_by == REPLACING else other.replaced_by
        cited = (one for one in numbers if number_timeline(told_by, one) == name)
        meant = (find_meant(other, one, catalog, later=told_by == REPLACED) for one in cited)
        if any(one and one.src_uri == document.file.src_uri for one in meant):
            yield item


def find_meant(citing: Document, written: str, catalog: Catalog, *, later: bool) -> Item | None:
    """Return the document that a number in a record stands for; None if not exactly one fits.

    Args:
        citing: the document with the number. Documents of the same body come first.
        written: the number.
        catalog: the archive.
        later: the document is of the same day or later; otherwise of the same day or earlier.
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


REPLACEMENTS = CitedReplacements()

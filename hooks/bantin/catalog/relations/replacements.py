"""Replacements: the documents that replace each other, found by the numbers that records cite.

A cited number stands for exactly one document of the archive. Several bodies may use a number, in
several years. If more or fewer than one document fits, the number stands for none, and stays a
text.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
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
    own = [Replacement(one, _meant(document, one, catalog, later=is_later)) for one in cited]
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
        meant = (_meant(other, one, catalog, later=told_by == REPLACED) for one in cited)
        if any(one and one.src_uri == document.file.src_uri for one in meant):
            yield item


def _meant(citing: Document, written: str, catalog: Catalog, *, later: bool) -> Item | None:
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


def find_circles(catalog: Catalog) -> Iterator[tuple[Document, tuple[str, ...]]]:
    """Yield each document of a circle of replacements, with the src_uri of the circle's documents.

    Documents of a circle are of one day, because none is replaced by an earlier one. A document
    that names its own number is a circle, unless it names another year or another document fits.
    """
    replaced: dict[str, set[str]] = {}
    for uri in _citing_own_day(catalog):
        citing = catalog.known(uri)
        assert isinstance(citing, Document)
        for cited, later in ((citing.replaces, False), (citing.replaced_by, True)):
            for one in cited:
                item = _meant(citing, one, catalog, later=later)
                other = item.src_uri if item else uri if _is_own(citing, one) else ""
                if other and (item is None or item.day == citing.day):
                    newer, older = (other, uri) if later else (uri, other)
                    replaced.setdefault(newer, set()).add(older)
                    replaced.setdefault(older, set())
    for circle in _knots(replaced):
        for uri in circle:
            document = catalog.known(uri)
            assert isinstance(document, Document)
            yield document, circle


def _citing_own_day(catalog: Catalog) -> list[str]:
    """Return the documents that name a number which a document of the same day bears."""
    found: set[str] = set()
    for family in (REPLACING, REPLACED):
        rows = catalog.connection.execute(
            "select distinct citing.src_uri from members citing join members bearing "
            "on bearing.timeline = ? || substr(citing.timeline, ?) and bearing.age = citing.age "
            "where citing.timeline >= ? and citing.timeline < ?",
            (f"{NUMBERED}/", len(family) + 2, f"{family}/", f"{family}0"),
        )
        found.update(uri for (uri,) in rows)
    return sorted(found)


def _is_own(citing: Document, written: str) -> bool:
    citation = read_citation(written)
    return (
        citation is not None
        and number_timeline(NUMBERED, written) == number_timeline(NUMBERED, citing.number)
        and citation.can_mean(citing.number, year=citing.day.year)
    )


def _knots(edges: Mapping[str, Collection[str]]) -> Iterator[tuple[str, ...]]:
    """Yield the nodes of each circle, and of circles that hang together, by name."""
    back: dict[str, set[str]] = {node: set() for node in edges}
    for node, others in edges.items():
        for other in others:
            back[other].add(node)
    left = set(edges)
    for ways in (edges, back):
        # Take away what leads nowhere; what it took with it may lead nowhere then.
        against = back if ways is edges else edges
        open_ways = {node: len(left.intersection(ways[node])) for node in left}
        ended = [node for node, count in open_ways.items() if not count]
        while ended:
            node = ended.pop()
            left.discard(node)
            for other in left.intersection(against[node]):
                open_ways[other] -= 1
                if not open_ways[other]:
                    ended.append(other)
    while left:
        knot, found = [min(left)], {min(left)}
        for node in knot:
            for other in sorted(left.intersection((*edges[node], *back[node])) - found):
                found.add(other)
                knot.append(other)
        left -= found
        yield tuple(sorted(knot))


def _issuer(item: Item, catalog: Catalog) -> str:
    document = catalog.known(item.src_uri)
    assert isinstance(document, Document)
    return document.issuer


REPLACEMENTS = CitedReplacements()

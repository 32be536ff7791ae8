"""Finds documents that replace each other in a circle.

`relations.replacements` tells which document a number means.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from bantin.catalog.catalog import Catalog
from bantin.catalog.relations.replacements import find_meant
from bantin.catalog.timeline_names import NUMBERED, REPLACED, REPLACING, number_timeline
from bantin.records.models import Document
from bantin.text.citations import read_citation


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
                item = find_meant(citing, one, catalog, later=later)
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

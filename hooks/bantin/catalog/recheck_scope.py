"""Finds the records that must be checked again after a change.

The tables tell which records are suspect. The caller reads those records to find the faults.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from bantin.catalog.catalog import Catalog


@dataclass(frozen=True, slots=True)
class RecheckScope:
    """The part of an archive that a change can have spoiled. All else was right and still is.

    Attributes:
        records: src_uri of new and changed records.
        moved: src_uri of records and other files that came, went, or changed their address.
        identities: identities of new and changed documents.
        people: slugs of people named in new or changed records, or with a new or changed record.
        addresses: addresses of new records, and their old addresses.
    """

    records: frozenset[str]
    moved: frozenset[str]
    identities: frozenset[str]
    people: frozenset[str]
    addresses: frozenset[str]


def suspect_records(
    catalog: Catalog, scope: RecheckScope | None, is_known: Callable[[str], bool]
) -> list[str]:
    """Return the src_uri of every record whose links or references may lead nowhere, sorted.

    Args:
        catalog: the catalog after all changes.
        scope: None for the whole archive.
        is_known: tells whether a link to a src_uri leads somewhere.
    """
    query = catalog.connection.execute
    if scope is None:
        targets = (target for (target,) in query("select distinct target from targets").fetchall())
        lost = [target for target in targets if not is_known(target)]
        found: set[str] = set()
    else:
        lost = [target for target in scope.moved if not is_known(target)]
        found = set(scope.records)
    for target in lost:
        found.update(u for (u,) in query("select src_uri from targets where target = ?", (target,)))
    return sorted(found)


def shared_identities(catalog: Catalog, scope: RecheckScope | None) -> Iterator[list[str]]:
    """Yield groups of documents that share an identity, each group by src_uri."""
    yield from _shared(catalog, "identities", "identity", scope.identities if scope else None)


def shared_redirects(catalog: Catalog, scope: RecheckScope | None) -> Iterator[list[str]]:
    """Yield groups of records that share an old address, by src_uri; a group may come twice."""
    yield from _shared(catalog, "redirects", "address", scope.addresses if scope else None)


def _shared(
    catalog: Catalog, table: str, column: str, among: frozenset[str] | None
) -> Iterator[list[str]]:
    query = catalog.connection.execute
    if among is None:
        grouped = query(f"select {column} from {table} group by {column} having count(*) > 1")
        keys = [key for (key,) in grouped.fetchall()]
    else:
        keys = sorted(among)
    for key in keys:
        rows = query(f"select src_uri from {table} where {column} = ? order by src_uri", (key,))
        if len(uris := [uri for (uri,) in rows.fetchall()]) > 1:
            yield uris


def people_of_many_names(catalog: Catalog, scope: RecheckScope | None) -> Iterator[str]:
    """Yield the slugs of people whose name has more than one spelling, in no order."""
    query = catalog.connection.execute
    if scope is None:
        rows = query(
            "select person from mentions group by person having min(name) != max(name)"
        ).fetchall()
        many = {slug for (slug,) in rows}
        for slug, person in catalog.registry.people.items():
            if _names(catalog, slug) - {person.name}:
                many.add(slug)
        yield from many
        return
    for slug in scope.people:
        names = _names(catalog, slug)
        record = catalog.registry.people.get(slug)
        if len(names | ({record.name} if record else set())) > 1:
            yield slug


def _names(catalog: Catalog, slug: str) -> set[str]:
    rows = catalog.connection.execute(
        "select distinct name from mentions where person = ?", (slug,)
    )
    return {name for (name,) in rows}

"""Old addresses that cannot be used: another page or file has the place, or stands in the way.

A build asks here before it renders anything, and a check asks the same. So both say the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from urllib.parse import quote

from bantin.catalog.catalog import Catalog
from bantin.catalog.recheck_scope import RecheckScope, shared_redirects
from bantin.errors import Problem
from bantin.outputs.hosting.redirects import path_of
from bantin.outputs.reserved import owner_of_path
from bantin.records.models import Record
from bantin.records.old_addresses import normalise_address
from bantin.records.reader import find_line


def find_taken(
    catalog: Catalog, owners: Mapping[str, str], docs_dir: Path, scope: RecheckScope | None
) -> Iterator[Problem]:
    """Yield a Problem for each old address whose place is somebody's, or lies under a file.

    Args:
        catalog: holds the records.
        owners: address → src_uri of what is not a record: pages, pictures, attachments.
        docs_dir: folder of the records, for finding lines.
        scope: what can have gone wrong; None for the whole archive.
    """
    everything = frozenset(catalog.redirects()) if scope is None else None
    places = _Places(catalog, owners, everything)
    suspects = {uri for uris in shared_redirects(catalog, scope) for uri in uris}
    at_risk = _addresses_at_risk(catalog, scope) if scope else everything or ()
    for address in at_risk:
        if places.owner_of(address) is not None:
            suspects.update(catalog.redirecting(address))
    # Whoever comes first by file keeps an old address that two records claim.
    claimed: dict[str, str] = {}
    for src_uri in sorted(suspects):
        record = catalog.known(src_uri)
        for index, written in enumerate(record.redirect_from):
            address = normalise_address(written)
            first = catalog.redirecting(address)[0]
            owner = places.owner_of(address) or claimed.get(address)
            owner = owner or (first if first != src_uri else None)
            if owner is not None:
                yield taken_redirect(record, index, owner, docs_dir)
            claimed.setdefault(address, src_uri)


def taken_redirect(record: Record, index: int, owner: str, docs_dir: Path) -> Problem:
    """Return the Problem of an old address that is somebody's address now."""
    uri = record.file.src_uri
    line = find_line(docs_dir, uri, ("redirect_from", index))
    message = f"địa chỉ {record.redirect_from[index]} đang là của {owner}"
    return Problem(uri, line, f"redirect_from[{index + 1}]", message, "xóa dòng này")


def _addresses_at_risk(catalog: Catalog, scope: RecheckScope) -> set[str]:
    """Return the old addresses that a change can have spoiled: equal, above or below."""
    found = set(catalog.redirects(scope.addresses))
    for address in scope.addresses:
        path = path_of(address)
        if path is not None:
            found.update(catalog.redirects(list(_files_above(path))))
            found.update(catalog.redirects_below(f"{address.rstrip('/')}/"))
    return found


def _files_above(path: str) -> Iterator[str]:
    """Yield the paths that must be folders for a file to have this path."""
    while path := path.rpartition("/")[0]:
        yield path


class _Places:
    """Whom the places of a site belong to."""

    def __init__(
        self, catalog: Catalog, owners: Mapping[str, str], everything: frozenset[str] | None
    ) -> None:
        """Look places up.

        Args:
            catalog: holds the records.
            owners: address → src_uri of what is not a record.
            everything: all old addresses, if very many places will be asked for; else None.
        """
        self._catalog = catalog
        self._owners = owners
        self._everything = everything

    def owner_of(self, address: str) -> str | None:
        """Return who has the place of an old address, or stands in its way; None for nobody."""
        if (owner := self._at(address)) is not None:
            return owner
        path = path_of(address)
        if path is None:
            return None  # rules of servers alone
        owner = owner_of_path(path, self._catalog)
        return owner or self._above(path) or self._below(path)

    def _at(self, address: str) -> str | None:
        return self._catalog.record_at(address) or self._others_at(address)

    def _others_at(self, address: str) -> str | None:
        # An engine tells addresses as browsers send them, others as they are written.
        return self._owners.get(address) or self._owners.get(quote(address))

    def _above(self, path: str) -> str | None:
        """Return the file that would have to be a folder."""
        for above in _files_above(path):
            if owner := self._others_at(above) or owner_of_path(above, self._catalog):
                return owner
            may_be_old = self._everything is None or above in self._everything
            if may_be_old and (records := self._catalog.redirecting(above)):
                return records[0]
        return None

    def _below(self, path: str) -> str | None:
        """Return a file in the folder that would have to be a file."""
        if path in self._folders:
            return self._folders[path]
        if self._everything is not None and path not in self._folders_of_old:
            return None
        below = self._catalog.redirects_below(f"{path}/")
        return self._catalog.redirecting(below[0])[0] if below else None

    @cached_property
    def _folders_of_old(self) -> frozenset[str]:
        paths = map(path_of, self._everything or ())
        return frozenset(above for path in paths if path for above in _files_above(path))

    @cached_property
    def _folders(self) -> Mapping[str, str]:
        """Folder → src_uri of a file in it, for the files of others."""
        return {
            above: uri
            for address, uri in sorted(self._owners.items(), reverse=True)
            for above in _files_above(f"{address}index.html" if address[-1:] == "/" else address)
        }

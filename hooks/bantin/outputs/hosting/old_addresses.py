"""Old addresses and their new ones, as rules that any server can state in its own words."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from bantin.catalog.catalog import Catalog

# Signs that stand unencoded in a path (RFC 3986, pchar).
_PATH_SIGNS = "/!$&'()*+,;=:@~"
# Signs that stand unencoded in a query. An encoded sign stays encoded.
_QUERY_SIGNS = "%/?:@!$&'()*+,;=[]~"


@dataclass(frozen=True, slots=True)
class OldAddress:
    """A former address of a record.

    Attributes:
        path: relative to the root, decoded; "" for the root itself.
        query: the part behind "?", encoded; "" for an address without a query.
        url: the record's present address, relative to the root.
    """

    path: str
    query: str
    url: str

    @property
    def encoded_path(self) -> str:
        """The path as a browser sends it."""
        return quote(self.path, safe=_PATH_SIGNS)


@dataclass(frozen=True, slots=True)
class OldAddresses:
    """All old addresses of published records, by address, each once."""

    rules: tuple[OldAddress, ...]

    @property
    def plain(self) -> list[OldAddress]:
        """The addresses without a query."""
        return [rule for rule in self.rules if not rule.query]

    @property
    def asking(self) -> list[OldAddress]:
        """The addresses with a query."""
        return [rule for rule in self.rules if rule.query]


def old_addresses(catalog: Catalog) -> OldAddresses:
    """Return all old addresses with the new address of each."""
    rules = []
    for address, src_uri in catalog.old_addresses():
        path, _, query = address.partition("?")
        rules.append(
            OldAddress(path, quote(query, safe=_QUERY_SIGNS), f"{src_uri.removesuffix('.md')}/")
        )
    return OldAddresses(tuple(rules))

"""Old addresses and where each leads now, as rules that any server can be told in its own words."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from bantin.catalog.catalog import Catalog

# What stands in a path as it is (RFC 3986, pchar).
_PATH_SIGNS = "/!$&'()*+,;=:@~"
# In a query also these; what is percent-encoded there is left so.
_QUERY_SIGNS = "%/?:@!$&'()*+,;=[]~"


@dataclass(frozen=True, slots=True)
class OldAddress:
    """An address that a record had.

    Attributes:
        path: relative to the root, decoded; "" for the root itself.
        query: what stood behind "?", encoded; "" for an address without.
        url: where it leads, relative to the root.
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
    """All old addresses of what is shown, by address, each once."""

    rules: tuple[OldAddress, ...]

    @property
    def plain(self) -> list[OldAddress]:
        """Those without a query."""
        return [rule for rule in self.rules if not rule.query]

    @property
    def asking(self) -> list[OldAddress]:
        """Those with a query."""
        return [rule for rule in self.rules if rule.query]


def old_addresses(catalog: Catalog) -> OldAddresses:
    """Return where each old address leads."""
    rules = []
    for address, src_uri in catalog.old_addresses():
        path, _, query = address.partition("?")
        rules.append(
            OldAddress(path, quote(query, safe=_QUERY_SIGNS), f"{src_uri.removesuffix('.md')}/")
        )
    return OldAddresses(tuple(rules))

"""Finds old addresses that differ from an address in upper and lower case only.

Windows and macOS would write both pages into one file. Equal addresses are told of by `addresses`.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from bantin.catalog.catalog import Catalog
from bantin.errors import Problem
from bantin.records.docs_names import is_record_uri
from bantin.records.old_addresses import normalise_address
from bantin.records.reader import find_line


def check_alike_addresses(
    catalog: Catalog, owners: Mapping[str, str], docs_dir: Path
) -> list[Problem]:
    """Return a Problem for each old address that is another's but for the case of letters.

    Args:
        catalog: holds the records.
        owners: address → src_uri of what is no record.
        docs_dir: folder of the records, for finding lines.
    """
    rows = catalog.connection.execute("select address, src_uri from redirects").fetchall()
    # An address with a query is no file.
    rows = sorted((uri, address) for address, uri in rows if "?" not in address)
    folded_owners = {_folded(address): uri for address, uri in owners.items()} if rows else {}
    first: dict[str, tuple[str, str]] = {}
    problems = []
    for uri, address in rows:
        folded = _folded(address)
        here, claimed_by = first.setdefault(folded, (address, uri))
        owner = claimed_by if here != address and claimed_by != uri else ""
        if folded != address:
            # A record's own address is plain and small.
            record_uri = f"{folded.removesuffix('/')}.md"
            is_record = is_record_uri(record_uri) and catalog.is_shown(record_uri)
            owner = (record_uri if is_record else "") or owner
        if address not in owners:
            owner = folded_owners.get(folded, "") or owner
        if owner:
            problems.append(_tell(catalog, uri, address, owner, docs_dir))
    return problems


def _tell(catalog: Catalog, uri: str, address: str, owner: str, docs_dir: Path) -> Problem:
    written = [normalise_address(one) for one in catalog.known(uri).redirect_from]
    index = written.index(address)
    return Problem(
        uri,
        find_line(docs_dir, uri, ("redirect_from", index)),
        f"redirect_from[{index + 1}]",
        f"địa chỉ {address} chỉ khác địa chỉ của {owner} ở chữ hoa, chữ thường",
        "xóa dòng này: trên Windows và macOS hai địa chỉ ấy là một tệp",
    )


def _folded(address: str) -> str:
    return address.lower() if address.isascii() else address.casefold()

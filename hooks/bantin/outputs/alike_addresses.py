"""Finds old addresses that some systems take for another address.

They differ in upper and lower case, or in the form of a letter. Windows and macOS would
write both pages into one file. `taken_addresses` tells of equal addresses.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from bantin.catalog.catalog import Catalog
from bantin.errors import Problem
from bantin.records.old_addresses import normalise_address
from bantin.records.portable_names import fold_path
from bantin.records.reader import find_line


def check_alike_addresses(
    catalog: Catalog, owners: Mapping[str, str], docs_dir: Path
) -> list[Problem]:
    """Return a Problem for each old address that is another's on some systems.

    Args:
        catalog: holds the records.
        owners: address → src_uri of what is no record.
        docs_dir: folder of the records, for finding lines.
    """
    rows = catalog.connection.execute("select address, src_uri from redirects").fetchall()
    # An address with a query is no file.
    rows = sorted((uri, address) for address, uri in rows if "?" not in address)
    folded_owners = {fold_path(address): uri for address, uri in owners.items()} if rows else {}
    first: dict[str, tuple[str, str]] = {}
    problems = []
    for uri, address in rows:
        folded = fold_path(address)
        here, claimed_by = first.setdefault(folded, (address, uri))
        owner = claimed_by if here != address and claimed_by != uri else ""
        if folded != address:
            # A record's own address is plain and small.
            owner = catalog.record_at(folded) or owner
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
        f"địa chỉ {address} chỉ khác địa chỉ của {owner} ở chữ hoa, chữ thường "
        "hoặc cách mã hóa dấu",
        "xóa dòng này: trên Windows và macOS hai địa chỉ ấy là một tệp",
    )

"""The lasting id of a record: what feeds, calendars and data call it, whatever its address is now.

It is the first address that the record had in this archive, without the host. Knows no site.
"""

from __future__ import annotations

from collections.abc import Iterable

from bantin.records import folders
from bantin.records.old_addresses import normalise_address
from bantin.text.slug import is_slug

# How many digits each part between the folder and the name of a file has.
_DIGITS = {folders.NEWS: (4, 2), folders.DOCUMENTS: (4,)}


def lasting_id(src_uri: str, old_addresses: Iterable[str]) -> str:
    """Return the lasting id of a record: "tin-tuc/2021/10/hop-ban".

    It is the first of its old addresses that a record of this archive can have, or else its present
    address. Addresses of other systems do not count. Editors add old addresses at the end of the
    list, so a further new name, or a further address of an old portal, changes nothing. No two
    records share an id, because no two records may claim one address.

    Args:
        src_uri: its file.
        old_addresses: its `redirect_from`, in the editor's order.
    """
    folder = src_uri.partition("/")[0]
    return next(filter(None, (_own(written, folder) for written in old_addresses)), src_uri[:-3])


def _own(written: str, folder: str) -> str:
    """Return an old address in the form of an id; "" for one that no such record can have."""
    found = normalise_address(written).rstrip("/")
    kind, _, rest = found.partition("/")
    *middle, name = rest.split("/")
    # Only articles and documents can take each other's place.
    kinds = folders.DATED if folder in folders.DATED else (folder,)
    if kind not in kinds or not is_slug(name):
        return ""
    lengths = tuple(len(part) for part in middle if part.isascii() and part.isdigit())
    is_ours = lengths == _DIGITS.get(kind, ()) and len(lengths) == len(middle)
    return found if is_ours else ""

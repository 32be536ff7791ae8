"""The values of the site that every page needs."""

from __future__ import annotations

import re
from dataclasses import dataclass

# Of archives that have set no name of their own.
DEFAULT_AUTHORITY = "bantin.example,2026"
_AUTHORITY = re.compile(
    r"(?:[\w.+-]+@)?[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?,\d{4}(?:-\d\d(?:-\d\d)?)?", re.ASCII
)


@dataclass(frozen=True, slots=True)
class Site:
    """The site's name and address.

    Attributes:
        name: as readers know it.
        url: absolute, ends with "/".
        description: one sentence.
        holder: the person or body responsible for the content; "" when not set.
        authority: begins all ids that the site gives, and never changes: see `is_authority`.
    """

    name: str
    url: str
    description: str
    holder: str = ""
    authority: str = DEFAULT_AUTHORITY

    def id_of(self, lasting_id: str) -> str:
        """Return an id that no other archive gives, and that no change of address changes.

        Source: RFC 4151.
        """
        return f"tag:{self.authority}:{lasting_id}"


def is_authority(text: str) -> bool:
    """True for a domain or mail address, a comma, and a day on which the archive's owner had it.

    The day may be a year: "bantin.example,2026".

    Source: RFC 4151, 2.1.
    """
    return _AUTHORITY.fullmatch(text) is not None

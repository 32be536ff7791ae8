"""The values of the site that every page needs."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Site:
    """The site's name and address.

    Attributes:
        name: as readers know it.
        url: absolute, ends with "/".
        description: one sentence.
        holder: the person or body responsible for the content; "" when not set.
    """

    name: str
    url: str
    description: str
    holder: str = ""

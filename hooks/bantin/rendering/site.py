"""What every page must know of the site it is part of."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Site:
    """The site's name and address.

    Attributes:
        name: as readers know it.
        url: absolute, ends with "/".
        description: one sentence.
        holder: who answers for the content; "" where the settings do not say.
    """

    name: str
    url: str
    description: str
    holder: str = ""

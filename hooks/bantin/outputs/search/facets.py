"""What results can be chosen by, of one page that can be found. Knows no records."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Self

# Slug and name.
Label = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Facets:
    """What a page is chosen by, beside its kind and day; plain data.

    Attributes:
        section: slug and name; None for what is in none.
        bodies: slug and name of those it concerns and of those that took over from them; unique.
        has_conclusions: it states conclusions.
        has_files: it has attachments.
        views: how often it had been read when that was counted; 0 where nobody did.
    """

    section: Label | None = None
    bodies: tuple[Label, ...] = ()
    has_conclusions: bool = False
    has_files: bool = False
    views: int = 0

    @classmethod
    def parse(cls, values: Mapping[str, Any]) -> Self:
        """Return the facets that `dataclasses.asdict` made values of, out of JSON again."""
        section: Iterable[str] | None = values["section"]
        return cls(
            section=_label(section) if section else None,
            bodies=tuple(map(_label, values["bodies"])),
            has_conclusions=values["has_conclusions"],
            has_files=values["has_files"],
            views=values["views"],
        )


NO_FACETS = Facets()


def _label(pair: Iterable[str]) -> Label:
    slug, name = pair
    return slug, name

"""The facet values of one page in search. Knows no records."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple, Self

# Roles of a participant. They add up.
CHAIRS = 1
SIGNS = 2
NAMED = 4


class Participant(NamedTuple):
    """A person whom a page names.

    Attributes:
        slug: name of the folder below nguoi/.
        name: as this page spells it.
        roles: sum of CHAIRS and SIGNS; NAMED for a person with neither; 0 on a person's own page.
    """

    slug: str
    name: str
    roles: int


class NamedTerm(NamedTuple):
    """A term that lists records. Editors name such terms freely.

    Attributes:
        kind: folder of its lists.
        slug: name of the term's folder below it.
        name: as this page spells it, with a capital first letter.
    """

    kind: str
    slug: str
    name: str


@dataclass(frozen=True, slots=True)
class Facets:
    """The facet values of a page, besides its kind and day; plain data.

    Names, and the relations of bodies, are in a file: `bantin.outputs.discovery.search_names`.

    Attributes:
        section: slug; None for a page without a section.
        bodies: slugs of the bodies it concerns, unique.
        period: months of the year that it reviews, "1-9"; None where it does not say.
        people: people it names, unique by slug.
        has_conclusions: it states conclusions.
        has_files: it has attachments.
        terms: other terms it stands under, unique by kind and slug.
        views: number of its counted views; 0 for no count.
    """

    section: str | None = None
    bodies: tuple[str, ...] = ()
    period: str | None = None
    people: tuple[Participant, ...] = ()
    has_conclusions: bool = False
    has_files: bool = False
    views: int = 0
    terms: tuple[NamedTerm, ...] = ()

    @classmethod
    def parse(cls, values: Mapping[str, Any]) -> Self:
        """Return the facets in a value of `dataclasses.asdict` that went through JSON."""
        lists = {
            "bodies": tuple(values["bodies"]),
            "people": tuple(Participant(*one) for one in values["people"]),
            "terms": tuple(NamedTerm(*one) for one in values["terms"]),
        }
        return cls(**{**values, **lists})


NO_FACETS = Facets()

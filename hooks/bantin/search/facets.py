"""What results can be chosen by, of one page that can be found. Knows no records."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple, Self

# Roles of a participant, added up.
CHAIRS = 1
SIGNS = 2
NAMED = 4


class Participant(NamedTuple):
    """A person whom a page names.

    Attributes:
        slug: address below nguoi/.
        name: as this page spells it.
        roles: CHAIRS and SIGNS, added up; NAMED for who does neither; 0 on a person's own page.
    """

    slug: str
    name: str
    roles: int


class NamedTerm(NamedTuple):
    """A term that records are listed by and name freely.

    Attributes:
        kind: folder of its lists.
        slug: address below it.
        name: as this page spells it, a capital first.
    """

    kind: str
    slug: str
    name: str


@dataclass(frozen=True, slots=True)
class Facets:
    """What a page is chosen by, beside its kind and day; plain data.

    Names, the kin of bodies too, are told apart: see `bantin.outputs.discovery.search_names`.

    Attributes:
        section: slug; None for what is in none.
        bodies: slugs of those it concerns, unique.
        period: the months of a year that it reports on, "1-9"; None where it does not say.
        people: whom it names, unique by slug.
        has_conclusions: it states conclusions.
        has_files: it has attachments.
        terms: further terms that it stands under, unique by kind and slug.
        views: how often it had been read when that was counted; 0 where nobody did.
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
        """Return the facets that `dataclasses.asdict` made values of, out of JSON again."""
        lists = {
            "bodies": tuple(values["bodies"]),
            "people": tuple(Participant(*one) for one in values["people"]),
            "terms": tuple(NamedTerm(*one) for one in values["terms"]),
        }
        return cls(**{**values, **lists})


NO_FACETS = Facets()

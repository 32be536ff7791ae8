"""A search entry: one page as search finds it."""

from __future__ import annotations

from dataclasses import dataclass

from bantin.search.facet_values import NO_FACETS, Facets


@dataclass(frozen=True, slots=True)
class SearchEntry:
    """One page that search can find; plain data.

    Attributes:
        url: relative to the site's root; unique.
        title: as shown.
        kind: the label shown: "Tin tức", "Thông báo", "Cơ quan", "Người".
        number: "" or a document's number, "405/TB-VP.UBND".
        day: "2021-10-05"; "" for a body or a person. `names` then holds its own names.
        names: people and bodies concerned, full and short names; may be empty.
        summary: lead or description, without markup; may be empty.
        text: the body, without markup; may be empty.
        points: anchor and first words of each conclusion, in order, with the wording of `text`.
        facets: its facet values.
    """

    url: str
    title: str
    kind: str
    number: str
    day: str
    names: tuple[str, ...]
    summary: str
    text: str
    points: tuple[tuple[str, str], ...] = ()
    facets: Facets = NO_FACETS

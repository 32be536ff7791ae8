"""Columns: the facet values of all entries, kept apart from the words. Knows no disk.

A block is a fixed range of places, about three years long, so its ends depend on nothing else. It
has three files, named by their content:

    {"low":2686976,"places":"…","months":"…",
     "classes":{"table":[["Thông báo",null,"1-9",1],…],"of":"…"},
     "bodies":{"table":["ubnd",…],"of":"…","sizes":"…"},
     "terms":{"table":[["linh-vuc","y-te","Y tế"],…],"of":"…","sizes":"…"}}
    {"low":2686976,"roles":"…",
     "people":{"table":["Lê An",["le-an-2","Lê An"],…],"of":"…","sizes":"…"}}
    {"low":2686976,"views":"…"}

Places are written like items, newest first. Everything else is in the order of the places. Months
are runs: a month, a count, the next month. A month is year * 12 + its number from 0, or 0 for an
entry without a day. Kind, section, period and flags form one value, because one tells much of the
others. For these values, for bodies and for people, a column holds ranks in a table of the block's
values, most frequent first. The bodies of all entries follow each other, and so do the people;
`sizes` has the number for each entry. A person's slug is written only where the name gives another
slug. A block without terms has no column of terms. Views and people are long for what they tell, so
only a query that sorts or filters by them fetches them.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby, islice, repeat
from typing import Any, NamedTuple

from bantin.search.entry import SearchEntry
from bantin.search.facet_values import NamedTerm, Participant
from bantin.search.files import name_of
from bantin.search.items import (
    decode_items,
    decode_numbers,
    encode_items,
    encode_numbers,
)
from bantin.text.fold import fold

BLOCK_PLACES = 2**16
_CONCLUSIONS = 1
_FILES = 2


class ColumnRow(NamedTuple):
    """The facet values of one entry.

    Attributes:
        month: year * 12 + month, with January as 0; 0 for an entry without a day.
        kind: as `SearchEntry.kind`.
        section: see `Facets`.
        period: see `Facets`.
        flags: 1 for conclusions, 2 for files, 3 for both.
        bodies: see `Facets`; sorted.
        people: see `Facets`; by slug.
        views: see `Facets`.
        terms: see `Facets`; by kind and slug.
    """

    month: int
    kind: str
    section: str | None
    period: str | None
    flags: int
    bodies: tuple[str, ...]
    people: tuple[Participant, ...]
    views: int
    terms: tuple[NamedTerm, ...]


@dataclass(frozen=True, slots=True)
class ColumnBlock:
    """The files with the columns of a range of places.

    Attributes:
        low: the lowest place of the range, a multiple of `BLOCK_PLACES`.
        facets: name of the file with everything but people and views.
        people: name of the file of people.
        views: name of the file of views.
    """

    low: int
    facets: str
    people: str
    views: str

    @property
    def files(self) -> tuple[str, str, str]:
        """The names of its files."""
        return self.facets, self.people, self.views


def row_of(entry: SearchEntry) -> ColumnRow:
    """Return the facet values of an entry."""
    facets = entry.facets
    return ColumnRow(
        month=int(entry.day[:4]) * 12 + int(entry.day[5:7]) - 1 if entry.day else 0,
        kind=entry.kind,
        section=facets.section,
        period=facets.period,
        flags=_CONCLUSIONS * facets.has_conclusions + _FILES * facets.has_files,
        bodies=tuple(sorted(facets.bodies)),
        people=tuple(sorted(facets.people)),
        views=facets.views,
        terms=tuple(sorted(facets.terms)),
    )


def block_low(place: int) -> int:
    """Return the lowest place of a place's block."""
    return place - place % BLOCK_PLACES


def make_columns(
    rows: Iterable[tuple[int, ColumnRow]],
) -> tuple[tuple[ColumnBlock, ...], dict[str, bytes]]:
    """Return the blocks of rows, and name → content of their files; places are rising."""
    blocks = []
    files: dict[str, bytes] = {}
    for low, run in groupby(rows, key=lambda placed: block_low(placed[0])):
        block, contents = make_block(low, dict(run))
        blocks.append(block)
        files |= contents
    return tuple(blocks), files


def make_block(low: int, rows: Mapping[int, ColumnRow]) -> tuple[ColumnBlock, dict[str, bytes]]:
    """Return a block and name → content of its files; `rows` by place, rising, not empty."""
    newest = [*rows.values()][::-1]
    months = ((month, len([*run])) for month, run in groupby(row.month for row in newest))
    facets = {
        "low": low,
        "places": encode_items([*rows]),
        "months": encode_numbers(number for run in months for number in run),
        "classes": _dump_column([(row.kind, row.section, row.period, row.flags) for row in newest]),
        "bodies": _dump_lists([row.bodies for row in newest]),
    }
    if any(row.terms for row in newest):
        facets["terms"] = _dump_lists([row.terms for row in newest])
    people = {
        "low": low,
        "people": _dump_lists([[*map(_dump_person, row.people)] for row in newest]),
        "roles": encode_numbers(one.roles for row in newest for one in row.people),
    }
    views = {"low": low, "views": encode_numbers(row.views for row in newest)}
    contents = [
        json.dumps(file, ensure_ascii=False, separators=(",", ":")).encode()
        for file in (facets, people, views)
    ]
    names = [*map(name_of, contents)]
    return ColumnBlock(low, *names), dict(zip(names, contents, strict=True))


def read_block(facets: bytes, people: bytes, views: bytes) -> dict[int, ColumnRow]:
    """Return the rows of a block by place, rising, from its three files.

    Raises:
        ValueError, KeyError, TypeError, IndexError: the files are no files of a block.
    """
    parts, named = json.loads(facets), json.loads(people)
    months = decode_numbers(parts["months"])
    runs = zip(months[::2], months[1::2], strict=True)
    roles = iter(decode_numbers(named["roles"]))
    places = decode_items(parts["places"])
    columns = (
        [month for month, size in runs for _ in range(size)],
        _read_column(parts["classes"]),
        _read_lists(parts["bodies"]),
        _read_lists(named["people"]),
        decode_numbers(json.loads(views)["views"]),
        _read_lists(parts["terms"]) if "terms" in parts else repeat((), len(places)),
    )
    rows = [
        ColumnRow(
            month=month,
            kind=kind,
            section=section,
            period=period,
            flags=flags,
            bodies=tuple(bodies),
            people=tuple(Participant(*_read_person(one), next(roles)) for one in people_there),
            views=seen,
            terms=tuple(NamedTerm(*one) for one in terms),
        )
        for month, (kind, section, period, flags), bodies, people_there, seen, terms in zip(
            *columns, strict=True
        )
    ]
    return dict(zip(places, rows[::-1], strict=True))


def _dump_person(person: Participant) -> str | tuple[str, str]:
    slug, name, _ = person
    return name if _slug_in(name) == slug else (slug, name)


def _read_person(person: str | Sequence[str]) -> tuple[str, str]:
    if isinstance(person, str):
        return _slug_in(person), person
    slug, name = person
    return slug, name


# A query makes slugs in the same way. Thousands of records share a few names.
@lru_cache(maxsize=16_384)
def _slug_in(name: str) -> str:
    return fold(name).replace(" ", "-")


def _dump_column(values: Sequence[Hashable]) -> dict[str, Any]:
    # Equally frequent values stay in the order of their first appearance.
    table = [value for value, _ in Counter(values).most_common()]
    ranks = {value: at for at, value in enumerate(table)}
    return {"table": table, "of": encode_numbers(ranks[value] for value in values)}


def _dump_lists(lists: Sequence[Sequence[Hashable]]) -> dict[str, Any]:
    column = _dump_column([value for values in lists for value in values])
    return column | {"sizes": encode_numbers(map(len, lists))}


def _read_column(column: Mapping[str, Any]) -> list[Any]:
    return [column["table"][at] for at in decode_numbers(column["of"])]


def _read_lists(column: Mapping[str, Any]) -> Iterator[list[Any]]:
    values = iter(_read_column(column))
    for size in decode_numbers(column["sizes"]):
        yield [*islice(values, size)]

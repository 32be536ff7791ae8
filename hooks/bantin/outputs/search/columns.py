"""Columns: what every entry can be chosen by, kept apart from the words. Knows no disk.

A block is a fixed range of places, some three years, so that where it ends depends on nothing; it
has two files, named by their content:

    {"low":2686976,"places":"…","years":[[2021,45],…],"flags":"…",
     "kinds":{"table":["Thông báo",…],"of":"…"},
     "sections":{"table":[null,["chi-dao","Chỉ đạo"],…],"of":"…"},
     "bodies":{"table":[["ubnd","UBND"],…],"of":"…","sizes":"…"}}
    {"low":2686976,"views":"…"}

Places are written like items, newest first, and all else in their order: years as runs, [year, how
many], 0 without a day; of kinds, sections and bodies the rank in a table of what is in the block,
most frequent first. Bodies follow each other, and `sizes` tells how many each entry has. Views,
the longest for what they tell, are fetched by those who sort by them.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, NamedTuple

from bantin.outputs.search.entry import SearchEntry
from bantin.outputs.search.facets import Label
from bantin.outputs.search.files import name_of
from bantin.outputs.search.items import (
    decode_items,
    decode_numbers,
    encode_items,
    encode_numbers,
)

BLOCK_PLACES = 2**16
_CONCLUSIONS = 1
_FILES = 2


class ColumnRow(NamedTuple):
    """What one entry can be chosen by.

    Attributes:
        year: 0 for what has no day.
        kind: as `SearchEntry.kind`.
        section: see `Facets`.
        bodies: see `Facets`; by slug.
        flags: 1 where it has conclusions, 2 where it has files, 3 for both.
        views: see `Facets`.
    """

    year: int
    kind: str
    section: Label | None
    bodies: tuple[Label, ...]
    flags: int
    views: int


@dataclass(frozen=True, slots=True)
class ColumnBlock:
    """Where the columns of a range of places are.

    Attributes:
        low: the lowest place of the range, a multiple of `BLOCK_PLACES`.
        facets: name of the file of all but views.
        views: name of the file of views.
    """

    low: int
    facets: str
    views: str


def row_of(entry: SearchEntry) -> ColumnRow:
    """Return what an entry can be chosen by."""
    facets = entry.facets
    return ColumnRow(
        year=int(entry.day[:4]) if entry.day else 0,
        kind=entry.kind,
        section=facets.section,
        bodies=tuple(sorted(facets.bodies)),
        flags=_CONCLUSIONS * facets.has_conclusions + _FILES * facets.has_files,
        views=facets.views,
    )


def block_low(place: int) -> int:
    """Return the lowest place of the block that a place is in."""
    return place - place % BLOCK_PLACES


def make_columns(
    rows: Iterable[tuple[int, ColumnRow]],
) -> tuple[tuple[ColumnBlock, ...], dict[str, bytes]]:
    """Return the blocks for rows by place, places rising, and name → content of their files."""
    blocks = []
    files: dict[str, bytes] = {}
    for low, run in groupby(rows, key=lambda placed: block_low(placed[0])):
        block, contents = make_block(low, dict(run))
        blocks.append(block)
        files |= contents
    return tuple(blocks), files


def make_block(low: int, rows: Mapping[int, ColumnRow]) -> tuple[ColumnBlock, dict[str, bytes]]:
    """Return a block and name → content of its files; `rows` by place, rising, are not empty."""
    newest = [*rows.values()][::-1]
    facets = {
        "low": low,
        "places": encode_items([*rows]),
        "years": [[year, len([*run])] for year, run in groupby(row.year for row in newest)],
        "flags": encode_numbers(row.flags for row in newest),
        "kinds": _dump_column([row.kind for row in newest]),
        "sections": _dump_column([row.section for row in newest]),
        "bodies": _dump_column([body for row in newest for body in row.bodies])
        | {"sizes": encode_numbers(len(row.bodies) for row in newest)},
    }
    views = {"low": low, "views": encode_numbers(row.views for row in newest)}
    contents = [
        json.dumps(file, ensure_ascii=False, separators=(",", ":")).encode()
        for file in (facets, views)
    ]
    names = [*map(name_of, contents)]
    return ColumnBlock(low, *names), dict(zip(names, contents, strict=True))


def read_block(facets: bytes, views: bytes) -> dict[int, ColumnRow]:
    """Return the rows of a block by place, rising, from its two files.

    Raises:
        ValueError, KeyError, TypeError, IndexError: they are no such files.
    """
    parts = json.loads(facets)
    places = decode_items(parts["places"])[::-1]
    bodies = iter(_read_column(parts["bodies"]))
    columns = (
        [year for year, size in parts["years"] for _ in range(size)],
        _read_column(parts["kinds"]),
        [_label(pair) if pair else None for pair in _read_column(parts["sections"])],
        [
            tuple(_label(next(bodies)) for _ in range(size))
            for size in decode_numbers(parts["bodies"]["sizes"])
        ],
        decode_numbers(parts["flags"]),
        decode_numbers(json.loads(views)["views"]),
    )
    rows = [ColumnRow(*values) for values in zip(*columns, strict=True)]
    return dict(zip(places[::-1], rows[::-1], strict=True))


def _dump_column(values: Sequence[str] | Sequence[Label | None]) -> dict[str, Any]:
    sizes = Counter[str | Label | None](values)
    # Equally frequent ones in the order they come in.
    table = [value for value, _ in sizes.most_common()]
    ranks = {value: at for at, value in enumerate(table)}
    return {"table": table, "of": encode_numbers(ranks[value] for value in values)}


def _read_column(column: Mapping[str, Any]) -> list[Any]:
    return [column["table"][at] for at in decode_numbers(column["of"])]


def _label(pair: Sequence[str]) -> Label:
    slug, name = pair
    return slug, name

"""Edits columns: removes and adds rows, with the result of a clean build. Knows no words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from bantin.search.columns import (
    ColumnBlock,
    ColumnRow,
    block_low,
    make_block,
    read_block,
    row_of,
)
from bantin.search.entry import SearchEntry
from bantin.search.published_index import IndexDamagedError

_Placed = tuple[int, SearchEntry]
_Rows = dict[int, ColumnRow]


@dataclass(frozen=True, slots=True)
class ColumnsDelta:
    """The columns after some changes.

    Attributes:
        blocks: all blocks, lowest first.
        made: name → content of each new file.
        dropped: names of the files to remove; none is in `made`.
    """

    blocks: tuple[ColumnBlock, ...]
    made: dict[str, bytes]
    dropped: frozenset[str]


def edit_columns(
    load: Callable[[str], bytes],
    blocks: Sequence[ColumnBlock],
    changes: Iterable[tuple[_Placed | None, _Placed | None]],
) -> ColumnsDelta:
    """Return the columns after the changes that `update_index` gets.

    Args:
        load: returns a file by name; raises IndexDamagedError.
        blocks: the present ones, lowest first.
        changes: (old, new) of each entry.

    Raises:
        IndexDamagedError: a row to remove is missing, or a row to add is there.
    """
    old: defaultdict[int, _Rows] = defaultdict(dict)
    new: defaultdict[int, _Rows] = defaultdict(dict)
    for change in changes:
        for placed, rows in zip(change, (old, new), strict=True):
            if placed is not None:
                rows[block_low(placed[0])][placed[0]] = row_of(placed[1])
    known = {block.low: block for block in blocks}
    made: dict[str, bytes] = {}
    dropped: set[str] = set()
    for low in old.keys() | new.keys():
        taken, put = old[low], new[low]
        if taken == put:
            continue
        block = known.pop(low, None)
        block_rows = _read(load, block) if block else {}
        _replace(block_rows, taken, put)
        if block:
            dropped.update(block.files)
        if block_rows:
            known[low], contents = make_block(low, dict(sorted(block_rows.items())))
            made |= contents
    unchanged = dropped & made.keys()
    return ColumnsDelta(
        tuple(known[low] for low in sorted(known)),
        {name: content for name, content in made.items() if name not in unchanged},
        frozenset(dropped - unchanged),
    )


def _read(load: Callable[[str], bytes], block: ColumnBlock) -> _Rows:
    try:
        return read_block(*map(load, block.files))
    except IndexDamagedError:
        raise
    except (ValueError, KeyError, TypeError, IndexError) as error:
        raise IndexDamagedError(f"the columns from {block.low} on: {error}") from error


def _replace(rows: _Rows, old: Mapping[int, ColumnRow], new: Mapping[int, ColumnRow]) -> None:
    for place, row in old.items():
        if rows.pop(place, None) != row:
            raise IndexDamagedError(f"the columns do not hold what was at {place}")
    if taken := rows.keys() & new.keys():
        raise IndexDamagedError(f"the columns hold something at {min(taken)}")
    rows |= new

"""Columns hold what each entry can be chosen by, in little room, and change where it changes."""

from __future__ import annotations

import gzip
import json
from dataclasses import replace
from random import Random

import pytest
from bantin.outputs.search import DIRECTORY_PATH, Facets, SearchEntry, assign_places, build_index
from bantin.outputs.search.column_edits import edit_columns
from bantin.outputs.search.columns import ColumnRow, make_columns, read_block, row_of
from bantin.outputs.search.files import decompress, part_path
from bantin.outputs.search.present import IndexDamagedError

BODIES = tuple((f"co-quan-{number}", f"Cơ quan thử {number}") for number in range(120))
SECTIONS = tuple((f"muc-{number}", f"Mục thử {number}") for number in range(12))


def frequent(luck: Random, labels: tuple[tuple[str, str], ...]) -> tuple[str, str]:
    """Return one of some labels, the first far more often than the last."""
    weights = [1 / rank for rank in range(1, len(labels) + 1)]
    return luck.choices(labels, weights)[0]


def entry(number: int, luck: Random) -> SearchEntry:
    is_news = luck.random() < 0.7
    year, month, date = 2005 + number % 20, luck.randrange(12) + 1, luck.randrange(28) + 1
    return SearchEntry(
        url=f"tin-tuc/{number}/",
        title="Bản ghi thử",
        kind="Tin tức" if is_news else luck.choice(["Thông báo", "Kế hoạch", "Báo cáo"]),
        number="",
        day=f"{year}-{month:02}-{date:02}",
        names=(),
        summary="",
        text="",
        facets=Facets(
            section=frequent(luck, SECTIONS) if is_news else None,
            bodies=tuple({frequent(luck, BODIES) for _ in range(luck.choice([1, 1, 2]))}),
            has_conclusions=not is_news and luck.random() < 0.3,
            has_files=luck.random() < 0.3,
            views=int(luck.expovariate(1 / 900)) if is_news else 0,
        ),
    )


def placed_entries(count: int) -> list[tuple[int, SearchEntry]]:
    luck = Random(5)
    return list(assign_places(entry(number, luck) for number in range(count)))


PLACED = placed_entries(400)


def rows_of(placed: list[tuple[int, SearchEntry]]) -> list[tuple[int, ColumnRow]]:
    return [(place, row_of(one)) for place, one in placed]


def test_blocks_give_back_their_rows() -> None:
    rows = rows_of(PLACED)
    blocks, files = make_columns(rows)
    assert len(blocks) > 3
    found = [
        placed
        for block in blocks
        for placed in read_block(files[block.facets], files[block.views]).items()
    ]
    assert found == rows


def test_directory_names_the_blocks() -> None:
    files = dict(build_index(one for _, one in PLACED))
    named = json.loads(files[DIRECTORY_PATH])["columns"]
    blocks, made = make_columns(rows_of(PLACED))
    assert named == [part for one in blocks for part in (one.low, one.facets, one.views)]
    assert all(decompress(files[part_path(name)]) == content for name, content in made.items())


def test_one_changed_entry_changes_the_two_files_of_its_block_at_most() -> None:
    blocks, files = make_columns(rows_of(PLACED))
    place, old = PLACED[100]
    new = replace(old, facets=replace(old.facets, has_files=not old.facets.has_files))
    delta = edit_columns(files.__getitem__, blocks, [((place, old), (place, new))])
    assert len(delta.made) == len(delta.dropped) == 1
    after = [(at, new if at == place else one) for at, one in PLACED]
    clean, clean_files = make_columns(rows_of(after))
    assert delta.blocks == clean
    assert {name for name in files if name not in delta.dropped} | delta.made.keys() == set(
        clean_files
    )


def test_last_row_of_a_block_takes_the_block_with_it() -> None:
    blocks, files = make_columns(rows_of(PLACED[:1]))
    delta = edit_columns(files.__getitem__, blocks, [(PLACED[0], None)])
    assert (delta.blocks, delta.made, delta.dropped) == ((), {}, frozenset(files))


@pytest.mark.parametrize("change", [(PLACED[1], None), (None, PLACED[0])])
def test_row_that_cannot_be_is_refused(
    change: tuple[tuple[int, SearchEntry] | None, tuple[int, SearchEntry] | None],
) -> None:
    blocks, files = make_columns(rows_of(PLACED[:1]))
    with pytest.raises(IndexDamagedError):
        edit_columns(files.__getitem__, blocks, [change])


def test_columns_of_many_entries_are_small() -> None:
    """Counted as a server would send them: 3.8 bytes an entry, 1.5 to sort by views."""
    count = 20_000
    blocks, files = make_columns(rows_of(placed_entries(count)))
    sizes = [
        sum(len(gzip.compress(files[name], mtime=0)) for name in names)
        for names in ([one.facets for one in blocks], [one.views for one in blocks])
    ]
    assert sizes[0] < 3.8 * count
    assert sizes[1] < 1.5 * count

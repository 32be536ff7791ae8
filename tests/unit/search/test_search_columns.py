"""Columns hold what each entry can be chosen by, in little room, and change where it changes."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import accumulate
from random import Random
from typing import Any, TypeVar

import pytest
from bantin.search import (
    CHAIRS,
    DIRECTORY_PATH,
    NAMED,
    SIGNS,
    Facets,
    NamedTerm,
    Participant,
    SearchEntry,
)
from bantin.search.column_edits import edit_columns
from bantin.search.columns import ColumnRow, make_columns, read_block, row_of
from bantin.search.files import decompress, part_path
from bantin.search.published_index import IndexDamagedError

from tests.unit.search.in_memory import assign_places, build_index

BODIES = tuple(f"co-quan-{number}" for number in range(120))
SECTIONS = tuple(f"muc-{number}" for number in range(12))
PERIODS = ("1-3", "1-6", "1-9", "1-12")
PEOPLE = tuple((f"ba-thu-{number}", f"Bà Thử {number}") for number in range(3_000))

_Value = TypeVar("_Value")


def frequent(luck: Random, values: Sequence[_Value]) -> _Value:
    """Return one of some values, the first far more often than the last."""
    return luck.choices(values, cum_weights=falling_weights(len(values)))[0]


@cache
def falling_weights(count: int) -> tuple[float, ...]:
    return tuple(accumulate(1 / rank for rank in range(1, count + 1)))


def people(luck: Random) -> Iterator[Participant]:
    chosen = {frequent(luck, PEOPLE) for _ in range(luck.choice([1, 1, 2, 3]))}
    for slug, name in sorted(chosen):
        yield Participant(slug, name, luck.choice([CHAIRS, SIGNS, NAMED, NAMED]))


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
            period=luck.choice(PERIODS) if luck.random() < 0.1 else None,
            people=tuple(people(luck)),
            has_conclusions=not is_news and luck.random() < 0.3,
            has_files=luck.random() < 0.3,
            views=int(luck.expovariate(1 / 900)) if is_news else 0,
            terms=(NamedTerm("linh-vuc", "y-te", "Y tế"),) if number % 50 == 0 else (),
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
        for placed in read_block(*map(files.__getitem__, block.files)).items()
    ]
    assert found == rows


def test_directory_names_the_blocks() -> None:
    files = dict(build_index(one for _, one in PLACED))
    named = json.loads(files[DIRECTORY_PATH])["columns"]
    blocks, made = make_columns(rows_of(PLACED))
    assert named == [part for one in blocks for part in (one.low, *one.files)]
    assert all(decompress(files[part_path(name)]) == content for name, content in made.items())


@pytest.mark.parametrize(
    "changed",
    [
        {"has_files": True, "has_conclusions": True, "period": "4-6"},
        {"bodies": ()},
        {"people": (Participant("ba-thu-2", "Bà Thử", SIGNS), Participant("le-an", "Lê An", 3))},
        {"views": 5},
        {"terms": (NamedTerm("linh-vuc", "y-te", "Y tế"), NamedTerm("linh-vuc", "a", "A"))},
    ],
)
def test_one_changed_value_changes_one_file_of_its_block(changed: dict[str, Any]) -> None:
    blocks, files = make_columns(rows_of(PLACED))
    place, old = PLACED[100]
    new = replace(old, facets=replace(old.facets, **changed))
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


def test_months_are_those_of_the_days() -> None:
    entries = [replace(one, day=day) for (_, one), day in zip(PLACED, DAYS, strict=False)]
    found = [row.month for _, row in rows_of(list(assign_places(entries)))]
    assert found == [0, 2013 * 12 + 9, 2013 * 12 + 9, 2014 * 12, 2014 * 12 + 11]


DAYS = ("2014-12-31", "2013-10-08", "", "2014-01-01", "2013-10-31")


def test_namesakes_and_strange_slugs_are_kept_apart() -> None:
    _, one = PLACED[0]
    named = (
        Participant("le-an", "Lê An", CHAIRS),
        Participant("le-an-2", "Lê An", NAMED),
        Participant("y-blok-eban", "Y’ Blôk Êban", SIGNS | CHAIRS),
        Participant("y-hom-nie", "Y Hơm Niê", NAMED),
    )
    rows = [(5, row_of(replace(one, facets=Facets(people=named))))]
    (block,), files = make_columns(rows)
    assert read_block(*map(files.__getitem__, block.files)) == dict(rows)
    table = json.loads(files[block.people])["people"]["table"]
    assert table == ["Lê An", ["le-an-2", "Lê An"], ["y-blok-eban", "Y’ Blôk Êban"], "Y Hơm Niê"]


def test_columns_of_many_entries_are_small() -> None:
    """As a server would send them: what a plain choice fetches, then people, then views."""
    blocks, files = make_columns(rows_of(placed_entries(50_000)))
    sizes = {
        which: sum(len(gzip.compress(files[getattr(one, which)], mtime=0)) for one in blocks)
        for which in ("facets", "people", "views")
    }
    assert sizes["facets"] < 150_000
    assert sizes["people"] < 190_000
    assert sizes["views"] < 70_000


def test_block_without_terms_says_nothing_of_them() -> None:
    rows = [(place, row._replace(terms=())) for place, row in rows_of(PLACED)]
    blocks, files = make_columns(rows)
    assert all("terms" not in json.loads(files[one.facets]) for one in blocks)
    one = blocks[0]
    assert all(row.terms == () for row in read_block(*map(files.__getitem__, one.files)).values())

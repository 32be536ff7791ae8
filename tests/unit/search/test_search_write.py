"""An index built in workers: the bytes of one built in memory, however the work is divided."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from functools import partial
from multiprocessing import get_context
from pathlib import Path

import pytest
from bantin.search import (
    CHAIRS,
    DIRECTORY_PATH,
    Facets,
    Limits,
    Participant,
    SearchEntry,
    write_index,
)
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.unit.search.in_memory import assign_places, build_index
from tests.unit.search.search_files import plain

SMALL = Limits(list_items=5, part_bytes=200, branch_bytes=300, rows=4)
Placed = tuple[int, SearchEntry]


def article(number: int) -> SearchEntry:
    words = [f"chung{number % 7}", f"hiếm{number % 50}", f"riêng{number}", "phụ nữ ủy ban nhân dân"]
    # Crowded days, so that packs are shared between chunks.
    day = f"2021-{number % 3 + 1:02}-01" if number % 9 else ""
    return SearchEntry(
        f"tin-tuc/{number}/",
        f"Tin thứ {number}",
        "Tin tức",
        "",
        day,
        ("Bà A",),
        "",
        " ".join(words),
        facets=Facets(
            "muc",
            ("co-quan",),
            people=(Participant("ba-a", "Bà A", CHAIRS),),
            has_files=True,
            views=number,
        ),
    )


PLACED = list(assign_places(article(number) for number in range(160)))
CLEAN = dict(build_index((entry for _, entry in PLACED), limits=SMALL))


def load(chunk: tuple[int, int], entries: Sequence[Placed] = PLACED) -> Sequence[Placed]:
    return entries[slice(*chunk)]


def files_below(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


@given(
    st.sets(st.integers(0, len(PLACED))).map(sorted),
    st.sampled_from([1, 500, 5_000, 10_000_000]),
)
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_division_of_the_work_changes_no_byte(
    tmp_path_factory: pytest.TempPathFactory, borders: list[int], merge_bytes: int
) -> None:
    out_dir = tmp_path_factory.mktemp("out")
    work_dir = tmp_path_factory.mktemp("work")
    chunks = [*zip([0, *borders], [*borders, len(PLACED)], strict=True)]
    written = write_index(chunks, load, out_dir, work_dir, limits=SMALL, merge_bytes=merge_bytes)
    found = files_below(out_dir)
    assert found == CLEAN
    assert dict(written) == {path: len(content) for path, content in found.items()}
    assert len(written) == len(found)
    assert files_below(work_dir) == {}


def test_workers_change_no_byte(tmp_path: Path) -> None:
    out_dir, work_dir = tmp_path / "out", tmp_path / "work"
    work_dir.mkdir()
    chunks = [(start, start + 30) for start in range(0, len(PLACED), 30)]
    # Under spawn nothing is inherited: jobs must be plain data.
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as executor:
        written = write_index(
            chunks,
            partial(load, entries=PLACED),
            out_dir,
            work_dir,
            executor,
            limits=SMALL,
            merge_bytes=5_000,
        )
    assert files_below(out_dir) == CLEAN
    assert len(written) == len(CLEAN)


def test_test_corpus_makes_blocks_and_trees() -> None:
    """What the tests of this module rest on."""
    assert any(b'":[{' in content for content in plain(CLEAN).values())
    assert b'"depth": 2' in CLEAN[DIRECTORY_PATH]
    assert b'"ubnd"' in CLEAN[DIRECTORY_PATH]


def test_no_chunks_make_an_empty_index(tmp_path: Path) -> None:
    written = write_index([], load, tmp_path, tmp_path, limits=SMALL)
    assert files_below(tmp_path) == dict(build_index([], limits=SMALL))
    assert [path for path, _ in written] == [DIRECTORY_PATH]


@pytest.mark.parametrize("chunks", [[(80, 160), (0, 80)], [(0, 80), (79, 160)]])
def test_chunks_out_of_order_are_refused(tmp_path: Path, chunks: list[tuple[int, int]]) -> None:
    with pytest.raises(ValueError, match="do not rise"):
        write_index(chunks, load, tmp_path, tmp_path, limits=SMALL)
    assert not list(tmp_path.glob("*.run"))


def test_places_out_of_order_within_a_chunk_are_refused(tmp_path: Path) -> None:
    backwards = partial(load, entries=PLACED[::-1])
    with pytest.raises(ValueError, match="does not rise"):
        write_index([(0, 10)], backwards, tmp_path, tmp_path)


def test_default_limits_are_the_same_for_both(tmp_path: Path) -> None:
    entries = [replace(entry, text=f"{entry.text} " * 30) for _, entry in PLACED]
    placed = list(assign_places(entries))
    write_index([(0, 99), (99, 160)], partial(load, entries=placed), tmp_path, tmp_path)
    assert files_below(tmp_path) == dict(build_index(entries))

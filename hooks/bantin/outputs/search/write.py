"""Build a large index: chunks of entries in, files on disk out, in as many processes as given."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from functools import partial
from itertools import groupby, pairwise
from pathlib import Path
from typing import TypeVar

from bantin.outputs.search.columns import ColumnRow, make_columns, row_of
from bantin.outputs.search.directory import (
    DIRECTORY_PATH,
    Directory,
    Section,
    abbreviation_keys,
    useful_abbreviations,
)
from bantin.outputs.search.entry import SearchEntry
from bantin.outputs.search.files import compress, join_members, part_path
from bantin.outputs.search.limits import DEFAULT_LIMITS, Limits
from bantin.outputs.search.packs import gather_packs, pack_path, version_of
from bantin.outputs.search.parts import Row, grow_tree
from bantin.outputs.search.postings import SECTIONS, Collector, make_parts
from bantin.outputs.search.runs import (
    RunSection,
    Slice,
    choose_borders,
    merge_slices,
    slice_run,
    write_run,
)
from bantin.outputs.search.shelves import make_shelves

Chunk = TypeVar("Chunk")
Job = TypeVar("Job")
Result = TypeVar("Result")
# What a worker merges at a time; it needs some ten times as much memory.
MERGE_BYTES = 6_000_000

Sized = tuple[str, int]
# Number, version, and size of the file in bytes.
WrittenPack = tuple[int, str, int]


@dataclass(frozen=True, slots=True)
class RunFile:
    """What is known of a run.

    Attributes:
        path: its file.
        count: entries in it.
        first: lowest place; -1 when it has none.
        last: highest place.
        sections: by name.
        keys: those of `abbreviation_keys` that are in it.
        edges: pack → members of its first and last pack, which other runs may share.
        packs: those written.
        rows: what its entries can be chosen by, places rising.
    """

    path: Path
    count: int
    first: int
    last: int
    sections: dict[str, RunSection]
    keys: frozenset[str]
    edges: list[tuple[int, list[bytes]]]
    packs: list[WrittenPack]
    rows: list[tuple[int, ColumnRow]]


@dataclass(frozen=True, slots=True)
class _Merge:
    """One range of keys of a section."""

    section: str
    slices: tuple[Slice, ...]
    first: str
    end: str | None


def write_index(
    chunks: Sequence[Chunk],
    load: Callable[[Chunk], Sequence[tuple[int, SearchEntry]]],
    out_dir: Path,
    work_dir: Path,
    executor: Executor | None = None,
    *,
    limits: Limits = DEFAULT_LIMITS,
    merge_bytes: int = MERGE_BYTES,
) -> list[Sized]:
    """Write the same files as `build_index`, with little memory and in several processes.

    The bytes do not depend on how the entries are divided into chunks, nor on the executor. Time
    is linear in the text: about a millisecond a record of 500 words.

    Args:
        chunks: what `load` makes entries of; picklable. Best some 1,000 to 2,000 entries each:
            memory grows with them. Places rise within a chunk and from one to the next.
        load: called in a worker, once a chunk: (place, entry) of its entries, places rising. A
            module-level function or a partial of one. Places are those of `assign_places`.
        out_dir: the site's root; files are written below it, in place where they are there. What
            an older index left there is not removed.
        work_dir: an existing folder for runs, some four bytes a word of text; files written
            there are removed at the end.
        executor: where the work is done; None: here.
        limits: see `Limits`.
        merge_bytes: how much is merged at a time; changes nothing but memory and speed.

    Returns:
        (path below out_dir, POSIX; size in bytes) of every file of the index, in no order.

    Raises:
        ValueError: places do not rise.
    """
    run_paths = [work_dir / f"search-{number:04}.run" for number in range(len(chunks))]
    try:
        make = partial(_make_run_of, load=load, out_dir=out_dir, limits=limits)
        runs = [*_map(executor, make, [*zip(chunks, run_paths, strict=True)])]
        _check_places(runs)
        jobs = [job for name in SECTIONS for job in _plan_merges(runs, name, merge_bytes)]
        merged = [*_map(executor, partial(merge_range, out_dir=out_dir, limits=limits), jobs)]
    finally:
        for path in run_paths:
            path.unlink(missing_ok=True)
    packs = [*(pack for run in runs for pack in run.packs), *_write_edges(runs, out_dir)]
    files = [(pack_path(pack, version), size) for pack, version, size in packs]
    rows: dict[str, list[Row]] = {name: [] for name in SECTIONS}
    for job, (found, written) in zip(jobs, merged, strict=True):
        rows[job.section] += found
        files += written
    sections = {}
    for name in SECTIONS:
        tree = grow_tree(rows[name], limits)
        files += [_write_part(out_dir, part.name, part.content) for part in tree.branches]
        sections[name] = Section.of(tree)
    keys = frozenset[str]().union(*(run.keys for run in runs))
    count = sum(run.count for run in runs)
    columns, contents = make_columns(row for run in runs for row in run.rows)
    shelves, shelf_contents = make_shelves({pack: version for pack, version, _ in packs})
    contents |= shelf_contents
    files += [_write_part(out_dir, name, content) for name, content in contents.items()]
    abbreviations = useful_abbreviations(keys.__contains__)
    directory = Directory(count, abbreviations, sections, columns, shelves)
    return [*files, _write(out_dir, DIRECTORY_PATH, directory.dump(limits))]


def make_run(
    placed: Iterable[tuple[int, SearchEntry]], path: Path, out_dir: Path, limits: Limits
) -> RunFile:
    """Write the postings of entries to a run, and their packs below out_dir.

    Args:
        placed: places rising; may be empty.
        path: of the run, to be written.
        out_dir: the site's root.
        limits: see `Limits`.

    Raises:
        ValueError: places do not rise.
    """
    collector = Collector()
    edges: list[tuple[int, list[bytes]]] = []
    packs = []
    places = [-1]
    rows: list[tuple[int, ColumnRow]] = []

    def collect() -> Iterator[tuple[int, SearchEntry]]:
        for place, entry in placed:
            if place <= places[-1]:
                raise ValueError(f"place {place} of {entry.url} does not rise")
            places.append(place)
            collector.add(place, entry)
            rows.append((place, row_of(entry)))
            yield place, entry

    for edge in gather_packs(collect()):
        if len(edges) == 2:
            packs.append(_write_pack(out_dir, *edges.pop()))
        edges.append(edge)
    sections = collector.postings()
    keys = abbreviation_keys() & collector.keys()
    first = places[1] if len(places) > 1 else -1
    known = write_run(path, sections, limits.part_bytes)
    return RunFile(path, len(places) - 1, first, places[-1], known, keys, edges, packs, rows)


def merge_range(job: _Merge, *, out_dir: Path, limits: Limits) -> tuple[list[Row], list[Sized]]:
    """Write the parts of a range of keys; return their rows, and (path, size) of every file."""
    postings = merge_slices(job.slices, job.first, job.end)
    rows, files = make_parts(postings, limits)
    return rows, [_write_part(out_dir, name, content) for name, content in files.items()]


def _make_run_of(
    job: tuple[Chunk, Path],
    *,
    load: Callable[[Chunk], Sequence[tuple[int, SearchEntry]]],
    out_dir: Path,
    limits: Limits,
) -> RunFile:
    chunk, path = job
    return make_run(load(chunk), path, out_dir, limits)


def _map(
    executor: Executor | None, work: Callable[[Job], Result], jobs: Sequence[Job]
) -> Iterator[Result]:
    return map(work, jobs) if executor is None else executor.map(work, jobs)


def _check_places(runs: Iterable[RunFile]) -> None:
    for run, after in pairwise(run for run in runs if run.count):
        if run.last >= after.first:
            raise ValueError(f"places of chunks do not rise: {run.last}, then {after.first}")


def _plan_merges(runs: Sequence[RunFile], name: str, merge_bytes: int) -> Iterator[_Merge]:
    borders: list[str | None] = [
        *choose_borders((run.sections[name] for run in runs), merge_bytes),
        None,
    ]
    for first, end in pairwise(borders):
        low = first or ""
        slices = (slice_run(run.path, run.sections[name], low, end) for run in runs if run.count)
        yield _Merge(name, tuple(part for part in slices if part.text), low, end)


def _write_edges(runs: Iterable[RunFile], out_dir: Path) -> Iterator[WrittenPack]:
    edges = (edge for run in runs for edge in run.edges)
    for pack, shared in groupby(edges, key=lambda edge: edge[0]):
        yield _write_pack(out_dir, pack, [member for _, members in shared for member in members])


def _write_pack(out_dir: Path, pack: int, members: list[bytes]) -> WrittenPack:
    content = join_members(members)
    version = version_of(content)
    return pack, version, _write(out_dir, pack_path(pack, version), compress(content))[1]


def _write_part(out_dir: Path, name: str, content: bytes) -> Sized:
    return _write(out_dir, part_path(name), compress(content))


def _write(out_dir: Path, path: str, content: bytes) -> Sized:
    target = out_dir / path
    try:
        target.write_bytes(content)
    except FileNotFoundError:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    return path, len(content)

"""Builds a large index: takes chunks of entries, writes files, in several processes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from functools import partial
from itertools import groupby, pairwise, repeat
from pathlib import Path
from typing import TypeVar

from bantin.search.columns import ColumnRow, make_columns, row_of
from bantin.search.directory import (
    DIRECTORY_PATH,
    Directory,
    IndexSection,
    useful_abbreviations,
)
from bantin.search.entry import SearchEntry
from bantin.search.files import compress, join_members, part_path
from bantin.search.lexicon import Lexicon, Numbers, Word
from bantin.search.limits import DEFAULT_LIMITS, Limits
from bantin.search.members import make_members
from bantin.search.packs import gather_packs, pack_path, version_of
from bantin.search.parts import (
    KeyedMember,
    Row,
    cut_members,
    grow_tree,
    join_cuts,
    make_part,
)
from bantin.search.postings import SECTIONS, collect
from bantin.search.runs import (
    RunSection,
    Slice,
    choose_borders,
    codes_at,
    merge_slices,
    slice_run,
    write_run,
)
from bantin.search.shelves import make_shelves

Chunk = TypeVar("Chunk")
Job = TypeVar("Job")
Result = TypeVar("Result")
# Bytes that a worker merges at a time. It needs some ten times as much memory.
MERGE_BYTES = 6_000_000

Sized = tuple[str, int]
# (number, version, size of the file in bytes)
WrittenPack = tuple[int, str, int]


@dataclass(frozen=True, slots=True)
class RunFile:
    """A run and the facts about it.

    Attributes:
        path: its file.
        count: number of entries.
        first: lowest place; -1 without entries.
        last: highest place.
        sections: name → section.
        words: section → words of its lexicon, by number.
        edges: pack → members, for its first and last pack, which other runs may share.
        packs: the written ones.
        rows: the facet values of its entries, places rising.
    """

    path: Path
    count: int
    first: int
    last: int
    sections: dict[str, RunSection]
    words: dict[str, Sequence[Word]]
    edges: list[tuple[int, list[bytes]]]
    packs: list[WrittenPack]
    rows: list[tuple[int, ColumnRow]]


@dataclass(frozen=True, slots=True)
class _Merge:
    """A job: the range of a section's codes from `low` to below `high`, as for `merge_slices`."""

    section: str
    lexicon: Lexicon
    slices: tuple[tuple[Slice, Numbers], ...]
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class _Merged:
    """The result for a range.

    Attributes:
        rows: of the written parts.
        files: those parts and all blocks.
        edges: members of the first part and, if there is another, of the last. They may continue in
            the ranges beside it.
    """

    rows: list[Row]
    files: list[Sized]
    edges: list[list[KeyedMember]]


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
    """Write every file of the index, with little memory and in several processes.

    The bytes depend neither on the division into chunks nor on the executor. Time is linear in the
    text.

    Args:
        chunks: `load` makes entries of them; picklable. Some 1,000 to 2,000 entries each are best,
            because memory grows with them. Places rise within a chunk and from one to the next.
        load: returns (place, entry) of a chunk's entries, places rising; called once for each
            chunk, in a worker. A module-level function or a partial of one. `reassign` gives the
            places.
        out_dir: the site's root; files are written below it and overwrite older ones. Other files
            of an older index are not removed.
        work_dir: an existing folder for runs, which take some ten bytes for each word of text. They
            are removed at the end.
        executor: does the work; None does it in this process.
        limits: see `Limits`.
        merge_bytes: bytes merged at a time; affects only memory and speed.

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
        lexicons = _join_words(runs)
        jobs = [job for name in SECTIONS for job in _plan_merges(runs, name, lexicons, merge_bytes)]
        merged = [*_map(executor, partial(merge_range, out_dir=out_dir, limits=limits), jobs)]
    finally:
        for path in run_paths:
            path.unlink(missing_ok=True)
    packs = [*(pack for run in runs for pack in run.packs), *_write_edges(runs, out_dir)]
    files = [(pack_path(pack, version), size) for pack, version, size in packs]
    sections = {}
    for name in SECTIONS:
        ranges = [done for job, done in zip(jobs, merged, strict=True) if job.section == name]
        edges = (cut for done in ranges for cut in done.edges)
        parts = [*map(make_part, join_cuts(edges, limits.part_bytes))]
        rows = sorted(
            [*(row for done in ranges for row in done.rows), *(part.row for part in parts)]
        )
        tree = grow_tree(rows, limits)
        files += [file for done in ranges for file in done.files]
        files += [_write_part(out_dir, one.name, one.content) for one in (*parts, *tree.branches)]
        sections[name] = IndexSection.of(tree)
    count = sum(run.count for run in runs)
    columns, contents = make_columns(row for run in runs for row in run.rows)
    shelves, shelf_contents = make_shelves({pack: version for pack, version, _ in packs})
    contents |= shelf_contents
    files += [_write_part(out_dir, name, content) for name, content in contents.items()]
    abbreviations = useful_abbreviations(lexicons["words"].keys().__contains__)
    directory = Directory(count, abbreviations, sections, columns, shelves)
    return [*files, _write(out_dir, DIRECTORY_PATH, directory.dump(limits))]


def make_run(
    placed: Sequence[tuple[int, SearchEntry]], path: Path, out_dir: Path, limits: Limits
) -> RunFile:
    """Write the postings of entries to a run, and their packs below out_dir.

    Args:
        placed: places rising; may be empty.
        path: of the run; written here.
        out_dir: the site's root.
        limits: see `Limits`.

    Raises:
        ValueError: places do not rise.
    """
    for (place, _), (after, entry) in pairwise(placed):
        if after <= place:
            raise ValueError(f"place {after} of {entry.url} does not rise")
    edges: list[tuple[int, list[bytes]]] = []
    packs = []
    for edge in gather_packs(placed):
        if len(edges) == 2:
            packs.append(_write_pack(out_dir, *edges.pop()))
        edges.append(edge)
    collected = collect(placed)
    return RunFile(
        path,
        len(placed),
        placed[0][0] if placed else -1,
        placed[-1][0] if placed else -1,
        write_run(path, collected),
        {name: lexicon.words for name, lexicon in collected.lexicons.items()},
        edges,
        packs,
        [(place, row_of(entry)) for place, entry in placed],
    )


def merge_range(job: _Merge, *, out_dir: Path, limits: Limits) -> _Merged:
    """Merge a range of codes. Write its parts, except those that may not be whole."""
    postings = merge_slices(job.slices, job.lexicon, job.low, job.high)
    blocks: dict[str, bytes] = {}
    members = make_members(postings, job.lexicon, limits.list_items, blocks)
    cuts = [*cut_members(members, limits.part_bytes)]
    edges = cuts[:1] + cuts[1:][-1:]
    parts = [*map(make_part, cuts[1:-1])]
    contents = {**blocks, **{part.name: part.content for part in parts}}
    files = [_write_part(out_dir, name, content) for name, content in contents.items()]
    return _Merged([part.row for part in parts], files, edges)


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


def _join_words(runs: Iterable[RunFile]) -> dict[str, Lexicon]:
    """Return section → the lexicon of the words of all runs."""
    lexicons = {
        name: Lexicon(word for run in runs for word in run.words[name])
        for name in ("words", "whole")
    }
    return lexicons | {"pairs": lexicons["words"]}


def _plan_merges(
    runs: Sequence[RunFile], name: str, lexicons: Mapping[str, Lexicon], merge_bytes: int
) -> Iterator[_Merge]:
    lexicon = lexicons[name]
    numbers = lexicon.numbers(*(run.words[name] for run in runs))
    sections = [run.sections[name] for run in runs]
    codes = [*map(codes_at, sections, repeat(lexicon), numbers)]
    borders = choose_borders([*zip(sections, codes, strict=True)], lexicon, merge_bytes)
    for low, high in pairwise(borders):
        slices = (
            (slice_run(run.path, section, known, low, high), translated)
            for run, section, known, translated in zip(runs, sections, codes, numbers, strict=True)
        )
        yield _Merge(name, lexicon, tuple(one for one in slices if one[0].lines), low, high)


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

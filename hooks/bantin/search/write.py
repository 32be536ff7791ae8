"""Build a large index: chunks of entries in, files on disk out, in as many processes as given."""

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
        words: section → those of its lexicon, by number.
        edges: pack → members of its first and last pack, which other runs may share.
        packs: those written.
        rows: what its entries can be chosen by, places rising.
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
    """A range of the codes of a section, from `low` to below `high`; for the rest, see there."""

    section: str
    lexicon: Lexicon
    slices: tuple[tuple[Slice, Numbers], ...]
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class _Merged:
    """What came of a range.

    Attributes:
        rows: of the parts written.
        files: those parts and all blocks.
        edges: members of the first part and, if there is another, of the last, which may go on in
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

    The bytes do not depend on how the entries are divided into chunks, nor on the executor. Time
    is linear in the text.

    Args:
        chunks: what `load` makes entries of; picklable. Best some 1,000 to 2,000 entries each:
            memory grows with them. Places rise within a chunk and from one to the next.
        load: called in a worker, once a chunk: (place, entry) of its entries, places rising. A
            module-level function or a partial of one. Places are as `reassign`
            gives them.
        out_dir: the site's root; files are written below it, in place where they are there. What
            an older index left there is not removed.
        work_dir: an existing folder for runs, some ten bytes a word of text; files written
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
        path: of the run, to be written.
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
    """Merge a range of codes and write its parts but those that may not be whole."""
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

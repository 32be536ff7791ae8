"""Runs: the postings of a chunk of entries on disk, sorted, so that ranges of keys can be merged.

A run is one file; for each section the numbers of the words of all lines, first and second, then
how many items each line has, then the items; all four bytes each. What stands where is known for
every some hundredth line.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from bantin.search.lexicon import Lexicon, Numbers, run_starts
from bantin.search.postings import Collected, Items, Postings

_STRIDE = 128
_NUMBER = np.dtype(np.int32)
_ITEM = np.dtype(np.uint32)
_LINE_BYTES = 3 * _NUMBER.itemsize


@dataclass(frozen=True, slots=True)
class RunSection:
    """What is known of one section of a run; arrays have a row for every some hundredth line.

    Attributes:
        start: where it begins in the file, in bytes.
        lines: which lines, the first among them; then how many there are.
        items: how many items there are before each of them; then in all.
        first: the number of its first word in the run's lexicon.
        second: that of its second.
    """

    start: int
    lines: Numbers
    items: Numbers
    first: Numbers
    second: Numbers


@dataclass(frozen=True, slots=True)
class Slice:
    """Lines of a run that hold all of a range of keys, and some around them.

    Attributes:
        path: the run's file.
        start: where the section begins in it, in bytes.
        total: lines in the section.
        lines: those of the slice.
        items: those of the slice, counted in the section.
    """

    path: Path
    start: int
    total: int
    lines: range
    items: range


def write_run(path: Path, collected: Collected) -> dict[str, RunSection]:
    """Write a run and return section → what is known of it."""
    known = {}
    with path.open("wb") as file:
        for name, postings in collected.sections.items():
            start = file.tell()
            first, second = collected.lexicons[name].decode(postings.codes)
            for numbers in (first, second, postings.sizes):
                numbers.astype(_NUMBER).tofile(file)
            postings.items.tofile(file)
            total = len(postings.codes)
            stops = np.arange(0, total, _STRIDE)
            before = np.append(0, np.cumsum(postings.sizes))
            at = np.append(stops, total)
            known[name] = RunSection(start, at, before[at], first[stops], second[stops])
    return known


def codes_at(section: RunSection, lexicon: Lexicon, numbers: Numbers) -> Numbers:
    """Return the codes of the lines that are known of a section.

    Args:
        section: of a run.
        lexicon: the one the codes are to be of.
        numbers: by the number of a word in the run's lexicon, its number in this one.
    """
    return lexicon.encode(numbers[section.first], numbers[section.second])


def slice_run(path: Path, section: RunSection, codes: Numbers, low: int, high: int) -> Slice:
    """Return where the codes from `low` to below `high` are; `codes` as of `codes_at`."""
    first = max(0, int(np.searchsorted(codes, low, side="right")) - 1)
    last = int(np.searchsorted(codes, high))
    lines, items = section.lines, section.items
    return Slice(
        path,
        section.start,
        int(lines[-1]),
        range(int(lines[first]), int(lines[last])),
        range(int(items[first]), int(items[last])),
    )


def choose_borders(
    sections: Sequence[tuple[RunSection, Numbers]], lexicon: Lexicon, bytes_each: int
) -> list[int]:
    """Return codes that divide a section into ranges of about so many bytes, each a key's lowest.

    Args:
        sections: that section of each run, with its codes as of `codes_at`.
        lexicon: of the codes.
        bytes_each: >= 1.

    Returns:
        Rising; the last is above all codes. None of two is without a line between; one border
        where there are no lines at all.
    """
    codes = np.concatenate([codes for _, codes in sections] or [np.empty(0, dtype=np.int64)])
    sizes = [
        np.diff(section.items) * _ITEM.itemsize + np.diff(section.lines) * _LINE_BYTES
        for section, _ in sections
    ]
    order = np.argsort(codes, kind="stable")
    before = np.append(0, np.cumsum(np.concatenate(sizes or [codes])[order]))[:-1]
    changes = run_starts(before // bytes_each)
    borders = lexicon.begin_key(codes[order][changes])
    return [*np.unique(borders).tolist(), np.iinfo(np.int64).max]


def merge_slices(
    slices: Iterable[tuple[Slice, Numbers]], lexicon: Lexicon, low: int, high: int
) -> Postings:
    """Return the postings of a range of codes.

    Args:
        slices: of one run or more, places rising from one to the next; each with the numbers that
            its words have in the lexicon, by those they have in the run's.
        lexicon: of the codes.
        low: the first code.
        high: above the last.
    """
    codes, sizes, items = [], [], []
    for part, numbers in slices:
        found = _read_slice(part, lexicon, numbers)
        first, last = np.searchsorted(found.codes, [low, high])
        before = np.append(0, np.cumsum(found.sizes))
        codes.append(found.codes[first:last])
        sizes.append(found.sizes[first:last])
        items.append(found.items[before[first] : before[last]])
    return _sort_lists(np.concatenate(codes), np.concatenate(sizes), np.concatenate(items))


def _read_slice(part: Slice, lexicon: Lexicon, numbers: Numbers) -> Postings:
    columns = []
    count = len(part.lines)
    with part.path.open("rb") as file:
        for column in range(3):
            file.seek(part.start + (column * part.total + part.lines.start) * _NUMBER.itemsize)
            columns.append(np.fromfile(file, _NUMBER, count))
        file.seek(part.start + part.total * _LINE_BYTES + part.items.start * _ITEM.itemsize)
        items = np.fromfile(file, _ITEM, len(part.items))
    first, second, sizes = columns
    codes = lexicon.encode(numbers[first], numbers[second])
    return Postings(codes, sizes.astype(np.int64), items)


def _sort_lists(codes: Numbers, sizes: Numbers, items: Items) -> Postings:
    """Sort lists by code and join those of one, which stay in their order."""
    order = np.argsort(codes, kind="stable")
    starts = (np.cumsum(sizes) - sizes)[order]
    codes, sizes = codes[order], sizes[order]
    ends = np.cumsum(sizes)
    # Each item is as far from its list's start as it was before.
    sources = np.arange(len(items)) + np.repeat(starts - (ends - sizes), sizes)
    joined = run_starts(codes)
    totals = np.add.reduceat(sizes, joined) if len(joined) else sizes
    return Postings(codes[joined], totals, items[sources])

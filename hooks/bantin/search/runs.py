"""Writes and merges runs: sorted postings of a chunk of entries on disk.

A run is one file. For each section it has the first words of all lines, the second words, the
number of items in each line, and the items. Each number has four bytes. The position of every 128th
line is kept, so that a range of keys can be read.
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
    """Positions in one section of a run; arrays have a row for every 128th line.

    Attributes:
        start: offset of the section in the file, in bytes.
        lines: numbers of these lines, from the first; then the number of all lines.
        items: number of items before each of them; then the number of all items.
        first: number of each line's first word in the run's lexicon.
        second: the same of its second word.
    """

    start: int
    lines: Numbers
    items: Numbers
    first: Numbers
    second: Numbers


@dataclass(frozen=True, slots=True)
class Slice:
    """Lines of a run with all of a range of keys, and some lines around them.

    Attributes:
        path: the run's file.
        start: offset of the section in it, in bytes.
        total: number of lines in the section.
        lines: the lines of the slice.
        items: the items of the slice, counted in the section.
    """

    path: Path
    start: int
    total: int
    lines: range
    items: range


def write_run(path: Path, collected: Collected) -> dict[str, RunSection]:
    """Write a run. Return section → its RunSection."""
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
    """Return the codes of the lines with kept positions in a section.

    Args:
        section: of a run.
        lexicon: of the returned codes.
        numbers: number of a word in the run's lexicon → its number in this one.
    """
    return lexicon.encode(numbers[section.first], numbers[section.second])


def slice_run(path: Path, section: RunSection, codes: Numbers, low: int, high: int) -> Slice:
    """Return the slice with the codes from `low` to below `high`; `codes` are from `codes_at`."""
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
    """Return codes that divide a section into ranges; each is the lowest code of a key.

    Args:
        sections: the section in each run, with its codes from `codes_at`.
        lexicon: of the codes.
        bytes_each: approximate size of a range, >= 1.

    Returns:
        Rising; the last is above all codes. At least one line lies between two borders. Without any
        lines there is one border.
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
        slices: of one run or more, places rising from one to the next. Each comes with an array:
            number of a word in the run's lexicon → its number in `lexicon`.
        lexicon: of the codes.
        low: the lowest code.
        high: above the last code.
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
    """Sort lists by code. Lists of one code are joined in their order."""
    order = np.argsort(codes, kind="stable")
    starts = (np.cumsum(sizes) - sizes)[order]
    codes, sizes = codes[order], sizes[order]
    ends = np.cumsum(sizes)
    # Each item keeps its distance from the start of its list.
    sources = np.arange(len(items)) + np.repeat(starts - (ends - sizes), sizes)
    joined = run_starts(codes)
    totals = np.add.reduceat(sizes, joined) if len(joined) else sizes
    return Postings(codes[joined], totals, items[sources])

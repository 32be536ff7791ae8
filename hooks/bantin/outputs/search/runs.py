"""Runs: the postings of a chunk of entries on disk, sorted, so that ranges of keys can be merged.

A run is one file; for each section the lines with their numbers of items, then the items of all
lines, four bytes each. Where a line stands is known for every some hundredth.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from bantin.outputs.search.parts import always_begins_part
from bantin.outputs.search.postings import Line, Postings, key_and_spelling

_STRIDE = 128
_ITEM_BYTES = array("I").itemsize


@dataclass(frozen=True, slots=True)
class Stop:
    """Where a line stands in a run: its own offset and that of its items, in bytes."""

    line: Line
    text: int
    items: int


@dataclass(frozen=True, slots=True)
class RunSection:
    """What is known of one section of a run.

    Attributes:
        stops: lines rising, among them the first.
        end: behind the last line and its items.
        borders: its keys that begin a part whatever stands under them; rising.
    """

    stops: tuple[Stop, ...]
    end: Stop
    borders: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Slice:
    """A stretch of a run's file that holds all lines of a range of keys, and some around them."""

    path: Path
    text: range
    items: range


def write_run(
    path: Path, sections: Mapping[str, Postings], part_bytes: int
) -> dict[str, RunSection]:
    """Write a run and return section → what is known of it."""
    known = {}
    with path.open("wb") as file:
        for name, postings in sections.items():
            lines = sorted(postings)
            written = [f"{line}\t{len(postings[line])}\n".encode() for line in lines]
            text = file.tell()
            items = text + sum(map(len, written))
            stops = []
            for at, line in enumerate(lines):
                if at % _STRIDE == 0:
                    stops.append(Stop(line, text, items))
                text += len(written[at])
                items += len(postings[line]) * _ITEM_BYTES
            file.writelines(written)
            file.writelines(postings[line] for line in lines)
            keys = dict.fromkeys(key_and_spelling(line)[0] for line in lines)
            borders = (key for key in keys if always_begins_part(key, part_bytes))
            known[name] = RunSection(tuple(stops), Stop("", text, items), tuple(borders))
    return known


def slice_run(path: Path, section: RunSection, first: str, end: str | None) -> Slice:
    """Return where the keys from `first` on and below `end` are; None: to the last."""
    lines = [stop.line for stop in section.stops]
    stops = (*section.stops, section.end)
    low = stops[max(0, bisect_right(lines, first) - 1)]
    high = section.end if end is None else stops[bisect_left(lines, end)]
    return Slice(path, range(low.text, high.text), range(low.items, high.items))


def choose_borders(sections: Iterable[RunSection], bytes_each: int) -> list[str]:
    """Return keys that divide a section into ranges of about so many bytes; "" is the first.

    Each begins a part, so ranges can be cut into parts without knowing each other.
    """
    weights: list[tuple[Line, int]] = []
    borders: set[str] = set()
    for section in sections:
        borders.update(section.borders)
        for stop, after in pairwise((*section.stops, section.end)):
            weights.append((stop.line, after.items - stop.items + after.text - stop.text))
    ordered = sorted(borders)
    chosen = [""]
    weight = 0
    for line, size in sorted(weights):
        if weight >= bytes_each:
            at = bisect_left(ordered, line)
            if at < len(ordered) and ordered[at] > chosen[-1]:
                chosen.append(ordered[at])
                weight = 0
        weight += size
    return chosen


def merge_slices(slices: Sequence[Slice], first: str, end: str | None) -> Postings:
    """Return the postings of a range of keys; places rise from one slice to the next."""
    merged: Postings = {}
    for part in slices:
        for line, items in _read_slice(part):
            if line < first or (end is not None and line >= end):
                continue
            known = merged.get(line)
            if known is None:
                merged[line] = items
            else:
                known.extend(items)
    return merged


def _read_slice(part: Slice) -> Iterator[tuple[Line, array[int]]]:
    with part.path.open("rb") as file:
        file.seek(part.text.start)
        text = file.read(len(part.text)).decode()
        file.seek(part.items.start)
        items = array("I")
        items.frombytes(file.read(len(part.items)))
    start = 0
    for written in text.split("\n")[:-1]:
        line, _, size = written.rpartition("\t")
        stop = start + int(size)
        yield line, items[start:stop]
        start = stop

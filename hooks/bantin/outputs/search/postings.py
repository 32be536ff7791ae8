"""Postings: the items of every spelling in a run of entries, sorted. Knows no files."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator, Mapping
from itertools import groupby

from bantin.outputs.search.entry import SearchEntry
from bantin.outputs.search.limits import Limits
from bantin.outputs.search.lists import make_member
from bantin.outputs.search.parts import Row, cut_parts
from bantin.outputs.search.terms import Vocabulary, is_pair, keys_of
from bantin.outputs.search.weights import Weigher
from bantin.text.citations import read_citation
from bantin.text.numbers import number_key

# In the order of the directory.
SECTIONS = ("words", "pairs", "whole")
MAX_WHOLE = 80
# Key and spelling as one text. A tab is below whatever may stand in either, so that these sort
# by key, then spelling.
Line = str
# Items are place * 16 + impact, rising.
Postings = dict[Line, "array[int]"]
_BETWEEN = "\t"


class Collector:
    """Takes entries, places rising, and gives the postings of each section."""

    def __init__(self) -> None:
        self._vocabulary = Vocabulary()
        self._weigher = Weigher(self._vocabulary)
        self._terms: dict[int, array[int]] = {}
        # Looking `append` up at each item would cost as much as appending.
        self._appends: dict[int, Callable[[int], None]] = {}
        self._whole: dict[Line, array[int]] = {}

    def add(self, place: int, entry: SearchEntry) -> None:
        base = place << 4
        find = self._appends.get
        for term, impact in self._weigher.weigh(entry).items():
            append = find(term)
            if append is None:
                items = self._terms[term] = array("I")
                append = self._appends[term] = items.append
            append(base | impact)
        for key in whole_keys(entry):
            self._whole.setdefault(line_of(key, ""), array("I")).append(base)

    def keys(self) -> set[str]:
        """Return the keys of all syllables so far."""
        return self._vocabulary.keys()

    def postings(self) -> dict[str, Postings]:
        """Return section → postings, lines in no order; nothing may be added afterwards."""
        sections: dict[str, Postings] = {"words": {}, "pairs": {}, "whole": self._whole}
        for term, items in self._terms.items():
            section = sections["pairs" if is_pair(term) else "words"]
            section[line_of(*self._vocabulary.spelled(term))] = items
        return sections


def line_of(key: str, spelling: str) -> Line:
    """Return key and spelling as one text."""
    return f"{key}{_BETWEEN}{spelling}"


def key_and_spelling(line: Line) -> tuple[str, str]:
    """Take a line apart."""
    key, _, spelling = line.partition(_BETWEEN)
    return key, spelling


def lines_of(entry: SearchEntry, vocabulary: Vocabulary) -> dict[tuple[str, Line], int]:
    """Return (section, line) → impact of everything one entry is found by.

    The impact of what a query equals as a whole is 0.
    """
    lines = {
        ("pairs" if is_pair(term) else "words", line_of(*vocabulary.spelled(term))): impact
        for term, impact in Weigher(vocabulary).weigh(entry).items()
    }
    return lines | {("whole", line_of(key, "")): 0 for key in whole_keys(entry)}


def whole_keys(entry: SearchEntry) -> set[str]:
    """Return what a query may equal as a whole.

    A number as its `number_key`, without the year it may name too, and as "405/2013"; a title,
    and the own names of what has no day, as "=" and the keys of its syllables.
    """
    names = () if entry.day else entry.names
    keys = {f"={' '.join(keys_of(name))}"[:MAX_WHOLE] for name in (entry.title, *names)}
    return (keys | {number_key(entry.number)} | _cited_keys(entry)) - {"", "="}


def _cited_keys(entry: SearchEntry) -> set[str]:
    citation = read_citation(entry.number)
    if citation is None:
        return set()
    years = {entry.day[:4], str(citation.year or "")} - {""}
    short = {f"{citation.serial}{''.join(citation.symbol)}"} if citation.symbol else set()
    return short | {f"{citation.serial}/{year}" for year in years}


def make_parts(
    postings: Mapping[Line, array[int]], limits: Limits
) -> tuple[list[Row], dict[str, bytes]]:
    """Return the rows of the parts for postings, keys rising, and name → content of all files."""
    files: dict[str, bytes] = {}

    def members() -> Iterator[tuple[str, bytes]]:
        for key, run in groupby(sorted(postings), key=lambda line: key_and_spelling(line)[0]):
            lists = {key_and_spelling(line)[1]: postings[line] for line in run}
            member = make_member(key, lists, limits.list_items)
            files.update(member.blocks)
            yield key, member.content

    rows = []
    for part in cut_parts(members(), limits.part_bytes):
        rows.append(part.row)
        files[part.name] = part.content
    return rows, files

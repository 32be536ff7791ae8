"""Collects postings: the sorted items of every spelling in some entries. Knows no files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from bantin.search.entry import SearchEntry
from bantin.search.lexicon import ALONE, Lexicon, Numbers, Word, run_ends, run_starts
from bantin.search.terms import keys_of
from bantin.search.weights import Weighed, weigh
from bantin.text.citations import read_citation
from bantin.text.numbers import number_key

# Same order as in the directory.
SECTIONS = ("words", "pairs", "whole")
MAX_WHOLE = 80
# place * 16 + impact
Items = npt.NDArray[np.uint32]


@dataclass(frozen=True, slots=True)
class Postings:
    """The lists of a section; a row for each spelling of each key.

    Attributes:
        codes: of the section's lexicon; rising, each once.
        sizes: number of items in each list, >= 1.
        items: of all lists, one list after the other; rising in each.
    """

    codes: Numbers
    sizes: Numbers
    items: Items


@dataclass(frozen=True, slots=True)
class Collected:
    """The postings of some entries.

    Attributes:
        lexicons: section → lexicon of its codes; "words" and "pairs" share one.
        sections: section → its postings.
    """

    lexicons: Mapping[str, Lexicon]
    sections: Mapping[str, Postings]

    def lists(self, section: str) -> Iterator[tuple[Word, Sequence[int]]]:
        """Yield ((key, spelling), items) of each list of a section, in order."""
        postings = self.sections[section]
        ends = np.cumsum(postings.sizes).tolist()
        start = 0
        for word, end in zip(self.lexicons[section].spell(postings.codes), ends, strict=True):
            yield word, postings.items[start:end].tolist()
            start = end


def collect(placed: Sequence[tuple[int, SearchEntry]]) -> Collected:
    """Return the postings of entries; `placed` rises by place, 0 <= place < 2**28.

    Items of the section "whole" have impact 0.
    """
    bases = np.array([place << 4 for place, _ in placed], dtype=np.uint32)
    entries = [entry for _, entry in placed]
    weighed, whole = weigh(entries), _weigh_whole(entries)
    pairs = weighed.lexicon.decode(weighed.codes)[1] != ALONE
    return Collected(
        {"words": weighed.lexicon, "pairs": weighed.lexicon, "whole": whole.lexicon},
        {
            "words": _gather(weighed, bases, ~pairs),
            "pairs": _gather(weighed, bases, pairs),
            "whole": _gather(whole, bases, slice(None)),
        },
    )


def _gather(weighed: Weighed, bases: Items, chosen: npt.NDArray[np.bool_] | slice) -> Postings:
    codes = weighed.codes[chosen]
    items = bases[weighed.entries[chosen]] | weighed.impacts[chosen].astype(np.uint32)
    starts = run_starts(codes)
    return Postings(codes[starts], run_ends(starts, len(codes)) - starts, items)


def _weigh_whole(entries: Sequence[SearchEntry]) -> Weighed:
    found = [(key, number) for number, entry in enumerate(entries) for key in whole_keys(entry)]
    words = [(key, "") for key, _ in found]
    lexicon = Lexicon(words)
    (ranks,) = lexicon.numbers(words)
    codes = lexicon.encode(ranks)
    order = np.argsort(codes, kind="stable")
    numbers = np.array([number for _, number in found], dtype=np.int64)
    return Weighed(lexicon, codes[order], numbers[order], np.zeros_like(numbers))


def whole_keys(entry: SearchEntry) -> set[str]:
    """Return the keys of whole queries that name an entry.

    A number gives its `number_key`, the same without its year, and "405/2013". A title gives "="
    and the keys of its syllables. So do the own names of an entry without a day.
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

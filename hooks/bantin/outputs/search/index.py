"""Build the index: entries in, files out. Knows no records and no disk."""

from __future__ import annotations

import json
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from bantin.outputs.search.entry import SearchEntry
from bantin.outputs.search.packs import make_packs
from bantin.outputs.search.parts import Tree, cut_parts, grow_tree
from bantin.outputs.search.places import assign_places
from bantin.outputs.search.terms import Vocabulary, key_of, keys_of, size_of
from bantin.outputs.search.weights import weigh
from bantin.text.abbreviations import load_abbreviations
from bantin.text.fold import syllables
from bantin.text.numbers import number_key

DIRECTORY_PATH = "tim-kiem/muc-luc.json"
MAX_WHOLE = 80

# Key, spelling, number.
_Term = tuple[str, str, int]
# Each item is place * 16 + impact, places rising.
_Postings = dict[int, "array[int]"]


def build_index(entries: Sequence[SearchEntry]) -> Iterator[tuple[str, bytes]]:
    """Yield (path below the site's root, content) of every file of the index.

    Time is linear in the text; memory holds the postings, about four bytes each, and no text.

    Args:
        entries: unique by `url`, in any order, which changes nothing; may be empty.

    Yields:
        Packs, then parts, then `tim-kiem/muc-luc.json`: `count` of entries, `abbreviations` as
        pairs of short and long, and for each of `words`, `pairs` and `whole` the `rows` of its
        `Tree` and their `depth`.
    """
    placed = list(assign_places(entries))
    yield from make_packs(placed)
    vocabulary = Vocabulary()
    postings: _Postings = defaultdict(lambda: array("I"))
    for place, entry in placed:
        for term, impact in weigh(entry, vocabulary).items():
            postings[term].append(place << 4 | impact)
    directory: dict[str, object] = {
        "count": len(placed),
        "abbreviations": _useful_abbreviations(vocabulary.keys()),
    }
    sections = {
        "words": _members(_sort_terms(postings, vocabulary, size=1), postings),
        "pairs": _members(_sort_terms(postings, vocabulary, size=2), postings),
        "whole": _whole_members(placed),
    }
    for section, members in sections.items():
        for grown in grow_tree(cut_parts(members)):
            if isinstance(grown, Tree):
                directory[section] = {"depth": grown.depth, "rows": grown.rows()}
            else:
                yield f"tim-kiem/phan/{grown.name}.json", grown.content
    yield DIRECTORY_PATH, json.dumps(directory, ensure_ascii=False, indent=0).encode()


def _sort_terms(postings: _Postings, vocabulary: Vocabulary, *, size: int) -> Iterator[_Term]:
    """Yield the terms of one or two syllables by key, then spelling.

    By first syllable, so that never all of their spellings are in memory.
    """
    by_first: defaultdict[str, list[int]] = defaultdict(list)
    for term in postings:
        if size_of(term) == size:
            by_first[key_of(vocabulary.spelling(term)[0])].append(term)
    for first in sorted(by_first):
        run: list[_Term] = []
        for term in by_first.pop(first):
            spelling = vocabulary.spelling(term)
            key = " ".join(map(key_of, spelling))
            run.append((key, " ".join(spelling), term))
        yield from sorted(run)


def _members(terms: Iterable[_Term], postings: _Postings) -> Iterator[tuple[str, bytes]]:
    """Yield key and `"key":{"spelling":[gap * 16 + impact, …]}`; the first gap counts from 0."""
    for key, run in groupby(terms, key=lambda term: term[0]):
        # Letters, digits and a space: nothing in a term needs escaping.
        spellings = (f'"{spelling}":[{_gaps(postings[term])}]' for _, spelling, term in run)
        yield key, f'"{key}":{{{",".join(spellings)}}}'.encode()


def _gaps(items: array[int]) -> str:
    gaps, last = [], 0
    for item in items:
        gaps.append(str(item - last))
        last = item & ~15
    return ",".join(gaps)


def _whole_members(placed: Iterable[tuple[int, SearchEntry]]) -> Iterator[tuple[str, bytes]]:
    """Yield key and `"key":[place, …]` for what a query may equal as a whole.

    A number as its `number_key`; a title, and the own names of what has no day, as "=" and the
    keys of its syllables.
    """
    whole: defaultdict[str, list[int]] = defaultdict(list)
    for place, entry in placed:
        names = () if entry.day else entry.names
        keys = {f"={' '.join(keys_of(name))}"[:MAX_WHOLE] for name in (entry.title, *names)}
        for key in sorted(keys | {number_key(entry.number)} - {"", "="}):
            whole[key].append(place)
    for key in sorted(whole):
        yield key, f"{json.dumps(key, ensure_ascii=False)}:{whole[key]}".encode()


def _useful_abbreviations(keys: set[str]) -> list[list[str]]:
    """Return short and long forms, as exact syllables, of which the index may hold either.

    Left out: what stands before a signature ("KT."), and TƯ, which in lower case is a word.
    """
    useful = []
    for short, full in sorted(load_abbreviations().items()):
        if short.endswith(".") or (not short.isascii() and len(short) < 3):
            continue
        spelled = [syllables(short), syllables(full)]
        if any({key_of(word) for word in form} <= keys for form in spelled):
            useful.append([" ".join(form) for form in spelled])
    return useful

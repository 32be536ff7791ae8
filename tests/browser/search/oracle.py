"""What search must find, by its rules alone: every entry is looked through, word by word.

There is no index here and nothing clever: what takes long is fine, what is hard to follow is not.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
from itertools import pairwise

from bantin.search import SearchEntry
from bantin.text.citations import Citation, read_citation
from bantin.text.date_terms import date_terms
from bantin.text.fold import fold, syllables
from bantin.text.numbers import number_key

Words = tuple[str, ...]
Shorts = Sequence[tuple[Words, Words]]

# With so many entries that hold all neighbours, those that hold the words apart are not listed.
ENOUGH = 20
# A spelling without marks answers one with marks, a spelling with others hardly does.
SAME, HELD = 0.95, 0.3
# What is read of a query's abbreviations: so many ways to write it, the typed one included.
MOST_READINGS = 5
_Y = str.maketrans("yýỳỷỹỵ", "iíìỉĩị")


@dataclass(frozen=True)
class Asked:
    """A query taken apart.

    Attributes:
        typed: without quotes, and without what it leaves out.
        words: exact syllables of `typed`, in order; a date is one word.
        phrases: what stands in quotes.
        without: what is left out.
        is_alone: there is one phrase and nothing else.
        is_unfinished: the last word goes on, or may.
        may_go_on: it may where the query finds nothing else.
    """

    typed: str
    words: Words
    phrases: tuple[Words, ...] = ()
    without: tuple[Words, ...] = ()
    is_alone: bool = False
    is_unfinished: bool = False
    may_go_on: bool = False


@dataclass(frozen=True)
class Found:
    """What a query finds; `is_partial`: no entry holds all words, these hold some."""

    urls: frozenset[str] = frozenset()
    is_partial: bool = False


class Text:
    """An entry as a reader of the whole archive sees it: the syllables of each field."""

    def __init__(self, entry: SearchEntry) -> None:
        self.entry = entry
        self.url = entry.url
        year, month, day = entry.day.split("-") if entry.day else ("", "", "")
        written = [f"{day}/{month}/{year}", f"{int(day)}/{int(month)}/{year}"] if day else []
        labels = [entry.number, entry.kind, *written, *entry.names]
        self.fields = [*map(syllables, [entry.title, entry.summary, entry.text, *labels])]
        told = f"{entry.title}\n\n{entry.summary}\n\n{entry.text}"
        self.dates = {entry.day, entry.day[:7], *date_terms(told)} - {""}

    @property
    def content(self) -> tuple[object, ...]:
        """All that words are looked for in, but for the day."""
        entry = self.entry
        return (entry.title, entry.number, entry.kind, entry.names, entry.summary, entry.text)

    @property
    def unmarked(self) -> tuple[object, ...]:
        """The content of an entry that says the same without marks."""
        entry = self.entry
        names = tuple(map(without_marks, entry.names))
        title, summary, text = map(without_marks, (entry.title, entry.summary, entry.text))
        return (title, entry.number, entry.kind, names, summary, text)

    @cached_property
    def words(self) -> set[str]:
        return {word for field in self.fields for word in field} | self.dates

    @cached_property
    def neighbours(self) -> set[Words]:
        return {pair for field in self.fields for pair in pairwise(field)}

    def holds(self, phrase: Words, least: float) -> bool:
        """Tell whether a phrase stands in one field, each word written at least so alike."""
        size = len(phrase)
        runs = (
            field[at : at + size] for field in self.fields for at in range(len(field) - size + 1)
        )
        return any(
            all(likeness(*both) >= least for both in zip(phrase, run, strict=True)) for run in runs
        )


def without_marks(text: str) -> str:
    return " ".join(map(fold, text.split()))


@cache
def key(word: str) -> str:
    """Return what the spellings of a syllable share: no marks, and i for y after one consonant."""
    folded = fold(word)
    return f"{folded[:-1]}i" if re.fullmatch("(?:[hklmstv]|qu)y", folded) else folded


@cache
def likeness(asked: str, found: str) -> float:
    """Return how well a spelling answers the one asked for; 0 for another word."""
    if key(asked) != key(found):
        return 0
    if asked == found:
        return 1
    if fold(asked) == asked:
        return 1 if fold(found) == asked else SAME
    if sound(asked) == sound(found):
        return SAME
    return HELD if fold(found) == found else 0.1


def sound(word: str) -> str:
    return word if key(word) == fold(word) else word[:-1] + word[-1].translate(_Y)


@cache
def beginning(asked: str, found: str) -> float:
    """Return how well a word answers one of which only the beginning was typed."""
    if not key(found).startswith(key(asked)):
        return 0
    if key(found) == key(asked):
        return likeness(asked, found)
    if found.startswith(asked) or fold(asked) == asked:
        return 0.5
    return 0.5 * (HELD if fold(found) == found else 0.1)


def search(
    texts: Sequence[Text], asked: Asked, shorts: Shorts = (), *, is_chosen_from: bool = False
) -> Found:
    """Find all entries that answer a query.

    Args:
        texts: the whole archive.
        asked: the query.
        shorts: short and long forms.
        is_chosen_from: results are counted and chosen among, so that none may be held back.
    """
    found, some = rank(texts, asked, shorts, is_chosen_from=is_chosen_from)
    if asked.may_go_on and not found:
        # What finds nothing may not have been finished.
        longer = replace(asked, is_unfinished=True)
        found, _ = rank(texts, longer, shorts, is_chosen_from=is_chosen_from)
    kept = {
        text.url
        for text in texts
        if text.url in (found or some)
        and all(text.holds(phrase, HELD) for phrase in asked.phrases)
        and not any(text.holds(phrase, SAME) for phrase in asked.without)
    }
    return Found(frozenset(kept), is_partial=not found and bool(kept))


def rank(
    texts: Sequence[Text], asked: Asked, shorts: Shorts, *, is_chosen_from: bool
) -> tuple[set[str], set[str]]:
    """Return who holds all words in some reading, and who some of them; quotes do not count."""
    titles, numbers = titled(texts, asked), named_documents(texts, asked.typed)
    # Who types a number or a title in full does not mean its words apart from each other.
    is_number = numbers and re.match(r"\s*(?:s[oố]\s*:?\s*)?[0-9]", asked.typed, re.I)
    is_whole = not asked.phrases and bool(titles or is_number)
    enough = ENOUGH if not asked.phrases else 0 if asked.is_alone else math.inf
    found = titles | numbers
    some: set[str] = set()
    ways = [*readings(asked, shorts)]
    chains = [holders_of_neighbours(texts, words, asked.is_unfinished) for words in ways]
    for words, (side_by_side, good) in zip(ways, chains, strict=True):
        is_other = words == ways[0] and is_meant_shorter(ways, chains) and not asked.phrases
        if len(words) > 1 and not is_chosen_from and (good >= enough or is_whole or is_other):
            found |= side_by_side
            continue
        apart = [holders_of(texts, words, at, asked.is_unfinished) for at in range(len(words))]
        every = set.intersection(*apart) | side_by_side
        found |= every
        some |= set() if every else nearest(texts, words, apart, asked.is_unfinished)
    return found, some


def is_meant_shorter(ways: Sequence[Words], chains: Sequence[tuple[set[str], int]]) -> bool:
    """Tell whether words that are nowhere side by side are so in a shorter form of theirs."""
    if not ways or len(ways[0]) < 2 or chains[0][1] > 0:
        return False
    others = zip(ways[1:], chains[1:], strict=True)
    return any(len(words) < len(ways[0]) and good > 0 for words, (_, good) in others)


def nearest(
    texts: Sequence[Text], words: Words, apart: Sequence[set[str]], unfinished: bool
) -> set[str]:
    """Return what comes nearest to words that nobody holds all of.

    If some are nowhere: who holds the others, side by side where anybody has them so; or else who
    holds the others anywhere. Otherwise who holds any.
    """
    known = [held for held in apart if held]
    if not known:
        return set()
    if len(known) < len(apart):
        pairs = [
            holders_of_neighbours(texts, pair, unfinished and at == len(words) - 2)[0]
            for at, pair in enumerate(pairwise(words))
        ]
        around = zip([set[str](), *pairs], [*pairs, set[str]()], strict=True)
        loose = [
            held
            for held, (before, after) in zip(apart, around, strict=True)
            if held and not before and not after
        ]
        for wanted in ([*filter(None, pairs), *loose], known):
            if both := set.intersection(*wanted):
                return both
    return set.union(*known)


def holders_of(texts: Sequence[Text], words: Words, at: int, unfinished: bool) -> set[str]:
    """Return who holds the word at a place of a query, with whatever marks."""
    word = words[at]
    # One letter begins too many words.
    goes_on = unfinished and at == len(words) - 1 and len(word) > 1
    alike = beginning if goes_on else likeness
    return {text.url for text in texts if any(alike(word, one) > 0 for one in text.words)}


def holders_of_neighbours(
    texts: Sequence[Text], words: Words, unfinished: bool
) -> tuple[set[str], int]:
    """Return who holds all neighbours side by side, and how many of them with their marks."""
    found, good = set(), 0
    pairs = [*pairwise(words)]
    for text in texts:
        likes = []
        for at, (first, second) in enumerate(pairs):
            ends = beginning if unfinished and at == len(pairs) - 1 else likeness
            alike = (likeness(first, a) * ends(second, b) for a, b in text.neighbours)
            likes.append(max(alike, default=0.0))
        if pairs and all(likes):
            found.add(text.url)
            good += min(likes) >= HELD
    return found, good


def titled(texts: Sequence[Text], asked: Asked) -> set[str]:
    """Return whose whole title was typed; what has no day is known by its other names too."""
    typed = [*map(key, syllables(asked.typed))]
    return {
        text.url
        for text in texts
        for name in (text.entry.title, *(() if text.entry.day else text.entry.names))
        if typed and [*map(key, syllables(name))] == typed
    }


def readings(asked: Asked, shorts: Shorts) -> Iterator[Words]:
    """Yield the ways to read a query: as typed, without "số", with abbreviations changed."""
    words = asked.words
    found = [words]
    bare = tuple(
        word
        for word, after in pairwise((*words, ""))
        if key(word) != "so" or not re.match("[0-9]", after)
    )
    if bare != words:
        found.append(bare)
    if not any(one.symbol for ways in citations(asked.typed) for one in ways):
        found += other_forms(words, shorts)
    yield from (one for one in found[:MOST_READINGS] if one)


def other_forms(words: Words, shorts: Shorts) -> list[Words]:
    """Return the words with abbreviations written out, and with long forms made short."""
    longer = [(short, long) for short, long in shorts]
    shorter = [(long, short) for short, long in shorts]
    found: list[Words] = []
    for forms in (longer, shorter):
        changes = places_of(words, sorted(forms, key=lambda form: -len(form[0])))
        changed = [change(words, changes)] if changes else []
        if len(changes) > 1:
            changed += [change(words, [one]) for one in changes]
        found += changed
    return found


Change = tuple[int, int, Words]


def places_of(words: Words, forms: Sequence[tuple[Words, Words]]) -> list[Change]:
    """Return where forms stand, each once, none over another: (from, to, what it becomes)."""
    keys, found = [*map(key, words)], list[Change]()
    for form, other in forms:
        size = len(form)
        starts = range(len(words) - size + 1)
        at = next((at for at in starts if keys[at : at + size] == [*map(key, form)]), None)
        if at is None or any(at < end and start < at + size for start, end, _ in found):
            continue
        # With other marks than its own a short form is a word.
        if size > 1 or words[at] in (form[0], fold(words[at])):
            found.append((at, at + size, other))
    return sorted(found)


def change(words: Words, changes: Sequence[Change]) -> Words:
    for start, end, other in reversed(changes):
        words = words[:start] + other + words[end:]
    return words


def citations(typed: str) -> list[list[Citation]]:
    """Return what a query may cite: for each number in it the ways to read it, first to last."""
    told = typed.strip()
    places: dict[int, list[str]] = {}
    if re.match("[0-9]", told):
        places[0] = [told]
    for match in re.finditer(r"(?<![^\W\d_])s[oố]\s*[:.]?\s*(?=[0-9])", told, re.I):
        places[match.end()] = [told[match.end() :]]
    for match in re.finditer(r"[0-9]+\s*[/-]\s*[^\W_](?:[^\W_]|[./&-])*", told):
        places[match.start()] = [told[match.start() :], match[0]]
    found = []
    for ways in places.values():
        read = [ends_in_year(one) for one in map(read_citation, ways) if one]
        found.append([one for one in read if not one.symbol or one.symbol[0][0].isalpha()])
    return found


def ends_in_year(one: Citation) -> Citation:
    """Read "405 TB 2013"."""
    if one.year is None and one.symbol and re.fullmatch(r"(?:19|20)\d\d", one.symbol[-1]):
        return Citation(one.serial, int(one.symbol[-1]), one.symbol[:-1])
    return one


def named_documents(texts: Sequence[Text], typed: str) -> set[str]:
    """Return the documents that a query names by their numbers."""
    found: set[str] = set()
    for ways in citations(typed):
        each = (cited_documents(texts, one) for one in ways)
        found |= next(filter(None, each), set())
    return found


def cited_documents(texts: Sequence[Text], cited: Citation) -> set[str]:
    """Return the documents that a citation names: in full, else those it begins to name."""
    in_year = {text.url for text in texts if f"{cited.serial}/{cited.year}" in years_of(text.entry)}
    if not cited.symbol:
        serial = f"{cited.serial}/"
        return in_year if cited.year else those(texts, years_of, lambda one: one.startswith(serial))
    typed = f"{cited.serial}{''.join(cited.symbol)}"
    named = those(texts, numbers_of, lambda one: one == typed)
    named = named or those(texts, numbers_of, lambda one: one.startswith(typed))
    # A year that fits none is a slip.
    return named & in_year or named


def those(
    texts: Sequence[Text],
    names: Callable[[SearchEntry], set[str]],
    fits: Callable[[str], bool],
) -> set[str]:
    return {text.url for text in texts if any(map(fits, names(text.entry)))}


def numbers_of(entry: SearchEntry) -> set[str]:
    """Return how a document's number is known: all of it, and without the year it may name."""
    own = read_citation(entry.number)
    short = {f"{own.serial}{''.join(own.symbol)}"} if own and own.symbol else set()
    return (short | {number_key(entry.number)}) - {""}


def years_of(entry: SearchEntry) -> set[str]:
    """Return a document's serial number with its years: "405/2021"."""
    own = read_citation(entry.number)
    years = {entry.day[:4], str(own.year or "")} - {""} if own else set()
    return {f"{own.serial}/{year}" for year in years} if own else set()

"""Archives to search in and what to ask of them, made by Hypothesis. Knows no answer."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Literal

from bantin.search import Facets, Limits, SearchEntry
from bantin.text.fold import syllables
from hypothesis import strategies as st

from tests.browser.search.oracle import Asked, Shorts, Words, without_marks
from tests.browser.search.oracle_choices import Wanted, slug

# Few words, so that they meet; many ways to write them, so that they differ.
WORDS = """ban bàn bán hop họp mới mời moi phụ phủ phu nữ nu hòa hoà hoa quý quí qui lý lí ly
tuỳ tùy kỷ kỉ đất dat Đất luận luân quyết định dinh 405 30 2021 7""".split()
DATES = ["ngày 5 tháng 10 năm 2021", "05/10/2021", "5/10/2021", "tháng 10 năm 2021", "10/2021"]
NUMBERS = ["405/TB-UBND", "405/TB-VP", "30/KH-UBND", "7/2021/QĐ-UBND", "18-KL/TU"]
FORMS = ["UBND", "Ủy ban nhân dân", "uỷ ban nhan dan", "HPN", "Hội phụ nữ", "hoi phu nu"]
# What bodies of the archive are called for short, and what every archive knows.
OWN_SHORT = ("HPN", "Hội phụ nữ")
OWN: Shorts = [(("hpn",), ("hội", "phụ", "nữ"))]
COMMON: Shorts = [(("ubnd",), ("ủy", "ban", "nhân", "dân"))]
DAYS = ["", "2021-10-05", "2021-10-05", "2021-10-06", "2020-10-05", "2009-01-31"]
KINDS = ["", "Tin tức", "Thông báo", "Quyết định"]
ORDERS = ["", "moi", "cu", "xem"]
NAMES = ["ub", "so", "hoi"]
PERIODS = ["1-3", "1-9", "1-12"]
URLS = [f"tin/{number}/" for number in range(14)]
# Lists of one item divide into blocks, parts hold a key or two, and trees grow over them.
TINY = st.builds(
    Limits,
    list_items=st.integers(1, 4),
    part_bytes=st.integers(30, 300),
    branch_bytes=st.integers(60, 300),
    rows=st.integers(1, 6),
)
# So many alike that words apart from each other need not be looked for.
CROWD = 21
WAYS = ["finished", "finished", "may go on", "unfinished"]
YEARS = [2009, 2020, 2021]
SLUGS = [""] * 12 + NAMES
CHOICES = st.builds(
    Wanted,
    kind=st.sampled_from([""] * 12 + [slug(kind) for kind in KINDS]),
    section=st.sampled_from(SLUGS),
    period=st.sampled_from([""] * 12 + PERIODS),
    body=st.sampled_from(SLUGS),
    since=st.sampled_from([None] * 6 + YEARS),
    until=st.sampled_from([None] * 6 + YEARS),
    conclusions=st.sampled_from([False] * 4 + [True]),
    files=st.sampled_from([False] * 4 + [True]),
    order=st.sampled_from(ORDERS),
)
KINDS_OF_PIECES = ["words", "words", "phrase", "phrase", "without", "number", "title"]
ENDS_IN_NUMBER = re.compile(r"(?:^|\s)(?!(?:19|20)\d\d\s*$)\d+\s*$")
DATE = re.compile(
    r"(?:(?:ngày|ngay|tháng|thang)\s+)?(?<![\d/.,])"
    r"(?:([12]?\d|3[01]|0\d)(?:/(0?\d|1[0-2])/|\s+th[áa]ng\s+(\d\d?)\s+n[ăa]m\s+)(20\d\d)"
    r"|(0?\d|1[0-2])/(20\d\d)"
    r"|(?<=th[áa]ng\s)(\d\d?)\s+n[ăa]m\s+(20\d\d))(?![\d/]|-\w)",
    re.IGNORECASE,
)

Batch = Mapping[str, SearchEntry | None]


@dataclass(frozen=True)
class Query:
    """A query as it is typed, and taken apart by who made it."""

    text: str
    asked: Asked = field(repr=False)


@dataclass(frozen=True)
class Archive:
    """Batches of changes to an empty archive, url → entry or None where it goes, and queries."""

    batches: list[Batch]
    limits: Limits
    entries: list[SearchEntry] = field(init=False)

    def __post_init__(self) -> None:
        entries: dict[str, SearchEntry | None] = {}
        for batch in self.batches:
            entries |= batch
        object.__setattr__(self, "entries", [one for one in entries.values() if one])

    def states(self) -> list[list[SearchEntry]]:
        """Return the entries after each batch."""
        return [
            Archive(self.batches[: n + 1], self.limits).entries for n in range(len(self.batches))
        ]


def texts_of(words: list[str], most: int) -> st.SearchStrategy[str]:
    plain = st.sampled_from(words)
    rare = st.sampled_from([*DATES, *NUMBERS, *FORMS])
    signs = st.sampled_from([" ", " ", " ", ", ", ". "])
    word = st.tuples(plain | plain | plain | rare, signs).map("".join)
    return st.lists(word, max_size=most).map("".join).map(str.strip)


@st.composite
def entries_of(draw: st.DrawFn, words: list[str]) -> SearchEntry:
    facets = st.builds(
        Facets,
        section=st.none() | st.sampled_from(NAMES),
        bodies=st.lists(st.sampled_from(NAMES), max_size=2, unique=True).map(tuple),
        period=st.none() | st.sampled_from(PERIODS),
        has_conclusions=st.booleans(),
        has_files=st.booleans(),
        views=st.sampled_from([0, 31, 70_000]),
    )
    return SearchEntry(
        url="",
        title=draw(texts_of(words, 4)),
        kind=draw(st.sampled_from(KINDS)),
        number=draw(st.sampled_from(["", "", *NUMBERS])),
        day=draw(st.sampled_from(DAYS)),
        names=tuple(draw(st.lists(texts_of(words, 2), max_size=2))),
        summary=draw(texts_of(words, 3)),
        text=draw(texts_of(words, 12)),
        facets=draw(facets),
    )


@st.composite
def archives(draw: st.DrawFn, limits: st.SearchStrategy[Limits]) -> tuple[Archive, list[str]]:
    """Make an archive, and the words it is made of."""
    words = draw(st.lists(st.sampled_from(WORDS), min_size=3, max_size=9, unique=True))
    one = entries_of(words)
    change = st.none() | one | one | one
    batches: list[Batch] = [
        {url: entry and replace(entry, url=url) for url, entry in batch.items()}
        for batch in draw(
            st.lists(
                st.dictionaries(st.sampled_from(URLS), change, min_size=1, max_size=9),
                min_size=1,
                max_size=4,
            )
        )
    ]
    if draw(st.integers(0, 4)) == 0:
        alike = draw(one)
        urls = [f"dong/{number}/" for number in range(CROWD)]
        batches.append({url: replace(alike, url=url) for url in urls})
    if draw(st.booleans()):
        # The same without marks.
        last = Archive(batches, Limits()).entries
        batches.append({f"khong-dau/{n}/": unmarked(one, n) for n, one in enumerate(last[:4])})
    return Archive(batches, draw(limits)), words


def unmarked(entry: SearchEntry, number: int) -> SearchEntry:
    return replace(
        entry,
        url=f"khong-dau/{number}/",
        title=without_marks(entry.title),
        kind=entry.kind,
        names=tuple(map(without_marks, entry.names)),
        summary=without_marks(entry.summary),
        text=without_marks(entry.text),
    )


@dataclass(frozen=True)
class Piece:
    """A part of a query: words, a phrase in quotes, or what is left out."""

    kind: Literal["words", "phrase", "without"]
    text: str
    is_open: bool = False

    @property
    def typed(self) -> str:
        if self.kind == "words":
            return self.text
        sign = "-" if self.kind == "without" else ""
        is_one = sign and re.fullmatch(r"[^\W_]+", self.text)
        return f"{sign}{self.text}" if is_one else f'{sign}"{self.text}' + '"' * (not self.is_open)


@st.composite
def queries_of(draw: st.DrawFn, archive: Archive, words: list[str]) -> Query:
    """Make a query about an archive: half of it is taken from what stands there."""
    texts = [text for one in archive.entries for text in (one.title, one.text, *one.names) if text]
    some = st.sampled_from(words) | st.sampled_from([*DATES, *NUMBERS, *FORMS])

    def stretch(least: int, most: int) -> str:
        size = draw(st.integers(least, most))
        told = draw(st.lists(some, min_size=size, max_size=size))
        if texts and draw(st.booleans()):
            there = draw(st.sampled_from(texts)).split()
            start = draw(st.integers(0, max(0, len(there) - size)))
            told = there[start : start + size]
        text = " ".join(told).strip(" ,.")
        return without_marks(text) if draw(st.integers(0, 3)) == 0 else text

    numbers = st.tuples(st.sampled_from(["", "số "]), st.sampled_from(NUMBERS)).map("".join)
    pieces: list[Piece] = []
    for kind in draw(st.lists(st.sampled_from(KINDS_OF_PIECES), min_size=1, max_size=3)):
        before = " ".join(piece.typed for piece in pieces)
        if kind == "phrase":
            pieces.append(Piece("phrase", stretch(2, 5)))
        elif kind == "without":
            # A hyphen behind a number belongs to it: "405 -TB".
            if not ENDS_IN_NUMBER.search(before):
                pieces.append(Piece("without", stretch(1, 3)))
        elif kind == "number":
            pieces.append(Piece("words", draw(numbers)))
        elif kind == "title" and texts:
            pieces.append(Piece("words", draw(st.sampled_from(texts))))
        else:
            pieces.append(Piece("words", stretch(1, 3)))
    # In a tree only some of what a beginning may become is looked up.
    is_tree = archive.limits != Limits()
    way = "finished" if is_tree else draw(st.sampled_from(WAYS))
    if way != "finished" and pieces:
        last = pieces[-1]
        cut = draw(st.integers(0, 3))
        shorter = (
            last.text[: len(last.text) - cut] if last.text[-cut - 1 :].isalnum() else last.text
        )
        pieces[-1] = replace(last, text=shorter, is_open=draw(st.booleans()))
    return query_of(pieces, way)


def query_of(pieces: list[Piece], way: str) -> Query:
    """Put a query together; `way`: "finished", "may go on", "unfinished" as while typing."""
    is_unfinished = way == "unfinished"
    phrases: list[Words] = []
    without: list[Words] = []
    for piece in pieces:
        found = tuple(syllables(piece.text))
        # Of what is not closed yet the last word is not held to.
        if is_unfinished and piece.is_open:
            found = found[:-1]
        if found and piece.kind != "words":
            (phrases if piece.kind == "phrase" else without).append(found)
    typed = " ".join(piece.typed for piece in pieces) + " " * (way == "finished")
    told = " ".join(piece.text for piece in pieces if piece.kind != "without")
    words: list[str] = []
    for kind, run in groupby(pieces, lambda piece: piece.kind):
        text = " ".join(piece.text for piece in run)
        # In quotes a date is meant as it is written.
        words += {"words": read_words, "phrase": syllables, "without": no_words}[kind](text)
    plain = syllables(" ".join(piece.text for piece in pieces if piece.kind == "words"))
    asked = Asked(
        told,
        tuple(words),
        tuple(phrases),
        tuple(without),
        is_alone=len(phrases) == 1 and not plain,
        is_unfinished=is_unfinished,
        may_go_on=not is_unfinished and not re.search(r'[\s"]$', typed),
    )
    return Query(typed, asked)


def no_words(_: str) -> list[str]:
    return []


def read_words(told: str) -> list[str]:
    """Return the syllables of a query, each date in it as one word."""
    at, words = 0, list[str]()
    for match in DATE.finditer(told):
        day, slashed, named, year, month, month_year, behind, behind_year = match.groups()
        term = f"{year}-{int(slashed or named):02}-{int(day):02}" if day else ""
        term = term or f"{month_year or behind_year}-{int(month or behind):02}"
        words += [*syllables(told[at : match.start()]), term]
        at = match.end()
    return words + syllables(told[at:])

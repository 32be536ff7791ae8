"""Whatever is added, edited and deleted, search finds what a look through every text finds.

For many more archives: `python scripts/test.py -k exhaustive --hypothesis-profile long`.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from bantin.search import Limits, SearchEntry, update_index
from bantin.text.fold import fold
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

from tests.browser.guard import guarded
from tests.browser.search.archives import (
    CHOICES,
    COMMON,
    CROWD,
    OWN,
    OWN_SHORT,
    TINY,
    Archive,
    Query,
    archives,
    queries_of,
)
from tests.browser.search.harness import write_search_site
from tests.browser.search.oracle import (
    SAME,
    Asked,
    Found,
    Shorts,
    Text,
    key,
    named_documents,
    search,
    titled,
)
from tests.browser.search.oracle_choices import Wanted, choose, count
from tests.browser.serving import serve
from tests.unit.samples import parse
from tests.unit.search.in_memory import build_index
from tests.unit.search.test_search_update import apply, changes_between

IS_LONG = settings.get_current_profile_name() == "long"
# The same in each run, so that none lacks a case: see `CASES`.
SETTINGS = settings(max_examples=1_000 if IS_LONG else 24, derandomize=not IS_LONG)
QUERIES = 16
ASK = """async ([root, questions]) => {
    const { openSearch } = await import("./assets/bantin/search/engine.js");
    const search = openSearch(new URL(root, document.baseURI).href, { way: "#" });
    const answers = [];
    for (const [query, options] of questions) {
        const { hits, counts, ...answer } = await search(query, options);
        const urls = hits.map(({ url }) => url.split("#")[0]);
        const told = Object.entries(counts ?? {}).map(([choice, values]) => [
            choice,
            // Of months there are bare numbers.
            [...values].map(([value, told]) => [value, told.size ?? told]),
        ]);
        answers.push({ ...answer, urls, counts: told });
    }
    return answers;
}"""


@dataclass
class Site:
    """A served site whose page asks; each archive gets a folder of its own."""

    page: Page
    url: str
    folder: Path
    numbers: Iterator[int] = field(default_factory=itertools.count)

    def ask(
        self, archive: Archive, questions: Sequence[tuple[str, dict[str, object]]]
    ) -> list[dict[str, Any]]:
        """Publish an archive, change by change, and ask; addresses are the entries' own."""
        root = f"kho-{next(self.numbers)}/"
        for path, content in index_of(archive).items():
            target = self.folder / root / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
        for name in ("viet-tat.json", "ten-goi.json"):
            told = (self.folder / "tim-kiem" / name).read_bytes()
            (self.folder / root / "tim-kiem" / name).write_bytes(told)
        self.page.goto("")
        answers: list[dict[str, Any]] = self.page.evaluate(ASK, [root, questions])
        for answer in answers:
            answer["urls"] = [url.removeprefix(f"{self.url}{root}") for url in answer["urls"]]
            answer["counts"] = {choice: dict(values) for choice, values in answer["counts"]}
        return answers


def index_of(archive: Archive) -> dict[str, bytes]:
    """Return the index as its last update leaves it, one update a batch."""
    files = dict(build_index([], limits=archive.limits))
    before: list[SearchEntry] = []
    for after in archive.states():
        delta = update_index(files.get, changes_between(before, after), limits=archive.limits)
        files = apply(files, delta)
        before = after
    return files


@pytest.fixture(scope="module")
def site(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    folder = tmp_path_factory.mktemp("archives")
    short, name = OWN_SHORT
    body = parse("to-chuc/mau.md", f"---\nname: {name}\nshort_names: [{short}]\n---\n")
    write_search_site(folder, [], bodies=[body])
    with serve(folder) as url, guarded(browser, url) as guard:
        yield Site(guard.page, url, folder)


def known_shorts(texts: Sequence[Text]) -> Shorts:
    """Return the abbreviations of which an archive holds either form, and its own."""
    held = {key(word) for text in texts for word in text.words}
    common = [
        forms for forms in COMMON if any(all(key(word) in held for word in form) for form in forms)
    ]
    return [*common, *OWN]


@st.composite
def asked_archives(
    draw: st.DrawFn, limits: st.SearchStrategy[Limits]
) -> tuple[Archive, list[Query]]:
    archive, words = draw(archives(limits))
    one = queries_of(archive, words)
    return archive, draw(st.lists(one, min_size=QUERIES, max_size=QUERIES))


def answer_of(answer: dict[str, Any]) -> Found:
    assert answer["total"] == len(answer["urls"]) == len(set(answer["urls"]))
    assert not answer["about"]
    return Found(frozenset(answer["urls"]), answer["partial"])


def test_answers_are_those_of_a_search_through_every_text(site: Site) -> None:
    met = Counter[str]()

    @SETTINGS
    @given(case=asked_archives(st.just(Limits()) | TINY))
    def hold(case: tuple[Archive, list[Query]]) -> None:
        archive, queries = case
        texts = [Text(entry) for entry in archive.entries]
        shorts = known_shorts(texts)
        answers = site.ask(archive, [(query.text, options_of(query)) for query in queries])
        for query, answer in zip(queries, answers, strict=True):
            expected = search(texts, query.asked, shorts)
            assert answer_of(answer) == expected, query
            check_order(answer["urls"], texts, query.asked)
            met.update(cases_of(texts, query, expected))

    hold()
    assert met.keys() == CASES, met


CASES = {"phrase", "left out", "partial", "crowd", "unfinished", "several numbers", "marks"}


def cases_of(texts: Sequence[Text], query: Query, found: Found) -> Iterator[str]:
    """Yield what a query is an example of: no run of the test may lack any."""
    asked = query.asked
    if any(len(phrase) > 2 for phrase in asked.phrases) and found.urls:
        yield "phrase"
    if found.urls and any(text.holds(one, SAME) for one in asked.without for text in texts):
        yield "left out"
    if found.is_partial:
        yield "partial"
    if len(found.urls) >= CROWD and len(asked.words) > 1:
        yield "crowd"
    if found.urls and asked.is_unfinished:
        yield "unfinished"
    if len(named_documents(texts, asked.typed)) > 1:
        yield "several numbers"
    answers = [text for text in texts if text.url in found.urls]
    for one, other in itertools.permutations(answers, 2):
        if other.content == one.unmarked and has_marks_of(asked, one):
            yield "marks"


def check_order(urls: Sequence[str], texts: Sequence[Text], asked: Asked) -> None:
    """Hold the order to what is promised of it; by how much words weigh is not held here."""
    at = {url: rank for rank, url in enumerate(urls)}
    found = sorted((text for text in texts if text.url in at), key=lambda text: at[text.url])
    numbers, titles = named_documents(texts, asked.typed), titled(texts, asked)
    named = {text: 2 * (text.url in numbers) or int(text.url in titles) for text in found}
    assert [*named.values()] == sorted(named.values(), reverse=True), "named in full come first"
    for first, other in itertools.combinations(found, 2):
        if named[first] == named[other] < 2:
            is_same = first.content == other.content and not re.search("[0-9]", asked.typed)
            assert not is_same or first.entry.day >= other.entry.day, "the newer comes first"
            is_worse = first.content == other.unmarked and has_marks_of(asked, other)
            # A date has no neighbours in the index, and titles typed in full are weighed by those.
            is_dated = named[first] and any("-" in word for word in asked.words)
            assert not is_worse or is_dated, "marks as typed come before none"


def has_marks_of(asked: Asked, text: Text) -> bool:
    """Tell whether a query has marks, and a text has them all, also where words are neighbours."""
    keys = {(key(first), key(second)) for first, second in text.neighbours}
    pairs = [pair for pair in itertools.pairwise(asked.words) if (*map(key, pair),) in keys]
    is_marked = any(fold(word) != word for word in asked.words)
    return is_marked and text.words.issuperset(asked.words) and text.neighbours.issuperset(pairs)


@SETTINGS
@given(case=asked_archives(st.just(Limits()) | TINY), choices=st.lists(CHOICES, min_size=QUERIES))
def test_choices_keep_and_count_what_a_look_through_every_text_would(
    case: tuple[Archive, list[Query]], choices: list[Wanted], site: Site
) -> None:
    archive, queries = case
    texts = [Text(entry) for entry in archive.entries]
    shorts = known_shorts(texts)
    asked = [*zip(queries, choices, strict=False)]
    questions = [
        (query.text, {**options_of(query), "wanted": wanted_of(wanted)}) for query, wanted in asked
    ]
    answers = site.ask(archive, questions)
    for (query, wanted), answer in zip(asked, answers, strict=True):
        found = search(texts, query.asked, shorts, is_chosen_from=True)
        among = found.urls
        if not query.asked.words:
            # Who asks for nothing, or only what is to be left out, chooses among all else.
            left_out = query.asked.without
            rest = (text for text in texts if not any(text.holds(one, SAME) for one in left_out))
            among = frozenset(text.url for text in rest)
        entries = [text.entry for text in texts if text.url in among]
        expected = choose(entries, wanted)
        urls = frozenset(entry.url for entry in expected)
        assert answer_of(answer) == Found(urls, found.is_partial and bool(urls)), (query, wanted)
        assert answer["counts"] == count(entries, wanted), (query, wanted)
        by_url = {entry.url: entry for entry in expected}
        if wanted.order:
            order = [order_of(by_url[url], wanted) for url in answer["urls"]]
            assert order == [order_of(entry, wanted) for entry in expected], (query, wanted)


def options_of(query: Query) -> dict[str, object]:
    return {"limit": 1_000, "prefix": query.asked.is_unfinished}


def wanted_of(wanted: Wanted) -> dict[str, object]:
    """Return choices the way the page's form gives them."""
    return {
        "kind": wanted.kind,
        "section": wanted.section,
        "body": wanted.body,
        "period": wanted.period,
        "from": str(wanted.since or ""),
        "to": str(wanted.until or ""),
        "conclusions": wanted.conclusions,
        "files": wanted.files,
        "order": wanted.order,
    }


def order_of(entry: SearchEntry, wanted: Wanted) -> tuple[int, str]:
    """Return what decides on an entry's place; where it is the same, either may come first."""
    return (entry.facets.views if wanted.order == "xem" else 0, entry.day)

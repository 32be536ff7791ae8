"""Whatever is added, edited and deleted, search finds what a look through every text finds.

For many more archives: `python scripts/test.py -k exhaustive --hypothesis-profile long`.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from bantin.outputs.search import Limits, SearchEntry, build_index, update_index
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

from tests.browser.guard import guarded
from tests.browser.search.archives import (
    COMMON,
    OWN,
    OWN_SHORT,
    TINY,
    Archive,
    Query,
    archives,
    queries_of,
)
from tests.browser.search.harness import write_search_site
from tests.browser.search.oracle import Found, Shorts, Text, key, search
from tests.browser.serving import serve
from tests.unit.outputs.test_search_update import apply, changes_between
from tests.unit.samples import parse

EXAMPLES = 2_000 if settings.get_current_profile_name() == "long" else 60
QUERIES = 12
ASK = """async ([root, questions]) => {
    const { openSearch } = await import("./assets/bantin/search/engine.js");
    const search = openSearch(root);
    const answers = [];
    for (const [query, options] of questions) {
        const { hits, ...answer } = await search(query, options);
        const urls = hits.map(({ url }) => url.split("#")[0]);
        answers.push({ ...answer, urls });
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
        shorts = self.folder / "tim-kiem" / "viet-tat.json"
        (self.folder / root / "tim-kiem" / shorts.name).write_bytes(shorts.read_bytes())
        self.page.goto("")
        answers: list[dict[str, Any]] = self.page.evaluate(ASK, [root, questions])
        for answer in answers:
            answer["urls"] = [url.removeprefix(f"{self.url}{root}") for url in answer["urls"]]
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


@settings(max_examples=EXAMPLES)
@given(case=asked_archives(st.just(Limits()) | TINY))
def test_answers_are_those_of_a_search_through_every_text(
    case: tuple[Archive, list[Query]], site: Site
) -> None:
    archive, queries = case
    texts = [Text(entry) for entry in archive.entries]
    shorts = known_shorts(texts)
    questions = [
        (query.text, {"limit": 1_000, "prefix": query.asked.is_unfinished}) for query in queries
    ]
    answers = site.ask(archive, questions)
    for query, answer in zip(queries, answers, strict=True):
        expected = search(texts, query.asked, shorts)
        found = answer_of(answer)
        told = (
            f"{query.text!r}: lacks {expected.urls - found.urls}, adds {found.urls - expected.urls}"
        )
        assert found == expected, told

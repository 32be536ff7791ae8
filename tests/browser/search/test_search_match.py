"""What is fetched of lists, and what is spared, in an index too large to make in a test.

The lists are told of as if they were long; what is read of them is recorded.
"""

from __future__ import annotations

import math
from typing import Any

import pytest
from playwright.sync_api import Page, Route

# sizes: key → how many entries hold it; held: key → places that are read, falling.
MATCH = """async ([words, sizes, held, options]) => {
    const { findChain, matchWords } = await import("./assets/bantin/search/match.js");
    const read = [];
    const group = (key) => ({
        key,
        blocks: sizes[key] > 3000 ? Math.ceil(sizes[key] / 3000) : 0,
        sizes: new Map([[key, sizes[key]]]),
        read: async (within) => {
            read.push([key, within ? within.length : null]);
            return [[key, Uint32Array.from(held[key] ?? [], (place) => place * 16 + 5)]];
        },
    });
    const store = { group: async (_, key) => (sizes[key] ? group(key) : undefined) };
    const bounds = { count: 50000, prefix: false };
    const chain = await findChain(store, words, bounds);
    const found = await matchWords(store, chain, { ...bounds, ...options });
    return { ...found, all: [...found.all.keys()], some: [...found.some.keys()], read };
}"""
COMMON = {"a": 40_000, "b": 45_000, "c": 42_000}
PAIRS = {"a b": 900, "b c": 700}


@pytest.fixture
def matching(fresh: Page) -> Page:
    fresh.goto("")
    return fresh


def match(
    page: Page, query: str, sizes: dict[str, int], held: dict[str, list[int]], **options: Any
) -> dict[str, Any]:
    found: dict[str, Any] = page.evaluate(MATCH, [query.split(), sizes, held, options])
    return found


def test_common_words_apart_are_spared_where_they_stand_side_by_side(matching: Page) -> None:
    held = {"a b": [9, 4], "b c": [9], "a": [9, 2], "b": [9, 2], "c": [9, 2]}
    found = match(matching, "a b c", COMMON | PAIRS, held)
    assert (found["all"], found["spared"]) == ([9], True)
    assert {key for key, _ in found["read"]} == {"a b", "b c"}


def test_common_words_apart_are_found_when_asked_for(matching: Page) -> None:
    held = {"a b": [9, 4], "b c": [9], "a": [9, 2], "b": [9, 2], "c": [9, 2]}
    found = match(matching, "a b c", COMMON | PAIRS, held, full=True)
    assert (sorted(found["all"]), found["spared"]) == ([2, 9], False)


def test_of_common_words_apart_those_that_hold_most_pairs_come_and_no_others(
    matching: Page,
) -> None:
    held = {"a b": [9, 4], "c d": [9, 3], "a": [9, 2], "b": [9, 2], "c": [9, 2], "d": [9, 2]}
    found = match(matching, "a b c d", COMMON | {"d": 41_000, "a b": 900, "c d": 700}, held)
    assert (found["all"], found["spared"]) == ([9], True)
    assert {within for key, within in found["read"] if len(key) == 1} == {1}


def test_beside_a_phrase_all_that_hold_the_words_count(matching: Page) -> None:
    held = {"a b": [9, 4], "c d": [9, 3], "a": [9, 2], "b": [9, 2], "c": [9, 2], "d": [9, 2]}
    sizes = COMMON | {"d": 41_000, "a b": 900, "c d": 700}
    found = match(matching, "a b c d", sizes, held, enough=math.inf)
    assert (sorted(found["all"]), found["spared"]) == ([2, 9], False)


def test_where_none_of_them_holds_all_words_others_are_looked_for(matching: Page) -> None:
    held = {"a b": [9, 4], "c d": [9, 3], "a": [2], "b": [2], "c": [2], "d": [2]}
    found = match(matching, "a b c d", COMMON | {"d": 41_000, "a b": 900, "c d": 700}, held)
    assert (found["all"], found["spared"]) == ([2], False)


def test_of_a_guess_no_more_is_read_than_whether_it_finds_anything(matching: Page) -> None:
    held = {"a b": [9, 4], "b c": [9], "a": [9, 2], "b": [9, 2], "c": [9, 2]}
    beside = match(matching, "a b c", COMMON | PAIRS, held, isGuess=True)
    assert (beside["all"], {key for key, _ in beside["read"]}) == ([9], {"a b", "b c"})
    apart = match(matching, "a b c", COMMON, held, isGuess=True)
    assert (apart["all"], apart["read"]) == ([], [])
    rare = match(matching, "a b", {"a": 2, "b": 3}, held, isGuess=True)
    assert sorted(rare["all"]) == [2, 9]


def test_beside_a_rare_word_little_of_the_common_ones_is_read(matching: Page) -> None:
    held = {"a": [9, 4], "b": [9, 2], "rare": [9, 1]}
    found = match(matching, "a b rare", COMMON | PAIRS | {"rare": 2}, held)
    assert (found["all"], found["spared"]) == ([9], False)
    assert ["rare", None] in found["read"]
    assert {within for key, within in found["read"] if key != "rare"} == {1, 2}


def test_where_a_word_is_nowhere_only_the_rarest_of_the_others_are_read(matching: Page) -> None:
    held = {"a": [9, 4], "b": [9, 2], "d": [7]}
    found = match(matching, "a x b y c z d", COMMON | {"d": 5_000}, held)
    assert found["missing"] == ["x", "y", "z"]
    assert [key for key, _ in found["read"]] == ["d"]
    assert found["some"] == [7]


def test_where_a_word_is_nowhere_the_others_side_by_side_come_nearest(matching: Page) -> None:
    held = {"a b": [9], "b c": [9], "a": [9, 2], "b": [9, 2], "c": [9, 2]}
    found = match(matching, "a b c x", COMMON | PAIRS, held)
    assert (found["missing"], found["some"]) == (["x"], [9])
    assert {within for key, within in found["read"] if len(key) == 1} == {1}


FILES = """async (size) => {
    const { Files } = await import("./assets/bantin/search/files.js");
    const files = new Files(new URL("kho/", document.baseURI));
    for (const name of ["a", "b", "b", "c", "a"]) await files.current(`${name}.json`);
}"""


@pytest.mark.parametrize(
    ("size", "fetched"), [(10, ["a", "b", "c"]), (2_500_000, ["a", "b", "c", "a"])]
)
def test_files_are_kept_while_there_is_room(matching: Page, size: int, fetched: list[str]) -> None:
    """Three of the large ones are more than the tab is to hold: the oldest goes."""
    asked: list[str] = []

    def answer(route: Route) -> None:
        asked.append(route.request.url.rsplit("/", 1)[-1].removesuffix(".json"))
        route.fulfill(content_type="application/json", body=f'"{"x" * size}"')

    matching.route("**/kho/*.json", answer)
    matching.evaluate(FILES, size)
    assert asked == fetched

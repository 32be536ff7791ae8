"""Phrases and what is left out, held against a plain search through every text."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path

from bantin.outputs.search import SearchEntry
from bantin.text.fold import fold
from playwright.sync_api import Browser

from tests.browser.guard import guarded
from tests.browser.search.asking import ask, urls
from tests.browser.search.entries import entry
from tests.browser.search.harness import write_search_site
from tests.browser.serving import serve

WORDS = "ban bàn bán hop họp hợp moi mới mời".split()
SEED = 5


def make_entry(chance: random.Random, number: int) -> SearchEntry:
    text = " ".join(chance.choices(WORDS, k=chance.randint(2, 9)))
    return entry(f"tin/{number}/", f"Số{number}", kind="", day="2020-01-01", text=text)


def same(asked: str, found: str) -> bool:
    return found == asked or (asked == fold(asked) and fold(found) == asked)


def held(asked: str, found: str) -> bool:
    return same(asked, found) or found == fold(asked)


def holds(text: str, phrase: Sequence[str], *, strictly: bool) -> bool:
    alike, words, size = (same if strictly else held), text.split(), len(phrase)
    runs = (words[at : at + size] for at in range(len(words) - size + 1))
    return any(all(map(alike, phrase, run)) for run in runs)


def test_answers_are_those_of_a_search_through_every_text(browser: Browser, tmp_path: Path) -> None:
    chance = random.Random(SEED)
    entries = [make_entry(chance, number) for number in range(60)]
    write_search_site(tmp_path, entries)
    found_any = 0
    with serve(tmp_path) as url, guarded(browser, url) as guard:
        guard.page.goto("")
        for _ in range(80):
            word = chance.choice(WORDS)
            phrase = chance.choices(WORDS, k=chance.randint(1, 3))
            without = chance.choices(WORDS, k=chance.randint(1, 3))
            query = f'{word} -"{" ".join(without)}" "{" ".join(phrase)}"'
            expected = {
                one.url
                for one in entries
                if fold(word) in fold(one.text).split()
                and holds(one.text, phrase, strictly=False)
                and not holds(one.text, without, strictly=True)
            }
            answer = ask(guard.page, query, limit=100)
            if answer["partial"]:
                assert expected == set(), query
            else:
                assert set(urls(answer)) == expected, query
                assert answer["total"] == len(expected), query
            found_any += bool(expected)
    assert found_any > 20

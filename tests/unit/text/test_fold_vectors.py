"""The shared vectors, the Python half; tests/browser/search runs the other."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from bantin.search.terms import keys_of
from bantin.text.fold import exact, fold, syllables
from bantin.text.numbers import number_key

VECTORS = json.loads(
    Path(__file__).parents[2].joinpath("vectors", "fold.json").read_text(encoding="utf-8")
)


@pytest.mark.parametrize(("text", "words", "keys"), VECTORS["words"])
def test_syllables_and_keys(text: str, words: list[str], keys: list[str]) -> None:
    assert syllables(text) == words
    assert keys_of(text) == keys


@pytest.mark.parametrize(("text", "key"), VECTORS["numbers"])
def test_number_keys(text: str, key: str) -> None:
    assert number_key(text) == key


@pytest.mark.parametrize("text", [text for text, _, _ in VECTORS["words"]])
def test_folding_the_exact_form_changes_nothing(text: str) -> None:
    assert fold(exact(text)) == fold(text)

"""Numbers as people type them: the shared vectors, the Python half."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from bantin.text.citations import read_citation

VECTORS = json.loads(
    Path(__file__).parents[2].joinpath("vectors", "citations.json").read_text(encoding="utf-8")
)


@pytest.mark.parametrize(("text", "parts"), VECTORS["citations"])
def test_citation_is_taken_apart(text: str, parts: list[object] | None) -> None:
    found = read_citation(text)
    assert (found and [found.serial, found.year, [*found.symbol]]) == parts

"""Dates as terms of search: the shared vectors, the Python half."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from bantin.text.date_terms import date_terms

VECTORS = json.loads(
    Path(__file__).parents[2].joinpath("vectors", "dates.json").read_text(encoding="utf-8")
)


@pytest.mark.parametrize(("text", "terms"), VECTORS["dates"])
def test_every_way_to_write_a_date_gives_its_term(text: str, terms: list[str]) -> None:
    assert [*date_terms(text)] == terms

"""Administrative abbreviations and what they stand for (`abbreviations.tsv`)."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from importlib import resources
from types import MappingProxyType


@cache
def load_abbreviations() -> Mapping[str, str]:
    """Return abbreviation → its one expansion; ambiguous ones are left out, never guessed."""
    table = resources.files("bantin.text").joinpath("abbreviations.tsv").read_text("utf-8")
    rows = csv.DictReader(table.splitlines(), delimiter="\t")
    return MappingProxyType(
        {row["abbr"]: row["expansions"] for row in rows if row["ambiguous"] != "y"}
    )

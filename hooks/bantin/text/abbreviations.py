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


def usual_case(phrase: str) -> str:
    """Return a phrase printed in capitals the way running text writes it.

    "PHÓ CHÁNH VĂN PHÒNG" gives "Phó Chánh Văn phòng" where the table knows the phrase; else only
    the first letter stays a capital.
    """
    return _phrases().get(phrase.casefold(), phrase.capitalize() if phrase.isupper() else phrase)


@cache
def _phrases() -> Mapping[str, str]:
    return {expansion.casefold(): expansion for expansion in load_abbreviations().values()}

"""Administrative abbreviations and what they stand for (`abbreviations.tsv`)."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib import resources
from types import MappingProxyType

from bantin.text.fold import fold
from bantin.text.normalize import split_lines

# A word without a vowel is an abbreviation.
_VOWELS = set("aeiouy")


@cache
def load_abbreviations() -> Mapping[str, str]:
    """Return abbreviation → its one expansion; ambiguous ones are left out, never guessed."""
    return MappingProxyType(
        {row["abbr"]: row["expansions"] for row in _rows() if row["ambiguous"] != "y"}
    )


@cache
def load_ambiguous() -> Mapping[str, tuple[str, ...]]:
    """Return ambiguous abbreviation → its possible expansions. These are never expanded."""
    return MappingProxyType(
        {row["abbr"]: tuple(row["expansions"].split("|")) for row in _rows() if row["ambiguous"]}
    )


def _rows() -> list[dict[str, str]]:
    table = resources.files("bantin.text").joinpath("abbreviations.tsv").read_text("utf-8")
    return list(csv.DictReader(split_lines(table), delimiter="\t"))


# The same few positions stand in thousands of records.
@lru_cache(maxsize=4_096)
def usual_case(phrase: str) -> str:
    """Return a phrase printed in capitals the way running text writes it.

    "PHÓ CHÁNH VĂN PHÒNG" gives "Phó Chánh Văn phòng" where the table knows the phrase; else only
    the first letter and abbreviations ("UBND") stay capitals.
    """
    if known := _phrases().get(phrase.casefold()):
        return known
    if not phrase.isupper():
        return phrase
    words = " ".join(word if _is_short(word) else word.lower() for word in phrase.split())
    return words[:1].upper() + words[1:]


def _is_short(word: str) -> bool:
    return word in load_abbreviations() or not _VOWELS & set(fold(word))


@cache
def _phrases() -> Mapping[str, str]:
    return {expansion.casefold(): expansion for expansion in load_abbreviations().values()}

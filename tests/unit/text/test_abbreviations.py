"""Abbreviations, and positions printed in capitals."""

from __future__ import annotations

import csv
from importlib import resources

import pytest
from bantin.text.abbreviations import load_abbreviations, usual_case


def rows() -> list[dict[str, str]]:
    table = resources.files("bantin.text").joinpath("abbreviations.tsv").read_text("utf-8")
    return list(csv.DictReader(table.splitlines(), delimiter="\t"))


def test_ambiguous_abbreviation_is_never_expanded() -> None:
    ambiguous = [row["abbr"] for row in rows() if row["ambiguous"] == "y"]
    assert "TU" in ambiguous
    assert set(ambiguous).isdisjoint(load_abbreviations())


def test_every_other_abbreviation_has_exactly_one_expansion() -> None:
    known = load_abbreviations()
    assert known["UBND"] == "Ủy ban nhân dân"
    assert len(known) == sum(row["ambiguous"] != "y" for row in rows())
    assert all(known.values())
    assert [short for short, full in known.items() if "|" in full] == []


@pytest.mark.parametrize("short", ["VSTBCPN", "VSTBPN"])
def test_both_abbreviations_of_the_committee_are_known(short: str) -> None:
    assert "tiến bộ" in load_abbreviations()[short]


@pytest.mark.parametrize(
    ("printed", "written"),
    [
        ("CHỦ TỊCH UBND TỈNH", "Chủ tịch UBND tỉnh"),
        ("GIÁM ĐỐC", "Giám đốc"),
        ("PHÓ BÍ THƯ HĐND", "Phó bí thư HĐND"),
        ("Phó Trưởng ban", "Phó Trưởng ban"),
    ],
)
def test_position_in_capitals_is_written_as_in_a_sentence(printed: str, written: str) -> None:
    assert usual_case(printed) == written

"""The rule for figures against sentences labelled by hand: what it finds must be right.

`pytest tests/unit/minutes/test_labelled_figures.py -s` prints precision, recall and every miss.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml
from bantin.minutes.figures import find_figures

YEAR = 2021
SENTENCES: list[dict[str, Any]] = yaml.safe_load(
    Path(__file__).with_name("labelled_figures.yml").read_text("utf-8")
)


def test_the_set_is_large_and_much_of_it_holds_no_figure() -> None:
    assert len(SENTENCES) >= 150
    assert len({one["text"] for one in SENTENCES}) == len(SENTENCES)
    assert sum(not one["figures"] for one in SENTENCES) >= 60


def test_what_is_found_is_right_and_most_is_found() -> None:
    said, labelled = set(), set()
    for one in SENTENCES:
        for figure in find_figures(one["text"], year=YEAR):
            said.add((one["text"], figure.name, figure.value, figure.unit))
        labelled |= {(one["text"], *figure) for figure in one["figures"]}
    right = said & labelled
    precision, recall = len(right) / len(said), len(right) / len(labelled)
    print(f"\nprecision {precision:.3f}, recall {recall:.3f} of {len(labelled)}")
    for wrong in sorted(said - labelled, key=str):
        print("  wrong:", *wrong)
    for missed in sorted(labelled - said, key=str):
        print("  missed:", *missed)
    assert precision >= 0.95
    assert recall >= 0.8

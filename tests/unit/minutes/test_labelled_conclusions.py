"""Rules for conclusions against points labelled by hand: what they say must be right.

`pytest tests/unit/minutes/test_labelled_conclusions.py -s` prints precision and recall.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from bantin.minutes.deadlines import find_deadline
from bantin.minutes.directives import LABELS, read_directive

WRITTEN = date(2013, 10, 10)
POINTS: list[dict[str, Any]] = yaml.safe_load(
    Path(__file__).with_name("labelled_conclusions.yml").read_text("utf-8")
)


@dataclass
class Score:
    """How much of what was said is right, and how much of what is right was said."""

    right: int = 0
    said: int = 0
    labelled: int = 0

    def count(self, said: Iterable[object], labelled: Iterable[object]) -> None:
        mine, theirs = set(said), set(labelled)
        self.right += len(mine & theirs)
        self.said += len(mine)
        self.labelled += len(theirs)

    @property
    def precision(self) -> float:
        return self.right / self.said

    @property
    def recall(self) -> float:
        return self.right / self.labelled


def score() -> dict[str, Score]:
    scores = {name: Score() for name in ("kind", "addressees", "deadline", "due")}
    for number, point in enumerate(POINTS):
        directive = read_directive(point["text"])
        deadline = find_deadline(point["text"], day=WRITTEN)
        said = {
            "kind": [directive.kind] if directive.kind else [],
            "addressees": directive.addressees,
            "deadline": [deadline.text] if deadline else [],
            "due": [deadline.due] if deadline and deadline.due else [],
        }
        labelled = {
            "kind": [point["kind"]] if point["kind"] else [],
            "addressees": point["to"],
            "deadline": [point["deadline"]] if "deadline" in point else [],
            "due": [point["due"]] if "due" in point else [],
        }
        for name, one in scores.items():
            one.count(
                [(number, value) for value in said[name]],
                [(number, value) for value in labelled[name]],
            )
    return scores


def test_the_set_is_large_and_uses_every_kind() -> None:
    assert len(POINTS) >= 60
    assert len({point["text"] for point in POINTS}) == len(POINTS)
    assert {point["kind"] for point in POINTS} == {*LABELS, ""}


@pytest.mark.parametrize("name", ["kind", "addressees", "deadline", "due"])
def test_what_is_said_is_right_and_most_is_said(name: str) -> None:
    one = score()[name]
    print(f"\n{name}: precision {one.precision:.3f}, recall {one.recall:.3f} of {one.labelled}")
    assert one.precision >= 0.95
    assert one.recall >= 0.85

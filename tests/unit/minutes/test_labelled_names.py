"""The reading of names against points labelled by hand: what it says must be right.

`pytest tests/unit/minutes/test_labelled_names.py -s` prints precision and recall of both halves.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from bantin.minutes.directives import read_directive

from tests.unit.minutes.test_labelled_conclusions import Score


def points(half: str) -> list[dict[str, Any]]:
    written = Path(__file__).with_name(f"labelled_names_{half}.yml").read_text("utf-8")
    read: list[dict[str, Any]] = yaml.safe_load(written)
    return read


@pytest.mark.parametrize("half", ["a", "b"])
def test_who_is_told_is_right_and_most_is_read(half: str) -> None:
    scores = {"kind": Score(), "lead": Score(), "with": Score()}
    for point in points(half):
        read = read_directive(point["text"])
        scores["kind"].count(filter(None, [read.kind]), filter(None, [point["kind"]]))
        scores["lead"].count(read.addressees, point["lead"])
        scores["with"].count(read.helpers, point.get("with", ()))
    for name, one in scores.items():
        said = f"precision {one.precision:.3f}, recall {one.recall:.3f} of {one.labelled}"
        print(f"\n{half}, {name}: {said}")
        assert one.precision >= 0.95
        assert one.recall >= 0.85

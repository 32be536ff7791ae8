"""Orders against whole documents labelled by hand, in a half to tune on and a half that is scored.

`python -m tests.orders.scoring tune` prints precision and recall, and each fault.
"""

from __future__ import annotations

import datetime as dt

import pytest
import yaml
from bantin.minutes.directives import LABELS

from tests.orders.scoring import ASPECTS, FOLDER, HALVES, Report, load, score

# Least precision and recall by half and aspect. They hold what was reached; raise them when the
# rules get better.
BOUNDS: dict[str, dict[str, tuple[float, float]]] = {
    "tune": dict.fromkeys(ASPECTS, (0.0, 0.0)),
    "held": dict.fromkeys(ASPECTS, (0.0, 0.0)),
}
KEYS = {"begins", "at", "under", "kind", "lead", "with", "due"}


@pytest.fixture(scope="module", params=HALVES)
def scored(request: pytest.FixtureRequest) -> tuple[str, Report]:
    return request.param, score(load(request.param))


@pytest.mark.parametrize("aspect", ASPECTS)
def test_what_is_said_is_right_and_most_is_said(scored: tuple[str, Report], aspect: str) -> None:
    half, report = scored
    one = report.scores[aspect]
    precision, recall = BOUNDS[half][aspect]
    assert (one.precision >= precision, one.recall >= recall) == (True, True), (half, aspect, one)


@pytest.mark.parametrize("half", HALVES)
def test_labels_keep_to_the_guide(half: str) -> None:
    for path in sorted((FOLDER / half).glob("*.yml")):
        told = yaml.safe_load(path.read_text("utf-8"))
        words = " ".join(path.with_suffix(".txt").read_text("utf-8").split())
        assert told["author"], path
        at = 0
        for one in told["orders"]:
            assert KEYS >= one.keys() >= {"begins", "at", "kind"}, (path, one)
            assert one["kind"] in {*LABELS, ""}, (path, one)
            assert isinstance(one.get("due", "open"), dt.date) or one.get("due", "open") in (
                "open",
                "recurs",
            ), (path, one)
            # The labels follow the text, so each has its own words.
            at = words.find(one["begins"], at)
            assert at >= 0, (path, one)
            at += len(one["begins"])
            assert one.get("under", "") in words, (path, one)
        assert all(line in words for line in told.get("not", ())), path
        assert len({one["begins"] for one in told["orders"]}) == len(told["orders"]), path


@pytest.mark.parametrize("half", HALVES)
def test_every_text_has_labels(half: str) -> None:
    texts = {path.stem for path in (FOLDER / half).glob("*.txt")}
    assert texts == {path.stem for path in (FOLDER / half).glob("*.yml")}

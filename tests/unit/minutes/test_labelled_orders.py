"""Orders against whole documents labelled by hand, in a half to tune on and a half that is scored.

`python -m tests.orders.scoring tune` prints precision and recall, and each fault.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
import yaml
from bantin.minutes.deadlines import Deadline
from bantin.minutes.directives import LABELS, Directive
from bantin.minutes.orders import Order

from tests.orders.scoring import (
    ASPECTS,
    FOLDER,
    HALVES,
    Label,
    LabelledDocument,
    Report,
    compare,
    load,
    score,
)

# Least precision and recall. What is asked of texts that no rule was tuned on: where a reader would
# not be told something false, and would not miss much.
LEAST = (0.95, 0.80)
BOUNDS = {half: dict.fromkeys(ASPECTS, LEAST) for half in HALVES}
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


LABEL = Label("Rà soát chợ", "Sở Xây dựng", "task", ("Sở Xây dựng",), ("Sở Y tế",), "2026-05-31")
RIGHT = Order(
    anchor="kl-1",
    number="1",
    text="Rà soát chợ, phối hợp với Sở Y tế trước ngày 31/5/2026.",
    directive=Directive("task", ("Sở Xây dựng",), ("Sở Y tế",)),
    deadline=Deadline("trước ngày 31/5/2026", dt.date(2026, 5, 31)),
    heading="Sở Xây dựng",
)


def compared(order: Order | None) -> dict[str, tuple[int, int, int]]:
    report = Report()
    document = LabelledDocument("x", "", (LABEL,), ())
    compare(document, [order] if order else [], report)
    return {name: (one.right, one.said, one.labelled) for name, one in report.scores.items()}


def test_what_is_read_as_labelled_counts_as_right() -> None:
    assert compared(RIGHT) == dict.fromkeys(ASPECTS, (1, 1, 1))
    # Marks and the way of writing tones and capitals are no fault.
    as_written = replace(RIGHT, text="a) " + RIGHT.text.upper(), heading="1. SỞ XÂY DỰNG:")
    assert compared(as_written) == dict.fromkeys(ASPECTS, (1, 1, 1))


@pytest.mark.parametrize(
    ("aspect", "order"),
    [
        ("kinds", replace(RIGHT, directive=replace(RIGHT.directive, kind="assign"))),
        ("lead", replace(RIGHT, directive=replace(RIGHT.directive, addressees=("Sở Xây",)))),
        ("with", replace(RIGHT, directive=replace(RIGHT.directive, helpers=("Sở Y tế tỉnh",)))),
        ("days", replace(RIGHT, deadline=Deadline("hằng tháng", None, recurs=True))),
        ("days", replace(RIGHT, deadline=Deadline("trước mùa mưa", None))),
        ("headings", replace(RIGHT, heading="Sở Xây dựng và Sở Y tế")),
    ],
)
def test_one_wrong_aspect_is_wrong_alone(aspect: str, order: Order) -> None:
    assert compared(order) == {**dict.fromkeys(ASPECTS, (1, 1, 1)), aspect: (0, 1, 1)}


def test_what_is_read_where_no_order_is_counts_as_wrong_in_all_it_says() -> None:
    assert compared(replace(RIGHT, text="Sở Y tế đã rà soát.")) == dict.fromkeys(ASPECTS, (0, 1, 1))
    assert compared(None) == dict.fromkeys(ASPECTS, (0, 0, 1))

"""Deadlines against sentences labelled by hand: what is said must be right.

`pytest tests/unit/minutes/test_labelled_deadlines.py -s` prints precision and recall.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from bantin.minutes.deadlines import Deadline, find_deadline

WRITTEN = date(2026, 3, 10)
SENTENCES: dict[str, list[dict[str, Any]]] = yaml.safe_load(
    Path(__file__).with_name("labelled_deadlines.yml").read_text("utf-8")
)


def due_of(found: Deadline | None) -> date | str | None:
    if found is None:
        return None
    return "recurs" if found.recurs else found.due or "open"


@pytest.mark.parametrize("half", ["tune", "check"])
def test_what_is_said_is_right_and_most_is_said(half: str) -> None:
    wrong, said, labelled = [], 0, 0
    for sentence in SENTENCES[half]:
        due = due_of(find_deadline(sentence["text"], day=sentence.get("day", WRITTEN)))
        said += due is not None
        labelled += "due" in sentence
        if due != sentence.get("due"):
            wrong.append((sentence["text"], sentence.get("due"), due))
    false = [one for one in wrong if one[2] is not None]
    missed = [one for one in wrong if one[1] is not None]
    precision, recall = 1 - len(false) / said, 1 - len(missed) / labelled
    print(f"\n{half}: precision {precision:.3f} of {said}, recall {recall:.3f} of {labelled}")
    assert precision >= 0.95, false
    assert recall >= 0.9, missed


@pytest.mark.parametrize("half", ["tune", "check"])
def test_a_deadline_is_told_in_the_words_of_the_text(half: str) -> None:
    found = [
        (one, find_deadline(one["text"], day=one.get("day", WRITTEN))) for one in SENTENCES[half]
    ]
    told = [(one, deadline) for one, deadline in found if deadline]
    assert all(deadline.text in one["text"] for one, deadline in told)
    right = sum(deadline.text == one.get("says") for one, deadline in told)
    assert right / len(told) >= 0.9


def test_what_recurs_has_no_day() -> None:
    found = find_deadline("Báo cáo trước ngày 20 hằng tháng.", day=WRITTEN)
    assert found == Deadline("trước ngày 20 hằng tháng", None, recurs=True)


def test_the_set_is_large_and_has_no_sentence_twice() -> None:
    texts = [sentence["text"] for half in SENTENCES.values() for sentence in half]
    assert len(set(texts)) == len(texts) >= 145

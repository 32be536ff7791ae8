"""Scores what is read from the labelled documents: how much of it is right, how much of it is read.

python -m tests.orders.scoring tune        figures, and each fault
python -m tests.orders.scoring held [-v]   figures; faults only with -v

Each text goes the way of a real one: it is imported, written as a record, read back and rendered.
Knows the form of the labels, README.md beside it.
"""

from __future__ import annotations

import datetime as dt
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from bantin.importing.proposal import Context
from bantin.importing.readers import READERS, recognise
from bantin.importing.reading.plain_text import clean_capture
from bantin.minutes.orders import Order, find_orders
from bantin.records.models import Document
from bantin.records.reader import parse_record
from bantin.records.registry import Registry
from bantin.records.unfinished import UnfinishedDraft
from bantin.records.writer import format_record
from bantin.rendering.markdown import render_text
from bantin.text.fold import fold

FOLDER = Path(__file__).parent
HALVES = ("tune", "held")
ASPECTS = ("entries", "kinds", "lead", "with", "days", "headings")
# A mark that a rule may keep among the words of an order. Labels begin behind it.
_MARK = re.compile(
    r"(?:[-–—+*•]|\(?(?:[ivxlc]+|\d{1,2}(?:\.\d{1,2}){0,3}|[a-z])[.)/]|điều \d+\."
    r"|(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười) là|thứ [a-zđư\u1ea1-\u1ef9]+)[,:;]?\s+",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Label:
    """One order as a reader labelled it; `due` is "" without a deadline."""

    begins: str
    under: str
    kind: str
    lead: tuple[str, ...]
    helpers: tuple[str, ...]
    due: str


@dataclass(frozen=True)
class LabelledDocument:
    """A text and its orders; `unlike` holds first words of lines that are none."""

    name: str
    text: str
    labels: tuple[Label, ...]
    unlike: tuple[str, ...]


@dataclass
class Score:
    """How much of what was said is right, and how much of what is right was said."""

    right: int = 0
    said: int = 0
    labelled: int = 0

    @property
    def precision(self) -> float:
        return self.right / self.said if self.said else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.labelled if self.labelled else 1.0


@dataclass
class Report:
    """Scores by aspect, and what is wrong or missing, a line each."""

    scores: dict[str, Score] = field(
        default_factory=lambda: {aspect: Score() for aspect in ASPECTS}
    )
    faults: list[str] = field(default_factory=list)


def load(half: str) -> list[LabelledDocument]:
    """Return the documents of a half, by name."""
    return [_load(path) for path in sorted((FOLDER / half).glob("*.yml"))]


def read_orders(text: str) -> tuple[tuple[Order, ...], tuple[str, ...]]:
    """Return the orders of an imported text, and the keys that its record lacks.

    It is imported without `--province`. The missing keys have invented values: an editor gives
    them, and the text stays as it is.
    """
    capture = clean_capture("van-ban.txt", text.encode())
    proposed = READERS[recognise(capture)](capture, Context(Registry())).record
    record = parse_record(proposed.file.src_uri, format_record(proposed).encode())
    missing: tuple[str, ...] = ()
    if isinstance(record, UnfinishedDraft):
        record, missing = record.stand_in, record.missing
    if not isinstance(record, Document):
        return (), ("no document",)
    return find_orders(record, render_text(record.body)), missing


def score(documents: Iterable[LabelledDocument]) -> Report:
    """Compare what is read from documents with their labels."""
    report = Report()
    for document in documents:
        orders, missing = read_orders(document.text)
        if missing:
            report.faults.append(f"{document.name}: not read from its head: {', '.join(missing)}")
        compare(document, orders, report)
    return report


def compare(document: LabelledDocument, orders: Sequence[Order], report: Report) -> None:
    """Count what was read from a document against its labels."""
    for label, order in _pairs(document.labels, orders):
        _count(report, document, label, order)


def _load(path: Path) -> LabelledDocument:
    told: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))
    return LabelledDocument(
        path.stem,
        path.with_suffix(".txt").read_text("utf-8"),
        tuple(_label(one) for one in told["orders"]),
        tuple(told.get("not", ())),
    )


def _label(told: dict[str, Any]) -> Label:
    due = told.get("due", "")
    return Label(
        told["begins"],
        told.get("under", ""),
        told["kind"],
        tuple(told.get("lead", ())),
        tuple(told.get("with", ())),
        due.isoformat() if isinstance(due, dt.date) else due,
    )


def _pairs(
    labels: Sequence[Label], orders: Sequence[Order]
) -> Iterator[tuple[Label | None, Order | None]]:
    """Yield each label with its order, and those that have no partner."""
    left = list(labels)
    for order in orders:
        words = _plain(order.text)
        begun = [one for one in left if words.startswith(_plain(one.begins))]
        best = max(begun, key=lambda one: len(one.begins), default=None)
        if best:
            left.remove(best)
        yield best, order
    for label in left:
        yield label, None


def _count(
    report: Report, document: LabelledDocument, label: Label | None, order: Order | None
) -> None:
    wanted = _labelled(label) if label else {}
    said = _said(order) if order else {}
    words = order.text if order else label.begins if label else ""
    where = f"{document.name}: {words[:70]}"
    for aspect, one in report.scores.items():
        mine, theirs = said.get(aspect, {}), wanted.get(aspect, {})
        one.right += len(mine.keys() & theirs.keys())
        one.said += len(mine)
        one.labelled += len(theirs)
        if aspect != "entries" and label and order and mine.keys() != theirs.keys():
            report.faults.append(
                f"{where}\n    {aspect}: read {[*mine.values()]}, labelled {[*theirs.values()]}"
            )
    if label is None:
        is_named = any(_plain(words).startswith(_plain(one)) for one in document.unlike)
        reason = "labelled as none" if is_named else "no order"
        report.faults.append(f"{where}\n    {reason}, but read as one")
    elif order is None:
        report.faults.append(f"{where}\n    not read")


def _labelled(label: Label) -> dict[str, dict[str, str]]:
    return _aspects(label.kind, label.lead, label.helpers, label.due, label.under)


def _said(order: Order) -> dict[str, dict[str, str]]:
    due = ""
    if order.deadline:
        day = order.deadline.due
        due = day.isoformat() if day else "recurs" if order.deadline.recurs else "open"
    directive = order.directive
    return _aspects(directive.kind, directive.addressees, directive.helpers, due, order.heading)


def _aspects(
    kind: str, lead: Iterable[str], helpers: Iterable[str], due: str, heading: str
) -> dict[str, dict[str, str]]:
    """Return what is said by aspect: the form to compare, and the form to show."""
    return {
        "entries": {"": ""},
        "kinds": {kind: kind} if kind else {},
        "lead": {_plain_name(one): one for one in lead},
        "with": {_plain_name(one): one for one in helpers},
        "days": {due: due} if due else {},
        "headings": {_plain(heading): heading} if heading else {},
    }


def _plain(text: str) -> str:
    """Return words to compare: folded, on one line, without a mark before and signs behind."""
    words = " ".join(text.split())
    if mark := _MARK.match(words):
        words = words[mark.end() :]
    return fold(words).rstrip(" .:;,")


def _plain_name(text: str) -> str:
    return fold(" ".join(text.split()))


def main(arguments: Sequence[str]) -> int:
    """Print the figures of a half."""
    halves = [one for one in arguments if one in HALVES]
    if len(halves) != 1:
        print(__doc__)
        return 2
    report = score(load(halves[0]))
    if halves[0] == "tune" or "-v" in arguments:
        print("\n".join(report.faults))
    for aspect, one in report.scores.items():
        print(
            f"{aspect:<9} precision {one.precision:.3f} ({one.right} of {one.said} said), "
            f"recall {one.recall:.3f} ({one.right} of {one.labelled} labelled)"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

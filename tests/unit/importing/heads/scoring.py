"""Scores what is read from the labelled heads and feet: how much is right, how much is read.

`python -m tests.unit.importing.heads.scoring tune` prints figures and faults of a half. Each text
of `tune.txt` and `held.txt` is ours. Above its line "---" stand the values that a careful reader
finds in it; a key that is not there is open. `form` is "document" where it is left out.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import yaml
from bantin.importing.document import parse_document
from bantin.importing.heading import parse_heading
from bantin.importing.proposal import Context
from bantin.importing.readers import recognise
from bantin.records.registry import Registry

from tests.unit.importing.samples import capture_of

FIELDS = ("form", "kind", "number", "date", "title", "issuer", "signer")


@dataclass
class Figures:
    """Right, said and labelled values by field; `faults` holds what is false or missing."""

    right: dict[str, int] = field(default_factory=lambda: dict.fromkeys(FIELDS, 0))
    said: dict[str, int] = field(default_factory=lambda: dict.fromkeys(FIELDS, 0))
    labelled: dict[str, int] = field(default_factory=lambda: dict.fromkeys(FIELDS, 0))
    false: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)


def load(half: str) -> list[tuple[str, dict[str, str], str]]:
    """Return name, labels and text of each head of a half."""
    found = []
    for part in re.split(
        r"^=== ", Path(__file__).with_name(f"{half}.txt").read_text("utf-8"), flags=re.M
    ):
        if part:
            name, _, rest = part.partition("\n")
            labels, _, text = rest.partition("---\n")
            told = {key: str(value) for key, value in yaml.safe_load(labels).items()}
            found.append((name, {"form": "document"} | told, text))
    return found


def read(text: str) -> dict[str, str]:
    """Return what is read from a text, by field; without what stays open."""
    capture = capture_of(text)
    form = recognise(capture)
    if form == "news":
        return {"form": form}
    heading = parse_heading(capture.blocks)
    facts = {fact.field: fact.value for fact in parse_document(capture, Context(Registry())).facts}
    values = {
        "form": form,
        "kind": heading.kind,
        "number": heading.number,
        "date": heading.day.isoformat() if heading.day else "",
        "title": heading.title,
        "issuer": heading.issuer_name,
        "signer": facts.get("signer.name", ""),
    }
    return {key: value for key, value in values.items() if value}


def score(half: str) -> Figures:
    """Compare what is read from the heads of a half with their labels."""
    figures = Figures()
    for name, labels, text in load(half):
        values = read(text)
        for key in FIELDS:
            said, wanted = values.get(key, ""), labels.get(key, "")
            figures.said[key] += bool(said)
            figures.labelled[key] += bool(wanted)
            figures.right[key] += bool(said) and said == wanted
            if said and said != wanted:
                figures.false.append(f"{name}: {key} is {said!r}, labelled {wanted!r}")
            elif wanted and not said:
                figures.missing.append(f"{name}: {key} {wanted!r} is not read")
    return figures


def main(arguments: Sequence[str]) -> int:
    """Print the figures of a half, with its faults where it is `tune` or "-v" is given."""
    figures = score(arguments[0])
    if arguments[0] == "tune" or "-v" in arguments:
        print("\n".join((*figures.false, *figures.missing)))
    for key in FIELDS:
        right, said = figures.right[key], figures.said[key]
        print(f"{key:<7} {right} right of {said} said, {figures.labelled[key]} labelled")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

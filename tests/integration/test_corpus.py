"""The corpus of files that real tools made: every field comes in right or is left open."""

from __future__ import annotations

import json
import shutil
from collections import Counter, defaultdict

import pytest

from tests.corpus.judging import FILES, judge_file
from tests.packages import ensure_program

LABELS = json.loads((FILES / "labels.json").read_text("utf-8"))
# Two rows of a table name a signer without a position. Of one row the spreadsheet has turned the
# day, so that no year is known for the meeting.
MOST_OPEN = {"name": 2, "chairs": 1, "meeting": 1}


@pytest.fixture(scope="module", autouse=True)
def reads_old_word() -> None:
    """Files of the old Word need a program; one is installed where LibreOffice is not here."""
    if not shutil.which("soffice"):
        ensure_program("antiword")


@pytest.mark.parametrize("name", LABELS)
def test_no_field_is_wrong(name: str) -> None:
    wrong = [one for one in judge_file(name, LABELS[name]) if one.outcome == "wrong"]
    assert wrong == []


def test_what_can_be_read_is_read() -> None:
    left: dict[str, Counter[str]] = defaultdict(Counter)
    for name, labels in LABELS.items():
        for one in judge_file(name, labels):
            left[one.field][one.outcome] += 1
    assert {field: its["open"] for field, its in left.items() if its["open"]} == MOST_OPEN


def test_the_corpus_holds_what_it_must() -> None:
    endings = Counter(name.rpartition(".")[2] for name in LABELS)
    assert sum(endings.values()) >= 60
    for ending in "txt html mhtml docx doc odt rtf pdf csv xlsx json xml".split():
        assert endings[ending], ending
    systems = {name.partition("/")[2].partition("-")[0] for name in LABELS if name[:4] == "html"}
    assert len(systems) >= 6
    encodings = {"tcvn3", "vni", "cp1258", "utf16", "nfd", "mojibake"}
    assert encodings <= {name.partition("/")[2].partition(".")[0] for name in LABELS}

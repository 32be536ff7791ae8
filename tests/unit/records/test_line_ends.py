"""Line ends of Windows and the old Mac are read as ours, by every reader of a record's text."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from bantin.checking.automatic_fixes import mend_text
from bantin.checking.check import check_records
from bantin.checking.tree import DocsTree
from bantin.records.models import Record
from bantin.records.reader import find_line, parse_record, parse_unsaved
from bantin.text.normalize import unify_line_ends
from hypothesis import given
from hypothesis import strategies as st

URI = "tin-tuc/2026/11/notepad.md"
TEXT = """\
---
title: Tin viết bằng Notepad
date: 2026-11-10
section: x
people:
  - name: Lê A
---

Chữ  một.

1. Mục
2. Hai
"""
ENDS = {
    "windows": lambda text: text.replace("\n", "\r\n"),
    "mac": lambda text: text.replace("\n", "\r"),
    "twice": lambda text: text.replace("\n", "\r\r\n"),
    "thrice": lambda text: text.replace("\n", "\r\r\r\n"),
    "head only": lambda text: text.replace("\n", "\r\n", 7),
    "body only": lambda text: text[:90] + text[90:].replace("\n", "\r\n"),
    "one": lambda text: text.replace("2026-11-10\n", "2026-11-10\r\n"),
    "last": lambda text: text[:-1] + "\r\n",
    "no last": lambda text: text[:-1].replace("\n", "\r\n"),
    "mixed": lambda text: text.replace("\n", "\r", 3).replace("\n", "\r\n", 3),
}


@pytest.fixture(params=sorted(ENDS))
def text(request: pytest.FixtureRequest) -> str:
    changed = ENDS[request.param](TEXT)
    assert changed != TEXT
    return changed


def bare(found: object) -> Record:
    assert isinstance(found, Record), found
    return found.model_copy(update={"file": replace(found.file, sha256="")})


def test_the_record_is_the_same(text: str) -> None:
    assert bare(parse_record(URI, text.encode())) == bare(parse_record(URI, TEXT.encode()))
    assert bare(parse_unsaved(URI, text)) == bare(parse_unsaved(URI, TEXT))


def test_a_check_says_the_same_and_fixes_keep_the_line_ends(tmp_path: Path, text: str) -> None:
    findings = []
    for name, content in (("ours", TEXT), ("theirs", text)):
        docs = tmp_path / name
        for uri, raw in ((URI, content), ("chuyen-muc/x.md", "---\nname: Mục\n---\n")):
            (docs / uri).parent.mkdir(parents=True)
            (docs / uri).write_bytes(raw.encode())
        findings.append(check_records(DocsTree.of_folder(docs)))
        assert find_line(docs, URI, ("people", 0, "name")) == 6
    assert findings[0] == findings[1]
    assert [(one.line, one.column) for one in findings[0].warnings] == [(9, 4)]
    mended = mend_text(URI, text.encode())
    assert mended is not None
    assert mended.after == text.replace("Chữ  một", "Chữ một")


@given(st.text("a\r\n", max_size=12))
def test_only_line_feeds_are_left_and_no_line_is_lost(text: str) -> None:
    unified = unify_line_ends(text)
    assert "\r" not in unified
    assert unified.count("a") == text.count("a")
    assert unify_line_ends(text.replace("\r", "").replace("\n", "\r\n")) == text.replace("\r", "")

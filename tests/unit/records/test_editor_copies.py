"""A file that an editor's program left is known by its name, and no other file is."""

from __future__ import annotations

import pytest
from bantin.records.editor_copies import CopyKind, kind_of_copy

LEFT = """
x.md~ x.md.bak x.bak2 x.md.orig x.rej x.tmp x.swp .x.swp .x.swo #x.md# ~$x.docx ~WRL0001.tmp
~wrd0003.doc Thumbs.db thumbs.db ehthumbs.db desktop.ini Desktop.ini x.old x.wbk x.asd x.crdownload
x.pdf.part x.md.txt x.md.docx x_BACKUP_123.md x_LOCAL_77.md x.REMOTE.4567.md x.BASE.12.md x.LOCAL.md
x.conflict.md x.mine.md x.r12.md x.sync-conflict-20260102-101112-ABCDEFG.md x-DESKTOP-AB12CD3.md
x-LAPTOP-1A2B3C4D.md x.kate-swp~
""".split()
LEFT += [
    "x (conflicted copy 2026-01-02).md",
    "x (Lan's conflicted copy 2026-01-02).md",
    "x (Case Conflict).md",
    "x (SFConflict lan@vidu.example 2026-01-02).md",
    "x [Conflict].md",
]
LIKE = [
    *("x - Copy.md", "x - Copy (2).md", "x copy.md", "x copy 2.md", "x_copy.md", "Copy of x.md"),
    *("x (1).md", "x (23).pdf", "x - Bản sao.md", "x - Bản sao (2).md", "x (bản sao).md"),
    *("Bản sao của x.md", "x - Sao chép.docx", "x (copy 2).md"),
]
GOOD = """
x.md bao-cao.pdf bao-cao-2021.docx van-ban-ban-sao.md copy.md ban-copy.md sao-chep.pdf a.b.c.pdf
local.md ke-hoach-local.md x-1.md x_1.md base.css backup.md conflict.md #.md a#b.pdf ~x.md anh~1.jpg
old.md thumbs.jpg desktop.md temp.html may-tinh-desktop.png a-desktop-icon.png x.txt CNAME
""".split()
GOOD += [
    "Bản sao y.pdf",
    "Quyết định (bản chính).pdf",
    "Kế hoạch (2021).pdf.zip",
    "(1)",
    "bản sao.md",
]


@pytest.mark.parametrize("name", LEFT)
def test_what_programs_leave_is_known(name: str) -> None:
    assert kind_of_copy(name) is CopyKind.LEFT


@pytest.mark.parametrize("name", LIKE)
def test_what_copies_are_called_is_known(name: str) -> None:
    assert kind_of_copy(name) is CopyKind.LIKE


@pytest.mark.parametrize("name", GOOD)
def test_names_that_people_give_are_left_alone(name: str) -> None:
    assert kind_of_copy(name) is None

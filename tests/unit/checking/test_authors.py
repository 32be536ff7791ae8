"""Initials are held against a register where somebody keeps one."""

from __future__ import annotations

from pathlib import Path

import pytest
from bantin.checking.authors import initials_in
from bantin.checking.check import check_records
from bantin.checking.tree import DocsTree

HEAD = "title: Tin\ndate: 2021-10-05\nsection: x\nauthor: "


def plant(docs: Path, uri: str, head: str) -> None:
    path = docs / uri
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"---\n{head}\n---\n\nViệc.\n", "utf-8")


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    plant(tmp_path, "chuyen-muc/x.md", "name: Mục")
    return tmp_path


def told(docs: Path, author: str) -> list[tuple[str, int, str]]:
    plant(docs, "tin-tuc/2021/10/tin.md", f"{HEAD}{author}")
    found = check_records(DocsTree.of_folder(docs)).warnings
    return [(one.path, one.line, one.message) for one in found]


def test_without_a_register_all_initials_are_right(docs: Path) -> None:
    plant(docs, "nguoi/a.md", "name: Anh Ba")
    assert told(docs, "A.B") == []


def test_initials_of_nobody_are_told_of(docs: Path) -> None:
    plant(docs, "nguoi/a.md", "name: Anh Ba\ninitials: [A.B]")
    assert told(docs, "A.B") == told(docs, "A. B.") == told(docs, "Lê Mẫu") == []
    message = "chữ ký “A.C” không có ở người nào trong nguoi/"
    assert told(docs, "A.C") == [("tin-tuc/2021/10/tin.md", 5, message)]
    assert told(docs, "A.B - A.C") == [("tin-tuc/2021/10/tin.md", 5, message)]


def test_initials_of_two_people_are_told_of_at_the_second(docs: Path) -> None:
    plant(docs, "nguoi/a.md", "name: Anh Ba\ninitials: [A.B]")
    plant(docs, "nguoi/b.md", "name: Anh Bốn\ninitials:\n  - BN\n  - A.B.")
    assert told(docs, "A.B") == [("nguoi/b.md", 5, "chữ ký “A.B.” đã là của nguoi/a.md")]


@pytest.mark.parametrize(
    ("author", "initials"),
    [
        ("M.L", ["M.L"]),
        ("N.T.H - M.L", ["N.T.H", "M.L"]),
        ("NTH, M.L", ["NTH", "M.L"]),
        ("Đ.Q và HTX", ["Đ.Q", "HTX"]),
        ("HÀ", []),
        ("Lê Mẫu", []),
        ("Văn phòng UBND", []),
        ("Jean-Paul", []),
    ],
)
def test_names_are_no_initials(author: str, initials: list[str]) -> None:
    assert initials_in(author) == initials

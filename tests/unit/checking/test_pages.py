"""Ordinary pages: what a build refuses in their source, a check and the hook tell too."""

from __future__ import annotations

from pathlib import Path

import pytest
from bantin.checking.check import check_records
from bantin.checking.tree import DocsTree
from bantin.outputs.refused_files import refuse_file

WRONG = {
    "---\ntitle: Trang\nstatus: draft\n---\n\nChữ.\n": (3, "khóa “status” không có tác dụng"),
    "---\ndraft: true\n---\n\nChữ.\n": (2, "khóa “draft”"),
    "---\npublished: false\n---\n": (2, "khóa “published”"),
    "---\ntitle: a: b\n---\n": (1, "phần đầu không đọc được"),
    "<<<<<<< HEAD\nmột\n=======\nhai\n>>>>>>> b\n": (1, ""),
    "chữ\nch\u202eữ\n": (2, ""),
    "chữ\u2028chữ\n": (1, ""),
}
RIGHT = (
    "---\ntitle: Trang\nhide:\n  - toc\n---\n\nChữ.\n",
    "---\nstatus: new\ndraft: false\npublished: true\n---\n",
    "# Trang\r\n\r\nChữ.\r\n",
    "Trang\n===\n\n---\n\nchữ: a: b\n",
    "---\nx: !ENV [A, b]\n---\n",
)


@pytest.mark.parametrize("text", WRONG)
def test_what_a_page_may_not_hold_is_told_by_build_check_and_hook(
    text: str, tmp_path: Path
) -> None:
    line, message = WRONG[text]
    (tmp_path / "trang.md").write_bytes(text.encode())
    problem = refuse_file(tmp_path / "trang.md", "trang.md")[0]
    assert (problem.path, problem.line) == ("trang.md", line)
    assert message in problem.message
    assert problem.hint
    tree = DocsTree.of_folder(tmp_path)
    assert problem in check_records(tree).problems
    assert problem in check_records(tree, [], moved=["trang.md"]).problems


@pytest.mark.parametrize("text", RIGHT)
def test_other_pages_are_no_matter(text: str, tmp_path: Path) -> None:
    (tmp_path / "trang.md").write_bytes(text.encode())
    assert refuse_file(tmp_path / "trang.md", "trang.md") == []
    assert check_records(DocsTree.of_folder(tmp_path)).problems == ()


def test_a_page_in_another_encoding_is_told(tmp_path: Path) -> None:
    (tmp_path / "trang.md").write_bytes("Chữ".encode("utf-16"))
    [problem] = refuse_file(tmp_path / "trang.md", "trang.md")
    assert "UTF-8" in problem.message


@pytest.mark.parametrize("folder", ["", "phu/"])
def test_of_two_pages_of_one_folder_the_one_that_is_never_read_has_one_fault(
    folder: str, tmp_path: Path
) -> None:
    (tmp_path / folder).mkdir(exist_ok=True)
    (tmp_path / f"{folder}index.md").write_text("# Trang\n", "utf-8")
    (tmp_path / f"{folder}README.md").write_bytes(b"\xff")
    [problem] = check_records(DocsTree.of_folder(tmp_path)).problems
    assert (problem.path, "cùng địa chỉ" in problem.message) == (f"{folder}README.md", True)
    (tmp_path / f"{folder}index.md").unlink()
    [problem] = check_records(DocsTree.of_folder(tmp_path)).problems
    assert "UTF-8" in problem.message

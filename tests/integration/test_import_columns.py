"""A clerk at a terminal is asked what the columns of a table are; elsewhere nobody waits."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.corpus.judging import FILES

SCRIPT = Path(__file__).resolve().parents[2] / "scripts" / "import_files.py"
COMMAND = [sys.executable, str(SCRIPT), "kho", "--into", "docs"]
QUESTION = "Đúng cả chưa?"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "docs").mkdir()
    (tmp_path / "kho").mkdir()
    shutil.copy(FILES / "bang/tin.csv", tmp_path / "kho")
    return tmp_path


def at_terminal(root: Path, answer: bytes) -> tuple[int, str]:
    """Run the command at a terminal that answers once."""
    import pty  # no such thing on Windows

    child, terminal = pty.fork()
    if child == 0:
        os.chdir(root)
        os.execv(sys.executable, COMMAND)
    said, waits = b"", True
    while True:
        try:
            piece = os.read(terminal, 4096)
        except OSError:  # so Linux tells the end
            break
        if not piece:
            break
        said += piece
        if waits and QUESTION.encode() in said:
            os.write(terminal, answer)
            waits = False
    _, status = os.waitpid(child, 0)
    os.close(terminal)
    return os.waitstatus_to_exitcode(status), said.decode()


@pytest.mark.skipif(sys.platform == "win32", reason="terminals of POSIX")
@pytest.mark.parametrize(
    ("answer", "code", "count"), [(b"c\n", 0, 6), (b"k\n", 1, 0), (b"\n", 1, 0), (b"\x04", 1, 0)]
)
def test_rows_come_in_once_the_columns_are_confirmed(
    root: Path, answer: bytes, code: int, count: int
) -> None:
    ended, said = at_terminal(root, answer)
    assert (ended, len(list((root / "docs").glob("tin-tuc/*/*/*.md")))) == (code, count), said
    assert '"Ngày đăng": ngay  # ví dụ: 12/03/2026 09:15' in said
    [columns] = (root / ".goc.bantin" / "cot").iterdir()
    assert ("\nxac-nhan: có\n" in columns.read_text("utf-8")) == (count > 0)


def test_without_a_terminal_the_file_of_columns_is_named(root: Path) -> None:
    done = subprocess.run(COMMAND, cwd=root, capture_output=True, encoding="utf-8", check=False)
    [columns] = (root / ".goc.bantin" / "cot").iterdir()
    assert (done.returncode, QUESTION in done.stdout) == (1, False)
    assert columns.name in done.stdout + done.stderr
    text = columns.read_text("utf-8").replace("xac-nhan: không", "xac-nhan: có")
    columns.write_text(text, "utf-8")
    again = subprocess.run(COMMAND, cwd=root, capture_output=True, encoding="utf-8", check=False)
    assert again.returncode == 0, again.stdout
    assert len(list((root / "docs").glob("tin-tuc/*/*/*.md"))) == 6

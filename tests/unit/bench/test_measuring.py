"""A measured build: its end, its error, its limits."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import pytest

from tests.bench.measuring import BuildError, measure_folder, run_build
from tests.bench.peers.peer import Command

CHILD = "import subprocess, sys; subprocess.run([sys.executable, '-c', *sys.argv[1:]])"
# In which two processes have started, on a busy machine, too.
STARTED_S = 4
on_linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")


def python(folder: Path, *arguments: str) -> Command:
    return Command((sys.executable, "-c", *arguments), folder)


def test_a_build_that_fails_tells_what_it_printed(tmp_path: Path) -> None:
    with pytest.raises(BuildError, match="no theme"):
        run_build(python(tmp_path, "raise SystemExit('no theme')"), tmp_path / "log", timeout_s=60)


LOCK = """
import fcntl, sys, time
held = open(sys.argv[1], "w")
fcntl.flock(held, fcntl.LOCK_EX)
time.sleep(600)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="sessions are POSIX")
def test_a_build_past_its_time_is_killed_with_its_children(tmp_path: Path) -> None:
    """The child holds a lock for as long as it lives."""
    import fcntl

    lock = tmp_path / "lock"
    taken = run_build(
        python(tmp_path, CHILD, LOCK, str(lock)), tmp_path / "log", timeout_s=STARTED_S
    )
    assert taken.stopped == "time"
    assert taken.wall_s < 300
    with lock.open() as file:
        until = time.monotonic() + 60
        while True:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                assert time.monotonic() < until, "the child lives on"
                time.sleep(0.05)


@on_linux
def test_memory_is_that_of_all_processes(tmp_path: Path) -> None:
    hold = "import time; held = bytearray(80_000_000); time.sleep({})"
    command = python(tmp_path, CHILD, hold.format(0))
    assert run_build(command, tmp_path / "log", timeout_s=60).memory_bytes is None
    # Long enough to be looked at on a busy machine, too, where that is done less often.
    command = python(tmp_path, CHILD, hold.format(3))
    taken = run_build(command, tmp_path / "log", timeout_s=60, with_memory=True)
    assert taken.stopped == ""
    assert taken.memory_bytes is not None
    assert taken.memory_bytes > 80_000_000


@on_linux
def test_a_build_that_takes_too_much_memory_is_killed(tmp_path: Path) -> None:
    hold = "import time; held = bytearray(80_000_000); time.sleep(30)"
    taken = run_build(
        python(tmp_path, hold), tmp_path / "log", timeout_s=60, limit_bytes=50_000_000
    )
    assert taken.stopped == "memory"


def test_a_folder_is_its_files_and_their_bytes(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "b.txt").write_text("1234", "utf-8")
    (tmp_path / "c.txt").write_text("1", "utf-8")
    assert measure_folder(tmp_path) == (2, 5)

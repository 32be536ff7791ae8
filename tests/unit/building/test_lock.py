"""One process at a time has a site's lock, and a dead one has it no more."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from bantin.building.lock import SiteLock
from bantin.building.workspace import Workspace
from bantin.errors import BuildRunningError, PublishError

TAKE = """
import os, sys
from pathlib import Path
from bantin.building.lock import SiteLock
lock = SiteLock.take(Path(sys.argv[1]), Path("site"))
"""
HOLD = "print(os.getpid(), flush=True); sys.stdin.read()"
FORK_AND_HOLD = f"print(os.fork() or '', end='', flush=True); {HOLD}"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "lock"


@contextmanager
def holding(path: Path, then: str = HOLD) -> Iterator[subprocess.Popen[str]]:
    """Another process that has the lock until it is told to end."""
    command = [sys.executable, "-c", TAKE + then, str(path)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline().strip()
        try:
            yield process
        finally:
            process.kill()


def can_be_taken(path: Path) -> bool:
    """Ask in a process of its own: the system lets one process take its lock twice."""
    command = [sys.executable, "-c", TAKE, str(path)]
    run = subprocess.run(command, check=False, capture_output=True, text=True)
    assert run.returncode == 0 or "BuildRunningError" in run.stderr, run.stderr
    return run.returncode == 0


def test_second_process_is_told_which_site_who_has_it_and_what_to_do(path: Path) -> None:
    with holding(path) as holder:
        says = rf"tiến trình số {holder.pid}\) đang ghi vào trang-thử; chờ nó xong rồi dựng lại"
        with pytest.raises(BuildRunningError, match=says):
            SiteLock.take(path, Path("trang-thử"))


def test_lock_is_kept_until_given_back(path: Path) -> None:
    lock = SiteLock.take(path, Path("site"))
    assert not can_be_taken(path)
    lock.release()
    lock.release()
    assert can_be_taken(path)


def test_killed_process_has_no_lock(path: Path) -> None:
    with holding(path) as holder:
        assert not can_be_taken(path)
        holder.kill()
        holder.wait()
        assert can_be_taken(path)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")
def test_lock_does_not_live_on_in_a_forked_worker(path: Path) -> None:
    with holding(path, FORK_AND_HOLD) as holder:
        assert not can_be_taken(path)
        holder.kill()
        holder.wait()
        # The child has the same standard input and waits for its end.
        assert can_be_taken(path)


def test_number_of_an_earlier_process_is_written_over(path: Path) -> None:
    path.write_text("123456789012", "ascii")
    lock = SiteLock.take(path, Path("site"))
    lock.release()
    assert path.read_text("ascii") == str(os.getpid())


def cannot_lock(*_: object) -> None:
    raise OSError(37, "No locks available")


def cannot_make_folder(*_: object, **__: object) -> None:
    raise PermissionError(13, "Permission denied", "cạnh-site")


@pytest.mark.parametrize(
    ("broken", "stand_in"),
    [("bantin.building.lock._lock", cannot_lock), ("pathlib.Path.mkdir", cannot_make_folder)],
)
def test_lock_that_cannot_be_had_at_all_is_another_matter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, broken: str, stand_in: Callable[..., None]
) -> None:
    monkeypatch.setattr(broken, stand_in)
    with pytest.raises(PublishError, match=r"không ghi được vào .*rồi dựng lại"):
        Workspace(tmp_path / "site").lock()

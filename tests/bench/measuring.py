"""Run one build and tell what it took: time, processor time, memory of all its processes.

Knows nothing of publishers. Where the system tells no memory or processor time (they are read
from /proc and wait4), those are None.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from math import inf
from pathlib import Path

from tests.bench.peers.peer import Command

SAMPLE_S = 0.05
# Reading memory maps costs the measured process too: at most this share of one processor.
SAMPLING_SHARE = 0.05
# How often a timed build is looked at, which must cost it nothing.
GUARD_S = 1.0
# What builds before left to be written would slow the next one.
SETTLE_S = 3.0
PROC = Path("/proc")


class BuildError(Exception):
    """A build failed; the message holds the end of what it printed."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What one build took.

    Attributes:
        wall_s: seconds from start to end.
        cpu_s: user and system seconds of the process and those it waited for; None: not known.
        memory_bytes: highest sum over all its processes at one time; shared pages are counted
            once (PSS), sampled every 50 ms, less often where reading takes longer. None: not
            measured, as in every build whose time counts, or not known.
        stopped: "time" or "memory": it passed that limit and was killed, and the other numbers say
            what it took until then; "failure": it ended with an error; "" otherwise.
    """

    wall_s: float
    cpu_s: float | None
    memory_bytes: int | None
    stopped: str = ""


def settle() -> None:
    """Wait until the disk has what was written."""
    if hasattr(os, "sync"):
        os.sync()
    time.sleep(SETTLE_S)


def run_build(
    command: Command,
    log: Path,
    *,
    timeout_s: float,
    limit_bytes: float = inf,
    with_memory: bool = False,
) -> Taken:
    """Run a build to its end or to a limit; what it prints goes to `log`.

    Args:
        command: what runs.
        log: where its output goes.
        timeout_s: it is killed after so many seconds.
        limit_bytes: it is killed once its processes hold more memory.
        with_memory: measure memory, which takes a large build some of its time.

    Raises:
        BuildError: it ended with an error.
    """
    with log.open("wb") as output:
        start = time.perf_counter()
        process = subprocess.Popen(
            command.argv,
            cwd=command.cwd,
            env=_inherited() | command.env,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            # A session of its own: all its processes can be found, and killed together.
            start_new_session=True,
        )
        watch = _Watch(process.pid, timeout_s, limit_bytes, exact=with_memory)
        watch.start()
        cpu_s = _wait(process)
        wall_s = time.perf_counter() - start
        watch.stop()
    if process.returncode and not watch.stopped:
        printed = log.read_text("utf-8", "replace")[-2000:]
        raise BuildError(f"{' '.join(command.argv)}\n{printed}")
    return Taken(wall_s, cpu_s, (with_memory and watch.peak_bytes) or None, watch.stopped)


def _inherited() -> dict[str, str]:
    """Return the environment, without what keeps Python from compiling modules only once."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def measure_folder(folder: Path) -> tuple[int, int]:
    """Return how many files a folder holds and their bytes."""
    sizes = [path.stat().st_size for path in folder.rglob("*") if path.is_file()]
    return len(sizes), sum(sizes)


def _wait(process: subprocess.Popen[bytes]) -> float | None:
    if not hasattr(os, "wait4"):
        process.wait()
        return None
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return usage.ru_utime + usage.ru_stime


class _Watch(threading.Thread):
    """Samples the memory of a session's processes, and kills them at a limit.

    Not exact, it only looks now and then whether a limit is passed.
    """

    def __init__(self, session: int, timeout_s: float, limit_bytes: float, *, exact: bool) -> None:
        super().__init__(daemon=True)
        self.peak_bytes = 0
        self.stopped = ""
        self._session = session
        self._limit_bytes = limit_bytes
        self._deadline = time.monotonic() + timeout_s
        self._exact = exact
        self._ended = threading.Event()

    def run(self) -> None:
        least_s = SAMPLE_S if self._exact else GUARD_S
        pause_s = min(least_s, max(0.0, self._deadline - time.monotonic()))
        while not self._ended.wait(pause_s):
            start = time.thread_time()
            now_bytes = session_memory(self._session, exact=self._exact)
            self.peak_bytes = max(self.peak_bytes, now_bytes)
            if now_bytes > self._limit_bytes:
                self.stopped = "memory"
            elif time.monotonic() > self._deadline:
                self.stopped = "time"
            if self.stopped:
                kill_session(self._session)
                return
            pause_s = max(least_s, (time.thread_time() - start) / SAMPLING_SHARE)

    def stop(self) -> None:
        self._ended.set()
        self.join()
        # A worker that outlived its parent must not slow the next build.
        kill_session(self._session)


def session_processes(session: int) -> list[int]:
    """Return the processes of a session; none where the system has no /proc."""
    if not sys.platform.startswith("linux"):
        return []
    found = []
    for folder in PROC.iterdir():
        if folder.name.isdigit():
            try:
                stat = (folder / "stat").read_bytes()
            except OSError:
                continue
            # After the name, which may hold anything: state, parent, group, session.
            if int(stat.rpartition(b")")[2].split()[3]) == session:
                found.append(int(folder.name))
    return found


def session_memory(session: int, *, exact: bool) -> int:
    """Return the bytes of memory of a session's processes.

    Exact, pages that they share are counted once, which takes the time to look at each page;
    otherwise once for each process.
    """
    measure = _memory if exact else _resident
    return sum(map(measure, session_processes(session)))


def _resident(process: int) -> int:
    try:
        pages = (PROC / str(process) / "statm").read_bytes().split()[1]
    except OSError:
        return 0
    return int(pages) * os.sysconf("SC_PAGE_SIZE")


def _memory(process: int) -> int:
    try:
        for line in (PROC / str(process) / "smaps_rollup").read_bytes().splitlines():
            if line.startswith(b"Pss:"):
                return int(line.split()[1]) * 1024
    except OSError:
        # It has ended since.
        return 0
    return 0


def kill_session(session: int) -> None:
    """Kill what is left of a session that this process started."""
    if not hasattr(os, "killpg"):
        subprocess.run(["taskkill", "/F", "/T", "/PID", str(session)], capture_output=True)
        return
    for group in {session, *map(_group, session_processes(session))} - {0}:
        try:
            os.killpg(group, signal.SIGKILL)
        except (ProcessLookupError, PermissionError):
            continue


def _group(process: int) -> int:
    try:
        return os.getpgid(process)
    except ProcessLookupError:
        return 0

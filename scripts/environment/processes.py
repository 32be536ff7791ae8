"""Runs other programs on this terminal, and hands signals on to them."""

from __future__ import annotations

import contextlib
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import FrameType

# A terminal also sends Ctrl-C to the child. A child still running after this did not get it.
_GRACE_S = 5.0


def run(command: Sequence[str], *, cwd: Path, listens: bool = False) -> int:
    """Run a command to its end on this terminal. Return its exit code.

    Ctrl-C and a request to terminate end the command before this process.

    Args:
        command: the program and its arguments.
        cwd: its folder.
        listens: the command begins with Ctrl-C held back, and lets it through when it is ready to
            answer. Otherwise Python would answer with a traceback while it starts.

    Returns:
        The exit code; 128 + n for a command ended by signal n.

    Raises:
        KeyboardInterrupt: Ctrl-C was pressed; the command has ended.
    """
    if listens:
        hold_interrupts()
    with subprocess.Popen(command, cwd=cwd) as process, _terminating(process):
        try:
            take_interrupts()
            code = process.wait()
        except KeyboardInterrupt:
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(_GRACE_S)
            process.terminate()
            process.wait()
            raise
    return code if code >= 0 else 128 - code


def hold_interrupts() -> None:
    """Keep Ctrl-C waiting, in this process and in those that it starts."""
    if sys.platform != "win32":
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})


def take_interrupts() -> None:
    """Let Ctrl-C through, also one that has waited."""
    if sys.platform != "win32":
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})


@contextlib.contextmanager
def _terminating(process: subprocess.Popen[bytes]) -> Iterator[None]:
    """Also terminate the command when this process is told to terminate."""

    def terminate(number: int, frame: FrameType | None) -> None:
        process.terminate()

    before = signal.signal(signal.SIGTERM, terminate)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)

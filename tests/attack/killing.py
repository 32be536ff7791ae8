"""Runs a piece of work in a process of its own and kills it at a random moment.

Knows no test and none of the works. Processes are forked from one that has loaded everything, so
that a thousand kills take minutes.
"""

from __future__ import annotations

import multiprocessing
import os
import random
import signal
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from multiprocessing.process import BaseProcess
from pathlib import Path

_LOADED = ["mkdocs.__main__", "material", "bantin.mkdocs.publisher", "tests.attack.works"]

Work = Callable[[Path], None]


def _context() -> multiprocessing.context.BaseContext:
    if sys.platform == "win32":
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(_LOADED)
    return context


CONTEXT = _context()
SIGNALS = (
    (signal.SIGTERM,)
    if sys.platform == "win32"
    else (signal.SIGKILL, signal.SIGKILL, signal.SIGTERM, signal.SIGINT)
)


@dataclass
class Killer:
    """Kills works at random moments, each as often early as late.

    Attributes:
        chance: where all the luck comes from.
        kills: number of works that were still running when they were killed.
    """

    chance: random.Random
    kills: int = 0
    _longest_s: dict[Work, float] = field(default_factory=dict)

    def run(self, work: Work, folder: Path) -> None:
        """Let a work come to its end."""
        started = time.monotonic()
        process = _start(work, folder)
        process.join()
        assert process.exitcode == 0, f"{work.__name__} ended with {process.exitcode}"
        self._longest_s[work] = time.monotonic() - started

    def kill(self, work: Work, folder: Path) -> bool:
        """Start a work and kill it. It must have been run before.

        Returns:
            False if it had ended by then.
        """
        delay_s = self.chance.uniform(0, self._longest_s[work])
        number = self.chance.choice(SIGNALS)
        process = _start(work, folder)
        process.join(delay_s)
        was_running = process.is_alive()
        if was_running:
            assert process.pid is not None
            os.kill(process.pid, number)
            # An interrupted work may tidy up first.
            process.join()
        # A work may be quicker or slower than it was. Most kills are to fall while it runs.
        self._longest_s[work] *= 1.1 if was_running else 0.8
        self.kills += was_running
        return was_running


def _start(work: Work, folder: Path) -> BaseProcess:
    process: BaseProcess = CONTEXT.Process(target=_quietly, args=(work, folder))  # type: ignore[attr-defined]
    process.start()
    return process


def _quietly(work: Work, folder: Path) -> None:
    # A shell's job in the background, and all that it starts, ignores Ctrl-C.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    os.chdir(folder)
    with open(os.devnull, "w") as nowhere:  # noqa: PTH123 - os.devnull is no Path everywhere
        os.dup2(nowhere.fileno(), 1)
        os.dup2(nowhere.fileno(), 2)
    work(folder)

"""Prepares a worker process: it ends with its build, and seldom looks for garbage.

Does not know the work.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import threading
from multiprocessing.process import BaseProcess

# Objects made between two searches for cyclic garbage. Pages make few cycles. With Python's usual
# 700, the searches take a sixth of the time.
_GARBAGE_EVERY = 50_000


def start_worker() -> None:
    """Prepare this process for a build's work; for `ProcessPoolExecutor(initializer=...)`."""
    # A terminal also sends Ctrl-C to workers. The build ends them; their tracebacks help nobody.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    collect_seldom()
    end_with_parent()


def collect_seldom() -> None:
    """Search for garbage less often, and never among the objects that exist now."""
    gc.freeze()
    gc.set_threshold(_GARBAGE_EVERY, 20, 100)


def end_with_parent() -> None:
    """Let this process end as soon as the process that started it has ended, even by a kill.

    A pool's worker waits for work on a pipe. The other workers hold the pipe's other end open too,
    so the worker would wait forever. Does nothing in other processes.
    """
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_follow, args=(parent,), daemon=True).start()


def _follow(parent: BaseProcess) -> None:
    parent.join()
    # At once: the work of this process belongs to no build any more.
    os._exit(1)

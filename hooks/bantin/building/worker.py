"""What a worker process owes the build that started it: to end with it, and to waste no time.

Knows nothing of the work.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import threading
from multiprocessing.process import BaseProcess

# Objects made between two looks for circles of garbage. Pages make few of those, and Python's usual
# 700 have it look for them a sixth of the time.
_GARBAGE_EVERY = 50_000


def start_worker() -> None:
    """Prepare this process for a build's work; for `ProcessPoolExecutor(initializer=...)`."""
    collect_seldom()
    end_with_parent()


def collect_seldom() -> None:
    """Look for garbage less often, and never among what is there already."""
    gc.freeze()
    gc.set_threshold(_GARBAGE_EVERY, 20, 100)


def end_with_parent() -> None:
    """Let this process end as soon as the one that started it has ended, even killed.

    A pool's worker waits for work on a pipe whose other end its fellows hold open too, and so would
    wait for ever. Does nothing in other processes.
    """
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_follow, args=(parent,), daemon=True).start()


def _follow(parent: BaseProcess) -> None:
    parent.join()
    # At once: what this thread's process was about to write belongs to no build any more.
    os._exit(1)

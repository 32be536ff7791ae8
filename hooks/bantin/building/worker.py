"""What a worker process owes the build that started it: to end with it.

Knows nothing of the work.
"""

from __future__ import annotations

import multiprocessing
import os
import threading
from multiprocessing.process import BaseProcess


def end_with_parent() -> None:
    """Let this process end as soon as the one that started it has ended, even killed.

    A pool's worker waits for work on a pipe whose other end its fellows hold open too, and so would
    wait for ever. For `ProcessPoolExecutor(initializer=...)`; does nothing in other processes.
    """
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_follow, args=(parent,), daemon=True).start()


def _follow(parent: BaseProcess) -> None:
    parent.join()
    # At once: what this thread's process was about to write belongs to no build any more.
    os._exit(1)

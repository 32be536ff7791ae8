"""Lets one process at a time do a work. The others wait.

The system releases the lock when its holder dies, and the children that the holder handed it to.
"""

from __future__ import annotations

import contextlib
import errno
import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

_PAUSE_S = 0.2

if sys.platform == "win32":
    import msvcrt

    def _try_to_lock(descriptor: int) -> None:
        os.lseek(descriptor, 0, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _try_to_lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextlib.contextmanager
def one_at_a_time(path: Path, tell_of_waiting: Callable[[], None]) -> Iterator[int]:
    """Hold a lock during the block.

    Args:
        path: the lock's file. It stays.
        tell_of_waiting: is called once when another process holds the lock.

    Yields:
        The lock's descriptor.

    Raises:
        OSError: the file cannot be made.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    try:
        is_told = False
        while not _is_taken(descriptor):
            if not is_told:
                tell_of_waiting()
                is_told = True
            time.sleep(_PAUSE_S)
        yield descriptor
    finally:
        os.close(descriptor)


def _is_taken(descriptor: int) -> bool:
    try:
        _try_to_lock(descriptor)
    except OSError as error:
        # All other errors mean that this disk knows no locks.
        return error.errno not in (errno.EWOULDBLOCK, errno.EACCES, errno.EDEADLK)
    return True

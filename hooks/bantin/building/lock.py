"""One build of a site at a time: a lock that ends with the process that holds it.

Knows nothing of what is built under it.
"""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

from bantin.errors import BuildRunningError

if sys.platform == "win32":
    import msvcrt

    # Beyond what is ever written: a locked byte cannot be read, and a second build reads who it is.
    _LOCKED_BYTE = 1 << 20

    def _lock(descriptor: int) -> None:
        os.lseek(descriptor, _LOCKED_BYTE, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

    def _unlock(descriptor: int) -> None:
        os.lseek(descriptor, _LOCKED_BYTE, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)
else:
    import fcntl

    def _lock(descriptor: int) -> None:
        # Not flock, which processes forked later share: a worker that outlives its killed build
        # would keep the site locked.
        fcntl.lockf(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _unlock(descriptor: int) -> None:
        fcntl.lockf(descriptor, fcntl.LOCK_UN)


# What systems answer when somebody else has it.
_HELD = {errno.EACCES, errno.EAGAIN, errno.EDEADLK}


class SiteLock:
    """A taken lock; the operating system gives it back when the process dies, however it dies.

    It keeps other processes out, not a second taker in this one; on POSIX this process must not
    open the file otherwise, for closing it anywhere gives the lock back. The file stays: were it
    removed, two builds could lock two files of the same name.
    """

    def __init__(self, descriptor: int) -> None:
        self._descriptor: int | None = descriptor

    @classmethod
    def take(cls, path: Path, site_dir: Path) -> SiteLock:
        """Take the lock, without waiting.

        Args:
            path: the lock's file; its folder is there.
            site_dir: what is locked, for the message.

        Raises:
            BuildRunningError: another process has it.
            OSError: the file cannot be made.
        """
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
        try:
            try:
                _lock(descriptor)
            except OSError as error:
                if error.errno not in _HELD:
                    raise
                holder = os.read(descriptor, 20).decode("ascii", "replace").strip()
                raise BuildRunningError(_refuse(site_dir, holder)) from error
            os.ftruncate(descriptor, 0)
            os.lseek(descriptor, 0, os.SEEK_SET)
            os.write(descriptor, str(os.getpid()).encode())
        except BaseException:
            os.close(descriptor)
            raise
        return cls(descriptor)

    def release(self) -> None:
        """Give the lock back; again and again if need be."""
        if self._descriptor is not None:
            _unlock(self._descriptor)
            os.close(self._descriptor)
            self._descriptor = None


def _refuse(site_dir: Path, holder: str) -> str:
    who = f" (tiến trình số {holder})" if holder else ""
    return (
        f"một lần dựng khác{who} đang ghi vào {site_dir}; "
        "chờ nó xong rồi dựng lại, hoặc dừng nó nếu nó bị treo"
    )

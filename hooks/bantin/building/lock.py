"""Allows one build of a site, or one preview, at a time: a lock that ends with its process.

Does not know what is done under it.
"""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path
from typing import Self

from bantin.errors import BuildRunningError, LockHeldError

if sys.platform == "win32":
    import msvcrt

    # Beyond the written text: a locked byte cannot be read, and a second build reads the holder.
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
        # Not flock: processes forked later share it. A worker that outlives its killed build would
        # keep the site locked.
        fcntl.lockf(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _unlock(descriptor: int) -> None:
        fcntl.lockf(descriptor, fcntl.LOCK_UN)


# Errors of the system when another process holds the lock.
_HELD = {errno.EACCES, errno.EAGAIN, errno.EDEADLK}


# A holder's note is no longer.
_NOTE_BYTES = 1_000


class ProcessLock:
    """A taken lock. The operating system releases it when the process dies, however it dies.

    It keeps out other processes, but not a second taker in this process. On POSIX this process must
    not open the file elsewhere: closing it anywhere releases the lock. The file stays: if it were
    removed, two processes could lock two files of the same name.
    """

    def __init__(self, descriptor: int) -> None:
        self._descriptor: int | None = descriptor

    @classmethod
    def hold(cls, path: Path, note: str) -> Self:
        """Take the lock, without waiting.

        Args:
            path: the lock's file, in an existing folder.
            note: tells other takers about the holder. Short, in ASCII.

        Raises:
            LockHeldError: another process holds the lock.
            OSError: the file cannot be made.
        """
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
        try:
            try:
                _lock(descriptor)
            except OSError as error:
                if error.errno not in _HELD:
                    raise
                holder = os.read(descriptor, _NOTE_BYTES).decode("ascii", "replace").strip()
                raise LockHeldError(holder) from error
            os.ftruncate(descriptor, 0)
            os.lseek(descriptor, 0, os.SEEK_SET)
            os.write(descriptor, note.encode("ascii"))
        except BaseException:
            os.close(descriptor)
            raise
        return cls(descriptor)

    def release(self) -> None:
        """Release the lock. Repeated calls do no harm."""
        if self._descriptor is not None:
            _unlock(self._descriptor)
            os.close(self._descriptor)
            self._descriptor = None


class SiteLock(ProcessLock):
    """The lock of a site, held by one build."""

    @classmethod
    def take(cls, path: Path, site_dir: Path) -> SiteLock:
        """Take the lock, without waiting.

        Args:
            path: the lock's file, in an existing folder.
            site_dir: the locked site, for the message.

        Raises:
            BuildRunningError: another process holds the lock.
            OSError: the file cannot be made.
        """
        try:
            return cls.hold(path, str(os.getpid()))
        except LockHeldError as error:
            raise BuildRunningError(_refuse(site_dir, str(error))) from error


def _refuse(site_dir: Path, holder: str) -> str:
    who = f" (tiến trình số {holder})" if holder else ""
    return (
        f"một lần dựng khác{who} đang ghi vào {site_dir}; "
        "chờ nó xong rồi dựng lại, hoặc dừng nó nếu nó bị treo"
    )

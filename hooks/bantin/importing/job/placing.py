"""Puts finished files in their places, whole and in one step, and never over another file."""

from __future__ import annotations

import errno
import os
import shutil
from pathlib import Path

from bantin.errors import ImportRefusedError
from bantin.unforeseen import DISK_FAULTS, reason_of

# Another disk, or a disk that knows no links.
_NO_LINKS = (errno.EXDEV, errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EMLINK)


def place_file(finished: Path, target: Path) -> None:
    """Move a finished file to its place. Missing folders are made.

    Args:
        finished: complete, in a folder of ours; it is gone afterwards.
        target: nothing may stand there.

    Raises:
        ImportRefusedError: something stands there, or this place cannot be.
        OSError: the disk refuses, and would refuse every other file.
    """
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with finished.open("r+b") as file:
            os.fsync(file.fileno())
        finished.chmod(0o666 & ~_mask())
        _move(finished, target)
    except OSError as error:
        finished.unlink(missing_ok=True)
        if error.errno in DISK_FAULTS:
            raise
        raise ImportRefusedError(f"không ghi được {target} ({reason_of(error)})") from error


def place_text(text: str, target: Path, temporary: Path) -> None:
    """Write a text to a place, as `place_file` does.

    Raises:
        ImportRefusedError: as there.
    """
    fresh = temporary / "ban-ghi.moi"
    with fresh.open("w", encoding="utf-8", newline="\n") as file:
        file.write(text)
    place_file(fresh, target)


def _mask() -> int:
    """Return the rights that new files of this person lack."""
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _move(finished: Path, target: Path) -> None:
    """Move a file where nothing stands; a link of the file system refuses a taken place."""
    if os.name != "nt":
        try:
            os.link(finished, target)
        except OSError as error:
            if error.errno not in _NO_LINKS:
                raise
        else:
            finished.unlink()
            return
    if target.exists():
        raise FileExistsError(errno.EEXIST, "", str(target))
    try:
        finished.rename(target)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        beside = target.with_name(f".{target.name}.moi")
        shutil.copyfile(finished, beside)
        beside.replace(target)
        finished.unlink()

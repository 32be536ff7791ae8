"""Puts finished files into the site, each in one step, also where the site is another disk."""

from __future__ import annotations

import errno
import os
import shutil

from bantin.building.workspace import make_folder

# A file on its way into a folder on another disk. A killed build or count may leave it behind.
ARRIVING = "dang-den.bantin"


class Mover:
    """Moves files into a folder. Whoever reads one meets the old file or the new one."""

    def __init__(self, site: str) -> None:
        self._site = site
        self._is_elsewhere = False
        self._folders: set[str] = set()

    def move(self, source: str, path: str) -> None:
        """Move a file to a path below the folder.

        A mounted folder is another disk for the system, even if it lies on the same one. The file
        is then copied beside its place first.

        Raises:
            OSError: the disk refuses. The old file is still there.
        """
        folder = path.rpartition("/")[0]
        make_folder(self._site, folder, self._folders)
        target = f"{self._site}/{path}"
        if not self._is_elsewhere:
            try:
                os.replace(source, target)  # noqa: PTH105 - hot
            except OSError as error:
                if error.errno != errno.EXDEV:
                    raise
                self._is_elsewhere = True
            else:
                return
        arriving = f"{self._site}/{folder}/{ARRIVING}"
        shutil.copyfile(source, arriving)
        os.replace(arriving, target)  # noqa: PTH105 - hot

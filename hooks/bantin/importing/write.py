"""Writes planned records: all of them, or none."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from bantin.errors import ImportRefusedError
from bantin.records.symlinks import link_above
from bantin.unforeseen import reason_of


class FileToWrite(Protocol):
    """A record, or a file of a body or section that records need."""

    @property
    def target(self) -> str:
        """Its path in docs/, POSIX."""

    @property
    def text(self) -> str:
        """The file's content."""


def write_records(records: Sequence[FileToWrite], docs_dir: Path) -> None:
    """Write the records of a plan without refusals, and the files that they need.

    Each file is first written beside its place, then moved there in one step. When anything fails,
    the files of this run are removed again.

    Raises:
        ImportRefusedError: a file could not be written, appeared since the plan was made, or would
            lie behind a link.
    """
    for record in records:
        if link := link_above(docs_dir, record.target):
            raise ImportRefusedError(
                f"{link} là một liên kết dẫn ra chỗ khác; chưa ghi gì. Thay liên kết bằng thư mục "
                "thật rồi chạy lại"
            )
    made: list[Path] = []
    staged: list[tuple[Path, Path]] = []
    folders: list[Path] = []
    try:
        for record in records:
            target = docs_dir / record.target
            folders.extend(_make_folders(target.parent))
            staged.append((_stage(target.parent, record.text), target))
        for temporary, target in staged:
            if target.exists():
                raise FileExistsError(0, "tệp vừa được tạo bởi việc khác", str(target))
            temporary.replace(target)
            made.append(target)
    except OSError as error:
        _take_back([*made, *(temporary for temporary, _ in staged)], folders)
        raise ImportRefusedError(
            f"không ghi được {error.filename} ({reason_of(error)}); chưa ghi gì cả"
        ) from error
    except BaseException:  # Ctrl-C too must not leave half an import
        _take_back([*made, *(temporary for temporary, _ in staged)], folders)
        raise


def _make_folders(folder: Path) -> list[Path]:
    """Make a folder with its parents; return those that were missing, outermost first."""
    missing = [parent for parent in (folder, *folder.parents) if not parent.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    return missing[::-1]


def _stage(folder: Path, text: str) -> Path:
    """Write a text to a new hidden file in a folder and return its path."""
    handle, name = tempfile.mkstemp(prefix=".nhap-", suffix=".tmp", dir=folder)
    with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    mask = os.umask(0)  # mkstemp's files are for their owner alone; a record is for everyone
    os.umask(mask)
    path = Path(name)
    path.chmod(0o666 & ~mask)
    return path


def _take_back(files: Sequence[Path], folders: Sequence[Path]) -> None:
    for path in files:
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)
    for folder in reversed(folders):
        with contextlib.suppress(OSError):
            folder.rmdir()

"""Writes one new file, whole or not at all, and never over another."""

from __future__ import annotations

import contextlib
import secrets
import sys
from collections.abc import Iterable
from pathlib import Path

from bantin.errors import AnswerError
from bantin.records.symlinks import link_above
from bantin.unforeseen import reason_of


def create_record(docs_dir: Path, src_uri: str, text: str) -> Path:
    """Write a new record file and return its path.

    The text is first written beside its place: whenever the run is killed, the record is whole or
    not there. Of two runs at once only one gets the place. When anything fails, also by Ctrl-C, the
    file and its new folders are removed again.

    Raises:
        AnswerError: the place is now taken or lies behind a link, or the disk refuses.
    """
    path = docs_dir / src_uri
    if link := link_above(docs_dir, src_uri):
        raise AnswerError(
            f"{link} là một liên kết dẫn ra chỗ khác; chưa ghi gì. Thay liên kết bằng thư mục thật "
            "rồi chạy lại"
        )
    folders = [folder for folder in path.parents if not folder.exists()]
    # Hidden: no build takes it for a record.
    fresh = path.with_name(f".{path.name}.{secrets.token_hex(4)}.moi")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with fresh.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
        _take_place(fresh, path)
    except FileExistsError:
        _take_back(fresh, ())
        raise AnswerError(f"{path} vừa được tạo bởi việc khác; chưa ghi gì") from None
    except BaseException as error:
        _take_back(fresh, folders)
        if isinstance(error, OSError):
            raise AnswerError(f"không ghi được {path} ({reason_of(error)}); chưa ghi gì") from error
        raise
    return path


def _take_place(fresh: Path, path: Path) -> None:
    """Move a file to a place, in one step.

    Raises:
        FileExistsError: the place is taken.
    """
    if sys.platform != "win32":
        try:
            path.hardlink_to(fresh)
        except FileExistsError:
            raise
        except OSError:
            pass  # Some disks know no second name for a file.
        else:
            fresh.unlink()
            return
        if path.exists():
            raise FileExistsError(path)
    # Windows refuses a place that is taken.
    fresh.rename(path)


def _take_back(fresh: Path, folders: Iterable[Path]) -> None:
    with contextlib.suppress(OSError):
        fresh.unlink(missing_ok=True)
    for folder in folders:
        with contextlib.suppress(OSError):  # somebody else's file may lie in it by now
            folder.rmdir()

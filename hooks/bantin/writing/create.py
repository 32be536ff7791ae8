"""Writes one new file, whole or not at all, and never over another."""

from __future__ import annotations

import contextlib
from pathlib import Path

from bantin.errors import AnswerError


def create_record(docs_dir: Path, src_uri: str, text: str) -> Path:
    """Write a new record file and return its path.

    Of two runs at once only one gets the place. When anything fails, also by Ctrl-C, the file and
    its new folders are removed again.

    Raises:
        AnswerError: the place is now taken, or the disk refuses.
    """
    path = docs_dir / src_uri
    folders = [folder for folder in path.parents if not folder.exists()]
    made = False
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            made = True
            file.write(text)
    except FileExistsError:
        raise AnswerError(f"{path} vừa được tạo bởi việc khác; chưa ghi gì") from None
    except BaseException as error:
        if made:
            with contextlib.suppress(OSError):
                path.unlink(missing_ok=True)
        for folder in folders:
            with contextlib.suppress(OSError):  # somebody else's file may lie in it by now
                folder.rmdir()
        if isinstance(error, OSError):
            raise AnswerError(f"không ghi được {path} ({error.strerror}); chưa ghi gì") from error
        raise
    return path

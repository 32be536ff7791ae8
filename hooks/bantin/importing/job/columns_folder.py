"""Keeps the files of columns: drafted once, then an editor's own.

They lie in the folder of originals. A draft never takes the place of a file that is there.
"""

from __future__ import annotations

from pathlib import Path

from bantin.errors import ImportRefusedError
from bantin.importing.reading.tables.columns import confirmed
from bantin.unforeseen import reason_of

_FOLDER = "cot"


def columns_folder(store: Path) -> Path:
    """Return the folder of the files of columns; it may not exist."""
    return (store / _FOLDER).resolve()


def columns_in(folder: str, key: str) -> str | None:
    """Return the text of the file of columns for a key; None where there is none.

    Args:
        folder: of the files of columns; "" for none.
        key: of a table's columns.

    Raises:
        ImportRefusedError: it cannot be read.
    """
    if not folder:
        return None
    path = Path(folder) / f"{key}.yml"
    try:
        return path.read_text("utf-8-sig")
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as error:
        reason = reason_of(error) if isinstance(error, OSError) else "không phải chữ ở mã UTF-8"
        raise ImportRefusedError(f"không đọc được {path} ({reason}); lưu lại tệp ấy") from error


def keep_draft(path: Path, draft: str) -> None:
    """Write a draft where there is no file yet."""
    if draft and not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(draft, "utf-8", newline="\n")


def confirm_draft(path: Path) -> None:
    """Note in a file of columns that an editor has said they are right."""
    path.write_text(confirmed(path.read_text("utf-8-sig")), "utf-8", newline="\n")

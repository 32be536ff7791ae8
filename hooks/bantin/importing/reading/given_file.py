"""Reads the bytes of a given file, for every reader alike: its name, its size, its faults."""

from __future__ import annotations

from pathlib import Path

from bantin.errors import ImportRefusedError
from bantin.records.characters import name_refused
from bantin.text.normalize import nfc
from bantin.unforeseen import reason_of


def hold_name(name: str) -> str:
    """Return a file's name in NFC.

    Raises:
        ImportRefusedError: no record can keep it.
    """
    name = nfc(name)
    if fault := name_refused(name) or ("có chỗ xuống dòng" if "\n" in name else ""):
        raise ImportRefusedError(f"tên tệp {fault}; đổi tên tệp rồi nhập lại")
    return name


def read_bytes(path: Path, most: int, too_large: str) -> bytes:
    """Return all bytes of a file.

    Args:
        path: of the file.
        most: bytes that its reader takes.
        too_large: said of a larger one, with the remedy.

    Raises:
        ImportRefusedError: it cannot be opened, or is too large.
    """
    try:
        with path.open("rb") as file:
            data = file.read(most + 1)
    except OSError as error:
        raise ImportRefusedError(
            f"không mở được tệp ({reason_of(error)}); kiểm tra lại tên tệp và quyền đọc"
        ) from error
    if len(data) > most:
        raise ImportRefusedError(too_large)
    return data

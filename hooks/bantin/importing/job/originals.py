"""Keeps the originals of what came in, each once, under the SHA-256 of its bytes.

`originals/ab/abcdef…` holds the bytes; `manifest.jsonl` tells of each in one line.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from bantin.errors import ImportRefusedError
from bantin.importing.job.placing import place_file

FOLDER = "originals"
MANIFEST = "manifest.jsonl"


@dataclass(frozen=True, slots=True)
class Original:
    """An original that is kept.

    Attributes:
        sha256: hex digest of its bytes.
        size_bytes: their number.
        format: as in `Capture`.
        imported: day of the import, "2026-11-30".
        names: the names under which it was given, in order.
    """

    sha256: str
    size_bytes: int
    format: str
    imported: str
    names: tuple[str, ...]


def original_path(folder: Path, sha256: str) -> Path:
    """Return where an original lies in the folder of originals."""
    return folder / FOLDER / sha256[:2] / sha256


def digest_of(source: IO[bytes]) -> tuple[str, int]:
    """Return (SHA-256 in hex, size in bytes) of a stream, from here to its end."""
    digest, size = hashlib.sha256(), 0
    while piece := source.read(1_000_000):
        digest.update(piece)
        size += len(piece)
    return digest.hexdigest(), size


def keep_original(folder: Path, sha256: str, source: IO[bytes], temporary: Path) -> None:
    """Keep the bytes of a file; those that are kept already are left as they are.

    Raises:
        ImportRefusedError: the file is no longer what it was.
        OSError: the disk refuses.
    """
    target = original_path(folder, sha256)
    if target.exists():
        return
    copy = temporary / f"goc-{sha256}"
    with copy.open("wb") as file:
        shutil.copyfileobj(source, file)
    with copy.open("rb") as file:
        found, _ = digest_of(file)
    if found != sha256:
        copy.unlink()
        raise ImportRefusedError("tệp bị sửa trong lúc nhập; chạy lại")
    place_file(copy, target)


def write_manifest(folder: Path, originals: Iterable[Original]) -> None:
    """Write the list of originals anew, in one step."""
    fresh = folder / f"{MANIFEST}.moi"
    with fresh.open("w", encoding="utf-8", newline="\n") as file:
        for one in originals:
            told = {
                "sha256": one.sha256,
                "names": one.names,
                "size_bytes": one.size_bytes,
                "format": one.format,
                "imported": one.imported,
            }
            file.write(json.dumps(told, ensure_ascii=False) + "\n")
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(folder / MANIFEST)

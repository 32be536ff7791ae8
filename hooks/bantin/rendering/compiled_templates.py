"""Keeps compiled templates from build to build, each with a digest of what was written.

Jinja's own keeper reads whatever it finds. After a power cut a file can have its size and other
bytes, and Python would run them.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from contextlib import suppress
from pathlib import Path

from jinja2.bccache import Bucket, BytecodeCache

_DIGEST_BYTES = 16


class CompiledTemplates(BytecodeCache):
    """Compiled templates in a folder. What is damaged there counts as missing."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill the bucket, if its template was kept and is as it was written."""
        try:
            kept = self._path(bucket).read_bytes()
        except OSError:
            return
        digest, content = kept[:_DIGEST_BYTES], kept[_DIGEST_BYTES:]
        if digest == _digest(content):
            bucket.bytecode_from_string(content)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template, in one step.

        Raises:
            OSError: the disk refuses.
        """
        content = bucket.bytecode_to_string()
        path = self._path(bucket)
        # Several workers may compile one template.
        fresh = path.with_name(f"{path.name}.{os.getpid()}.new")
        fresh.write_bytes(_digest(content) + content)
        if path.is_dir():
            shutil.rmtree(path)
        try:
            fresh.replace(path)
        except PermissionError:
            # On Windows another worker may just read the file, which is then as good.
            with suppress(OSError):
                fresh.unlink()

    def _path(self, bucket: Bucket) -> Path:
        return self._folder / f"{bucket.key}.bin"


def _digest(content: bytes) -> bytes:
    return hashlib.blake2b(content, digest_size=_DIGEST_BYTES).digest()

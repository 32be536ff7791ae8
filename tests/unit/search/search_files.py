"""Files of an index, read the way they were written."""

from __future__ import annotations

from collections.abc import Mapping

from bantin.search.files import decompress


def plain(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return path → content, decompressed where it lies on disk compressed."""
    return {
        path: decompress(content) if path.endswith(".bin") else content
        for path, content in files.items()
    }

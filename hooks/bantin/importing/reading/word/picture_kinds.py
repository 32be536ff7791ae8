"""Tells the kind of a picture by its first bytes."""

from __future__ import annotations

_STARTS = (
    (b"\x89PNG\r\n", ".png"),
    (b"\xff\xd8\xff", ".jpg"),
    (b"GIF8", ".gif"),
    (b"BM", ".bmp"),
    (b"II*\x00", ".tif"),
    (b"MM\x00*", ".tif"),
    (b"\xd7\xcd\xc6\x9a", ".wmf"),
    (b"\x01\x00\x09\x00", ".wmf"),
    (b"\x02\x00\x09\x00", ".wmf"),
)
VECTOR_ENDINGS = (".wmf", ".emf")


def picture_ending(data: bytes) -> str:
    """Return the ending that the content asks for, ".jpg"; "" for an unknown kind."""
    for start, ending in _STARTS:
        if data.startswith(start):
            return ending
    if data.startswith(b"\x01\x00\x00\x00") and data[40:44] == b" EMF":
        return ".emf"
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return ".webp"
    # No vector picture of the web is taken: it may hold scripts.
    return ""

"""Writes files of the index: a compressed JSON object with one member a line.

So a member can be replaced without reading its neighbours. Many servers do not compress, and the
index must not be several times as large as the text. So files are compressed here.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterable

# The folder of the whole index.
SEARCH_FOLDER = "tim-kiem"
# A JSON string has no raw line feed, so this stands only between members.
_BETWEEN = b",\n"
# Higher levels save nothing on files this small.
_LEVEL = 6


def join_members(members: Iterable[bytes]) -> bytes:
    """Return the object that has these members, each `"key":value`."""
    return b"{" + _BETWEEN.join(members) + b"}"


def split_members(content: bytes) -> list[bytes]:
    """Return the members of an object from `join_members`; none for "{}"."""
    return content[1:-1].split(_BETWEEN) if len(content) > 2 else []


def key_in(member: bytes) -> str:
    """Return the key of a member. Keys have no character that JSON would escape."""
    return member[1 : member.index(b'":')].decode()


def name_of(content: bytes) -> str:
    """Return the name of a file, made from its content before compression."""
    return hashlib.blake2b(content, digest_size=6).hexdigest()


def part_path(name: str) -> str:
    """Return the path of a part, branch or block below the site's root."""
    return f"{SEARCH_FOLDER}/phan/{name}.bin"


def compress(content: bytes) -> bytes:
    """Return a file for the disk, in zlib's format. Browsers call it "deflate"."""
    return zlib.compress(content, _LEVEL)


def decompress(stored: bytes) -> bytes:
    """Return the content that `compress` got.

    Raises:
        ValueError: the file is damaged or of another format.
    """
    try:
        return zlib.decompress(stored)
    except zlib.error as error:
        raise ValueError(f"not compressed as it was written: {error}") from error

"""How a file of the index is written: a JSON object with one member a line, compressed.

A member can so be replaced without its neighbours being read. Compressed here and not by the
server: many do not compress, and the archive must not grow to several times its text.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterable

# All of the index lies there.
SEARCH_FOLDER = "tim-kiem"
# JSON has no raw line feed within a string, so this stands between members only.
_BETWEEN = b",\n"
# Higher levels save nothing on files this small.
_LEVEL = 6


def join_members(members: Iterable[bytes]) -> bytes:
    """Return the object that has these members, each `"key":value`."""
    return b"{" + _BETWEEN.join(members) + b"}"


def split_members(content: bytes) -> list[bytes]:
    """Return the members of what `join_members` made; none for "{}"."""
    return content[1:-1].split(_BETWEEN) if len(content) > 2 else []


def key_in(member: bytes) -> str:
    """Return the key of a member; keys hold nothing that JSON would escape."""
    return member[1 : member.index(b'":')].decode()


def name_of(content: bytes) -> str:
    """Return the name a file has from its content, before that is compressed."""
    return hashlib.blake2b(content, digest_size=6).hexdigest()


def part_path(name: str) -> str:
    """Return the path of a part, branch or block below the site's root."""
    return f"{SEARCH_FOLDER}/phan/{name}.bin"


def compress(content: bytes) -> bytes:
    """Return a file as it lies on disk: zlib's format, which browsers call "deflate"."""
    return zlib.compress(content, _LEVEL)


def decompress(stored: bytes) -> bytes:
    """Return what `compress` was given.

    Raises:
        ValueError: it is something else, or damaged.
    """
    try:
        return zlib.decompress(stored)
    except zlib.error as error:
        raise ValueError(f"not compressed as it was written: {error}") from error

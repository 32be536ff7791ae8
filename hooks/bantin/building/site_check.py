"""Finds files of the site whose content is not what a build wrote.

Sizes do not tell: an interrupted write or a failing disk can leave other bytes at the same size.
Every build reads a share of the files, the next build the next share. A verifying build reads all.
"""

from __future__ import annotations

import hashlib
from collections.abc import Container, Iterator
from pathlib import Path

from bantin.building.store import Store

# So many builds read every file of a site once, unless it is large.
_SHARES = 50
# A small site is read whole in a few builds. Of a large one a build reads no more than costs some
# hundredths of its time.
_FEWEST, _MOST = 20, 1_000
# Name of the note on the last file read.
_READ_UP_TO = "read-up-to"


def digest_content(content: bytes) -> str:
    """Return 16 hex digits for a file's content."""
    return hashlib.blake2b(content, digest_size=8).hexdigest()


def read_share(store: Store, site_dir: Path, passed: Container[str]) -> dict[str, str]:
    """Read the next share of the site's files.

    Args:
        store: the store of the last build.
        site_dir: the site.
        passed: paths that need not be read.

    Returns:
        Path → subject of every file with another content than was written.
    """
    limit = min(max(store.count_files() // _SHARES, _FEWEST), _MOST)
    share = store.files_after(store.note(_READ_UP_TO), limit)
    # After the last share of a round, the next build begins the next round.
    last = share[-1][0] if len(share) == limit else ""
    with store.changing():
        store.set_notes({_READ_UP_TO: last})
    return dict(_changed(share, site_dir, passed))


def read_all(store: Store, site_dir: Path, passed: Container[str]) -> dict[str, str]:
    """Read all of the site's files: as `read_share`."""
    return dict(_changed(store.files_after("", -1), site_dir, passed))


def _changed(
    files: list[tuple[str, str, str]], site_dir: Path, passed: Container[str]
) -> Iterator[tuple[str, str]]:
    for path, digest, subject in files:
        if path not in passed and not _is_as_written(site_dir / path, digest):
            yield path, subject


def _is_as_written(path: Path, digest: str) -> bool:
    try:
        return digest_content(path.read_bytes()) == digest
    except OSError:
        return False  # what cannot be read is made again

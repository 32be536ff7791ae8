"""What lies in docs/ for a check: which files there are, and how to tell that one has changed.

Reads no file. Where they come from, a folder or what Git is about to commit, is nobody else's
concern.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from bantin.building.freshness import stamp_all
from bantin.outputs.addresses import LISTING_URIS
from bantin.records.docs_listing import list_docs


def _all_there(uris: Collection[str]) -> None:
    """Nothing need be fetched."""


@dataclass(frozen=True)
class DocsTree:
    """The files of a docs folder.

    Attributes:
        docs_dir: where files are read.
        stamps: src_uri of every record file → a text that differs when the file does; "" where
            that cannot be told and the file must be read.
        other_uris: src_uri of all other files, hidden ones aside.
        fetch: makes some files be there to be read; the others need not be.
    """

    docs_dir: Path
    stamps: Mapping[str, str]
    other_uris: frozenset[str]
    fetch: Callable[[Collection[str]], None] = _all_there

    @classmethod
    def of_folder(cls, docs_dir: Path) -> DocsTree:
        """List a folder.

        Raises:
            OSError: it may not be read.
        """
        listing = list_docs(docs_dir)
        return cls(docs_dir, stamp_all(listing.records), shown(listing.other_uris))

    def stamp_of(self, uri: str) -> str:
        """Return a text that differs when a file does; "" where that cannot be told."""
        try:
            found = (self.docs_dir / uri).stat()
        except OSError:
            return ""
        stamp = (found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino)
        return stamp_all({uri: stamp})[uri]

    def addresses(self) -> dict[str, str]:
        """Return src_uri → address of all that is no record, the archive's own lists included."""
        return {uri: _address(uri) for uri in (*LISTING_URIS, *sorted(self.other_uris))}


def shown(uris: Iterable[str]) -> frozenset[str]:
    """Return those files that are not hidden; the site holds no others."""
    return frozenset(uri for uri in uris if not uri.startswith(".") and "/." not in uri)


def _address(src_uri: str) -> str:
    """Return where the engine puts a page or a file, relative to the site's root."""
    stem, suffix = os.path.splitext(src_uri)  # noqa: PTH122 - a POSIX name, no Path
    if suffix != ".md":
        return src_uri
    folder, _, name = stem.rpartition("/")
    above = f"{folder}/" if folder else ""
    return above if name in ("index", "README") else f"{above}{name}/"

"""Lists the files in docs/ for a check, with a stamp that shows changes.

Reads no file. Hides from other modules whether the files come from a folder or from Git.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from bantin.building.freshness import stamp_all
from bantin.checking.engine_rules import EngineRules
from bantin.errors import Problem
from bantin.outputs.addresses import LISTING_URIS
from bantin.records.docs_listing import list_docs
from bantin.records.docs_names import is_markdown


def _all_there(uris: Collection[str]) -> None:
    """Do nothing: all files are in the folder."""


@dataclass(frozen=True)
class DocsTree:
    """The files of a docs folder.

    Attributes:
        docs_dir: folder of the files.
        stamps: src_uri of every record file → a text that changes with the file; "" when unknown,
            so that the file must be read.
        other_uris: src_uri of all other files that the engine's settings do not leave out.
        fetch: makes these files available in `docs_dir`. Other files need not be there.
        rules: the engine's settings.
        copies: src_uri of files that editors' programs left.
        on_disk: src_uri → path below the folder, where the disk writes a name in another way.
        faults: what can be no part of a site, and what may not be read.
    """

    docs_dir: Path
    stamps: Mapping[str, str]
    other_uris: frozenset[str]
    fetch: Callable[[Collection[str]], None] = _all_there
    rules: EngineRules = field(default_factory=EngineRules)
    copies: frozenset[str] = frozenset()
    on_disk: Mapping[str, str] = field(default_factory=dict)
    faults: tuple[Problem, ...] = ()

    @classmethod
    def of_folder(cls, docs_dir: Path) -> DocsTree:
        """List a folder.

        Raises:
            OSError: the folder cannot be read.
            SettingsError: the engine's settings are wrong.
        """
        listing, rules = list_docs(docs_dir), EngineRules.beside(docs_dir)
        others = rules.shown(listing.other_uris)
        rules.patterns.refuse_idle([uri for uri in others if not is_markdown(uri)])
        kept = rules.shown([*listing.copies, *(one.path for one in listing.faults)])
        return cls(
            docs_dir,
            stamp_all(listing.records),
            others,
            rules=rules,
            copies=kept & set(listing.copies),
            on_disk=listing.on_disk,
            faults=tuple(one for one in listing.faults if one.path in kept),
        )

    def path_of(self, uri: str) -> Path:
        """Return where a file lies."""
        return self.docs_dir / self.on_disk.get(uri, uri)

    def stamp_of(self, uri: str) -> str:
        """Return a text that changes with a file; "" when unknown."""
        try:
            found = self.path_of(uri).stat()
        except OSError:
            return ""
        stamp = (found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino)
        return stamp_all({uri: stamp})[uri]

    def addresses(self) -> dict[str, str]:
        """Return src_uri → address of all files but records, and of the archive's own lists."""
        return {uri: _address(uri) for uri in (*LISTING_URIS, *sorted(self.other_uris))}


def _address(src_uri: str) -> str:
    """Return the engine's address for a page or file, relative to the site's root."""
    stem, suffix = os.path.splitext(src_uri)  # noqa: PTH122 - a POSIX name, no Path
    folder, _, name = stem.rpartition("/")
    above = f"{folder}/" if folder else ""
    if suffix != ".md":
        return above if (name, suffix) == ("index", ".html") else src_uri
    return above if name in ("index", "README") else f"{above}{name}/"

"""Lists docs/: the record files, each with a stamp that changes when the file does.

One walk, which opens no file. Does not say whether a record file is sound.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path

from bantin.records.models import RECORD_TYPES

RECORD_FOLDERS: tuple[str, ...] = tuple(record_type.folder for record_type in RECORD_TYPES)
# MkDocs or an editor's tool takes these for Markdown. Only .md is right.
_MARKDOWN_SUFFIXES = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")
_NAME = attrgetter("name")

# mtime_ns, ctime_ns, size_bytes, inode. Windows tells no inode here (0), and the time of the
# file's making as ctime.
Stamp = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class DocsListing:
    """The files below docs/, without hidden files and folders of record folders.

    Attributes:
        records: src_uri of each record file → its stamp, by src_uri. A linked file has the
            stamp of the link. A linked folder in (or in the place of) a record folder is listed
            as if it were one record: the reader refuses it by name.
        other_uris: src_uri of every other file, in the order MkDocs gives them: a folder's
            files before its subfolders, `index` and `README` first, else by name. Hidden files
            are included: the engine leaves them out, unless its settings say otherwise.
    """

    records: Mapping[str, Stamp]
    other_uris: tuple[str, ...]


def is_record_uri(src_uri: str) -> bool:
    """True for a Markdown file in one of the record folders, well placed or not."""
    return src_uri.lower().endswith(_MARKDOWN_SUFFIXES) and _is_record_folder(src_uri)


def list_docs(docs_dir: Path) -> DocsListing:
    """List docs/ in one walk; empty when there is no such folder.

    Linked folders outside the record folders are followed, as MkDocs does, but not into a
    folder that they lie in. Folders there that may not be read are passed over, as it does.

    Raises:
        OSError: docs/ itself or a record folder may not be read.
    """
    walk = _Walk()
    if docs_dir.is_dir():
        walk.enter(str(docs_dir), "", (os.path.realpath(docs_dir),))
    records = {src_uri: walk.records[src_uri] for src_uri in sorted(walk.records)}
    return DocsListing(records, tuple(walk.other_uris))


def list_record_uris(docs_dir: Path) -> list[str]:
    """Return the src_uri of every record file, sorted: `list_docs` without the rest."""
    walk = _Walk()
    for folder in RECORD_FOLDERS:
        root = docs_dir / folder
        if root.is_symlink():
            walk.records[folder] = (0, 0, 0, 0)
        elif root.is_dir():
            walk.enter(str(root), f"{folder}/", ())
    return sorted(walk.records)


class _Walk:
    """One walk through the folders, and the files it has met."""

    def __init__(self) -> None:
        self.records: dict[str, Stamp] = {}
        self.other_uris: list[str] = []

    def enter(self, folder: str, prefix: str, above: tuple[str, ...]) -> None:
        """List a folder and those below it.

        Args:
            folder: its path.
            prefix: its src_uri with "/" behind; "" for docs/ itself.
            above: real paths of the folder and of all folders above it. A link to one of
                them is not entered. Empty in a record folder.
        """
        in_records = _is_record_folder(prefix)
        try:
            with os.scandir(folder) as entries:
                found = sorted(entries, key=_NAME)
        except PermissionError:
            if in_records or not prefix:
                raise
            return
        files: list[str] = []
        folders: list[os.DirEntry[str]] = []
        for entry in found:
            name = entry.name
            if in_records and name[0] == ".":
                continue
            if entry.is_dir(follow_symlinks=False):
                folders.append(entry)
            elif in_records and name.lower().endswith(_MARKDOWN_SUFFIXES):
                self._stamp(prefix + name, entry)
            elif not entry.is_symlink():
                files.append(name)
            elif not prefix and name in RECORD_FOLDERS:
                self._stamp(name, entry)
            elif not _leads_to_folder(entry):
                files.append(name)
            elif in_records:
                self._stamp(prefix + name, entry)
            else:
                folders.append(entry)
        self.other_uris += [prefix + name for name in sorted(files, key=_mkdocs_order)]
        for entry in folders:
            below = f"{prefix}{entry.name}/"
            if in_records or _is_record_folder(below):  # no links are followed there
                self.enter(entry.path, below, ())
            elif (real := os.path.realpath(entry.path)) not in above:
                self.enter(entry.path, below, (*above, real))

    def _stamp(self, src_uri: str, entry: os.DirEntry[str]) -> None:
        try:
            found = entry.stat(follow_symlinks=False)
        except FileNotFoundError:  # deleted since the folder was opened
            return
        self.records[src_uri] = (
            found.st_mtime_ns,
            found.st_ctime_ns,
            found.st_size,
            found.st_ino,
        )


def _is_record_folder(src_uri: str) -> bool:
    return src_uri.partition("/")[0] in RECORD_FOLDERS


def _leads_to_folder(link: os.DirEntry[str]) -> bool:
    try:
        return link.is_dir()
    except OSError:  # a link to itself, or behind a closed door
        return False


def _mkdocs_order(name: str) -> tuple[bool, str]:
    return os.path.splitext(name)[0] not in ("index", "README"), name  # noqa: PTH122 - no Path

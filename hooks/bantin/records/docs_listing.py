"""Lists docs/: the record files, each with a stamp that changes when the file does.

One walk, which opens no file. Does not say whether a record file is sound.
"""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from operator import attrgetter
from pathlib import Path

from bantin.errors import Problem
from bantin.records import folders
from bantin.records.docs_names import is_below_records, is_hidden, is_left_copy, is_markdown
from bantin.records.portable_names import refuse_name
from bantin.records.symlinks import fault_of_link

_NAME = attrgetter("name")

# mtime_ns, ctime_ns, size_bytes, inode. Windows tells no inode here (0), and the time of the
# file's making as ctime.
Stamp = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class DocsListing:
    """The files below docs/, without hidden files and folders of record folders.

    Names are NFC, as records write them, however the disk writes them.

    Attributes:
        records: src_uri of each record file → its stamp, by src_uri. A linked file has the
            stamp of the link. A linked folder in (or in the place of) a record folder is listed
            as if it were one record: the reader refuses it by name.
        other_uris: src_uri of every other file, in the order MkDocs gives them: a folder's
            files before its subfolders, `index` and `README` first, else by name. Hidden files
            are included: the engine leaves them out, unless its settings say otherwise.
        copies: src_uri of files that editors' programs left, no part of the site.
        on_disk: src_uri → path below docs/ as the disk writes it, where that is not NFC.
        faults: what can be no part of a site, and what may not be read.
    """

    records: Mapping[str, Stamp]
    other_uris: tuple[str, ...]
    copies: tuple[str, ...] = ()
    on_disk: Mapping[str, str] = field(default_factory=dict)
    faults: tuple[Problem, ...] = ()


def list_docs(docs_dir: Path) -> DocsListing:
    """List docs/ in one walk; empty when there is no such folder.

    Outside the record folders, a link is followed to a file or folder of docs/ that is no record's.
    Every other link is a fault.

    Raises:
        OSError: docs/ itself may not be read.
    """
    walk = _Walk(docs_dir)
    if docs_dir.is_dir():
        walk.enter(str(docs_dir), "", (walk.root,))
    records = {src_uri: walk.records[src_uri] for src_uri in sorted(walk.records)}
    return DocsListing(
        records,
        tuple(walk.other_uris),
        tuple(sorted(walk.copies)),
        walk.on_disk,
        tuple(sorted(walk.faults)),
    )


def list_record_uris(docs_dir: Path) -> list[str]:
    """Return the src_uri of every record file, sorted: `list_docs` without the rest."""
    walk = _Walk(docs_dir)
    for folder in folders.RECORDS:
        root = docs_dir / folder
        if root.is_symlink():
            walk.records[folder] = (0, 0, 0, 0)
        elif root.is_dir():
            walk.enter(str(root), f"{folder}/", ())
    return sorted(walk.records)


class _Walk:
    """One walk through the folders, and the files it has met.

    Attributes:
        root: real path of docs/.
    """

    def __init__(self, docs_dir: Path) -> None:
        self.root = os.path.realpath(docs_dir)
        self.records: dict[str, Stamp] = {}
        self.other_uris: list[str] = []
        self.copies: list[str] = []
        self.on_disk: dict[str, str] = {}
        self.faults: list[Problem] = []

    def enter(
        self, folder: str, prefix: str, above: tuple[str, ...], disk_prefix: str | None = None
    ) -> None:
        """List a folder and those below it.

        Args:
            folder: its path.
            prefix: its src_uri with "/" behind; "" for docs/ itself.
            above: real paths of the folder and of all folders above it. A link to one of
                them is not entered. Empty in a record folder.
            disk_prefix: the prefix as the disk writes it; None where that is the same.
        """
        disk_prefix = prefix if disk_prefix is None else disk_prefix
        in_records = is_below_records(prefix)
        try:
            with os.scandir(folder) as entries:
                found = sorted(entries, key=_NAME)
        except PermissionError:
            if not prefix:
                raise
            hint = "xem lại quyền đọc thư mục"
            self._tell(Problem(prefix[:-1], 0, "", "không mở được thư mục này", hint))
            return
        files: list[str] = []
        subfolders: list[tuple[str, os.DirEntry[str]]] = []
        for entry in found:
            name = entry.name
            if in_records and name[0] == ".":
                continue
            if not (name.isascii() and name.isprintable()):
                if fault := refuse_name(prefix + name):
                    self._tell(fault)
                    continue
                name = unicodedata.normalize("NFC", name)
            uri = prefix + name
            if uri != disk_prefix + entry.name:
                if uri in self.on_disk or os.path.lexists(f"{folder}/{name}"):
                    self._tell(Problem(uri, 0, "", *_TWO_NAMES))
                    continue
                self.on_disk[uri] = disk_prefix + entry.name
            if _is_link(entry):
                self._take_link(uri, entry, above, files, subfolders)
            elif entry.is_dir(follow_symlinks=False):
                subfolders.append((name, entry))
            elif not entry.is_file(follow_symlinks=False):
                self._tell(Problem(uri, 0, "", *_NO_FILE))
            elif in_records and is_markdown(name):
                self._stamp(uri, entry)
            else:
                self._take_file(uri, name, files)
        self.other_uris += [prefix + name for name in sorted(files, key=_mkdocs_order)]
        for name, entry in subfolders:
            below = f"{prefix}{name}/"
            disk_below = f"{disk_prefix}{entry.name}/"
            if in_records or is_below_records(below):  # no links are followed there
                self.enter(entry.path, below, (), disk_below)
            else:
                real = os.path.realpath(entry.path)
                self.enter(entry.path, below, (*above, real), disk_below)

    def _take_link(
        self,
        uri: str,
        entry: os.DirEntry[str],
        above: tuple[str, ...],
        files: list[str],
        subfolders: list[tuple[str, os.DirEntry[str]]],
    ) -> None:
        """Note a link: as a record that the reader refuses, as what it leads to, or as a fault."""
        name, in_records = uri.rpartition("/")[2], is_below_records(uri)
        leads_to_folder = _leads_to_folder(entry)
        if in_records and (is_markdown(name) or leads_to_folder or uri in folders.RECORDS):
            self._stamp(uri, entry)
        elif is_hidden(uri):  # Emacs locks a file by such a link
            return
        elif fault := fault_of_link(self.root, entry.path, above):
            self._tell(Problem(uri, 0, "", *fault))
        elif leads_to_folder:
            subfolders.append((name, entry))
        else:
            self._take_file(uri, name, files)

    def _take_file(self, uri: str, name: str, files: list[str]) -> None:
        if is_left_copy(uri):
            self.copies.append(uri)
        else:
            files.append(name)

    def _tell(self, fault: Problem) -> None:
        # Nothing hidden is published.
        if not is_hidden(fault.path):
            self.faults.append(fault)

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


# IO_REPARSE_TAG_MOUNT_POINT, which Python names on Windows only.
_JUNCTION = 0xA0000003
_TWO_NAMES = (
    "có hai tệp cùng tên, chỉ khác cách mã chữ có dấu",
    "giữ lại một tệp, xóa hoặc đổi tên tệp kia",
)
_NO_FILE = "không phải là tệp hay thư mục thường", "xóa nó khỏi docs/"


def _is_link(entry: os.DirEntry[str]) -> bool:
    """True for a symbolic link, and for a junction of Windows."""
    if os.name != "nt":
        return entry.is_symlink()
    tag = getattr(entry.stat(follow_symlinks=False), "st_reparse_tag", 0)
    return entry.is_symlink() or tag == _JUNCTION


def _leads_to_folder(link: os.DirEntry[str]) -> bool:
    try:
        return link.is_dir()
    except OSError:  # a link to itself, or behind a closed door
        return False


def _mkdocs_order(name: str) -> tuple[bool, str]:
    return os.path.splitext(name)[0] not in ("index", "README"), name  # noqa: PTH122 - no Path

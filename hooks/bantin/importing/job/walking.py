"""Lists the files of an import in a lasting order: of files, folders, zip files and zips in these.

Opens no document. What is no item (hidden files, editors' copies, files of saved pages) is passed
over; what may not be read is listed with the reason.
"""

from __future__ import annotations

import os
import re
import shutil
import stat
import tempfile
import zipfile
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from bantin.errors import ImportRefusedError
from bantin.importing.archives import fault_of_member, open_archive
from bantin.importing.job.shelves import (
    LARGEST_FILE_BYTES,
    DiskShelf,
    Shelf,
    ZipShelf,
    normal_name,
    telling_damage,
)
from bantin.importing.reading.formats import is_archive
from bantin.records.editor_copies import CopyKind, kind_of_copy
from bantin.text.normalize import nfc
from bantin.unforeseen import reason_of

# Browsers keep the pictures and scripts of a saved page in a folder beside it.
COMPANIONS = ("_files", "_file", "-files", "_tệp", "_tep")
_COMPANION = re.compile(rf"(.+)(?:{'|'.join(COMPANIONS)})")
_PAGES = (".html", ".htm", ".xhtml", ".mhtml", ".aspx", ".php")
# They come with the item that shows them, and are no items.
_PARTS_OF_PAGES = frozenset(
    ".css .js .mjs .map .woff .woff2 .ttf .otf .eot .ico .svg .jpg .jpeg .png .gif .webp .bmp .avif"
    " .mp3 .mp4 .webm .ogg .wav .swf".split()
)
_MAC = "__MACOSX/"
_UTF8_NAME = 0x800


@dataclass(frozen=True, slots=True)
class GivenFile:
    """A file that an import was given.

    Attributes:
        label: its name for the editor: POSIX, relative to the given folder, archives included:
            "kho.zip/tin/1.html". Unique within one import of one folder.
        shelf: the root it lies below.
        name: its name there.
        fault: why it cannot be read, in Vietnamese; "" for one to be read.
    """

    label: str
    shelf: Shelf
    name: str
    fault: str = ""


@dataclass
class Passed:
    """Counts what was passed over.

    Attributes:
        parts: pictures, styles and scripts of pages.
        copies: hidden files and copies that programs left.
    """

    parts: int = 0
    copies: int = 0


class GivenWalk:
    """One walk over what was given. Iterating it again walks again."""

    def __init__(self, given: Sequence[Path], temporary: Path, ours: Collection[Path] = ()) -> None:
        """Set up the walk.

        Args:
            given: files, folders and zip files.
            temporary: a folder for archives that lie in archives; the caller removes it.
            ours: folders of records and originals; what lies in them came in before.
        """
        self._given = given
        self._ours = {path.resolve() for path in ours}
        self._temporary = temporary
        self.passed = Passed()

    def __iter__(self) -> Iterator[GivenFile]:
        """Yield the files in the order given, those of a folder by name."""
        self.passed = Passed()
        for path in self._given:
            shelf = DiskShelf(path if path.is_dir() else path.parent)
            if path.is_dir():
                yield from self._folder(path, shelf, "")
            else:
                yield from self._file(path, shelf, path.name, path.name)

    def _folder(self, folder: Path, shelf: DiskShelf, prefix: str) -> Iterator[GivenFile]:
        if folder.resolve() in self._ours:
            fault = "là thư mục bản ghi hoặc bản gốc của chính kho này; không nhập lại"
            yield GivenFile(_shown(prefix.rstrip("/")) or folder.name, shelf, prefix, fault)
            return
        try:
            with os.scandir(folder) as entries:
                found = sorted(entries, key=lambda entry: nfc(_shown(entry.name)))
        except OSError as error:
            yield GivenFile(
                _shown(prefix.rstrip("/")) or folder.name,
                shelf,
                prefix,
                f"không mở được thư mục ({reason_of(error)}); xem lại quyền đọc",
            )
            return
        names = [entry.name for entry in found]
        for entry in found:
            name = prefix + entry.name
            if self._pass_over(entry.name, names, is_folder=entry.is_dir(follow_symlinks=False)):
                continue
            if entry.is_symlink() or _is_junction(entry):
                # A link to a file of the folder is met as that file.
                if not shelf.has(name):
                    yield GivenFile(
                        _shown(name),
                        shelf,
                        name,
                        "là liên kết dẫn ra ngoài thư mục đã cho, hoặc không dẫn tới tệp nào; chép "
                        "tệp thật vào rồi nhập lại",
                    )
            elif entry.is_dir(follow_symlinks=False):
                yield from self._folder(Path(entry.path), shelf, f"{name}/")
            else:
                yield from self._file(Path(entry.path), shelf, name, _shown(name))

    def _pass_over(self, name: str, beside: Iterable[str], *, is_folder: bool) -> bool:
        """Tell whether a file or folder is no item, and count it."""
        if name.startswith(".") or kind_of_copy(name) is CopyKind.LEFT:
            self.passed.copies += 1
            return True
        if is_folder:
            return is_companion(name, beside)
        if os.path.splitext(name)[1].lower() in _PARTS_OF_PAGES:  # noqa: PTH122 - no Path
            self.passed.parts += 1
            return True
        return False

    def _file(self, path: Path, shelf: DiskShelf, name: str, label: str) -> Iterator[GivenFile]:
        try:
            found = path.stat()
        except OSError as error:
            yield GivenFile(
                label,
                shelf,
                name,
                f"không mở được tệp ({reason_of(error)}); kiểm tra lại tên tệp và quyền đọc",
            )
            return
        if not stat.S_ISREG(found.st_mode):
            yield GivenFile(label, shelf, name, "không phải là tệp thường (ống dẫn, thiết bị…)")
        elif is_archive(path):
            yield from self._archive(path, shelf, name, label, within=False)
        elif found.st_size > LARGEST_FILE_BYTES:
            yield GivenFile(label, shelf, name, _TOO_LARGE)
        else:
            yield GivenFile(label, shelf, name)

    def _archive(
        self, path: Path, shelf: Shelf, name: str, label: str, *, within: bool
    ) -> Iterator[GivenFile]:
        try:
            archive = open_archive(path)
        except ImportRefusedError as error:
            yield GivenFile(label, shelf, name, str(error))
            return
        members: dict[str, zipfile.ZipInfo] = {}
        faults: dict[str, str] = {}
        for member in archive.infolist():
            _take_member(member, members, faults)
        inner = ZipShelf(archive, members)
        for one in sorted({*members, *faults}, key=nfc):
            at = f"{label}/{_shown(one)}"
            if one in faults:
                if not one.startswith(_MAC):
                    yield GivenFile(at, inner, one, faults[one])
            elif self._passes_member(one, members):
                continue
            elif fault := fault_of_member(members[one]):
                yield GivenFile(at, inner, one, fault)
            elif one.lower().endswith(".zip"):
                yield from self._inner_archive(inner, one, at, within=within)
            else:
                yield GivenFile(at, inner, one)

    def _passes_member(self, name: str, names: Collection[str]) -> bool:
        if name.startswith(_MAC):
            self.passed.copies += 1
            return True
        parts = name.split("/")
        for depth, part in enumerate(parts):
            is_folder = depth < len(parts) - 1
            above = "/".join(parts[:depth])
            page = _COMPANION.fullmatch(part) if is_folder else None
            beside = [
                f"{page[1]}{ending}"
                for ending in _PAGES
                if page and f"{above}/{page[1]}{ending}".lstrip("/") in names
            ]
            if self._pass_over(part, beside, is_folder=is_folder):
                return True
        return False

    def _inner_archive(
        self, shelf: ZipShelf, name: str, label: str, *, within: bool
    ) -> Iterator[GivenFile]:
        if within:
            yield GivenFile(
                label,
                shelf,
                name,
                "tệp nén trong tệp nén chỉ được mở một lần; giải nén bằng tay rồi nhập thư mục",
            )
            return
        handle, place = tempfile.mkstemp(suffix=".zip", dir=self._temporary)
        try:
            with os.fdopen(handle, "wb") as target, shelf.open(name) as source, telling_damage():
                shutil.copyfileobj(source, target)
        except OSError as error:
            yield GivenFile(label, shelf, name, f"không giải nén được ({reason_of(error)})")
            return
        if is_archive(Path(place)):
            yield from self._archive(Path(place), shelf, name, label, within=True)
        else:
            yield GivenFile(label, shelf, name)


_TOO_LARGE = f"tệp lớn hơn {LARGEST_FILE_BYTES // 1_000_000} MB; chia nhỏ hoặc nén ảnh rồi nhập lại"


def companions_of(page: Path) -> Iterator[Path]:
    """Yield the folders beside a file that may hold its pictures."""
    if page.suffix.lower() in _PAGES:
        places = (page.with_name(f"{page.stem}{ending}") for ending in COMPANIONS)
        yield from (place for place in places if place.is_dir())


def is_companion(name: str, beside: Iterable[str]) -> bool:
    """True for a folder that holds the pictures of a saved page beside it."""
    page = _COMPANION.fullmatch(name)
    return page is not None and any(f"{page[1]}{ending}" in beside for ending in _PAGES)


def _take_member(
    member: zipfile.ZipInfo, members: dict[str, zipfile.ZipInfo], faults: dict[str, str]
) -> None:
    """Sort a member in by its name; a name that could lead elsewhere is a fault."""
    if member.is_dir():
        return
    name = _decoded(member)
    plain = name.replace("\\", "/")
    normal = normal_name(plain)
    if plain.startswith("/") or re.match(r"[A-Za-z]:", plain):
        faults[plain] = "tên trong tệp nén là đường dẫn tuyệt đối; giải nén bằng tay rồi nhập"
    elif not normal or ".." in PurePosixPath(plain).parts:
        faults[plain] = "tên trong tệp nén dẫn ra ngoài (“../”); giải nén bằng tay rồi nhập"
    elif stat.S_ISLNK(member.external_attr >> 16):
        faults[normal] = "là liên kết trong tệp nén; nén lại tệp thật rồi nhập"
    elif normal in members or normal in faults:
        faults[normal] = "tệp nén có hai mục cùng tên này; giải nén bằng tay rồi nhập"
    else:
        members[normal] = member


def _decoded(member: zipfile.ZipInfo) -> str:
    """Return a member's name. Many programs write UTF-8 without saying so."""
    if member.flag_bits & _UTF8_NAME:
        return member.filename
    try:
        return member.filename.encode("cp437").decode("utf-8")
    except UnicodeError:
        return member.filename


def _shown(name: str) -> str:
    """Return a name that any text can hold."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def _is_junction(entry: os.DirEntry[str]) -> bool:
    return os.name == "nt" and getattr(entry, "is_junction", lambda: False)()

"""Takes along what an item shows and links to: pictures and files become files beside its record.

What cannot come along is told. Knows no format of documents.
"""

from __future__ import annotations

import dataclasses
import errno
import posixpath
import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urlsplit

from PIL import Image

from bantin.importing.capture import Capture, Picture
from bantin.importing.job.originals import digest_of
from bantin.importing.job.shelves import normal_name, telling_damage
from bantin.importing.job.walking import COMPANIONS, GivenFile
from bantin.records.models import Article, Dated, Document
from bantin.records.parts import Attachment, Photo
from bantin.records.unfinished import UnfinishedDraft
from bantin.text.slug import slugify

# Pictures that every browser draws, and that run nothing.
_PICTURES = {"JPEG": ".jpg", "PNG": ".png", "GIF": ".gif", "WEBP": ".webp"}
_MOST_POINTS = 100_000_000
_LARGEST_FILE_BYTES = 100_000_000
# Files that readers may fetch: none of them runs when it is opened.
_FILES = frozenset(
    ".pdf .doc .docx .xls .xlsx .ppt .pptx .odt .ods .odp .rtf .txt .csv .zip .rar .7z "
    ".jpg .jpeg .png".split()
)
_PROGRAMS = (b"MZ", b"\x7fELF", b"#!/", b"<")
_LONGEST_STEM = 80


@dataclass(frozen=True, slots=True)
class Companion:
    """A file that comes along.

    Attributes:
        name: beside the record.
        path: a finished copy, in a folder of ours.
    """

    name: str
    path: Path


@dataclass
class Attached:
    """What came along with one item.

    Attributes:
        record: the record, with the places of its pictures and files.
        files: each name once.
        doubts: what did not come along, in Vietnamese.
    """

    record: Dated | UnfinishedDraft
    files: dict[str, Companion] = field(default_factory=dict)
    doubts: list[str] = field(default_factory=list)


def attach(
    record: Dated | UnfinishedDraft, capture: Capture, given: GivenFile, folder: Path
) -> Attached:
    """Return a record with its pictures and attachments.

    Args:
        record: as proposed; it names pictures as the capture does.
        capture: as read; the bytes of its pictures lie in `folder` under their names.
        given: the item's file.
        folder: ours, for this item only.
    """
    attached = Attached(record)
    whole = record.stand_in if isinstance(record, UnfinishedDraft) else record
    names = {
        picture.name: _take_picture(picture, given, folder, attached)
        for picture in capture.pictures
        if any(photo.src == picture.name for photo in _photos_of(whole))
    }
    changes = {
        "photos": tuple(_placed(_photos_of(whole), names)),
        "attachments": (
            *whole.attachments,
            *(_take_shown(capture, given, folder, attached) if isinstance(whole, Document) else ()),
            *_take_links(capture, given, folder, attached),
        ),
    }
    changes = {key: value for key, value in changes.items() if value != getattr(whole, key, ())}
    changed = whole.model_copy(update=changes)
    if isinstance(record, UnfinishedDraft):
        assert isinstance(changed, Article | Document)
        attached.record = dataclasses.replace(record, stand_in=changed)
    else:
        attached.record = changed
    return attached


def _photos_of(record: Dated) -> tuple[Photo, ...]:
    return record.photos if isinstance(record, Article) else ()


def _placed(photos: tuple[Photo, ...], names: dict[str, str]) -> Iterator[Photo]:
    """Yield the photos with their places; a lost one keeps its caption."""
    for photo in photos:
        if photo.src is None or photo.src not in names:
            yield photo
        elif names[photo.src]:
            yield photo.model_copy(update={"src": names[photo.src]})
        elif photo.caption:
            yield photo.model_copy(update={"src": None})


def _take_picture(picture: Picture, given: GivenFile, folder: Path, attached: Attached) -> str:
    """Return the name of a picture beside its record; "" for one that cannot come along."""
    told = f"ảnh “{(picture.alt or picture.address or picture.name)[:80]}”"
    path = folder / picture.name
    if not path.is_file():
        place = _find(picture.address, given)
        if not place:
            attached.doubts.append(f"{told} không có trong những tệp đã cho, cần tìm lại")
            return ""
        if not _copy(given, place, path):
            attached.doubts.append(f"{told} không đọc được hoặc quá lớn, không lấy")
            return ""
    ending, fault = _judge_picture(path)
    if fault:
        attached.doubts.append(f"{told} {fault}")
        return ""
    name = f"{_digest(path)[:16]}{ending}"
    attached.files.setdefault(name, Companion(name, path))
    return name


def _judge_picture(path: Path) -> tuple[str, str]:
    """Return (ending by content, fault) of a picture; only its head is read."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(path, formats=list(_PICTURES)) as image:
                width, height = image.size
                ending = _PICTURES[str(image.format)]
    except Image.DecompressionBombError:
        return "", _TOO_MANY_POINTS
    except (OSError, ValueError, SyntaxError, KeyError):
        return "", "không phải ảnh JPEG, PNG, GIF hay WebP, trình duyệt không vẽ được; không lấy"
    if width * height > _MOST_POINTS:
        return "", _TOO_MANY_POINTS
    return ending, ""


_TOO_MANY_POINTS = "có quá nhiều điểm ảnh, giống một tệp phá hoại; không lấy"


def _take_shown(
    capture: Capture, given: GivenFile, folder: Path, attached: Attached
) -> Iterator[Attachment]:
    """Yield the pictures within a document: it has no photos, so they stand beside its text."""
    for number, picture in enumerate(capture.pictures, start=1):
        if name := _take_picture(picture, given, folder, attached):
            yield Attachment(src=name, title=picture.alt[:300] or f"Ảnh {number} trong văn bản")


def _take_links(
    capture: Capture, given: GivenFile, folder: Path, attached: Attached
) -> Iterator[Attachment]:
    seen: set[str] = set()
    for link in capture.links:
        ending = posixpath.splitext(urlsplit(_plain(link.address)).path)[1].lower()
        if ending not in _FILES or link.address in seen:
            continue
        seen.add(link.address)
        told = f"tệp “{(link.text or link.address)[:80]}” ({link.address[:120]})"
        place = _find(link.address, given)
        path = folder / f"tep-{len(seen)}"
        if not place:
            attached.doubts.append(f"{told} không có trong những tệp đã cho, chưa đính kèm")
        elif place == given.name:
            continue
        elif not _copy(given, place, path):
            attached.doubts.append(f"{told} không đọc được hoặc quá lớn, chưa đính kèm")
        elif _is_program(path):
            attached.doubts.append(f"{told} không đúng là tệp {ending}, chưa đính kèm")
        else:
            name = _portable(place, path, ending)
            if name not in attached.files:
                attached.files[name] = Companion(name, path)
                title = link.text or posixpath.basename(place)
                yield Attachment(src=name, title=title[:300])


def _portable(place: str, path: Path, ending: str) -> str:
    """Return a name that every system and address can hold, the same for the same file."""
    stem = slugify(posixpath.splitext(posixpath.basename(place))[0])[:_LONGEST_STEM].strip("-")
    return f"{stem or 'tep'}-{_digest(path)[:8]}{ending}"


def _find(address: str, given: GivenFile) -> str:
    """Return the name of a linked file on the shelf of its item; "" where it is not there."""
    parts = urlsplit(_plain(address))
    if parts.scheme not in ("", "http", "https", "file"):
        return ""
    path = unquote(parts.path)
    here = posixpath.dirname(given.name)
    page = posixpath.splitext(posixpath.basename(given.name))[0]
    base = posixpath.basename(path)
    if not base:
        return ""
    # A copied portal keeps its folders below the root, or below the name of its host.
    places = [posixpath.join(here, path)] if not path.startswith("/") and not parts.scheme else []
    places += [path.lstrip("/"), f"{parts.netloc}{path}" if parts.netloc else ""]
    places += [f"{here}/{page}{ending}/{base}" for ending in COMPANIONS]
    places.append(f"{here}/{base}")
    for place in places:
        name = normal_name(place.lstrip("/")) if place else ""
        if name and "\0" not in name and given.shelf.has(name):
            return name
    return ""


def _plain(address: str) -> str:
    """Return an address that `urlsplit` takes; "" for one that is none."""
    try:
        urlsplit(address)
    except ValueError:
        return ""
    return re.sub(r"[\r\n\t]", "", address).replace("\\", "/")


def _copy(given: GivenFile, name: str, target: Path) -> bool:
    """Copy a file of the shelf; False where it cannot be read or is too large."""
    left = _LARGEST_FILE_BYTES
    try:
        with given.shelf.open(name) as source, target.open("wb") as file, telling_damage():
            while piece := source.read(1_000_000):
                left -= len(piece)
                if left < 0:
                    raise OSError(errno.EFBIG, "")
                file.write(piece)
    except OSError:
        target.unlink(missing_ok=True)
        return False
    return True


def _is_program(path: Path) -> bool:
    """True for a file that is not what its name says: a program, or a page with code."""
    with path.open("rb") as file:
        return file.read(16).lstrip(b"\xef\xbb\xbf \r\n\t").startswith(_PROGRAMS)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return digest_of(file)[0]

"""Files that go out with the records: too large, of a kind that does harm, or telling too much.

Looks at each file by itself; that a record names one which is not there is an error of the record.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from PIL import Image
from PIL.ExifTags import GPS, IFD

from bantin.errors import Problem

_PHOTOS = (".jpg", ".jpeg", ".png", ".webp", ".tif", ".tiff", ".heic", ".avif")
# A reader pays for what a page shows, and waits for it; what is fetched on purpose may be larger.
_PHOTO_BYTES = 2_000_000
_FILE_BYTES = 20_000_000
# Each runs when it is opened, or holds what does.
_PROGRAMS = ".exe .msi .com .scr .pif .bat .cmd .ps1 .vbs .vbe .wsf .hta .jar .lnk .reg .dll .apk"
_MACROS = ".docm .dotm .xlsm .xltm .xlam .pptm .potm .ppsm"
# A browser would run what is in it, with all that the site's own pages may do.
_PAGES = ".html .htm .xhtml .shtml .mht .mhtml"
_DANGERS = {
    **dict.fromkeys(_PROGRAMS.split(), "là chương trình, mở ra là chạy"),
    **dict.fromkeys(_MACROS.split(), "có thể chứa macro, mở ra là chạy"),
    **dict.fromkeys(_PAGES.split(), "có thể chứa mã chạy trong trình duyệt"),
}
# How a file begins that is what its name says.
_OPENINGS = {
    ".pdf": (b"%PDF",),
    **dict.fromkeys((".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp", ".zip"), (b"PK",)),
    **dict.fromkeys((".doc", ".xls", ".ppt"), (b"\xd0\xcf\x11\xe0", b"{\\rtf", b"<", b"PK")),
}
_PROGRAM_OPENINGS = (b"MZ", b"\x7fELF", b"#!/")
_DOCUMENT = "lưu lại thành PDF (hoặc .docx, .xlsx không macro) rồi đính kèm bản ấy"


def is_photo(src_uri: str) -> bool:
    """True for a file whose name says that it is a photo."""
    return _suffix(src_uri) in _PHOTOS


def check_file(docs_dir: Path, src_uri: str) -> list[Problem]:
    """Return the remarks on a file that readers can fetch; [] where it is not there."""
    path = docs_dir / src_uri
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            opening = file.read(1024)
    except OSError:
        return []
    return [
        Problem(src_uri, 0, "", message, hint) for message, hint in _faults(path, size, opening)
    ]


def _faults(path: Path, size: int, opening: bytes) -> Iterator[tuple[str, str]]:
    suffix = _suffix(path.name)
    limit = _PHOTO_BYTES if suffix in _PHOTOS else _FILE_BYTES
    if size > limit:
        hint = (
            "thu ảnh còn khoảng 1600 điểm bề ngang rồi lưu lại"
            if suffix in _PHOTOS
            else "nén lại, hoặc chia thành nhiều tệp"
        )
        yield f"tệp {_megabytes(size)}, bạn đọc dùng điện thoại khó tải", hint
    if suffix in _DANGERS:
        yield f"tệp {suffix} {_DANGERS[suffix]}", _DOCUMENT
    elif opening.startswith(_PROGRAM_OPENINGS):
        hint = "xóa tệp này; xem lại nó từ đâu ra"
        yield f"tên là {suffix} nhưng bên trong là chương trình", hint
    elif suffix in _OPENINGS and not any(sign in opening for sign in _OPENINGS[suffix]):
        hint = "mở tệp xem còn đọc được không, rồi lưu lại"
        yield f"tên là {suffix} nhưng bên trong không phải", hint
    if suffix in _PHOTOS and _tells_where(path):
        yield (
            "ảnh còn ghi tọa độ nơi chụp (GPS)",
            "xóa thông tin vị trí: trên Windows bấm chuột phải vào ảnh, Properties → Details → "
            "Remove Properties and Personal Information",
        )


def _tells_where(path: Path) -> bool:
    try:
        with Image.open(path) as image:
            place = image.getexif().get_ifd(IFD.GPSInfo)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        # What is no picture, or none that Pillow reads, cannot be told.
        return False
    return GPS.GPSLatitude in place and GPS.GPSLongitude in place


def _suffix(name: str) -> str:
    return os.path.splitext(name)[1].lower()  # noqa: PTH122 - a name, no Path


def _megabytes(size: int) -> str:
    return f"{size / 1e6:.1f} MB".replace(".", ",")

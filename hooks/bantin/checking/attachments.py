"""Checks files published with records: size, dangerous kinds, and private details.

Looks at each file by itself. A missing file is an error of the record that names it.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from PIL import Image
from PIL.ExifTags import GPS, IFD

from bantin.errors import Problem

_PHOTOS = (".jpg", ".jpeg", ".png", ".webp", ".tif", ".tiff", ".heic", ".avif")
# A page's photos cost readers data and time. A file that readers download on purpose may be larger.
_PHOTO_BYTES = 2_000_000
_FILE_BYTES = 20_000_000
# Each of these runs when opened, or holds a file that does.
_PROGRAMS = ".exe .msi .com .scr .pif .bat .cmd .ps1 .vbs .vbe .wsf .hta .jar .lnk .reg .dll .apk"
_MACROS = ".docm .dotm .xlsm .xltm .xlam .pptm .potm .ppsm"
# A browser would run the code in these with all rights of the site's own pages.
_PAGES = ".html .htm .xhtml .shtml .mht .mhtml"
_DANGERS = {
    **dict.fromkeys(_PROGRAMS.split(), "là chương trình, mở ra là chạy"),
    **dict.fromkeys(_MACROS.split(), "có thể chứa macro, mở ra là chạy"),
    **dict.fromkeys(_PAGES.split(), "có thể chứa mã chạy trong trình duyệt"),
}
# Beginnings that a file of each suffix must have.
_OPENINGS = {
    ".pdf": (b"%PDF",),
    **dict.fromkeys((".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp", ".zip"), (b"PK",)),
    **dict.fromkeys((".doc", ".xls", ".ppt"), (b"\xd0\xcf\x11\xe0", b"{\\rtf", b"<", b"PK")),
}
# Browsers draw these in XML of any name, and run the code in them.
_DRAWN = (b"http://www.w3.org/2000/svg", b"http://www.w3.org/1999/xhtml", b"<?xml-stylesheet")
_PROGRAM_OPENINGS = (b"MZ", b"\x7fELF", b"#!/")
_DOCUMENT = "lưu lại thành PDF (hoặc .docx, .xlsx không macro) rồi đính kèm bản ấy"


def is_photo(src_uri: str) -> bool:
    """True for a file with the name of a photo."""
    return _suffix(src_uri) in _PHOTOS


def check_file(path: Path, src_uri: str) -> list[Problem]:
    """Return the remarks on a file that readers can fetch; [] for a missing file."""
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
    elif suffix in (*_PHOTOS, ".gif") and opening.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<"):
        yield f"tên là {suffix} nhưng bên trong không phải ảnh", "lưu lại ảnh cho đúng loại"
    elif suffix == ".xml" and any(sign in opening for sign in _DRAWN):
        yield f"tệp {suffix} {_DANGERS['.html']}", _DOCUMENT
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
        # Nothing is known of a file that Pillow cannot read.
        return False
    return GPS.GPSLatitude in place and GPS.GPSLongitude in place


def _suffix(name: str) -> str:
    return os.path.splitext(name)[1].lower()  # noqa: PTH122 - a name, no Path


def _megabytes(size: int) -> str:
    return f"{size / 1e6:.1f} MB".replace(".", ",")

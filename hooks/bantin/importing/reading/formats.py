"""Tells a file's format by its content, and names the reader of each format.

A reader's libraries are imported when its first file comes. Knows no job and no folder.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from bantin.errors import ImportRefusedError
from bantin.importing.archives import open_archive
from bantin.importing.capture import Capture
from bantin.unforeseen import reason_of

Reader = Callable[[Path], Iterator[Capture]]

_HEAD_BYTES = 65_536
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_PICTURES = (
    b"\xff\xd8\xff",
    b"\x89PNG\r\n",
    b"GIF8",
    b"II*\x00",
    b"MM\x00*",
)
_PROGRAMS = (b"\x7fELF", b"#!/", b"\xca\xfe\xba\xbe", b"\xcf\xfa\xed\xfe")
_OTHERS = (
    (b"Rar!\x1a\x07", "tệp nén RAR", "giải nén, rồi nhập thư mục đã giải nén"),
    (b"7z\xbc\xaf\x27\x1c", "tệp nén 7z", "giải nén, rồi nhập thư mục đã giải nén"),
    (b"\x1f\x8b", "tệp nén gzip", "giải nén, rồi nhập tệp đã giải nén"),
    (b"SQLite format 3\x00", "cơ sở dữ liệu SQLite", "xuất từng bảng ra CSV rồi nhập tệp CSV"),
)
# Names within the streams of an OLE file stand in UTF-16.
_OLE_STREAMS = (
    ("WordDocument", "doc"),
    ("Workbook", "xls"),
    ("Book", "xls"),
    ("PowerPoint Document", "ppt"),
    ("EncryptedPackage", "docx"),  # its reader says that it has a password
)
_FIRST_ELEMENT = re.compile(rb"<([A-Za-z][\w:.-]*)")
# A page saved without its head still has elements that no text has.
_HTML = re.compile(
    rb"<!doctype\s+html|<(?:html|head|body|title|meta|link|div|table|article|section|p|h[1-6]|span"
    rb"|font|center|td|tr|ul|ol|li)(?:\s[^<>]{0,300})?>",
    re.IGNORECASE,
)
_PAGE = re.compile(rb"<!doctype\s+html|<(?:html|head|body)[\s>]", re.IGNORECASE)
_TAGS_OF_A_PAGE = 3
_OPEN_DOCUMENTS = {
    b"application/vnd.oasis.opendocument.text": "odt",
    b"application/vnd.oasis.opendocument.spreadsheet": "ods",
}


@dataclass(frozen=True, slots=True)
class FileFormat:
    """A format of files.

    Attributes:
        key: as in `Capture.format`; the usual ending of its files.
        label: its name for an editor.
        read: its reader; None where there is none.
        remedy: for the editor, where there is no reader.
        is_table: `read_rows` reads it, once an editor has confirmed its columns.
    """

    key: str
    label: str
    read: Reader | None
    remedy: str = ""
    is_table: bool = False


def read_rows(
    path: Path, file_format: FileFormat, columns_of: Callable[[str], str | None]
) -> Iterator[Capture]:
    """Read a table; see `tables.reader.read_table`."""
    from bantin.importing.reading.tables.reader import read_table

    yield from read_table(path, file_format.key, columns_of)


def _read_text(path: Path) -> Iterator[Capture]:
    from bantin.importing.reading.plain_text import read_capture

    yield read_capture(path)


def _read_docx(path: Path) -> Iterator[Capture]:
    from bantin.importing.reading.word.docx import read_docx

    yield from read_docx(path)


def _read_html(path: Path) -> Iterator[Capture]:
    from bantin.importing.reading.html.reader import read_html

    yield from read_html(path)


def _read_pdf(path: Path) -> Iterator[Capture]:
    from bantin.importing.reading.pdf.reader import read_pdf

    yield from read_pdf(path)


def _read_wxr(path: Path) -> Iterator[Capture]:
    from bantin.importing.reading.wxr import read_wxr

    yield from read_wxr(path)


def _read_odt(path: Path) -> Iterator[Capture]:
    from bantin.importing.reading.word.odt import read_odt

    yield from read_odt(path)


def _read_rtf(path: Path) -> Iterator[Capture]:
    from bantin.importing.reading.word.rtf import read_rtf

    yield from read_rtf(path)


def _read_doc(path: Path) -> Iterator[Capture]:
    from bantin.importing.reading.word.doc import read_doc

    yield from read_doc(path)


_OOXML = "mở bằng Word, Excel hay LibreOffice, lưu thành .docx hoặc .xlsx thường rồi nhập lại"

FORMATS: Mapping[str, FileFormat] = MappingProxyType(
    {
        one.key: one
        for one in (
            FileFormat("txt", "tệp chữ thuần", _read_text),
            FileFormat("html", "trang web đã lưu", _read_html),
            FileFormat("docx", "tệp Word (.docx)", _read_docx),
            FileFormat("doc", "tệp Word đời cũ (.doc)", _read_doc),
            FileFormat("odt", "tệp LibreOffice (.odt)", _read_odt),
            FileFormat("rtf", "tệp RTF", _read_rtf),
            FileFormat("pdf", "tệp PDF", _read_pdf),
            FileFormat("xlsx", "bảng tính Excel (.xlsx)", None, is_table=True),
            FileFormat("ods", "bảng tính LibreOffice (.ods)", None, is_table=True),
            FileFormat("xls", "bảng tính Excel đời cũ (.xls)", None, is_table=True),
            FileFormat("csv", "bảng CSV", None, is_table=True),
            FileFormat("json", "tệp JSON", None, is_table=True),
            FileFormat("wxr", "tệp xuất của WordPress (WXR)", _read_wxr),
            FileFormat("docm", "tệp Word có macro", _read_docx),
            FileFormat("xlsm", "bảng tính có macro", None, f"macro không được nhập; {_OOXML}"),
            FileFormat("pptx", "tệp trình chiếu", None, "xuất ra PDF rồi nhập tệp PDF"),
            FileFormat("ppt", "tệp trình chiếu đời cũ", None, "xuất ra PDF rồi nhập tệp PDF"),
            FileFormat("mhtml", "trang web lưu thành một tệp (MHTML)", _read_html),
            FileFormat(
                "picture",
                "tệp ảnh",
                None,
                "ảnh chỉ được nhập cùng bài dẫn tới nó; ảnh chụp "
                "văn bản thì đổi ra PDF có lớp chữ (ocrmypdf) rồi nhập",
            ),
            FileFormat(
                "zip",
                "tệp nén",
                None,
                "tệp nén trong tệp nén chỉ được mở một lần; giải nén bằng tay rồi nhập thư mục",
            ),
            FileFormat("program", "chương trình", None, "xóa tệp này; xem lại nó từ đâu ra"),
        )
    }
)


def recognise_format(path: Path, name: str) -> FileFormat:
    """Return the format of a file, by its content; the name decides only where that is silent.

    Args:
        path: a regular file.
        name: its name as given; `path` may have another.

    Raises:
        ImportRefusedError: it cannot be opened, or is of a kind that holds no text.
    """
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD_BYTES)
    except OSError as error:
        raise ImportRefusedError(
            f"không mở được tệp ({reason_of(error)}); kiểm tra lại tên tệp và quyền đọc"
        ) from error
    for opening, what, remedy in _OTHERS:
        if head.startswith(opening):
            raise ImportRefusedError(f"đây là {what}; {remedy}")
    return FORMATS[_key_of(path, name, head)]


def is_archive(path: Path) -> bool:
    """True for a zip file that is no document of an office program, also for a broken one."""
    try:
        with path.open("rb") as file:
            return file.read(4).startswith(_ZIP) and _kind_of_zip(path) == "zip"
    except OSError:
        return False


def _key_of(path: Path, name: str, head: bytes) -> str:
    ending = name.lower().rpartition(".")[2]
    # Up to a kilobyte of anything may stand before.
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith(_ZIP):
        return _kind_of_zip(path)
    if head.startswith(OLE):
        key = next((key for stream, key in _OLE_STREAMS if _ole_holds(path, stream)), "")
        if not key:
            # LibreOffice would make text of any bytes.
            raise ImportRefusedError(
                "đây là tệp Office đời cũ nhưng không có văn bản hay bảng nào bên trong, có lẽ tệp "
                "hỏng; mở bằng chương trình gốc, lưu thành .docx hoặc .xlsx rồi nhập lại"
            )
        return key
    if head.startswith(_PROGRAMS) or (head.startswith(b"MZ") and b"\0" in head[:64]):
        return "program"
    is_bitmap = head.startswith(b"BM") and head[6:10] == bytes(4)
    is_webp = head.startswith(b"RIFF") and head[8:12] == b"WEBP"
    if head.startswith(_PICTURES) or is_bitmap or is_webp:
        return "picture"
    return _kind_of_text(ending, head)


def _kind_of_text(ending: str, head: bytes) -> str:
    start = _narrow(head).lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith(b"{\\rtf"):
        return "rtf"
    if re.search(
        rb"^content-type:\s*multipart/related|^snapshot-content-location:",
        start[:4096],
        re.IGNORECASE | re.MULTILINE,
    ):
        return "mhtml"
    first = _FIRST_ELEMENT.search(start) if start.startswith(b"<") else None
    root = first[1].lower() if first else b""
    if root == b"rss" and b"wordpress.org/export" in start:
        return "wxr"
    if root in (b"html", b"svg"):
        return "html" if root == b"html" else "picture"
    if re.match(rb"<!doctype\s+html", start, re.IGNORECASE):
        return "html"
    if ending == "txt":
        # A text copied from a page keeps scraps of its elements.
        return "html" if _PAGE.search(start) else "txt"
    if ending in ("csv", "tsv") and not start.startswith(b"<"):
        return "csv"  # whatever its cells hold
    if ending in ("json", "jsonl") and start[:1] in (b"{", b"["):
        return "json"
    tags = sum(1 for _ in zip(range(_TAGS_OF_A_PAGE), _HTML.finditer(start), strict=False))
    if tags == _TAGS_OF_A_PAGE or (tags and ending in ("html", "htm", "xhtml", "aspx", "php")):
        return "html"
    return "txt"


def _narrow(head: bytes) -> bytes:
    """Return UTF-16 as bytes of one letter each, for looking at its signs."""
    for mark, name in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        if head.startswith(mark):
            return head[2:].decode(name, "replace").encode("utf-8", "replace")
    return head


def _kind_of_zip(path: Path) -> str:
    """Return the key of an office document; "zip" for any other archive, broken ones included."""
    try:
        with open_archive(path) as archive:
            names = set(archive.namelist())
            if "mimetype" in names and archive.getinfo("mimetype").file_size < 200:
                kind = archive.read("mimetype").strip()
                return _OPEN_DOCUMENTS.get(kind, "zip")
    except (ImportRefusedError, zipfile.BadZipFile, OSError, RuntimeError, ValueError, zlib.error):
        return "zip"
    if "[Content_Types].xml" not in names:
        return "zip"
    for folder, key in (("word/", "docx"), ("xl/", "xlsx"), ("ppt/", "pptx")):
        if any(name.startswith(folder) for name in names):
            has_macros = f"{folder}vbaProject.bin" in names
            return {"docx": "docm", "xlsx": "xlsm"}.get(key, key) if has_macros else key
    return "zip"


def _ole_holds(path: Path, stream: str) -> bool:
    """True where the directory of an OLE file may name a stream; the whole file is looked through.

    A directory stands anywhere, its names in UTF-16, each followed by zeros.
    """
    wanted = stream.encode("utf-16-le") + b"\0\0"
    with path.open("rb") as file:
        before = b""
        while piece := file.read(1_000_000):
            if wanted in before + piece:
                return True
            before = piece[-len(wanted) :]
    return False

"""Opens an office file: its bytes, its digest, and what format it really is, told by content."""

from __future__ import annotations

import enum
import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from bantin.errors import ImportRefusedError
from bantin.importing.reading.given_file import hold_name, read_bytes

MAX_OFFICE_BYTES = 100_000_000
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MARKUP = re.compile(rb"<(?:!doctype html|html|head|body|meta|table|div|p)[\s>]", re.IGNORECASE)
_WORD_2003 = b"schemas.microsoft.com/office/word/2003/wordml"
_HEAD_BYTES = 4096


class OfficeFormat(enum.Enum):
    """The formats that office files really have; the value is the name that editors know."""

    ZIP = "DOCX hoặc ODT"
    RTF = "RTF"
    OLE = "DOC (Word 97-2003)"
    HTML = "HTML"
    XML = "Word XML 2003"
    PDF = "PDF"
    UNKNOWN = "không rõ định dạng"


@dataclass(frozen=True, slots=True)
class OfficeOriginal:
    """An opened file.

    Attributes:
        name: the file's name, NFC.
        data: its bytes; never empty.
        sha256: hex digest of the bytes.
        format: told by the bytes.
    """

    name: str
    data: bytes
    sha256: str
    format: OfficeFormat


def open_original(path: Path) -> OfficeOriginal:
    """Read a file whole.

    Raises:
        ImportRefusedError: it cannot be opened, is empty or too large, or no record can keep its
            name.
    """
    name = hold_name(path.name)
    too_large = "tệp lớn hơn 100 MB; giảm cỡ hình trong tệp rồi nhập lại"
    data = read_bytes(path, MAX_OFFICE_BYTES, too_large)
    if not data.strip():
        raise ImportRefusedError("tệp rỗng; lấy lại tệp từ nơi lưu gốc")
    return OfficeOriginal(name, data, hashlib.sha256(data).hexdigest(), _tell_format(data))


def refuse_format(original: OfficeOriginal, wanted: str) -> ImportRefusedError:
    """Return the refusal of a file that is of another format than its reader reads."""
    if original.format is OfficeFormat.OLE and _holds_encrypted_package(original.data):
        return ImportRefusedError("tệp đặt mật khẩu; mở bằng Word, bỏ mật khẩu, lưu lại rồi nhập")
    if original.format is OfficeFormat.UNKNOWN:
        return ImportRefusedError(
            f"đây không phải tệp {wanted}, hoặc tệp đã hỏng; "
            "mở bằng Word hoặc LibreOffice, lưu lại thành .docx rồi nhập"
        )
    return ImportRefusedError(
        f"tệp có nội dung là {original.format.value}, không phải {wanted}; "
        "đổi đuôi tệp cho đúng, hoặc mở bằng Word, lưu lại thành .docx rồi nhập"
    )


def _tell_format(data: bytes) -> OfficeFormat:
    head = data[:_HEAD_BYTES].lstrip(b"\xef\xbb\xbf \t\r\n")
    starts = {
        b"PK\x03\x04": OfficeFormat.ZIP,
        b"PK\x05\x06": OfficeFormat.ZIP,
        b"{\\rt": OfficeFormat.RTF,
        _OLE: OfficeFormat.OLE,
        b"%PDF": OfficeFormat.PDF,
    }
    for start, found in starts.items():
        if head.startswith(start):
            return found
    if _WORD_2003 in head:
        return OfficeFormat.XML
    # Web pages that Word or a browser saved may be in UTF-16.
    plain = head.replace(b"\x00", b"")
    return OfficeFormat.HTML if _MARKUP.search(plain) else OfficeFormat.UNKNOWN


def _holds_encrypted_package(data: bytes) -> bool:
    return "EncryptedPackage".encode("utf-16-le") in data

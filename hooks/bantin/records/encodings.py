"""Why the bytes of a file are no UTF-8, and how a clerk mends that. Knows bytes only."""

from __future__ import annotations

import codecs

_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, b"-\0-\0", b"\0-\0-")
_RESAVE = (
    "lưu với bảng mã UTF-8: mở bằng Notepad, chọn Tệp → Lưu dưới dạng…, ở ô Mã hóa chọn UTF-8 "
    "rồi lưu đè lên tệp cũ"
)


def explain_utf16(raw: bytes) -> tuple[int, str, str] | None:
    """Return (1-based line, message, hint) of bytes in UTF-16; None for others."""
    if raw.startswith(_UTF16):
        return 1, "tệp ở bảng mã UTF-16, không phải UTF-8", _RESAVE
    return None


def explain_bytes(raw: bytes, start: int) -> tuple[int, str, str]:
    """Return (1-based line, message, hint) of bytes that are no UTF-8.

    Args:
        raw: the whole file.
        start: offset of the first byte at fault.
    """
    line = raw.count(b"\n", 0, start) + 1
    read = raw.decode("utf-8", errors="replace")
    broken = read.count("\ufffd")
    if sum(char > "\x7f" for char in read) > 2 * broken:
        # Saved again from another encoding, all other letters would be lost.
        hint = "gõ lại những chữ hỏng ở dòng này rồi lưu với bảng mã UTF-8"
        return line, "dòng này có ký tự hỏng, không phải UTF-8", hint
    return line, "tệp không ở bảng mã UTF-8", _RESAVE

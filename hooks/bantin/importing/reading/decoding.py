"""Makes the bytes of a page into text: finds the encoding, mends mojibake, tells both.

Knows no HTML but its declarations of encodings.
"""

from __future__ import annotations

import codecs
import re

import ftfy

from bantin.text.normalize import nfc

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"""<meta\b[^>]{0,200}?\bcharset\s*=\s*["']?\s*([\w.:-]{1,40})"""
    rb"""|<\?xml\b[^>]{0,200}?\bencoding\s*=\s*["']([\w.:-]{1,40})""",
    re.IGNORECASE,
)
_HEAD_BYTES = 4096
# Code pages whose letters Windows' Vietnamese page shares; pages written in it often name these.
_WESTERN = frozenset({"", "iso8859-1", "cp1252", "ascii", "cp1258"})
# A vowel and a tone of its own: so code page 1258 writes, and no other.
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_TONED = re.compile(rf"[aăâeêioôơuưyAĂÂEÊIOÔƠUƯY][{_TONES}]")
_STRAY_TONE = re.compile(rf"(?<![aăâeêioôơuưyAĂÂEÊIOÔƠUƯY])[{_TONES}]")
_LEAST_TONED = 5
# What UTF-8 of Vietnamese letters looks like when read as Windows 1252.
_MOJIBAKE = re.compile(r"á[º»][\S\xa0]|Ä[‘\x90\x91\xa9©ƒ‚]|Æ[°¡¯ ]|Ã[\xa0-¿ ]|Ä\S|Å[©¨]")
_VIETNAMESE = re.compile(r"[ăđơưĂĐƠƯàáâãèéêìíòóôõùúýÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝ\u1ea0-\u1ef9]")
_LEAST_MOJIBAKE = 3


def decode_text(raw: bytes, declared: str, repairs: list[str], doubts: list[str]) -> str:
    """Return the text of a page.

    Args:
        raw: the whole page.
        declared: the encoding that something outside the page names; "" for none.
        repairs: takes what was mended, in Vietnamese.
        doubts: takes what may be wrong, in Vietnamese.
    """
    for bom, encoding in _BOMS:
        if raw.startswith(bom):
            text = raw[len(bom) :].decode(encoding, "replace")
            if encoding != "utf-8":
                repairs.append("Chuyển từ bảng mã UTF-16 sang UTF-8")
            return _mend_mojibake(text, repairs)
    if encoding := _utf16_without_mark(raw):
        repairs.append("Chuyển từ bảng mã UTF-16 sang UTF-8")
        return _mend_mojibake(raw.decode(encoding, "replace"), repairs)
    encoding = _known(declared) or _known(_declared_within(raw))
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        return _mend_mojibake(_decode_other(raw, encoding, repairs, doubts), repairs)
    if encoding not in ("", "utf-8", "ascii") and not raw.isascii():
        repairs.append(f"Trang khai bảng mã {encoding} nhưng thật ra ở UTF-8: đọc theo UTF-8")
    return _mend_mojibake(text, repairs)


def _declared_within(raw: bytes) -> str:
    match = _DECLARED.search(raw[:_HEAD_BYTES])
    return (match[1] or match[2]).decode("ascii", "replace") if match else ""


def _known(name: str) -> str:
    """Return Python's name of an encoding of single bytes or of UTF; "" for none."""
    try:
        info = codecs.lookup(name.strip())
    except (LookupError, ValueError):
        return ""
    # Codecs that make no text of bytes have names too.
    is_text = getattr(info, "_is_text_encoding", True)
    if not is_text or info.name in ("idna", "punycode", "unicode_escape", "raw_unicode_escape"):
        return ""
    return info.name


def _utf16_without_mark(raw: bytes) -> str:
    head = raw[:_HEAD_BYTES]
    half = len(head) // 2
    if half < 4:
        return ""
    if head[1::2].count(0) > 0.4 * half and head[::2].count(0) < 0.1 * half:
        return "utf-16-le"
    if head[::2].count(0) > 0.4 * half and head[1::2].count(0) < 0.1 * half:
        return "utf-16-be"
    return ""


def _decode_other(raw: bytes, encoding: str, repairs: list[str], doubts: list[str]) -> str:
    """Decode what is no sound UTF-8."""
    text = raw.decode("utf-8", "replace")
    lost = text.count("\ufffd")
    # A page cut in the middle of a letter, or with a few broken ones.
    if lost <= 3 or lost * 50 < len(_VIETNAMESE.findall(text)):
        doubts.append(f"có {lost} ký tự hỏng trong trang UTF-8; xem lại các chỗ thiếu chữ")
        return text.replace("\ufffd", "")
    if encoding in _WESTERN:
        as_1258 = raw.decode("cp1258", "replace")
        toned = len(_TONED.findall(as_1258))
        if toned >= _LEAST_TONED and toned > 5 * len(_STRAY_TONE.findall(as_1258)):
            repairs.append("Chuyển từ bảng mã Windows-1258 (dấu thanh rời) sang Unicode dựng sẵn")
            return nfc(as_1258).replace("\ufffd", "")
    chosen = encoding if encoding and encoding != "utf-8" else "cp1252"
    if chosen == "iso8859-1":  # as browsers read it
        chosen = "cp1252"
    doubts.append(
        f"trang không ở UTF-8; đọc theo bảng mã {chosen}, chữ Việt có thể sai: so với bản gốc"
    )
    return raw.decode(chosen, "replace").replace("\ufffd", "")


def _mend_mojibake(text: str, repairs: list[str]) -> str:
    """Mend lines whose UTF-8 was once read as Windows 1252, where that makes them Vietnamese."""
    if len(_MOJIBAKE.findall(text)) < _LEAST_MOJIBAKE:
        return text
    mended = 0
    lines = text.split("\n")
    for at, line in enumerate(lines):
        before = len(_MOJIBAKE.findall(line))
        if not before:
            continue
        better = ftfy.fix_encoding(line)
        if better == line:
            continue
        after = len(_MOJIBAKE.findall(better))
        gained = len(re.findall("[đơưĐƠƯ\u1ea0-\u1ef9]", better))
        if after * 5 <= before and gained and len(better) < len(line):
            lines[at] = better
            mended += 1
    if not mended:
        return text
    repairs.append(
        f"Sửa {mended} dòng chữ Việt bị đọc sai bảng mã (UTF-8 đọc như Windows-1252) bằng ftfy"
    )
    return "\n".join(lines)

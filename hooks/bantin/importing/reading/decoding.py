"""Makes bytes into text: finds the encoding, also an old one; mends mojibake; tells all of it.

Knows no format but the declarations of encodings in HTML and XML.
"""

from __future__ import annotations

import codecs
import re

import ftfy

from bantin.errors import ImportRefusedError
from bantin.importing.reading.legacy.charmaps import convert_text
from bantin.importing.reading.legacy.judging import detect_legacy, has_unicode_letters

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
# What UTF-8 of Vietnamese letters looks like when read as Windows 1252.
_MOJIBAKE = re.compile(r"á[º»][\S\xa0]|Ä[‘\x90\x91\xa9©ƒ‚]|Æ[°¡¯ ]|Ã[\xa0-¿ ]|Ä\S|Å[©¨]")
_VIETNAMESE = re.compile(r"[ăđơưĂĐƠƯàáâãèéêìíòóôõùúýÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝ\u1ea0-\u1ef9]")
_LEAST_MOJIBAKE = 3
_CONVERTED = "Chuyển từ bảng mã cũ {} sang Unicode"
# Bytes as Windows-1252 shows them; its five holes as Latin-1.
_WESTERN = tuple(
    chr(byte) if byte in (0x81, 0x8D, 0x8F, 0x90, 0x9D) else bytes([byte]).decode("cp1252")
    for byte in range(256)
)


def decode_text(
    raw: bytes, declared: str, repairs: list[str], doubts: list[str], *, guess: bool
) -> str:
    """Return the text of a file or a page.

    Args:
        raw: the whole file.
        declared: the encoding that something outside the file names; "" for none.
        repairs: takes what was mended, in Vietnamese.
        doubts: takes what may be wrong, in Vietnamese.
        guess: read what is in no known encoding as Windows-1252, and say so.

    Raises:
        ImportRefusedError: it is in no known encoding, and nothing may be guessed.
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
        return _mend_mojibake(_decode_other(raw, encoding, repairs, doubts, guess=guess), repairs)
    if encoding not in ("", "utf-8", "ascii") and not raw.isascii():
        repairs.append(f"Trang khai bảng mã {encoding} nhưng thật ra ở UTF-8: đọc theo UTF-8")
    mended = _mend_mojibake(text, repairs)
    # Letters of an old encoding, once saved in UTF-8 as the Latin ones that they looked like.
    is_old = mended == text and not has_unicode_letters(text)
    if is_old and (legacy := detect_legacy(text)):
        repairs.append(_CONVERTED.format(legacy.value))
        return convert_text(text, legacy)
    return mended


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


def _decode_other(
    raw: bytes, encoding: str, repairs: list[str], doubts: list[str], *, guess: bool
) -> str:
    """Decode what is no sound UTF-8."""
    text = raw.decode("utf-8", "replace")
    lost = text.count("\ufffd")
    # A page cut in the middle of a letter, or with a few broken ones.
    known = len(_VIETNAMESE.findall(text))
    if known and (lost <= 3 or lost * 50 < known):
        doubts.append(f"có {lost} ký tự hỏng trong trang UTF-8; xem lại các chỗ thiếu chữ")
        return text.replace("\ufffd", "")
    western = "".join(_WESTERN[byte] for byte in raw)
    if legacy := detect_legacy(western):
        repairs.append(_CONVERTED.format(legacy.value))
        return convert_text(western, legacy)
    if not guess:
        line = raw.count(b"\n", 0, len(text.partition("\ufffd")[0].encode())) + 1
        raise ImportRefusedError(
            f"dòng {line} không ở bảng mã UTF-8, cũng không giống TCVN3, VNI, VISCII hay "
            "Windows-1258; mở bằng chương trình gốc, lưu với bảng mã UTF-8 rồi nhập lại"
        )
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

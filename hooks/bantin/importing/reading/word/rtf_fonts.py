"""The fonts of an RTF file and the bytes set in them."""

from __future__ import annotations

from dataclasses import dataclass

from bantin.importing.reading.legacy.fonts import encoding_of_font

_CODECS = {
    77: "mac_roman", 128: "cp932", 129: "cp949", 134: "gbk", 136: "big5", 161: "cp1253",
    162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251",
    222: "cp874", 238: "cp1250", 255: "cp850",
}  # fmt: skip
_SYMBOL_CHARSET = 2


@dataclass(slots=True)
class RtfFont:
    """A font of the file's table: its name, and the charset of bytes set in it."""

    name: str = ""
    charset: int = 0

    def decode(self, data: bytes, codec: str) -> str:
        """Return text of bytes; `codec` is that of the file."""
        if self.charset == _SYMBOL_CHARSET:
            return "".join(chr(0xF000 + byte) if byte > 0x20 else chr(byte) for byte in data)
        if encoding_of_font(self.name) is not None:
            # Its letters stand on the places of Latin ones, whatever script the file names.
            return decode_bytes(data, "cp1252")
        return decode_bytes(data, _CODECS.get(self.charset, codec))


def codec_of_page(page: int | None) -> str:
    """Return the codec of a code page that a file names; Windows-1252 for an unknown one."""
    codec = f"cp{page}"
    try:
        b"a".decode(codec)
    except LookupError:
        return "utf-8" if page == 65001 else "cp1252"
    return codec


def decode_bytes(data: bytes, codec: str) -> str:
    """Return text of bytes. A byte that the codec has not keeps its place in Latin-1."""
    try:
        return data.decode(codec)
    except UnicodeDecodeError:
        pass
    chars = []
    for byte in data:
        one = bytes([byte])
        try:
            chars.append(one.decode(codec))
        except UnicodeDecodeError:
            chars.append(one.decode("latin-1"))
    return "".join(chars)

"""The tables of old Vietnamese encodings, and the conversion of a text by one of them."""

from __future__ import annotations

import enum
import re

from viparse.normalize.encodings import CHARMAPS
from viparse.normalize.tables import build_charmap, convert

from bantin.text.normalize import nfc

_WORD = re.compile(r"[^\W\d_]++")


class LegacyEncoding(enum.Enum):
    """The old encodings; the value is the name that editors know."""

    TCVN3 = "TCVN3 (ABC)"
    VNI = "VNI"
    VISCII = "VISCII"
    CP1258 = "Windows-1258"


# The table of viparse leaves out what its samples do not hold: "thaúng" is "thẳng", "kî" is "kỵ".
_VNI = build_charmap(
    "vni", [*CHARMAPS["vni"].pairs, ("aú", "ẳ"), ("AÚ", "Ẳ"), ("î", "ỵ"), ("Î", "Ỵ")]
)
_TABLES = {
    LegacyEncoding.TCVN3: CHARMAPS["tcvn3"],
    LegacyEncoding.VNI: _VNI,
    LegacyEncoding.VISCII: CHARMAPS["viscii"],
}
# On the places of code page 1252: letters of their own, and marks that follow their letter.
_CP1258 = {
    ord(char): bytes([code]).decode("cp1258")
    for code in range(0xC0, 0x100)
    if (char := bytes([code]).decode("cp1252")) != bytes([code]).decode("cp1258")
}


def convert_text(text: str, encoding: LegacyEncoding) -> str:
    """Return a text of an old encoding in Unicode, NFC.

    Args:
        text: bytes of the encoding, read as Windows-1252 or Latin-1.
        encoding: of the whole text.
    """
    if encoding is LegacyEncoding.CP1258:
        return nfc(text.translate(_CP1258))
    converted: str = convert(text, _TABLES[encoding])
    if encoding is LegacyEncoding.TCVN3:
        return _WORD.sub(_capital_word, converted)
    return converted


def _capital_word(match: re.Match[str]) -> str:
    """Return a word of TCVN3 in capitals where its plain letters are: "CéNG" was "CỘNG".

    TCVN3 has no capitals with tones. Such words were typed for a font that draws them.
    """
    plain = [char for char in match[0] if char.isascii()]
    return match[0].upper() if len(plain) > 1 and "".join(plain).isupper() else match[0]

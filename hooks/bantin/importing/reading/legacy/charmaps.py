"""The tables of old Vietnamese encodings, and the conversion of a text by one of them."""

from __future__ import annotations

import enum
import re

from viparse.normalize.encodings import CHARMAPS
from viparse.normalize.tables import build_charmap, convert

from bantin.text.normalize import nfc

# TCVN3 has no capitals with tones: "CéNG" was typed for a font that draws them. Two plain capitals
# and no plain small letter tell such a word.
_CAPITAL_WORD = re.compile(r"(?<!\w)(?=[^\Wa-z]*+(?!\w))(?=\w*?[A-Z]\w*?[A-Z])\w*+(?!\w)", re.ASCII)


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
        return _CAPITAL_WORD.sub(lambda match: match[0].upper(), converted)
    return converted

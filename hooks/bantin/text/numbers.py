"""Numbers of official documents: `405/TB-VP.UBND`, `12/UBND-VX`, `30/2020/NĐ-CP`, `18-KL/TW`.

Source: Decree 30/2020/NĐ-CP, Annex I; facts on documents, "Number grammar".
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from bantin.text.fold import fold
from bantin.text.normalize import nfc, squeeze_spaces

_NUMBER = re.compile(
    r"(?P<serial>\d+)(?:\s*/\s*(?P<year>(?:19|20)\d{2}))?\s*(?P<sep>[/-])\s*(?P<symbol>[^\s].*)"
)
_SYMBOL = re.compile(r"[A-ZĐƯa-zđ][\w.&]*(?:\s*[-/]\s*[\w.&]+)*")
_BETWEEN = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class DocumentNumber:
    """A document's number and symbol, taken apart.

    Attributes:
        serial: the running number of the year, >= 0.
        year: the year where the number itself names it (laws), else None.
        symbol: the part behind the number, as written, without spaces: "TB-VP.UBND".
        separator: "/" or, for Party documents, "-".
    """

    serial: int
    year: int | None
    symbol: str
    separator: str = "/"

    def __str__(self) -> str:
        middle = f"/{self.year}" if self.year is not None else ""
        return f"{self.serial:02}{middle}{self.separator}{self.symbol}"


def parse_number(text: str) -> DocumentNumber | None:
    """Take a document number apart; None when `text` is none.

    Stray spaces are real ("256 /2004/QĐ-UB") and allowed; Ð (U+00D0) is read as Đ.
    """
    cleaned = squeeze_spaces(nfc(text).replace("\u00d0", "Đ"))
    match = _NUMBER.fullmatch(cleaned)
    if match is None or not _SYMBOL.fullmatch(match["symbol"]):
        return None
    year = int(match["year"]) if match["year"] else None
    return DocumentNumber(
        int(match["serial"]), year, match["symbol"].replace(" ", ""), match["sep"]
    )


def number_key(text: str) -> str:
    """Return a key that is equal for all ways to write one number.

    Case, marks, spaces, dots, hyphens, leading zeros and a "số" in front do not count:
    "Số: 405/TB-VP.UBND", "405 tb vpubnd" both give "405tbvpubnd".
    """
    joined = _BETWEEN.sub("", fold(text))
    return joined.removeprefix("so").lstrip("0")

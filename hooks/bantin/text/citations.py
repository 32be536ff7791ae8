"""Numbers of documents as people cite and type them, whole or in part.

Knows no archive. The caller finds the document.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from bantin.text.fold import fold

_NUMBER = re.compile(r"(?P<serial>\d+)(?:\s*/\s*(?P<year>(?:19|20)\d{2})(?!\d))?(?P<symbol>.*)")
# Follows a number in a sentence: "số 15/QĐ-UBND ngày 5/1/2020 của …".
_BEHIND = re.compile(r"[,;()]|\b(?:ngay|nam|cua)\b")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
_PART = re.compile(r"[a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Citation:
    """A document's number as somebody wrote it.

    Attributes:
        serial: the running number, leading zeros left out.
        year: from the number or the words behind it; None where neither names one.
        symbol: folded parts of the symbol behind the number; () without a symbol.
    """

    serial: int
    year: int | None
    symbol: tuple[str, ...]

    @property
    def key(self) -> str:
        """Equal for all ways to write one number; without the year. "" without a symbol."""
        return f"{self.serial}/{''.join(self.symbol)}" if self.symbol else ""

    def can_mean(self, number: str, *, year: int) -> bool:
        """True when the citation does not contradict a document.

        Args:
            number: of the document, "405/TB-VP.UBND".
            year: in which it was issued.
        """
        own = read_citation(number)
        if own is None or own.serial != self.serial:
            return False
        if self.year not in (None, own.year, year):
            return False
        typed = "".join(self.symbol)
        # Whole parts only: "405-TB" may be 405/TB-VP, but "405-T" is no 405/TB.
        return any("".join(own.symbol[:n]) == typed for n in range(len(own.symbol) + 1))


# Every page that may cite a document asks for its number.
@lru_cache(maxsize=4_096)
def read_citation(text: str) -> Citation | None:
    """Read a number from how people write it; None where there is none.

    Case, marks, spaces and signs between the parts do not count, nor does what stands in front:
    "405 TB VPUBND", "số 405", "405/2013", "Quyết định số 15/QĐ-UBND ngày 5/1/2020".
    """
    folded = fold(text)
    match = re.search(r"\d", folded)
    if match is None:
        return None
    cited = folded[match.start() :]
    end = _BEHIND.search(cited)
    behind = cited[end.start() :] if end else ""
    found = _NUMBER.fullmatch(" ".join((cited[: end.start()] if end else cited).split()))
    assert found is not None  # it begins with a digit
    year = found["year"] or next(iter(_YEAR.findall(behind)), None)
    return Citation(
        int(found["serial"]), int(year) if year else None, tuple(_PART.findall(found["symbol"]))
    )

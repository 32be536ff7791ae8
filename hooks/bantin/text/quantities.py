"""Quantities as Vietnamese prints them: "18.486", "12,5", "81 người", "3,5%"; and read back.

Knows no figure and no record; text/numbers.py is about the numbers of documents.
"""

from __future__ import annotations

import re
from decimal import Decimal

_PRINTED = re.compile(r"(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?")
_MINUS = "\u2212"


def exactly(value: int | float | Decimal) -> Decimal:
    """Return a value exactly as written: 0.1 is a tenth, not the nearest binary fraction."""
    return Decimal(repr(value)) if isinstance(value, float) else Decimal(value)


def format_number(value: int | float | Decimal) -> str:
    """Return a number with "." between thousands and a decimal comma: 12.50 gives "12,5"."""
    whole, _, part = f"{abs(exactly(value)):f}".partition(".")
    part = part.rstrip("0")
    text = f"{int(whole):,}".replace(",", ".") + (f",{part}" if part else "")
    return f"{_MINUS}{text}" if value < 0 else text


def format_quantity(value: int | float | Decimal, unit: str) -> str:
    """Return a number with its unit, "681 người"; "%" follows without a space."""
    return format_number(value) + (unit if unit == "%" else f" {unit}" if unit else "")


def read_number(printed: str) -> int | float | None:
    """Return the value of a printed number; None where its marks are not Vietnamese ("3.5")."""
    if not _PRINTED.fullmatch(printed):
        return None
    plain = printed.replace(".", "").replace(",", ".")
    return float(plain) if "." in plain else int(plain)

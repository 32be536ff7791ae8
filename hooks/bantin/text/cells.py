"""Cells and lines of CSV. No spreadsheet may run a cell as a formula.

Source: RFC 4180.
"""

from __future__ import annotations

from collections.abc import Iterable

_FORMULA = ("=", "+", "-", "@", "\t")


def text_cell(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def csv_line(values: Iterable[str]) -> str:
    """Return values as a line of CSV, without its end."""
    return ",".join(map(_quoted, values))


def _quoted(value: str) -> str:
    if "," in value or '"' in value or "\n" in value or "\r" in value:
        return '"' + value.replace('"', '""') + '"'
    return value

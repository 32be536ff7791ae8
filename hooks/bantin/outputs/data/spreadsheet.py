"""Writes tables as CSV files that spreadsheets open without import. Knows no content.

Source: RFC 4180.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence


def csv_bytes(headings: Sequence[str], lines: Iterable[Sequence[str]]) -> bytes:
    """Return a table in UTF-8 with CRLF. It begins with a BOM: spreadsheets then read UTF-8."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(headings)
    writer.writerows(lines)
    return text.getvalue().encode("utf-8-sig")

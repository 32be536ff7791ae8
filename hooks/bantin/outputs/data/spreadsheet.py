"""Tables as CSV files that spreadsheets open as they are. Knows nothing of what they hold.

Source: RFC 4180.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence


def csv_bytes(headings: Sequence[str], lines: Iterable[Sequence[str]]) -> bytes:
    """Return a table: UTF-8 with its mark, which tells spreadsheets that it is; CRLF."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(headings)
    writer.writerows(lines)
    return text.getvalue().encode("utf-8-sig")

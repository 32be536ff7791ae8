"""Dates and months as one word each, however they are written: "2021-10-05", "2021-10".

The query side holds the same rules in JavaScript (`search/dates.js`); `tests/vectors/dates.json`
keeps the two equal. Knows no records.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from bantin.text.normalize import nfc

_YEAR = r"(?:19|20)\d\d"
# Neither the number of a law ("12/2020/NĐ-CP") nor a piece of a longer number.
_ENDS = r"(?![\d/]|-\w)"
_THANG = "[Tt][Hh][ÁáAa][Nn][Gg]"
_NAM = "[Nn][ĂăAa][Mm]"
_WRITTEN = re.compile(
    # The digit before the look-behind, and no flag: so `re` runs from digit to digit.
    r"[0-9](?<![\d/.,]\d)\d?(?:"
    rf"(?P<sign>[/.-])(?P<month>\d{{1,2}})(?P=sign)(?P<year>{_YEAR}){_ENDS}"
    rf"|\s+{_THANG}\s+(?P<named>\d{{1,2}})"
    rf"(?:\s*/\s*|,?\s+{_NAM}\s+)(?P<named_year>{_YEAR})(?!\d)"
    rf"|[/-](?P<month_year>{_YEAR}){_ENDS}"
    rf"|,?\s+{_NAM}\s+(?P<behind>{_YEAR})(?!\d))",
)
_MONTH_BEFORE = re.compile(rf"{_THANG}\s+$")


def date_terms(text: str) -> Iterator[str]:
    """Yield the term of each date and month in a text, in order; a date gives its month too.

    "ngày 5 tháng 10 năm 2021", "05/10/2021", "5-10-2021" give "2021-10-05" and "2021-10";
    "tháng 10 năm 2021", "10/2021" give "2021-10". An impossible day gives nothing.
    """
    text = nfc(text)
    for match in _WRITTEN.finditer(text):
        first = int(match[0][:2] if match[0][1].isdigit() else match[0][0])
        if year := match["year"] or match["named_year"]:
            month = int(match["month"] or match["named"])
            try:
                day = date(int(year), month, first)
            except ValueError:
                continue
            yield day.isoformat()
            yield f"{year}-{month:02}"
        elif 1 <= first <= 12:
            before = text[max(0, match.start() - 12) : match.start()]
            # "sau 10 năm 2021 mới …" names no month.
            if year := match["month_year"] or (_MONTH_BEFORE.search(before) and match["behind"]):
                yield f"{year}-{first:02}"

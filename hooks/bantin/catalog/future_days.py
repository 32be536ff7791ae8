"""Finds records dated in the future: they would take the first place in every list and feed.

The site itself knows no clock. Only what may enter it is judged by the day in Viet Nam.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path

from bantin.catalog.catalog import Catalog
from bantin.catalog.items import age_of
from bantin.catalog.timeline_names import DOCUMENTS, NEWS
from bantin.errors import Problem
from bantin.records.models import Dated
from bantin.records.reader import find_line
from bantin.text.dates import VIETNAM, short_date

# An editor may prepare tomorrow's news tonight.
_AHEAD = timedelta(days=1)


def is_too_late(day: date, today: date) -> bool:
    """True for a day that no published record can bear yet: one after tomorrow."""
    return day > today + _AHEAD


def check_future_days(catalog: Catalog, docs_dir: Path, today: date) -> list[Problem]:
    """Return a Problem for each record that is published before its day.

    Args:
        catalog: all records with drafts, which may have any day.
        docs_dir: folder of the records, for finding lines.
        today: the day in Viet Nam.
    """
    after = today + _AHEAD + timedelta(days=1)
    start = datetime(after.year, after.month, after.day, tzinfo=VIETNAM)
    rows = catalog.connection.execute(
        "select src_uri from members where timeline in (?, ?) and age <= ? order by src_uri",
        (NEWS, DOCUMENTS, age_of(start)),
    )
    records = (catalog.dated(uri) for (uri,) in rows.fetchall())
    return [
        tell_future(record, find_line(docs_dir, record.file.src_uri, ("date",)), today)
        for record in records
        if record.status != "draft"
    ]


def tell_future(record: Dated, line: int, today: date) -> Problem:
    """Return the Problem of a record that is published before its day."""
    return Problem(
        record.file.src_uri,
        line,
        "date",
        f"ngày {short_date(record.day)} còn ở tương lai (theo đồng hồ của máy, hôm nay là "
        f"{short_date(today)})",
        "xem lại năm và tháng; nếu đúng là ngày ấy thì để status: draft cho đến hôm đó",
    )

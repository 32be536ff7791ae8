"""Views by day: one file a month in docs/. The totals are their sum.

A line is an address, then "day:views" for each day with views. So a run changes only the days that
it counted, and Git shows them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from pathlib import Path

from bantin.errors import Problem, ProblemsError
from bantin.records import folders
from bantin.records.view_counts import FOLDER, LATELY_DAYS, Seen, ViewTotals
from bantin.text.normalize import split_lines

# Address → day of the month → views, at least 1.
DayCounts = Mapping[str, Mapping[int, int]]

_NAME = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])\.tsv")
_ROW = re.compile(
    rf"((?:{'|'.join(folders.DATED)})/[^\t]+/)\t(\d{{1,2}}:[1-9]\d*(?: \d{{1,2}}:[1-9]\d*)*)"
)


def parse_days(text: str, name: str) -> dict[str, dict[int, int]]:
    """Read a month's file.

    Args:
        text: its content.
        name: its name in messages to an editor.

    Raises:
        ProblemsError: it is not as `format_days` writes it; every such line is told.
    """
    counts, problems = {}, []
    for number, line in enumerate(split_lines(text), 1):
        row = _ROW.fullmatch(line)
        if row is None:
            problems.append(
                Problem(
                    f"{FOLDER}/{name}",
                    number,
                    "",
                    "phải là: địa chỉ, tab, rồi “ngày:số lượt” cách nhau bằng dấu cách",
                    "lấy lại tệp này từ Git",
                )
            )
            continue
        pairs = (pair.split(":") for pair in row[2].split(" "))
        counts[row[1]] = {int(day): int(views) for day, views in pairs}
    if problems:
        raise ProblemsError(problems)
    return counts


def format_days(counts: DayCounts) -> str:
    """Return a month's file: by address, the days in order."""
    return "".join(
        f"{url}\t{' '.join(f'{day}:{views}' for day, views in sorted(days.items()))}\n"
        for url, days in sorted(counts.items())
    )


def greater_of(one: DayCounts, other: DayCounts) -> dict[str, dict[int, int]]:
    """Return the greater number for every address and day."""
    merged = {url: dict(days) for url, days in one.items()}
    for url, days in other.items():
        mine = merged.setdefault(url, {})
        for day, views in days.items():
            mine[day] = max(views, mine.get(day, 0))
    return merged


def list_months(folder: Path) -> list[str]:
    """Return the months ("2026-11") that have a file in a folder, in order."""
    return sorted(path.stem for path in folder.glob("*.tsv") if _NAME.fullmatch(path.name))


def read_month(folder: Path, month: str) -> dict[str, dict[int, int]]:
    """Read the file of a month; {} where there is none.

    Raises:
        ProblemsError: it is not as `format_days` writes it.
    """
    path = folder / f"{month}.tsv"
    return parse_days(path.read_text("utf-8"), path.name) if path.exists() else {}


def add_up(months: Iterable[tuple[str, DayCounts]]) -> ViewTotals:
    """Add up totals. The last days end with the newest counted one.

    No clock is read, so the same counts give the same bytes.

    Args:
        months: "2026-11" and its counts, each month once.
    """
    whole = dict(months)
    days = [f"{month}-{day:02}" for month, one in whole.items() for day in _days_of(one)]
    if not days:
        return ViewTotals()
    since, until = min(days), max(days)
    lately_from = f"{date.fromisoformat(until) - timedelta(LATELY_DAYS - 1)}"
    totals: dict[str, tuple[int, int]] = {}
    for month, counts in whole.items():
        for url, by_day in counts.items():
            total, lately = totals.get(url, (0, 0))
            for day, views in by_day.items():
                total += views
                lately += views if f"{month}-{day:02}" >= lately_from else 0
            totals[url] = total, lately
    return ViewTotals(since, until, {url: Seen(*both) for url, both in totals.items()})


def _days_of(counts: DayCounts) -> set[int]:
    return {day for days in counts.values() for day in days}

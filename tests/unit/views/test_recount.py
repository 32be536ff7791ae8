"""The fast way and a plain recount in Python agree, over generated logs of 200,000 lines."""

from __future__ import annotations

import gzip
from collections import Counter
from pathlib import Path

import pytest
from bantin.records.view_counts import FOLDER
from bantin.views.count_logs import LogCounts, count_logs
from bantin.views.day_counts import list_months, read_month
from bantin.views.requests import addresses_of

from tests.bench.access_logs import make_lines
from tests.bench.recount import Recount, recount

LINES = 200_000
URLS = tuple(
    f"tin-tuc/2026/{month:02}/hop-ban-{number}/" for month in (9, 10) for number in range(300)
)
ADDRESSES = addresses_of(URLS, "https://bantin.example/")


def write_log(path: Path, lines: list[str]) -> Path:
    """Write a log, packed where its name says so."""
    content = "".join(line + "\n" for line in lines).encode()
    path.write_bytes(gzip.compress(content, 1) if path.suffix == ".gz" else content)
    return path


def fold(folder: Path, *logs: Path) -> LogCounts:
    docs = folder / "docs"
    docs.mkdir(exist_ok=True)
    return count_logs(logs, docs, ADDRESSES)


def days_in(folder: Path) -> Counter[tuple[str, str]]:
    """Return what docs/ says: (address, ISO day) → views."""
    counts = folder / "docs" / FOLDER
    return Counter(
        {
            (url, f"{month}-{day:02}"): views
            for month in list_months(counts)
            for url, days in read_month(counts, month).items()
            for day, views in days.items()
        }
    )


@pytest.fixture(scope="module")
def lines() -> list[str]:
    return list(make_lines(LINES, URLS, seed=4))


@pytest.fixture(scope="module")
def expected(lines: list[str]) -> Recount:
    found = recount(lines, URLS)
    # The log holds what the test is about.
    assert found.robots > LINES / 200
    assert found.unreadable > LINES / 200
    assert found.asked - found.robots - found.days.total() > LINES / 200
    assert len({day[:7] for _, day in found.days}) == 2
    return found


def test_a_combined_log(lines: list[str], expected: Recount, tmp_path: Path) -> None:
    told = fold(tmp_path, write_log(tmp_path / "access.log", lines))
    assert days_in(tmp_path) == expected.days
    assert (told.lines, told.unreadable, told.asked, told.robots, told.views) == (
        LINES,
        expected.unreadable,
        expected.asked,
        expected.robots,
        expected.days.total(),
    )
    assert told.repeated == 0


def test_a_caddy_log(tmp_path: Path) -> None:
    lines = list(make_lines(LINES // 10, URLS, seed=5, caddy=True))
    expected = recount(lines, URLS)
    told = fold(tmp_path, write_log(tmp_path / "access.json", lines))
    assert days_in(tmp_path) == expected.days
    assert (told.unreadable, told.asked, told.robots) == (
        expected.unreadable,
        expected.asked,
        expected.robots,
    )


def test_rotated_logs_that_overlap_in_any_order_and_again(
    lines: list[str], expected: Recount, tmp_path: Path
) -> None:
    # Cut at places that nobody chose, so within double clicks too; the second overlaps the first.
    oldest = write_log(tmp_path / "access.log.2.gz", lines[: LINES // 3 + 1])
    middle = write_log(tmp_path / "access.log.1", lines[LINES // 4 : LINES * 2 // 3 + 7])
    newest = write_log(tmp_path / "access.log", lines[LINES * 2 // 3 + 7 :])
    fold(tmp_path, newest)
    fold(tmp_path, oldest, middle, middle)
    assert days_in(tmp_path) == expected.days
    before = {path: path.read_bytes() for path in (tmp_path / "docs").rglob("*.tsv")}
    # Rotated once more: the same log, packed, under another name, and all of it in one.
    again = write_log(tmp_path / "access.log.9.gz", lines[LINES * 2 // 3 + 7 :])
    whole = write_log(tmp_path / "whole.log", lines)
    told = fold(tmp_path, again, whole)
    assert told.views == 0
    assert told.repeated == told.asked - told.robots
    assert {path: path.read_bytes() for path in (tmp_path / "docs").rglob("*.tsv")} == before


def test_a_log_that_grows(lines: list[str], tmp_path: Path) -> None:
    views, size = 0, 20_000
    for end in range(size // 4, size + 1, size // 4):
        views += fold(tmp_path, write_log(tmp_path / "access.log", lines[:end])).views
    expected = recount(lines[:size], URLS)
    assert days_in(tmp_path) == expected.days
    assert views == expected.days.total()

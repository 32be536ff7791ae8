"""How fast access logs are folded into views, beside a plain recount in Python.

python -m tests.bench.bench_views --lines 10000000

Generates a log (three in ten lines ask for a record's page, one in a hundred is broken), folds it,
folds it again when all is known, and lets the plain recount count the first part of it: printed are
seconds, lines a second, and how many times as fast the fold is. Where both saw the same lines their
counts are held equal. Needs the environment of the tests; the log takes 270 MB a million lines.
"""

from __future__ import annotations

import argparse
import itertools
import os
import platform
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import duckdb
from bantin.records.view_counts import read_totals
from bantin.views.count_logs import LogCounts, count_logs
from bantin.views.requests import addresses_of

from tests.bench.access_logs import make_lines
from tests.bench.recount import recount

RECORDS = 50_000
READERS = 2_000
SITE_URL = "https://bantin.example/"


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lines", type=int, default=1_000_000)
    parser.add_argument("--recounted", type=int, default=200_000, help="lines for plain Python")
    options = parser.parse_args()
    urls = [
        f"tin-tuc/{2012 + at % 14}/{at % 12 + 1:02}/hop-ban-vi-su-tien-bo-{at}/"
        for at in range(RECORDS)
    ]
    addresses = addresses_of(urls, SITE_URL)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        log, part = folder / "access.log", folder / "part.log"
        write(log, options.lines, urls)
        with log.open(encoding="utf-8") as lines, part.open("w", encoding="utf-8") as file:
            file.writelines(itertools.islice(lines, options.recounted))
        print(
            f"{options.lines:,} lines, {log.stat().st_size / 1e6:,.0f} MB, {RECORDS:,} records; "
            f"duckdb {duckdb.__version__}, Python {platform.python_version()}, "
            f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}"
        )
        started = time.perf_counter()
        slow = recount(_lines_of(part), urls)
        views = slow.days.total()
        slow_s = time.perf_counter() - started
        told, _ = fold("part", folder / "part", part, addresses, options.recounted)
        if (told.views, told.robots, told.unreadable) != (views, slow.robots, slow.unreadable):
            print("the counts differ", file=sys.stderr)
            return 1
        told, fast_s = fold("first time", folder / "whole", log, addresses, options.lines)
        fold("again", folder / "whole", log, addresses, options.lines)
        ratio = (slow_s / options.recounted) / (fast_s / options.lines)
        print(f"{'plain Python':>12} {slow_s:8.2f} s {options.recounted / slow_s:12,.0f} lines/s")
        print(
            f"the fold is {ratio:.1f} times as fast a line; both found {views:,} views in that part"
        )
        total = sum(seen.total for seen in read_totals(folder / "whole" / "docs").seen.values())
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(
            f"of the whole: {told.asked:,} asked, {told.robots:,} by robots, "
            f"{told.double_clicks:,} double clicks, {told.unreadable:,} broken, {total:,} views; "
            f"peak memory {peak:,.0f} MB, plain Python's part included"
        )
    return 0


def write(log: Path, count: int, urls: list[str]) -> None:
    """Write a log of so many lines, a million a day."""
    with log.open("w", encoding="utf-8") as file:
        lines = make_lines(count, urls, seed=1, per_second=11.6, readers=READERS)
        file.writelines(line + "\n" for line in lines)


def fold(
    label: str, folder: Path, log: Path, addresses: dict[str, str], lines: int
) -> tuple[LogCounts, float]:
    """Fold a log and print how long it took."""
    (folder / "docs").mkdir(parents=True, exist_ok=True)
    started, cpu = time.perf_counter(), time.process_time()
    told = count_logs([log], folder / "docs", addresses)
    seconds = time.perf_counter() - started
    print(
        f"{label:>12} {seconds:8.2f} s {lines / seconds:12,.0f} lines/s  "
        f"{time.process_time() - cpu:.1f} s of processors"
    )
    return told, seconds


def _lines_of(log: Path) -> Iterator[str]:
    with log.open(encoding="utf-8") as file:
        yield from (line.rstrip("\n") for line in file)


if __name__ == "__main__":
    raise SystemExit(main())

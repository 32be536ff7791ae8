"""The ledger: every view ever read, so that no view counts twice.

A view is (record, second, visitor). Views are a set: a log read again, rotated, packed, copied or
joined with another adds only its new views. A double click is one view, also where the end of a
log cuts it in two. Only numbers go from here into docs/.

The ledger lies beside docs/, not in Git. A visitor is a digest of IP address and user agent, made
with a key that never leaves this machine. A lost ledger loses no count: numbers in docs/ that did
not come from this ledger are *inherited*, and the greater number of a day is taken.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import secrets
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

import duckdb

from bantin.views.day_counts import (
    DayCounts,
    format_days,
    greater_of,
    list_months,
    parse_days,
    read_month,
)

# Vietnam keeps no summer time.
OFFSET_S = 7 * 3600
# Source: COUNTER Code of Practice R5, 7.2 (double-click filtering).
DOUBLE_CLICK_S = 30
_KEY = re.compile(r"[0-9a-f]{64}")


class ViewLedger:
    """The ledger in a folder; made where there is none.

    Attributes:
        damaged: months whose files were put aside.
    """

    def __init__(self, folder: Path, counts_dir: Path) -> None:
        """Open a ledger.

        Args:
            folder: its own, hidden from Git.
            counts_dir: where the files of days lie in docs/.
        """
        self.folder = folder
        self.counts_dir = counts_dir
        self.damaged: list[str] = []

    @property
    def key(self) -> str:
        """The secret key of the digests; made once.

        Views noted under another key count as nobody's. So with a lost or damaged key the ledger
        begins anew, and inherits its own numbers.
        """
        path = self.folder / "khoa"
        try:
            key = path.read_text("ascii")
        except (FileNotFoundError, UnicodeDecodeError):
            key = ""
        if _KEY.fullmatch(key):
            return key
        for month in self.months():
            self._put_aside(month)
        key = secrets.token_hex(32)
        self.folder.mkdir(parents=True, exist_ok=True)
        fresh = path.with_suffix(".new")
        fresh.unlink(missing_ok=True)
        descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write(key)
        fresh.replace(path)
        return key

    def months(self) -> list[str]:
        """Return the months that have views."""
        return sorted(path.stem for path in self.folder.glob("*.parquet"))

    def load(self, connection: duckdb.DuckDBPyConnection, months: Iterable[str]) -> None:
        """Put the views of some months into the empty table `known`.

        Adds to the table `records` the addresses that no record has any more. A damaged file is put
        aside. What was counted from it stays in docs/.
        """
        connection.execute(
            "create or replace table known (record integer, moment bigint, visitor ubigint)"
        )
        for month in months:
            path = self._views_path(month)
            if not path.exists():
                continue
            try:
                connection.execute(
                    "insert into records select "
                    "((select count(*) from records) + row_number() over (order by url))::integer, "
                    "url from (select distinct url from read_parquet(?)) "
                    "where url not in (select url from records)",
                    [str(path)],
                )
                connection.execute(
                    "insert into known select record, moment, visitor from read_parquet(?) "
                    "join records using (url)",
                    [str(path)],
                )
            except (duckdb.ParserException, duckdb.BinderException, duckdb.CatalogException):
                raise  # The file is not at fault, our words are.
            except duckdb.Error:
                self._put_aside(month)

    def _put_aside(self, month: str) -> None:
        path = self._views_path(month)
        path.replace(path.with_suffix(".hong"))
        self.damaged.append(month)

    def save(self, connection: duckdb.DuckDBPyConnection, month: str) -> None:
        """Keep a month's rows of the table `kept`; in one step."""
        path = self._views_path(month)
        fresh = path.with_suffix(".new")
        place = str(fresh).replace("'", "''")
        connection.execute(
            "copy (select url, moment, visitor from kept join records using (record) "
            f"where moment >= {_start_of(month)} and moment < {_start_of(_next(month))} "
            f"order by record, moment, visitor) to '{place}' (format parquet, compression zstd)"
        )
        fresh.replace(path)

    def inherit(self, month: str) -> None:
        """Note the numbers of a month in docs/ that did not come from this ledger.

        Called before a month's views are saved.
        """
        path = self.counts_dir / f"{month}.tsv"
        if not path.exists():
            return
        if self._views_path(month).exists() and _digest(path) in self._written().get(month, ()):
            return
        found = greater_of(read_month(self.counts_dir, month), self._inherited(month))
        write_whole(self._inherited_path(month), format_days(found))

    def publish(self, month: str, counts: DayCounts) -> None:
        """Write a month's file in docs/: the greater of counted and inherited numbers."""
        counts = greater_of(counts, self._inherited(month))
        path = self.counts_dir / f"{month}.tsv"
        text = format_days(counts)
        # Noted before it is written: a count killed in between leaves the old file or the new one,
        # and both are ours.
        written = self._written()
        present = [_digest(path)] if path.exists() else []
        ours = [one for one in written.get(month, ()) if one in present]
        written[month] = [*ours, _digest_text(text)]
        write_whole(
            self.folder / "da-ghi.json", json.dumps(written, indent=2, sort_keys=True) + "\n"
        )
        write_whole(path, text)

    def unpublished(self) -> list[str]:
        """Return the months that the ledger knows and docs/ does not."""
        return sorted(set(self.months()) - set(list_months(self.counts_dir)))

    def _views_path(self, month: str) -> Path:
        return self.folder / f"{month}.parquet"

    def _inherited_path(self, month: str) -> Path:
        return self.folder / f"thua-ke-{month}.tsv"

    def _inherited(self, month: str) -> DayCounts:
        path = self._inherited_path(month)
        return parse_days(path.read_text("utf-8"), path.name) if path.exists() else {}

    def _written(self) -> dict[str, list[str]]:
        """Return month → digests of the file that this ledger wrote, or is about to write."""
        try:
            written = json.loads((self.folder / "da-ghi.json").read_text("utf-8"))
            # Older ledgers note one digest.
            return {
                str(month): [told] if isinstance(told, str) else list(told)
                for month, told in written.items()
            }
        except (FileNotFoundError, ValueError, TypeError, AttributeError):
            return {}


def count_views(
    connection: duckdb.DuckDBPyConnection, table: str
) -> dict[str, dict[str, dict[int, int]]]:
    """Count the views in a table by COUNTER's rule: of a double click the later request.

    Args:
        connection: to the database.
        table: of distinct (record, moment, visitor), beside `records`. It must also hold the first
            half minute of the next month, to be right at the end of a month.

    Returns:
        Month → address → day → views.
    """
    rows = connection.execute(f"""
        with clicks as (
            select record, moment,
                lead(moment) over (partition by visitor, record order by moment) as next
            from {table}
        ), days as (
            select record, make_timestamp((moment + {OFFSET_S}) * 1000000)::date as day,
                count(*) as views
            from clicks where next is null or next - moment > {DOUBLE_CLICK_S}
            group by all
        )
        select url, strftime(day, '%Y-%m-%d'), views
        from days join records using (record)
    """).fetchall()
    counts: dict[str, dict[str, dict[int, int]]] = {}
    for url, day, views in rows:
        counts.setdefault(day[:7], {}).setdefault(url, {})[int(day[8:])] = views
    return counts


def _start_of(month: str) -> int:
    """Return the first second of a month in Vietnam, in seconds since 1970."""
    return int(datetime.fromisoformat(f"{month}-01T00:00:00+00:00").timestamp()) - OFFSET_S


def _next(month: str) -> str:
    year, number = divmod(int(month[:4]) * 12 + int(month[5:]), 12)
    return f"{year:04}-{number + 1:02}"


def _digest(path: Path) -> str:
    # As text: Git may have changed the ends of lines.
    return _digest_text(path.read_text("utf-8"))


def _digest_text(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def write_whole(path: Path, text: str) -> None:
    """Write a file of text in one step; its folder is made where there is none."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(path.name + ".new")
    fresh.write_text(text, "utf-8", newline="\n")
    fresh.replace(path)

"""Folds access logs into view counts: read, leave robots out, drop double clicks, add up.

All logs are read before anything is written. If one cannot be read, nothing changes.

Source: COUNTER Code of Practice R5, 7.1 (return codes), 7.2 (double clicks), 7.8 (robots).
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import duckdb

from bantin.errors import Problem, ProblemsError
from bantin.records.view_counts import FOLDER, ViewTotals, format_totals, totals_path
from bantin.views.access_log import AccessLog, recognise
from bantin.views.day_counts import add_up, list_months, read_month
from bantin.views.ledger import OFFSET_S, ViewLedger, count_views, write_whole
from bantin.views.requests import CountingRules, LineKind, prepare, read_log
from bantin.views.robots import robot_condition

LEDGER_FOLDER = ".luot-xem.bantin"
_DAY_S = 86_400


@dataclass(frozen=True, slots=True)
class LogCounts:
    """The numbers of a run: what its logs held, and the views counted.

    Attributes:
        lines: all lines but blank ones.
        unreadable: lines of no known form.
        asked: requests for a record's page, answered 200 or 304.
        robots: requests among them by robots.
        repeated: requests of the rest that an earlier run, or another log of this run, told.
        views: new views: the requests that remain, a double click counted once.
        by_record: address → new views, at least 1.
        totals: of all runs, as docs/ has them now.
        ahead: requests for a record's page on a day to come; not counted.
        behind: requests among `asked` that a machine passed on for somebody else, as it says, and
            that count as its own.
        elsewhere: host → requests for a page of that path on another site; not counted.
        damaged: months whose views the ledger has lost. Their counts in docs/ stay.
    """

    lines: int
    unreadable: int
    asked: int
    robots: int
    repeated: int
    views: int
    by_record: Mapping[str, int]
    totals: ViewTotals
    ahead: int
    behind: int
    elsewhere: Mapping[str, int]
    damaged: tuple[str, ...]

    @property
    def double_clicks(self) -> int:
        """Requests that count as one with another by the same reader within half a minute."""
        return self.asked - self.robots - self.repeated - self.views


def count_logs(
    paths: Sequence[Path],
    docs_dir: Path,
    addresses: Mapping[str, str],
    rules: CountingRules | None = None,
) -> LogCounts:
    """Count the views in some logs, and write the counts into docs/.

    Args:
        paths: logs in any order; one named twice is read once.
        docs_dir: the counts lie in it, and the ledger beside it.
        addresses: from `addresses_of`.
        rules: what counts; None for every line until today.

    Raises:
        ProblemsError: a file is no log or cannot be read, or a file of counts in docs/ is damaged;
            nothing was written.
    """
    rules = rules or CountingRules(end_of_day(time.time()))
    logs = _recognise_all(paths)
    counts_dir = docs_dir / FOLDER
    ledger = ViewLedger(docs_dir.parent / LEDGER_FOLDER, counts_dir)
    present = {month: read_month(counts_dir, month) for month in list_months(counts_dir)}
    with duckdb.connect() as connection:
        prepare(connection, addresses, rules.proxies, ledger.key)
        not_text = _read_all(connection, logs, rules)
        connection.execute(
            "create table agents as "
            f"select hash(agent) as agent_key, bool_or({robot_condition('agent')}) as is_robot "
            "from (select distinct agent from seen where agent is not null) group by all"
        )
        # Equal requests of one log are a double click. In two logs they are one request.
        connection.execute(
            "create table asked as select record, moment, visitor, sum(requests) as requests, "
            "max(requests) as here from seen join agents using (agent_key) "
            "where record is not null and not is_robot group by all"
        )
        touched = {*_months_of(connection), *ledger.unpublished()}
        ledger.load(connection, sorted({near for month in touched for near in _around(month)}))
        connection.execute(
            "create table kept as from known union select record, moment, visitor from asked"
        )
        counts, before = count_views(connection, "kept"), count_views(connection, "known")
        lines, unreadable, asked, robots, ahead, behind = _numbers(connection)
        elsewhere = _elsewhere(connection)
        repeated = _repeated(connection)
        # The last click of a month may be doubled by the first of the next.
        recounted = touched | {_before(month) for month in touched} & set(ledger.months())
        for month in sorted(recounted):
            ledger.inherit(month)
        for month in sorted(touched):
            ledger.save(connection, month)
    for month in sorted(recounted):
        ledger.publish(month, counts.get(month, {}))
        present[month] = read_month(counts_dir, month)
    totals = add_up(present.items())
    if totals.seen:
        write_whole(totals_path(docs_dir), format_totals(totals))
    by_record = Counter(_sums(counts, recounted))
    by_record.subtract(_sums(before, recounted))
    return LogCounts(
        lines + not_text,
        unreadable + not_text,
        asked,
        robots,
        repeated,
        by_record.total(),
        {url: views for url, views in by_record.items() if views > 0},
        totals,
        ahead,
        behind,
        elsewhere,
        tuple(sorted(ledger.damaged)),
    )


def _recognise_all(paths: Iterable[Path]) -> list[AccessLog]:
    found = [recognise(path) for path in {path.resolve(): path for path in paths}.values()]
    problems = [one for one in found if isinstance(one, Problem)]
    if problems:
        raise ProblemsError(problems)
    return [one for one in found if isinstance(one, AccessLog)]


def end_of_day(moment: float) -> int:
    """Return the first moment of the next day in Vietnam; both are seconds since 1970."""
    return (int(moment) + OFFSET_S) // _DAY_S * _DAY_S + _DAY_S - OFFSET_S


def _read_all(
    connection: duckdb.DuckDBPyConnection, logs: Iterable[AccessLog], rules: CountingRules
) -> int:
    """Read the logs into `seen`; return the number of lines that are no text."""
    found = [read_log(connection, log, number, rules) for number, log in enumerate(logs)]
    problems = [one for one in found if isinstance(one, Problem)]
    if problems:
        raise ProblemsError(problems)
    return sum(one for one in found if isinstance(one, int))


def _months_of(connection: duckdb.DuckDBPyConnection) -> list[str]:
    rows = connection.execute(
        f"select distinct strftime(make_timestamp((moment + {OFFSET_S}) * 1000000), '%Y-%m') "
        "from asked"
    ).fetchall()
    return [month for (month,) in rows]


def _numbers(connection: duckdb.DuckDBPyConnection) -> tuple[int, ...]:
    """Return lines, unreadable ones, requests for records, and those by robots, ahead, behind."""
    row = connection.execute(
        f"select sum(requests), sum(requests) filter (kind = {LineKind.UNREADABLE}), "
        "sum(requests) filter (record is not null), "
        "sum(requests) filter (record is not null and is_robot), "
        f"sum(requests) filter (kind = {LineKind.AHEAD}), sum(requests) filter (is_behind) "
        "from seen left join agents using (agent_key)"
    ).fetchone()
    assert row is not None
    return tuple(int(number or 0) for number in row)


def _elsewhere(connection: duckdb.DuckDBPyConnection) -> dict[str, int]:
    rows = connection.execute(
        "select host, sum(requests) from seen where host is not null and requests is not null "
        "group by host order by all"
    ).fetchall()
    return {host: int(requests) for host, requests in rows}


def _repeated(connection: duckdb.DuckDBPyConnection) -> int:
    row = connection.execute(
        "select sum(case when known.record is null then requests - here else requests end) "
        "from asked left join known using (record, moment, visitor)"
    ).fetchone()
    return int(row[0] or 0) if row else 0


def _around(month: str) -> tuple[str, str, str]:
    return _before(month), month, f"{date.fromisoformat(f'{month}-28') + timedelta(4):%Y-%m}"


def _before(month: str) -> str:
    return f"{date.fromisoformat(f'{month}-01') - timedelta(1):%Y-%m}"


def _sums(
    counts: Mapping[str, Mapping[str, Mapping[int, int]]], months: Iterable[str]
) -> dict[str, int]:
    sums: dict[str, int] = {}
    for month in months:
        for url, days in counts.get(month, {}).items():
            sums[url] = sums.get(url, 0) + sum(days.values())
    return sums

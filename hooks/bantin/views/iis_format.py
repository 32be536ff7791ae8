"""Cuts lines of IIS, W3C extended format, into the fields of a view, as SQL.

Source: https://www.w3.org/TR/WD-logfile.html; IIS writes times in UTC, and + for a blank.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from bantin.errors import Problem

DIRECTIVE = "#Fields:"
_NEEDED = (
    "date",
    "time",
    "cs-method",
    "cs-uri-stem",
    "sc-status",
    "c-ip",
    "cs(User-Agent)",
)
_FORWARDED = ("X-Forwarded-For", "cs(X-Forwarded-For)", "x-forwarded-for")
_HOST = ("cs-host", "cs(Host)")

_TIMED = """
cut as (
    select string_split(line, ' ') as parts from raw where not starts_with(line, '#')
), fields as (
    select <shaped> as shaped,
        shaped and <method> = 'GET' and <status> in ('200', '304') as counts,
        case when counts then <target> end as target,
        case when counts then replace(<agent>, '+', ' ') end as agent,
        case when counts then <client> end as client,
        case when counts then <host> end as host,
        case when counts then replace(<forwarded>, '+', '') end as forwarded,
        case when counts then <stamp> end as stamp
    from cut
), timed as (
    select shaped, target, agent, client, host, forwarded,
        epoch(try_strptime(stamp, '%Y-%m-%d %H:%M:%S'))::bigint as moment
    from fields
)
"""


def iis_fields(path: Path, directives: Iterable[str]) -> str | Problem:
    """Return common table expressions that make `timed` of `raw`, as `combined_fields` does.

    Args:
        path: of the log, for messages.
        directives: every `#Fields:` line of the log.
    """
    layouts: dict[int, list[str]] = {}
    for line in sorted(set(directives)):
        names = line.removeprefix(DIRECTIVE).split()
        missing = [name for name in _NEEDED if name not in names]
        if missing:
            return Problem(
                str(path),
                0,
                "",
                f"nhật ký IIS thiếu cột {', '.join(missing)}",
                "trong IIS Manager → Logging → Select Fields, đánh dấu các cột ấy; nhật ký ghi từ "
                "lúc đó mới đếm được",
            )
        if layouts.setdefault(len(names), names) != names:
            return Problem(
                str(path),
                0,
                "",
                "nhật ký IIS đổi thứ tự cột giữa chừng",
                f"tách tệp tại dòng {DIRECTIVE} thứ hai rồi đếm từng tệp",
            )
    return _fill(layouts)


def _fill(layouts: dict[int, list[str]]) -> str:
    def field(names: Sequence[str], fallback: str = "null") -> str:
        """Return SQL for the first of these columns that a line has."""
        cases = [
            f"when {length} then parts[{columns.index(name) + 1}]"
            for length, columns in layouts.items()
            for name in [next((one for one in names if one in columns), "")]
            if name
        ]
        return f"case len(parts) {' '.join(cases)} else {fallback} end" if cases else fallback

    lengths = ", ".join(map(str, layouts)) or "-1"
    shaped = (
        f"len(parts) in ({lengths}) and regexp_matches({field(['date'])}, '^[0-9-]{{10}}$') "
        f"and regexp_matches({field(['sc-status'])}, '^[0-9]{{3}}$')"
    )
    filled = {
        "<shaped>": shaped,
        "<method>": field(["cs-method"]),
        "<status>": field(["sc-status"]),
        "<target>": field(["cs-uri-stem"]),
        "<agent>": field(["cs(User-Agent)"]),
        "<client>": field(["c-ip"]),
        "<host>": f"nullif({field(_HOST, chr(39) * 2)}, '-')",
        "<forwarded>": f"coalesce(nullif({field(_FORWARDED, chr(39) * 2)}, '-'), '')",
        "<stamp>": f"{field(['date'])} || ' ' || {field(['time'])}",
    }
    text = _TIMED
    for mark, sql in filled.items():
        text = text.replace(mark, sql)
    return text

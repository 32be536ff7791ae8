"""Turns the lines of an access log into requests, in DuckDB: one pass, all processors.

Finds the record, time and visitor of each line; `count_logs` decides what counts.
"""

from __future__ import annotations

import enum
import glob
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import unquote, urlsplit

import duckdb

from bantin.errors import Problem
from bantin.views.access_log import AccessLog, Format, damaged
from bantin.views.caddy_format import caddy_fields
from bantin.views.clients import Network, Proxies
from bantin.views.combined_format import combined_fields
from bantin.views.iis_format import DIRECTIVE, iis_fields

# Separates columns, so that a line is one column: no server writes control characters.
_NO_DELIMITER = "\x01\x02"
# Python's calendar begins here; servers with a broken clock write earlier days.
_FIRST_S = int((date(1, 1, 3) - date(1970, 1, 1)).total_seconds())


class LineKind(enum.IntEnum):
    """What became of a line of a log.

    READ is also a line that asks for no record. ELSEWHERE is a view on another site of the server,
    AHEAD one on a day to come.
    """

    UNREADABLE = 0
    READ = 1
    ELSEWHERE = 2
    AHEAD = 3


@dataclass(frozen=True, slots=True)
class CountingRules:
    """What counts, beside COUNTER's rules.

    Attributes:
        end_s: seconds since 1970; views from this moment on do not count.
        hosts: names of the site, lower case, without "www." and port. A line that names another
            host does not count. Empty: every line counts.
        proxies: machines between readers and the server that tell the truth about who asked.
    """

    end_s: int
    hosts: frozenset[str] = frozenset()
    proxies: tuple[Network, ...] = ()


# Percent-encoded bytes that cannot be UTF-8: a byte that starts no character, or lacks the byte
# before or behind it. Decoding finds them too, but then decodes a whole batch of lines one by one.
# This pattern need not find all of them.
NOT_UTF8 = (
    "%[Cc][01]|%[Ff][5-9A-Fa-f]"
    "|%[C-Fc-f][0-9A-Fa-f](?:$|[^%]|%(?:$|[^89ABab]|[89ABab](?:$|[^0-9A-Fa-f])))"
    "|(?:^|[^0-9A-Fa-f])%[89ABab][0-9A-Fa-f]"
)

# The same as `plain_host`.
_PLAIN_HOST = "regexp_replace(lower(host), '^www[.]|:[0-9]+$', '', 'g')"

# An address may be percent-encoded or have doubled slashes. A proxy adds the host.
# The second grouping lists the user agents, so that few rows hold their text.
_FOUND = f"""
addressed as (
    select *,
        case when contains(target, '?') or contains(target, '#')
            then split_part(split_part(target, '?', 1), '#', 1) else target end as written,
        case when starts_with(written, '/') and not contains(written, '%')
            and not contains(written, '//') then written
        else regexp_replace(
            coalesce(
                case when not regexp_matches(written, '{NOT_UTF8}')
                    then try(url_decode(regexp_replace(written, '^https?://[^/]*', ''))) end,
                written
            ),
            '/+', '/', 'g'
        ) end as path
    from timed
), judged as (
    select *,
        case when not shaped or (record is not null and moment is null) or moment < $first
                then {LineKind.UNREADABLE}
            when record is null then {LineKind.READ}
            when moment >= $end then {LineKind.AHEAD}
            when host <> '' and len($hosts) > 0
                and not list_contains($hosts, {_PLAIN_HOST}) then {LineKind.ELSEWHERE}
            else {LineKind.READ} end as kind,
        kind = {LineKind.READ} and record is not null as counts
    from addressed left join addresses using (path)
), found as (
    select kind, case when counts then record end as record,
        case when counts then moment end as moment,
        case when counts then <reader> end as reader,
        case when counts then md5_number_lower(concat(getvariable('key'), reader, ' ', agent)) end
            as visitor,
        case when counts then agent end as agent,
        case when counts then hash(agent) end as agent_key,
        case when counts then forwarded <> '' and reader = client else false end as is_behind,
        case when kind = {LineKind.ELSEWHERE} then {_PLAIN_HOST} end as host
    from judged
)
select $log, kind, record, moment, visitor, agent_key, agent, is_behind, host,
    case when grouping(agent) = 1 then count(*) end
from found
group by grouping sets
    ((kind, record, moment, visitor, agent_key, is_behind, host), (agent))
having grouping(agent) = 1 or agent is not null
"""


def prepare(
    connection: duckdb.DuckDBPyConnection,
    addresses: Mapping[str, str],
    proxies: Sequence[Network],
    key: str,
) -> None:
    """Make the empty table `seen`, and the tables and functions that reading needs.

    A row of `seen` counts equal requests: the log's number, the kind of line, and for a view of a
    record the record's number, moment (seconds since 1970), visitor, the key of the user agent, and
    whether a machine in between told of somebody behind it. A line of another site has its host. A
    row with null `requests` is a user agent of the log. `records` gives the address of each
    record's number, in the order of addresses.

    Args:
        connection: to a database of this run alone.
        addresses: requested path → address of the record, from `addresses_of`.
        proxies: machines between readers and the server that tell the truth.
        key: secret key of visitors' digests.
    """
    connection.execute("set preserve_insertion_order = false")
    connection.execute("set variable key = ?", [key])
    connection.execute(
        "create table pages as select unnest($paths::varchar[]) as path, "
        "unnest($urls::varchar[]) as url",
        {"paths": list(addresses), "urls": list(addresses.values())},
    )
    connection.execute(
        "create table records as select (row_number() over (order by url))::integer as record, url "
        "from (select distinct url from pages)"
    )
    connection.execute(
        "create table addresses as select path, record from pages join records using (url)"
    )
    connection.execute(
        "create table seen (log integer, kind utinyint, record integer, moment bigint, visitor "
        "ubigint, agent_key ubigint, agent varchar, is_behind boolean, host varchar, "
        "requests bigint)"
    )
    if proxies:
        text = duckdb.sqltype("VARCHAR")
        connection.create_function("reader_of", Proxies(proxies).reader_of, [text, text], text)


def read_log(
    connection: duckdb.DuckDBPyConnection, log: AccessLog, number: int, rules: CountingRules
) -> int | Problem:
    """Put the requests of a log into `seen`.

    Args:
        connection: as `prepare` left it.
        log: to read.
        number: of the log in this run; stands in its rows.
        rules: what counts.

    Returns:
        The number of lines that are no text (UTF-8, 2 MB at most), or the fault of the file. Other
        unreadable lines are rows of `seen`.
    """
    lines = _lines_of(log, number)
    try:
        way = _way_of(connection, log)
        if isinstance(way, Problem):
            return way
        found = _FOUND.replace(
            "<reader>", "reader_of(client, forwarded)" if rules.proxies else "client"
        )
        connection.execute(
            f"insert into seen with raw as (select line from {lines} where line is not null), "
            f"{way}, {found}",
            {"log": number, "first": _FIRST_S, "end": rules.end_s, "hosts": sorted(rules.hosts)},
        )
    except (duckdb.IOException, duckdb.InvalidInputException) as error:
        if log.is_packed:
            return damaged(log.path)
        return Problem(str(log.path), 0, "", f"không đọc được: {error}".splitlines()[0])
    row = connection.execute(f"select count(distinct line) from rejects_{number}").fetchone()
    return int(row[0]) if row else 0


def _way_of(connection: duckdb.DuckDBPyConnection, log: AccessLog) -> str | Problem:
    """Return the expressions that make `timed` of this log's lines, or the fault of the log."""
    if log.format is Format.CADDY:
        return caddy_fields()
    if log.format is Format.COMBINED:
        return combined_fields(_starts(connection))
    rows = connection.execute(
        f"select distinct line from {_lines_of(log)} where starts_with(line, '{DIRECTIVE}')"
    ).fetchall()
    return iis_fields(log.path, (line for (line,) in rows))


def _lines_of(log: AccessLog, number: int | None = None) -> str:
    """Return SQL for the lines of a log; those that are no text go into tables of this number."""
    place = glob.escape(str(log.path)).replace("'", "''")
    packing = "gzip" if log.is_packed else "none"
    rejects = (
        ""
        if number is None
        else f", store_rejects = true, rejects_table = 'rejects_{number}', "
        f"rejects_scan = 'scans_{number}'"
    )
    return (
        f"read_csv('{place}', delim = '{_NO_DELIMITER}', quote = '', escape = '', comment = '', "
        "header = false, columns = {'line': 'varchar'}, auto_detect = false, strict_mode = false, "
        f"null_padding = true, compression = '{packing}', ignore_errors = true{rejects})"
    )


def _starts(connection: duckdb.DuckDBPyConnection) -> list[str]:
    """Return the beginnings of records' paths: the site's own path and the first folder."""
    rows = connection.execute(
        "select distinct left(path, strpos(path, rtrim(url, '/')) - 1) || split_part(url, '/', 1) "
        "from pages order by all"
    ).fetchall()
    return [start for (start,) in rows]


def plain_host(name: str) -> str:
    """Return the name of a host as `CountingRules.hosts` has it."""
    return re.sub(r"^www[.]|:[0-9]+$", "", name.lower())


def addresses_of(urls: Iterable[str], site_url: str) -> dict[str, str]:
    """Return the paths at which a server answers with the page of a record.

    Args:
        urls: addresses relative to the site's root, "tin-tuc/2021/10/hop/".
        site_url: absolute; a site may lie below the root of its host.
    """
    base = unquote(urlsplit(site_url).path).rstrip("/") + "/"
    paths: dict[str, str] = {}
    for url in urls:
        # Some hosts serve a page without its slash; others answer 301.
        for path in (base + url, base + url + "index.html", base + url.rstrip("/")):
            paths[path] = url
    return paths

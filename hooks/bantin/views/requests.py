"""Turns the lines of an access log into requests, in DuckDB: one pass, all processors.

Finds the record, time and visitor of each line; `fold` decides what counts.
"""

from __future__ import annotations

import glob
from collections.abc import Iterable, Mapping
from urllib.parse import unquote, urlsplit

import duckdb

from bantin.errors import Problem
from bantin.views.access_log import AccessLog, Format, damaged
from bantin.views.combined_format import combined_fields

# Separates columns, so that a line is one column: no server writes control characters.
_NO_DELIMITER = "\x01\x02"
_CADDY_FIELDS = (
    "$.request.client_ip",
    "$.request.remote_ip",
    "$.request.method",
    "$.request.uri",
    "$.status",
    "$.ts",
    '$.request.headers."User-Agent"[0]',
)

# Times are seconds, milliseconds or nanoseconds since 1970, or written out with their offset.
_CADDY = f"""
lines as (
    select case when json_valid(line) then json_extract_string(line, {list(_CADDY_FIELDS)!r}) end
        as parts
    from raw
), fields as (
    select
        parts[3] is not null and parts[4] is not null and parts[5] is not null
            and coalesce(parts[1], parts[2]) is not null and parts[6] is not null as shaped,
        shaped and parts[3] = 'GET' and parts[5] in ('200', '304') as counts,
        case when counts then parts[4] end as target,
        coalesce(parts[7], '') as agent,
        case when counts then coalesce(parts[1], parts[2]) end as client,
        case when counts then parts[6] end as stamp
    from lines
), timed as (
    select *,
        try_cast(stamp as double) as number,
        floor(case
            when number is null then epoch(try_cast(stamp as timestamptz))
            when number > 1e17 then number / 1e9
            when number > 1e11 then number / 1e3
            else number
        end)::bigint as moment
    from fields
)
"""

# Percent-encoded bytes that cannot be UTF-8: a byte that starts no character, or lacks the byte
# before or behind it. Decoding finds them too, but then decodes a whole batch of lines one by one.
# This pattern need not find all of them.
NOT_UTF8 = (
    "%[Cc][01]|%[Ff][5-9A-Fa-f]"
    "|%[C-Fc-f][0-9A-Fa-f](?:$|[^%]|%(?:$|[^89ABab]|[89ABab](?:$|[^0-9A-Fa-f])))"
    "|(?:^|[^0-9A-Fa-f])%[89ABab][0-9A-Fa-f]"
)

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
), found as (
    select shaped and (record is null or moment is not null) as readable, record,
        case when record is not null then moment end as moment,
        case when record is not null
            then md5_number_lower(concat(getvariable('key'), client, ' ', agent)) end as visitor,
        case when record is not null then agent end as agent,
        case when record is not null then hash(agent) end as agent_key
    from addressed left join addresses using (path)
)
select $log, readable, record, moment, visitor, agent_key, agent,
    case when grouping(agent) = 1 then count(*) end
from found
group by grouping sets ((readable, record, moment, visitor, agent_key), (agent))
having grouping(agent) = 1 or agent is not null
"""


def prepare(connection: duckdb.DuckDBPyConnection, addresses: Mapping[str, str], key: str) -> None:
    """Make the empty table `seen`, and the tables and functions that reading needs.

    A row of `seen` counts equal requests: the log's number, whether the line could be read, and for
    a view of a record the record's number, moment (seconds since 1970), visitor and the key of the
    user agent. A row with null `requests` is a user agent of the log. `records` gives the address
    of each record's number, in the order of addresses.

    Args:
        connection: to a database of this run alone.
        addresses: requested path → address of the record, from `addresses_of`.
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
        "create table seen (log integer, readable boolean, record integer, moment bigint, "
        "visitor ubigint, agent_key ubigint, agent varchar, requests bigint)"
    )


def read_log(connection: duckdb.DuckDBPyConnection, log: AccessLog, number: int) -> int | Problem:
    """Put the requests of a log into `seen`.

    Args:
        connection: as `prepare` left it.
        log: to read.
        number: of the log in this run; stands in its rows.

    Returns:
        The number of lines that are no text (UTF-8, 2 MB at most), or the fault of the file. Other
        unreadable lines are rows of `seen`.
    """
    place = glob.escape(str(log.path)).replace("'", "''")
    packing = "gzip" if log.is_packed else "none"
    lines = (
        f"read_csv('{place}', delim = '{_NO_DELIMITER}', quote = '', escape = '', comment = '', "
        "header = false, columns = {'line': 'varchar'}, auto_detect = false, strict_mode = false, "
        f"null_padding = true, compression = '{packing}', ignore_errors = true, "
        f"store_rejects = true, rejects_table = 'rejects_{number}', "
        f"rejects_scan = 'scans_{number}')"
    )
    way = _CADDY if log.format is Format.CADDY else combined_fields(_starts(connection))
    raw = f"raw as (select line from {lines} where line is not null)"
    try:
        connection.execute(f"insert into seen with {raw}, {way}, {_FOUND}", {"log": number})
    except (duckdb.IOException, duckdb.InvalidInputException) as error:
        if log.is_packed:
            return damaged(log.path)
        return Problem(str(log.path), 0, "", f"không đọc được: {error}".splitlines()[0])
    row = connection.execute(f"select count(distinct line) from rejects_{number}").fetchone()
    return int(row[0]) if row else 0


def _starts(connection: duckdb.DuckDBPyConnection) -> list[str]:
    """Return the beginnings of records' paths: the site's own path and the first folder."""
    rows = connection.execute(
        "select distinct left(path, strpos(path, rtrim(url, '/')) - 1) || split_part(url, '/', 1) "
        "from pages order by all"
    ).fetchall()
    return [start for (start,) in rows]


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

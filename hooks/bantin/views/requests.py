"""Turns the lines of an access log into requests, in DuckDB: one pass, all processors.

Answers which record a line asked for, when and by whom; whether that counts is for `fold`.
"""

from __future__ import annotations

import glob
from collections.abc import Iterable, Mapping
from urllib.parse import unquote, urlsplit

import duckdb

from bantin.errors import Problem
from bantin.views.access_log import HEAD, PARTS, TAIL, AccessLog, Format, damaged

# Between columns, of which there is one: no server writes control characters into a log.
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

# A line without a backslash, as nearly all are, is cut at its quotes; that is many times quicker
# than the expression which the others need, and gives the same parts.
_COMBINED = f"""
lines as (
    select case when contains(line, '\\') then regexp_extract(
        line, '{PARTS}', ['head', 'request', 'tail', 'referrer', 'blank', 'agent']
    ) end as escaped, line
    from raw
), cut as (
    select case when escaped is null then string_split(line, '"') else [
        escaped.head, escaped.request, escaped.tail, '', escaped.blank, escaped.agent, ''
    ] end as parts
    from lines
), fields as (
    select
        len(parts) > 6 and parts[5] = ' '
            and regexp_matches(parts[3], '{TAIL}') and regexp_matches(parts[1], '{HEAD}') as shaped,
        shaped and starts_with(parts[2], 'GET ') and parts[3][2:4] in ('200', '304') as counts,
        case when counts then split_part(parts[2], ' ', 2) end as target,
        case when counts then parts[1] end as head,
        case when counts then parts[6] end as agent
    from cut
), timed as (
    select *,
        split_part(split_part(head, '[', 2), ']', 1) as stamp,
        split_part(head, ' ', 1) as client,
        epoch(try_strptime(stamp[1:20], '%d/%b/%Y:%H:%M:%S'))::bigint
            - stamp[22:24]::integer * 3600 - (stamp[22] || stamp[25:26])::integer * 60 as moment
    from fields
)
"""

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

# An address may come percent-encoded, with doubled slashes or, through a proxy, with its host.
_FOUND = """
addressed as (
    select *,
        split_part(split_part(target, '?', 1), '#', 1) as written,
        case when starts_with(written, '/') and not contains(written, '%')
            and not contains(written, '//') then written
        else regexp_replace(
            coalesce(try(url_decode(regexp_replace(written, '^https?://[^/]*', ''))), written),
            '/+', '/', 'g'
        ) end as path
    from timed
), found as (
    select shaped, url,
        case when url is not null then moment end as moment,
        case when url is not null
            then md5_number_lower(concat(getvariable('key'), client, ' ', agent)) end as visitor,
        case when url is not null then agent end as agent
    from addressed left join addresses using (path)
)
select $log, shaped and (url is null or moment is not null) as readable, url, moment, visitor,
    agent, count(*)
from found
group by all
"""


def prepare(connection: duckdb.DuckDBPyConnection, addresses: Mapping[str, str], key: str) -> None:
    """Make the empty table `seen`, and what reading needs.

    A row of `seen` is a number of like requests: the log's number, whether the line could be read,
    and for a view of a record its address, moment (seconds since 1970), visitor and user agent.

    Args:
        connection: to a database of this run alone.
        addresses: path as it is asked for → address of the record, from `addresses_of`.
        key: secret that visitors' digests are made with.
    """
    connection.execute("set preserve_insertion_order = false")
    connection.execute("set variable key = ?", [key])
    connection.execute("create table addresses (path varchar, url varchar)")
    connection.execute(
        "insert into addresses select unnest($paths), unnest($urls)",
        {"paths": list(addresses), "urls": list(addresses.values())},
    )
    connection.execute(
        "create table seen (log integer, readable boolean, url varchar, moment bigint, "
        "visitor ubigint, agent varchar, requests bigint)"
    )


def read_log(connection: duckdb.DuckDBPyConnection, log: AccessLog, number: int) -> int | Problem:
    """Put the requests of a log into `seen`.

    Args:
        connection: as `prepare` left it.
        log: to read.
        number: of the log in this run; rows bear it.

    Returns:
        How many lines were not even text (UTF-8, 2 MB at most); the others that cannot be read
        are rows of `seen`. Or what is wrong with the file.
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
    way = _CADDY if log.format is Format.CADDY else _COMBINED
    raw = f"raw as (select line from {lines} where line is not null)"
    try:
        connection.execute(f"insert into seen with {raw}, {way}, {_FOUND}", {"log": number})
    except (duckdb.IOException, duckdb.InvalidInputException) as error:
        if log.is_packed:
            return damaged(log.path)
        return Problem(str(log.path), 0, "", f"không đọc được: {error}".splitlines()[0])
    row = connection.execute(f"select count(distinct line) from rejects_{number}").fetchone()
    return int(row[0]) if row else 0


def addresses_of(urls: Iterable[str], site_url: str) -> dict[str, str]:
    """Return under which paths a server answers with the page of a record.

    Args:
        urls: addresses relative to the site's root, "tin-tuc/2021/10/hop/".
        site_url: absolute; a site may lie below the root of its host.
    """
    base = unquote(urlsplit(site_url).path).rstrip("/") + "/"
    paths: dict[str, str] = {}
    for url in urls:
        # Without its slash a page is asked for on hosts that need none; others answer 301.
        for path in (base + url, base + url + "index.html", base + url.rstrip("/")):
            paths[path] = url
    return paths

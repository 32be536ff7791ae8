"""Cuts lines of Caddy's JSON into the fields of a view, as SQL."""

from __future__ import annotations

_FIELDS = (
    "$.request.client_ip",
    "$.request.remote_ip",
    "$.request.method",
    "$.request.uri",
    "$.status",
    "$.ts",
    '$.request.headers."User-Agent"[0]',
    "$.request.host",
    '$.request.headers."X-Forwarded-For"[0]',
)

# Times are seconds, milliseconds or nanoseconds since 1970, or written out with their offset.
_TIMED = f"""
lines as (
    select case when json_valid(line) then json_extract_string(line, {list(_FIELDS)!r}) end
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
        case when counts then parts[6] end as stamp,
        case when counts then coalesce(parts[8], '') end as host,
        -- Caddy has looked behind its own proxies where the two differ.
        case when counts and coalesce(parts[1], parts[2]) = coalesce(parts[2], parts[1])
            then coalesce(parts[9], '') else '' end as forwarded
    from lines
), timed as (
    select shaped, target, agent, client, host, forwarded,
        try_cast(stamp as double) as number,
        try_cast(floor(case
            when number is null then try(epoch(try_cast(stamp as timestamptz)))
            when number > 1e17 then number / 1e9
            when number > 1e11 then number / 1e3
            else number
        end) as bigint) as moment
    from fields
)
"""


def caddy_fields() -> str:
    """Return common table expressions that make `timed` of `raw`, as `combined_fields` does."""
    return _TIMED

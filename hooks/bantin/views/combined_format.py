"""Cuts lines of the combined format into the fields of a view, as SQL.

The form of every line is checked: the report counts lines of no known form. Only a line that may
ask for a record is cut further. Knows the folders of records, but no single record.
"""

from __future__ import annotations

from collections.abc import Iterable

from bantin.views.access_log import HEAD, NAMED, TAIL

# These stand for an escaped backslash and an escaped quote while a line is cut at its quotes.
# Neither is a character, and no server writes them.
_BACKSLASH, _QUOTE = "\ufdd0", "\ufdd1"

_FIELDS = f"""
marked as (
    select contains(line, '\\') as escaped,
        case when escaped
            then replace(replace(line, '\\\\', '{_BACKSLASH}'), '\\"', '{_QUOTE}')
        else line end as line
    from raw
), cut as (
    select escaped, string_split(line, '"') as parts from marked
), seen_through as (
    -- Outside quotes none is escaped: a line that has one there is of no known form.
    select escaped, parts,
        len(parts) > 6 and parts[5] = ' '
            and regexp_matches(parts[3], '{TAIL}') and regexp_matches(parts[1], '{HEAD}')
            and not (escaped and contains(parts[1], '{_QUOTE}')) as shaped,
        case when shaped and parts[3][2:4] in ('200', '304') and <may count>
            then parts[2] end as request
    from cut
), fields as (
    select shaped, <target> as target,
        case when request is not null then parts[1] end as head,
        case when request is not null then <agent> end as agent,
        -- nginx's own format "main" ends with X-Forwarded-For.
        case when request is not null and len(parts) > 8 and parts[7] = ' '
            then parts[8] else '' end as told
    from seen_through
), headed as (
    select *, regexp_extract(head, '{NAMED}', ['host', 'clients'])
        as named
    from fields
), timed as (
    select shaped, target, agent, named.host as host,
        -- The list that a proxy passed on, written in the place of the client.
        trim(split_part(named.clients, ',', -1)) as client,
        case when contains(named.clients, ',')
            then array_slice(named.clients, 1, -len(client) - 1)
        when regexp_matches(told, '^[0-9A-Fa-f:.,%a-z \\[\\]]+$')
            then told else '' end as forwarded,
        epoch(try_strptime(right(head, 28), '%d/%b/%Y:%H:%M:%S %z] '))::bigint as moment
    from headed
)
"""


def combined_fields(starts: Iterable[str]) -> str:
    """Return common table expressions that make `timed` of `raw`.

    Args:
        starts: beginnings of the paths of records, written plainly.

    Returns:
        SQL. `raw` has a column `line`. `timed` has a row for each line: `shaped` tells whether the
        form is known. `target`, `agent`, `client` and `moment` are null where the line surely asks
        for no record.
    """
    return (
        _FIELDS.replace("<may count>", _may_count(starts))
        .replace("<target>", _as_written("split_part(request, ' ', 2)"))
        .replace("<agent>", _as_written("parts[6]"))
    )


def _may_count(starts: Iterable[str]) -> str:
    # An encoded path, a doubled slash or a leading host needs a closer look.
    ways = [
        *(
            f"starts_with(parts[2], 'GET {start.replace(chr(39), chr(39) * 2)}')"
            for start in starts
        ),
        "not starts_with(parts[2], 'GET /')",
        "contains(parts[2], '//')",
        "contains(parts[2], '%')",
    ]
    return f"starts_with(parts[2], 'GET ') and ({' or '.join(ways)})"


def _as_written(field: str) -> str:
    return (
        f"case when escaped then replace(replace({field}, '{_BACKSLASH}', '\\\\'), "
        f"'{_QUOTE}', '\\\"') else {field} end"
    )
